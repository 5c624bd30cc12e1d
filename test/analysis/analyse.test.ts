import { beforeAll, describe, expect, it } from 'vitest';
import { defocus } from '../../bench/degrade.ts';
import { overlapOf } from '../../bench/outline/overlap.ts';
import { analysePhoto } from '../../src/analysis/analyse.ts';
import { type AnalysisTools, loadAnalysisTools } from '../../src/analysis/tools.ts';
import type { PhotoSubmission } from '../../src/analysis/types.ts';
import { portraitJpeg, sceneOf, specimenOf, submissionOf, submissionOfBytes } from '../support/specimen-photos.ts';
import { randomBytes } from './photo-files.ts';

let tools: AnalysisTools;
beforeAll(async () => {
  tools = await loadAnalysisTools();
});
const analyse = (submission: PhotoSubmission) => analysePhoto(submission, tools);
const codesOf = async (submission: PhotoSubmission) => (await analyse(submission)).findings.map(({ code }) => code);

describe('analysePhoto', () => {
  it('lets a good photo of a card pass and outlines the card', async () => {
    const scene = await sceneOf('td1-front');
    const report = await analyse(await submissionOf(scene.image, 'auto'));
    expect(report).toMatchObject({ as: 'document', rotation: 0, widthPx: 1600, heightPx: 1200 });
    expect(report.findings.filter(({ severity }) => severity === 'blocker')).toEqual([]);
    expect(overlapOf(report.document!.corners, scene.corners)).toBeGreaterThan(0.85);
  });

  it('asks for a retake of the same photo out of focus', async () => {
    const { image } = await sceneOf('td1-front');
    const report = await analyse(await submissionOf(await defocus(image, 6)));
    expect(report.verdict).toBe('retake');
    expect(report.findings.map(({ code }) => code)).toContain('blur');
  });

  it('tells a card that runs out of the picture', async () => {
    const { image } = await sceneOf('td1-front', { shiftX: 0.2 });
    expect(await codesOf(await submissionOf(image))).toContain('cropped');
  });

  it('takes a page of print for no identity document', async () => {
    const { image } = await sceneOf('page');
    expect(await codesOf(await submissionOf(image))).toContain('not-an-id');
  });

  it('compares what a person types with the document, and repeats none of it', async () => {
    const { image } = await sceneOf('td3');
    const [names, numbers] = (await specimenOf('td3')).machineReadable as [string, string];
    const [surname, given] = names.slice(5).split('<<') as [string, string];
    const [yy, month, day] = [13, 15, 17].map((at) => numbers.slice(at, at + 2)) as [string, string, string];
    const submission = await submissionOf(image);
    const mismatch = async (name: string, birthDate: string) => {
      const report = await analyse({ ...submission, details: { name, birthDate } });
      expect(JSON.stringify(report)).not.toContain(name);
      return report.findings.find(({ code }) => code === 'details-mismatch')?.values;
    };
    const name = `${given.replaceAll('<', ' ')} ${surname}`.toLowerCase();
    expect(await mismatch(name, `19${yy}-${month}-${day}`)).toBeUndefined();
    expect(await mismatch('Somebody Else', `19${yy}-${month}-${day}`)).toEqual({ problem: 'different', mismatches: 1 });
    expect(await mismatch('Somebody Else', '1901-01-01')).toEqual({ problem: 'different', mismatches: 2 });
  });

  it('finds one face in a portrait and says where it is', async () => {
    const report = await analyse(submissionOfBytes(await portraitJpeg(), 'selfie'));
    expect(report).toMatchObject({ as: 'selfie', faces: 1, document: null });
    const { x, y, width, height } = report.faceBoxes[0]!;
    // Her nose, as it is seen in the fixture.
    expect([x < 222 && 222 < x + width, y < 120 && 120 < y + height]).toEqual([true, true]);
  });

  it('misses the face in a selfie that shows a card without a portrait', async () => {
    const { image } = await sceneOf('td1-back');
    expect(await codesOf(await submissionOf(image, 'selfie'))).toContain('no-face');
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['noise', randomBytes(5, 60_000)],
    ['noise that starts like a JPEG', randomBytes(6, 60_000, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))],
  ])('answers %s with a retake instead of failing', async (_name, bytes) => {
    const report = await analyse(submissionOfBytes(bytes, 'auto'));
    expect(report).toMatchObject({ verdict: 'retake', document: null, faces: 0, widthPx: 0, heightPx: 0 });
  });
});
