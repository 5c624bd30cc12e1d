import { describe, expect, it } from 'vitest';
import { tilted } from '../../../src/analysis/checks/tilted.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { DocumentFacts } from '../../../src/analysis/types.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

const { warnTiltDegrees, maxTiltDegrees, warnViewDegrees } = policy.document;
const judge = (changes: Partial<DocumentFacts>) =>
  tilted.judge(documentPhoto({ document: documentOf(changes) }), policy);

describe('tilted', () => {
  it('takes a document that leans by no more than the limit of the warning', () => {
    expect(judge({ tiltDegrees: warnTiltDegrees })).toBeUndefined();
  });

  it('warns beyond it, up to the limit of the retake', () => {
    expect(judge({ tiltDegrees: warnTiltDegrees + 0.5 })).toMatchObject({ severity: 'warning' });
    expect(judge({ tiltDegrees: maxTiltDegrees })).toMatchObject({ severity: 'warning' });
  });

  it('asks for a retake beyond that', () => {
    expect(judge({ tiltDegrees: maxTiltDegrees + 0.5 })).toMatchObject({ severity: 'blocker' });
  });

  it('warns of a document that is seen from the side', () => {
    expect(judge({ viewDegrees: warnViewDegrees })).toBeUndefined();
    expect(judge({ viewDegrees: warnViewDegrees + 1 })).toMatchObject({
      severity: 'warning',
      values: { viewDegrees: warnViewDegrees + 1 },
    });
  });

  it('marks no area in a scan, whose outline nobody saw', () => {
    expect(judge({ tiltDegrees: 15, hasOutline: false })?.areas).toEqual([]);
  });
});
