import type { Policy } from '../policy.ts';
import type { Exposure } from '../types.ts';
import { type Check, EVERY_KIND, type Judgement } from './check.ts';

/** Too little light on the document or the face. */
export const tooDark: Check = {
  stage: 'picture',
  kinds: EVERY_KIND,
  judge({ kind, picture, document, faces }, policy) {
    if (!picture) return undefined;
    const face = faces?.find(({ isPrinted }) => !isPrinted);
    if (kind !== 'document' && face) return judgeFace(face.exposure, picture.exposure.median, policy);
    const paper = (document?.exposure ?? picture.exposure).p95;
    const { minPaper, warnPaper, warnPaperInDark, maxDarkSceneMedian } = policy.document;
    const wanted = picture.exposure.median < maxDarkSceneMedian ? warnPaperInDark : warnPaper;
    if (paper >= wanted) return undefined;
    return {
      severity: paper < minPaper ? 'blocker' : 'warning',
      confidence: paper < minPaper ? 0.9 : 0.6,
      values: { brightness: paper, minBrightness: wanted },
    };
  },
};

/** A face is dark by itself, or lost in a dark scene. */
function judgeFace(face: Exposure, sceneMedian: number, { selfie, picture }: Policy): Judgement | undefined {
  const { minLight, warnLight, minMedianInDark } = selfie;
  if (face.p95 < warnLight) {
    const severity = face.p95 < minLight ? 'blocker' : 'warning';
    return { severity, confidence: 0.85, values: { brightness: face.p95, minBrightness: warnLight } };
  }
  if (sceneMedian >= picture.minSceneMedian || face.median >= minMedianInDark) return undefined;
  return { severity: 'warning', confidence: 0.7, values: { brightness: face.median, minBrightness: minMedianInDark } };
}
