import { describe, expect, it } from 'vitest';
import { headTilted } from '../../../src/analysis/checks/head-tilted.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { faceOf, selfie } from './photo-facts.ts';

const { maxRollDegrees } = policy.selfie;
const judge = (rollDegrees: number, isPrinted = false) =>
  headTilted.judge(selfie({ faces: [faceOf({ rollDegrees, isPrinted })] }), policy);

describe('head-tilted', () => {
  it('takes a head that leans to either side by no more than the limit', () => {
    expect(judge(maxRollDegrees)).toBeUndefined();
    expect(judge(-maxRollDegrees)).toBeUndefined();
  });

  it('warns of a head that leans further', () => {
    expect(judge(maxRollDegrees + 1)).toMatchObject({ severity: 'warning', values: { tiltDegrees: 26 } });
    expect(judge(-maxRollDegrees - 1)).toMatchObject({ values: { tiltDegrees: 26 } });
  });

  it('does not mind the portrait of a document', () => {
    expect(judge(60, true)).toBeUndefined();
  });
});
