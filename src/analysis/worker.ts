import { analysePhoto } from './analyse.ts';
import { makeCopy } from './copy/make-copy.ts';
import { drawBars } from './picture/draw-bars.ts';
import { drawCard } from './picture/draw-card.ts';
import { drawPicture } from './picture/draw-picture.ts';
import { loadAnalysisTools } from './tools.ts';
import type {
  BarsRequest,
  CardRequest,
  CopyOutcome,
  CopyRequest,
  PhotoSubmission,
  PictureRequest,
  Report,
} from './types.ts';

/** The models live as long as the worker thread: loading them takes longer than a photo. */
const loading = loadAnalysisTools();
// A failed load must reject the photos that wait for it, not the thread.
loading.catch(() => undefined);

/** Judges one photo on this thread. */
export async function analyse(submission: PhotoSubmission): Promise<Report> {
  return analysePhoto(submission, await loading);
}

/** Draws the picture of a report on this thread. */
export async function draw({ bytes, report, labels }: PictureRequest): Promise<Uint8Array | undefined> {
  return drawPicture(bytes, report, labels);
}

/** Makes the upload-ready copy of a photo on this thread. */
export async function copy(request: CopyRequest): Promise<CopyOutcome> {
  return makeCopy(request);
}

/** Draws a readiness card on this thread. */
export async function card(request: CardRequest): Promise<Uint8Array> {
  return drawCard(request);
}

/** Draws counts as bars on this thread. */
export async function bars(request: BarsRequest): Promise<Uint8Array> {
  return drawBars(request);
}
