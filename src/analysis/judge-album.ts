import type { AlbumPhoto } from './checks/album/check.ts';
import { albumChecks } from './checks/album/index.ts';
import type { Finding } from './types.ts';

/** What is wrong with photos as a set: a side is missing, one came twice, or they are of two documents. */
export function judgeAlbum(photos: readonly AlbumPhoto[]): Finding[] {
  return Object.entries(albumChecks).flatMap(([code, check]) => {
    const judgement = check.judge(photos);
    return judgement ? [{ code, ...judgement, values: {}, areas: [] }] : [];
  });
}
