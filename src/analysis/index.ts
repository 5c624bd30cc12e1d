/** The door of the analysis: everything outside imports from here and from nowhere else in this folder. */
export { AnalyserBusyError, createPhotoAnalyser, type PhotoAnalyser } from './pool.ts';
export type {
  AccountDetails,
  Finding,
  PhotoKind,
  PhotoSubmission,
  PictureLabels,
  Report,
  RequestedKind,
  Severity,
  Verdict,
} from './types.ts';
