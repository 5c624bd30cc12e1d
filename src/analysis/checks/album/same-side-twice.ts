import { type AlbumCheck, documentsOf } from './check.ts';

/** Two photos show the same side of a card, and none the other one. */
export const sameSideTwice: AlbumCheck = {
  judge(photos) {
    const cards = documentsOf(photos).filter(({ document }) => document?.kind === 'card');
    const sides = new Set(cards.map(({ side }) => side));
    if (cards.length < 2 || sides.size > 1) return undefined;
    return { severity: 'blocker', confidence: 0.8 };
  },
};
