import { type Check, EVERY_KIND } from './check.ts';

/** The content lies on its side or stands on its head, or the document in somebody's hand does. */
export const rotated: Check = {
  stage: 'picture',
  kinds: EVERY_KIND,
  judge({ picture, document, faces, text }) {
    // Without a document or a face there is nothing that has a way up.
    if (!picture || (!document && !faces?.length)) return undefined;
    const { rotation, rotationConfidence } = picture;
    if (rotation !== 0) {
      const severity = rotationConfidence >= SURE ? 'blocker' : 'warning';
      return { severity, confidence: rotationConfidence, values: { rotationDegrees: rotation } };
    }
    const ofPrint = text?.sense?.rotation ?? 0;
    if (!document || ofPrint === 0) return undefined;
    return {
      severity: 'warning',
      confidence: 0.85,
      values: { rotationDegrees: ofPrint },
      areas: [document.corners],
    };
  },
};

/** Below this confidence it may be upright after all. */
const SURE = 0.7;
