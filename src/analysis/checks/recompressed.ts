import type { Check } from './check.ts';

/** A chat made the picture smaller, and the document lost detail by it. Says nothing where enough is left. */
export const recompressed: Check = {
  stage: 'document',
  kinds: ['document', 'selfie-with-document'],
  judge({ file, picture, document }, { picture: { chatLongSidesPx, maxChatQuality }, document: { fineDpi, warnDpi } }) {
    if (!picture || document?.dpi === undefined || document.dpi >= fineDpi) return undefined;
    const longSidePx = Math.max(picture.widthPx, picture.heightPx);
    const isChatCopy =
      !file.hasCameraExif &&
      file.jpegQuality !== undefined &&
      file.jpegQuality <= maxChatQuality &&
      (chatLongSidesPx as readonly number[]).includes(longSidePx);
    if (!isChatCopy) return undefined;
    return {
      severity: document.dpi < warnDpi ? 'warning' : 'note',
      confidence: 0.7,
      values: { longSidePx, dpi: Math.round(document.dpi) },
    };
  },
};
