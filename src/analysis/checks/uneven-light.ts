import { boxPolygon } from '../measure/geometry.ts';
import type { DocumentFacts, FaceFacts } from '../types.ts';
import { type Check, EVERY_KIND, type Judgement } from './check.ts';

/** A shadow falls on part of the document, or half of the face lies in the dark. */
export const unevenLight: Check = {
  stage: 'document',
  kinds: EVERY_KIND,
  judge({ kind, document, faces }, policy) {
    const ofDocument = document && kind !== 'selfie' ? judgeDocument(document, policy.document) : undefined;
    const face = faces?.find(({ look }) => look);
    return ofDocument ?? (face && kind !== 'document' ? judgeFace(face, policy.selfie) : undefined);
  },
};

function judgeDocument({ shade }: DocumentFacts, limits: { warnShadeRatio: number }): Judgement | undefined {
  if (shade.areaRatio < limits.warnShadeRatio) return undefined;
  return {
    severity: 'warning',
    confidence: 0.7,
    values: { areaPercent: Math.round(shade.areaRatio * 100) },
    areas: shade.spots.map(boxPolygon),
  };
}

function judgeFace(
  { look, box }: FaceFacts,
  limits: { warnCheekLightRatio: number; warnYawDegrees: number },
): Judgement | undefined {
  // In profile the far cheek is a sliver before the background.
  if (look?.cheekLightRatio === undefined || Math.abs(look.yawDegrees) > limits.warnYawDegrees) return undefined;
  if (look.cheekLightRatio >= limits.warnCheekLightRatio) return undefined;
  return { severity: 'warning', confidence: 0.7, values: {}, areas: [boxPolygon(box)] };
}
