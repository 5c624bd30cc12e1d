import type { Facts, FindingValues } from './types.ts';

/**
 * The figures behind findings, whether or not they are at fault, so that a photo can be compared with the one before it: by code, named and
 * rounded as the check's own values.
 */
export function measuresOf({ kind, document, faces, picture }: Facts): Readonly<Record<string, FindingValues>> {
  const look = kind === 'document' ? undefined : faces?.find((face) => face.look !== undefined);
  const measures: Record<string, FindingValues> = {};
  if (document && kind !== 'selfie') {
    measures.glare = { areaPercent: Math.round(document.glare.areaRatio * 1000) / 10 };
    if (document.hasOutline) measures['small-in-frame'] = { fillPercent: Math.round(document.fillRatio * 100) };
    if (document.dpi !== undefined) measures['low-resolution'] = { dpi: Math.round(document.dpi) };
  } else if (picture) {
    measures['low-resolution'] = { longSidePx: Math.max(picture.widthPx, picture.heightPx) };
  }
  if (look) {
    measures['face-too-small'] = { facePx: Math.round(look.box.width) };
    measures['head-tilted'] = { tiltDegrees: Math.round(Math.abs(look.rollDegrees)) };
  }
  return measures;
}
