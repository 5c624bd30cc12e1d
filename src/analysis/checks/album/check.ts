import type { Report, Severity } from '../../types.ts';

/** What is known of each photo of an album, in the order in which they were sent. */
export type AlbumPhoto = Pick<Report, 'as' | 'verdict' | 'document' | 'side' | 'daysLeft'>;

/** A pure rule for a fault that no photo has by itself, only several of them together. */
export interface AlbumCheck {
  /** What speaks for the fault; undefined when it is not there. */
  judge(photos: readonly AlbumPhoto[]): { readonly severity: Severity; readonly confidence: number } | undefined;
}

/** The photos of documents whose side is known. */
export function documentsOf(photos: readonly AlbumPhoto[]): readonly AlbumPhoto[] {
  return photos.filter(({ as, document, side }) => as === 'document' && document !== null && side !== undefined);
}
