import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createPhotoAnalyser, type Report, type RequestedKind } from '../../src/analysis/index.ts';
import type { LabelledPhoto } from '../manifest.ts';

/** A labelled photo and what was said of it: judged as what it would be sent as, and left to be recognised. */
export interface Judged {
  readonly photo: LabelledPhoto;
  readonly report: Report;
  readonly automatic: Report;
}

/** What a photo of this kind would be sent as. */
export function kindOf({ kind }: LabelledPhoto): RequestedKind {
  return kind === 'face' || kind === 'selfie' ? 'selfie' : 'document';
}

/** Judges every photo of the folder twice, with all stages and with what was read. */
export async function judgeAll(photos: readonly LabelledPhoto[], dir: string, today: string): Promise<Judged[]> {
  const analyser = createPhotoAnalyser();
  try {
    return await Promise.all(
      photos.map(async (photo) => {
        const bytes = new Uint8Array(await readFile(join(dir, photo.file)));
        const declaredExtension = extname(photo.file).slice(1).toLowerCase();
        const judgeAs = (as: RequestedKind) =>
          analyser.analyse({ bytes, as, today, declaredExtension, allStages: true, reveal: true });
        return { photo, report: await judgeAs(kindOf(photo)), automatic: await judgeAs('auto') };
      }),
    );
  } finally {
    await analyser.close();
  }
}
