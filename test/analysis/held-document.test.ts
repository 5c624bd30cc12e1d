import { beforeAll, describe, expect, it } from 'vitest';
import { composeSelfie, type HeldPose } from '../../bench/composites/held.ts';
import { overlapOf } from '../../bench/outline/overlap.ts';
import { analysePhoto } from '../../src/analysis/analyse.ts';
import { type AnalysisTools, loadAnalysisTools } from '../../src/analysis/tools.ts';
import type { RequestedKind, UprightImage } from '../../src/analysis/types.ts';
import { portraitJpeg, specimenOf, submissionOf } from '../support/specimen-photos.ts';

const BESIDE: HeldPose = { place: 'below', sizeRatio: 1.05, isUpsideDown: false, hidesData: false };
/** Where the detector sees the face of the fixture. */
const FACE = { x: 172, y: 74, width: 106, height: 106 };

let tools: AnalysisTools;
beforeAll(async () => {
  tools = await loadAnalysisTools();
});

async function selfieWith(pose: Partial<HeldPose> | undefined) {
  const person = { bytes: await portraitJpeg(), face: FACE };
  return composeSelfie(person, pose && (await specimenOf('td1-back')), { ...BESIDE, ...pose }, 8);
}

async function judged(image: UprightImage, as: RequestedKind = 'selfie-with-document') {
  const report = await analysePhoto({ ...(await submissionOf(image, as)), allStages: true }, tools);
  // Issued by a country that does not exist.
  const codes = report.findings.map(({ code }) => code).filter((code) => code !== 'specimen');
  return { report, codes };
}

function mirror({ widthPx, heightPx, pixels }: UprightImage): UprightImage {
  const out = Uint8Array.from(pixels, (_, i) => {
    const pixel = Math.floor(i / 3);
    const x = pixel % widthPx;
    return pixels[(pixel - x + widthPx - 1 - x) * 3 + (i % 3)]!;
  });
  return { widthPx, heightPx, pixels: out };
}

describe('a selfie with a document', () => {
  it('is known by itself, its document found to a few pixels, and nothing is said of it', async () => {
    const { image, corners } = await selfieWith({});
    const { report, codes } = await judged(image, 'auto');
    expect(report.as).toBe('selfie-with-document');
    expect(overlapOf(report.document!.corners, corners!)).toBeGreaterThan(0.9);
    expect(report.rotation).toBe(0);
    expect(codes).toEqual([]);
  });

  it('must show the document', async () => {
    const { image } = await selfieWith(undefined);
    expect((await judged(image)).codes).toContain('no-document-in-selfie');
    expect((await judged(image, 'auto')).report.as).toBe('selfie');
  });

  it('must show it the right way up, and not as in a mirror', async () => {
    const turned = await judged((await selfieWith({ isUpsideDown: true })).image);
    expect(turned.codes).toContain('rotated');
    expect(turned.report.rotation).toBe(0);
    const mirrored = await judged(mirror((await selfieWith({})).image));
    expect(mirrored.codes).toContain('mirrored');
    expect(mirrored.codes).not.toContain('rotated');
  });

  it('must not hide the face', async () => {
    const { codes } = await judged((await selfieWith({ place: 'over-face' })).image);
    expect(codes.some((code) => code === 'face-covered' || code === 'no-face')).toBe(true);
  });

  it('is no trouble for files that are not pictures of people', async () => {
    const blank = { widthPx: 300, heightPx: 300, pixels: new Uint8Array(300 * 300 * 3).fill(120) };
    expect((await judged(blank)).codes).toContain('no-face');
  });
});
