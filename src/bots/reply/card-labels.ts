import type { TFunction } from 'i18next';
import type { CardState } from '../../analysis/index.ts';

/** The photos of a readiness card, in the order in which they are asked for. */
export const CARD_PARTS = ['front', 'back', 'selfie'] as const;
const STATES: readonly CardState[] = ['ready', 'warn', 'retake', 'missing'];

/** Every word that a readiness card may show, names of findings apart: the typefaces need their characters. */
export function cardLabels(t: TFunction): readonly string[] {
  return [
    t('chat:card.title'),
    ...CARD_PARTS.map((part) => t(`chat:photos.${part}`)),
    ...STATES.map((state) => t(`chat:card.${state}`)),
  ];
}
