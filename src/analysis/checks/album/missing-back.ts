import { type AlbumCheck, documentsOf } from './check.ts';

/** The front of a card came without its back. */
export const missingBack: AlbumCheck = {
  judge(photos) {
    const documents = documentsOf(photos);
    const hasFront = documents.some(({ side, document }) => side === 'front' && document?.kind === 'card');
    const hasBack = documents.some(({ side }) => side === 'back');
    // A photo whose side nothing tells may be the back.
    const isUnclear = photos.some(({ as, side }) => as === 'document' && side === undefined);
    if (!hasFront || hasBack || isUnclear) return undefined;
    return { severity: 'warning', confidence: 0.8 };
  },
};
