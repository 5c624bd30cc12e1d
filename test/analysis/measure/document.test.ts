import { beforeAll, describe, expect, it } from 'vitest';
import { type Ground, photographGround } from '../../../bench/composites.ts';
import { toJpeg } from '../../../bench/degrade.ts';
import { overlapOf } from '../../../bench/outline/overlap.ts';
import { decodePhoto } from '../../../src/analysis/decode.ts';
import { gatherFacts } from '../../../src/analysis/gather-facts.ts';
import { type AnalysisTools, loadAnalysisTools } from '../../../src/analysis/tools.ts';
import type { Facts, UprightImage } from '../../../src/analysis/types.ts';
import { sceneOf } from '../../support/specimen-photos.ts';

let tools: AnalysisTools;
beforeAll(async () => {
  tools = await loadAnalysisTools();
});

async function factsOf(image: UprightImage): Promise<Facts> {
  const decoded = await decodePhoto(await toJpeg(image, 95), 'jpg');
  return gatherFacts(decoded, { as: 'document', today: '2026-11-23' }, tools, () => undefined);
}

describe('the document in a photo', () => {
  it.each([
    ['td1-front', 'plain'],
    ['td3', 'wood'],
    ['td2', 'dark'],
    ['licence-front', 'cloth'],
  ] as const)('%s on %s ground: its corners, size and resolution', async (kind, ground) => {
    const scene = await sceneOf(
      kind,
      { leanDegrees: 5, pitchDegrees: 8, fillRatio: 0.7 },
      { ground: ground as Ground },
    );
    const { document } = await factsOf(scene.image);
    expect(overlapOf(document!.corners, scene.corners)).toBeGreaterThan(0.93);
    const [a, b] = scene.corners;
    const millimetres = { 'td1-front': 85.6, td3: 125, td2: 105, 'licence-front': 85.6 }[kind];
    const dpi = Math.hypot(b.x - a.x, b.y - a.y) / (millimetres / 25.4);
    expect(Math.abs(document!.dpi! / dpi - 1)).toBeLessThan(0.12);
    expect(document).toMatchObject({ hasOutline: true, cutSides: [] });
  });

  it('knows what it saw of an identity document', async () => {
    expect((await factsOf((await sceneOf('td3')).image)).document?.identityFeatures).toContain('mrz');
    expect((await factsOf((await sceneOf('licence-back')).image)).document?.identityFeatures).toContain('barcode');
    expect((await factsOf((await sceneOf('receipt')).image)).document?.identityFeatures).toEqual([]);
  });

  it.each([
    [{ shiftX: 0.3 }, 'right'],
    [{ shiftX: -0.3 }, 'left'],
    [{ shiftY: -0.34 }, 'top'],
  ] as const)('runs out of the picture with %o: %s', async (shift, side) => {
    const { document } = await factsOf((await sceneOf('td3', shift)).image);
    expect(document!.cutSides).toEqual([side]);
  });

  it('is not there where only the ground is', async () => {
    for (const ground of ['plain', 'wood', 'cloth', 'dark'] as const) {
      expect((await factsOf(await photographGround({ ground, seed: 3 }))).document).toBeUndefined();
    }
  });
});
