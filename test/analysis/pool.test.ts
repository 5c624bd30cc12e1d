import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalyserBusyError, createPhotoAnalyser, type PhotoAnalyser } from '../../src/analysis/pool.ts';
import type { PhotoSubmission } from '../../src/analysis/types.ts';
import { portraitJpeg, sceneOf, submissionOf, submissionOfBytes } from '../support/specimen-photos.ts';
import { blackPng, randomBytes } from './photo-files.ts';

let card: PhotoSubmission;
beforeAll(async () => {
  card = await submissionOf((await sceneOf('td1-front')).image);
});

describe('createPhotoAnalyser', () => {
  let analyser: PhotoAnalyser;
  beforeAll(() => {
    analyser = createPhotoAnalyser({ threads: 2 });
  });
  afterAll(() => analyser.close());

  it('gives each of several photos at once its own report', async () => {
    const portrait = submissionOfBytes(await portraitJpeg(), 'selfie');
    const plain = submissionOfBytes(await blackPng(300, 200), 'document', 'png');
    const reports = await Promise.all([card, portrait, plain, card].map((photo) => analyser.analyse(photo)));
    expect(reports.map(({ as, widthPx, heightPx }) => [as, widthPx, heightPx])).toEqual([
      ['document', 1600, 1200],
      ['selfie', 512, 512],
      ['document', 300, 200],
      ['document', 1600, 1200],
    ]);
    expect(reports[3]!.findings).toEqual(reports[0]!.findings);
  });

  it('outlives hostile bytes and leaves the bytes of the caller in place', async () => {
    const hostile = submissionOfBytes(randomBytes(8, 50_000, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), 'auto');
    expect((await analyser.analyse(hostile)).verdict).toBe('retake');
    expect((await analyser.analyse(card)).document).not.toBeNull();
    expect(card.bytes.length).toBeGreaterThan(10_000);
  });

  it('draws the picture of a report, and none of a file without pixels', async () => {
    const report = await analyser.analyse(card);
    const jpeg = await analyser.drawPicture({ bytes: card.bytes, report });
    expect([...jpeg!.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(await analyser.drawPicture({ bytes: randomBytes(9, 4000), report })).toBeUndefined();
  });
});

describe('createPhotoAnalyser under load', () => {
  it('refuses a photo when as many wait as may, keeps those it took, and closes only after them', async () => {
    const analyser = createPhotoAnalyser({ threads: 1, maxWaiting: 1 });
    const running = analyser.analyse(card);
    const waiting = analyser.analyse(card);
    const refused = analyser.analyse(card);
    await expect(refused).rejects.toBeInstanceOf(AnalyserBusyError);
    const ended: string[] = [];
    const taken = Promise.all([running, waiting]).then((reports) => {
      ended.push('photos');
      return reports;
    });
    await analyser.close().then(() => ended.push('closed'));
    expect((await taken).map(({ widthPx }) => widthPx)).toEqual([1600, 1600]);
    expect(ended).toEqual(['photos', 'closed']);
  });
});
