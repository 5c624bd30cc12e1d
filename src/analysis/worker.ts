import { analysePhoto } from './analyse.ts';
import { drawPicture } from './picture/draw-picture.ts';
import { policy } from './policy.ts';
import { loadAnalysisTools } from './tools.ts';
import type { PhotoSubmission, PictureRequest, Report } from './types.ts';

/** The models live as long as the worker thread: loading them takes longer than a photo. */
const loading = loadAnalysisTools();
// A failed load must reject the photos that wait for it, not the thread.
loading.catch(() => undefined);

/** Judges one photo on this thread. */
export async function analyse(submission: PhotoSubmission): Promise<Report> {
  return analysePhoto(submission, await loading, policy);
}

/** Draws the picture of a report on this thread. */
export async function draw({ bytes, report, labels }: PictureRequest): Promise<Uint8Array | undefined> {
  return drawPicture(bytes, report, labels);
}
