import { describe, expect, it } from 'vitest';
import { mirrored } from '../../../src/analysis/checks/mirrored.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { PrintSense } from '../../../src/analysis/types.ts';
import { documentOf, readPhoto } from './photo-facts.ts';

const judge = (sense: PrintSense | undefined) => mirrored.judge(readPhoto({ sense }), policy);

describe('mirrored', () => {
  it('refuses a document whose print can be read in a mirror only, and shows it', () => {
    expect(judge({ rotation: 0, isMirrored: true })).toMatchObject({
      severity: 'blocker',
      areas: [documentOf().corners],
    });
  });

  it('takes print that can be read, whichever way up, and print that told nothing', () => {
    expect(judge({ rotation: 180, isMirrored: false })).toBeUndefined();
    expect(judge(undefined)).toBeUndefined();
  });

  it('speaks of selfies with a document alone', () => {
    expect(mirrored.kinds).toEqual(['selfie-with-document']);
  });
});
