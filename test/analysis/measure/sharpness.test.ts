import { describe, expect, it } from 'vitest';
import { defocus, shake } from '../../../bench/degrade.ts';
import { luminancePlane } from '../../../src/analysis/measure/plane.ts';
import { measureSharpness } from '../../../src/analysis/measure/sharpness.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { sceneOf } from '../../support/specimen-photos.ts';

describe('measureSharpness', () => {
  it('tells a sharp photo from ever softer ones', async () => {
    const { image } = await sceneOf('td1-front', {}, { widthPx: 1200, heightPx: 900 });
    const softened = [image, await defocus(image, 1), await defocus(image, 2), await defocus(image, 4)];
    const ratios = softened.map((photo) => measureSharpness(luminancePlane(photo)).blurRatio);
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
    expect(ratios[0]).toBeLessThan(policy.picture.warnBlurRatio);
    expect(ratios[3]).toBeGreaterThan(policy.picture.maxBlurRatio);
  });

  it.each([0, 45, 90, 135])('tells a camera that moved, in direction %i, from one out of focus', async (degrees) => {
    const { image } = await sceneOf('td1-front', {}, { widthPx: 1200, heightPx: 900 });
    const moved = measureSharpness(luminancePlane(shake(image, 15, degrees)));
    const unfocused = measureSharpness(luminancePlane(await defocus(image, 3)));
    expect(moved.blurRatio).toBeGreaterThan(policy.picture.warnBlurRatio);
    expect(moved.motionRatio).toBeGreaterThan(unfocused.motionRatio + 0.05);
  });

  it('calls a plane without any step wholly blurred', () => {
    const even = { width: 60, height: 60, data: new Uint8Array(3600).fill(90) };
    expect(measureSharpness(even).blurRatio).toBe(1);
  });
});
