import type { AlbumCheck } from './check.ts';
import { differentDocuments } from './different-documents.ts';
import { missingBack } from './missing-back.ts';
import { sameSideTwice } from './same-side-twice.ts';

/** Every check of several photos together by its code, which is the name of its file, in the order in which people should mend the faults. */
export const albumChecks: Readonly<Record<string, AlbumCheck>> = {
  'different-documents': differentDocuments,
  'same-side-twice': sameSideTwice,
  'missing-back': missingBack,
};
