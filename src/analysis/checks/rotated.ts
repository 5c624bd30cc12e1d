import { type Check, EVERY_KIND } from './check.ts';

/** The content lies on its side or stands on its head. */
export const rotated: Check = {
  stage: 'picture',
  kinds: EVERY_KIND,
  judge({ picture, document, faces }) {
    if (!picture || picture.rotation === 0) return undefined;
    // Without a document or a face there is nothing that has a way up.
    if (!document && !faces?.length) return undefined;
    const confidence = picture.rotationConfidence;
    return {
      severity: confidence >= 0.7 ? 'blocker' : 'warning',
      confidence,
      values: { rotationDegrees: picture.rotation },
    };
  },
};
