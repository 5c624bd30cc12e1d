import { type AlbumCheck, documentsOf } from './check.ts';

/** Front and back are not of one document: another kind, or another day of expiry. */
export const differentDocuments: AlbumCheck = {
  judge(photos) {
    const documents = documentsOf(photos);
    const fronts = documents.filter(({ side }) => side === 'front');
    const backs = documents.filter(({ side }) => side === 'back');
    const differ = fronts.some((front) => backs.some((back) => isOther(front, back)));
    return differ ? { severity: 'blocker', confidence: 0.8 } : undefined;
  },
};

function isOther(
  front: { readonly document: { readonly kind: string } | null; readonly daysLeft: number | undefined },
  back: { readonly daysLeft: number | undefined },
): boolean {
  if (front.document?.kind === 'passport') return true;
  return front.daysLeft !== undefined && back.daysLeft !== undefined && front.daysLeft !== back.daysLeft;
}
