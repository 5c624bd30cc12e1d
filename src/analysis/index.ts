/** The door of the analysis: everything outside imports from here and from nowhere else in this folder. */
export type { AlbumPhoto } from './checks/album/check.ts';
export { judgeAlbum } from './judge-album.ts';
export { AnalyserBusyError, createPhotoAnalyser, type PhotoAnalyser } from './pool.ts';
export { profiles } from './profiles.ts';
export { showsIdentityDocument } from './shows-identity-document.ts';
export type {
  AccountDetails,
  CardState,
  CopyOutcome,
  Finding,
  FindingValues,
  Phone,
  PhotoKind,
  PhotoSubmission,
  PictureLabels,
  Report,
  RequestedKind,
  Severity,
  Verdict,
} from './types.ts';
