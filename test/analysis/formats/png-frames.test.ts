import { describe, expect, it } from 'vitest';
import { pngFrames } from '../../../src/analysis/formats/png-frames.ts';
import { animatedPng, quarters, randomBytes } from '../photo-files.ts';

describe('pngFrames', () => {
  it('counts one frame in a still picture', async () => {
    expect(pngFrames(await quarters(40, 30).png().toBuffer())).toBe(1);
  });

  it('reads how many frames an animation says it has', async () => {
    expect(pngFrames(animatedPng(await quarters(40, 30).png().toBuffer(), 12))).toBe(12);
  });

  it('ends on any bytes', () => {
    for (let seed = 0; seed < 100; seed++) expect(pngFrames(randomBytes(seed, 100))).toBeGreaterThanOrEqual(1);
  });
});
