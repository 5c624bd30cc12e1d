import { describe, expect, it } from 'vitest';
import { judge, verdictOf } from '../../src/analysis/judge.ts';
import { policy } from '../../src/analysis/policy.ts';
import { findingWith } from '../support/reports.ts';
import { blurOf, documentOf, documentPhoto, pictureOf, selfie } from './checks/photo-facts.ts';

describe('judge', () => {
  it('finds nothing wrong with a photo without fault', () => {
    expect(judge(documentPhoto(), policy)).toEqual([]);
    expect(judge(selfie(), policy)).toEqual([]);
  });

  it('puts what asks for a retake before what is only warned about, whatever the order of the registry', () => {
    const soft = blurOf(policy.picture.warnBlurRatio);
    const facts = documentPhoto({
      picture: pictureOf({ sharpness: soft }),
      document: documentOf({ sharpness: soft, cutSides: ['left'] }),
    });
    const findings = judge(facts, policy);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['cropped', 'blocker'],
      ['blur', 'warning'],
    ]);
  });

  it('asks only the checks that speak about this kind of photo', () => {
    const codes = (facts: Parameters<typeof judge>[0]) => judge(facts, policy).map(({ code }) => code);
    expect(codes(selfie({ faces: [] }))).toContain('no-face');
    expect(codes(documentPhoto({ faces: [] }))).not.toContain('no-face');
    expect(codes(documentPhoto({ document: undefined }))).toContain('no-document');
    expect(codes(selfie({ document: undefined }))).not.toContain('no-document');
  });

  it('judges by the limits that it is given', () => {
    const strict = {
      ...policy,
      picture: { ...policy.picture, warnBlurRatio: 0.2, maxBlurRatio: 0.3 },
    } as unknown as typeof policy;
    expect(judge(documentPhoto(), strict).map(({ code }) => code)).toEqual(['blur']);
  });
});

describe('verdictOf', () => {
  const of = (severity: 'blocker' | 'warning' | 'note') => findingWith({ code: 'blur', severity });

  it('is ready without findings and with notes alone', () => {
    expect(verdictOf([])).toBe('ready');
    expect(verdictOf([of('note')])).toBe('ready');
  });

  it('lets the worst finding decide', () => {
    expect(verdictOf([of('note'), of('warning')])).toBe('warn');
    expect(verdictOf([of('warning'), of('blocker')])).toBe('retake');
  });
});
