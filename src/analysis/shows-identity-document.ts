import type { Report } from './types.ts';

/**
 * Whether a photo surely shows an identity document: its machine readable lines, or a portrait on a card or passport. A selfie, a portrait or
 * a page of print is none: to delete what is harmless would cost more trust than one ID that is overlooked.
 */
export function showsIdentityDocument({ as, document, identityFeatures }: Report): boolean {
  if (as === 'selfie' || document === null) return false;
  if (identityFeatures.includes('mrz')) return true;
  return identityFeatures.includes('portrait') && document.kind !== 'sheet' && document.kind !== 'unknown';
}
