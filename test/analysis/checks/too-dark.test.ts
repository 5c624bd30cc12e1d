import { describe, expect, it } from 'vitest';
import { tooDark } from '../../../src/analysis/checks/too-dark.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentOf, documentPhoto, faceOf, lightOf, pictureOf, selfie } from './photo-facts.ts';

const { minPaper, warnPaper, warnPaperInDark, maxDarkSceneMedian } = policy.document;
const { minLight, warnLight, minMedianInDark } = policy.selfie;
const { minSceneMedian } = policy.picture;
const paper = (p95: number) =>
  tooDark.judge(documentPhoto({ document: documentOf({ exposure: lightOf({ p95 }) }) }), policy);
const skin = (p95: number) => tooDark.judge(selfie({ faces: [faceOf({ exposure: lightOf({ p95 }) })] }), policy);

describe('too-dark', () => {
  it('takes paper and skin at the limit of the warning', () => {
    expect(paper(warnPaper)).toBeUndefined();
    expect(skin(warnLight)).toBeUndefined();
  });

  it('warns just below, down to the limit of the retake', () => {
    expect(paper(warnPaper - 1)).toMatchObject({ severity: 'warning' });
    expect(paper(minPaper)).toMatchObject({ severity: 'warning' });
    expect(skin(warnLight - 1)).toMatchObject({ severity: 'warning' });
    expect(skin(minLight)).toMatchObject({ severity: 'warning' });
  });

  it('asks for a retake below that', () => {
    expect(paper(minPaper - 1)).toMatchObject({ severity: 'blocker', values: { brightness: minPaper - 1 } });
    expect(skin(minLight - 1)).toMatchObject({ severity: 'blocker' });
  });

  it('warns of a face that the camera lifted out of a dark scene', () => {
    const judge = (sceneMedian: number, faceMedian: number) =>
      tooDark.judge(
        selfie({
          picture: pictureOf({ exposure: lightOf({ median: sceneMedian }) }),
          faces: [faceOf({ exposure: lightOf({ median: faceMedian }) })],
        }),
        policy,
      );
    expect(judge(minSceneMedian - 1, minMedianInDark - 1)).toMatchObject({ severity: 'warning' });
    expect(judge(minSceneMedian, minMedianInDark - 1)).toBeUndefined();
    expect(judge(minSceneMedian - 1, minMedianInDark)).toBeUndefined();
  });

  it('wants brighter paper where the scene is dark', () => {
    const judge = (sceneMedian: number, paperLuma: number) =>
      tooDark.judge(
        documentPhoto({
          picture: pictureOf({ exposure: lightOf({ median: sceneMedian }) }),
          document: documentOf({ exposure: lightOf({ p95: paperLuma }) }),
        }),
        policy,
      );
    expect(judge(maxDarkSceneMedian - 1, warnPaperInDark - 1)).toMatchObject({ severity: 'warning' });
    expect(judge(maxDarkSceneMedian, warnPaperInDark - 1)).toBeUndefined();
    expect(judge(maxDarkSceneMedian - 1, warnPaperInDark)).toBeUndefined();
  });

  it('goes by the whole picture when there is no document', () => {
    const picture = pictureOf({ exposure: lightOf({ p95: minPaper - 1 }) });
    expect(tooDark.judge(documentPhoto({ picture, document: undefined }), policy)).toMatchObject({
      severity: 'blocker',
    });
  });
});
