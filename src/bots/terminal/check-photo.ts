import { extname } from 'node:path';
import type { PhotoAnalyser, Report } from '../../analysis/index.ts';
import type { Translate } from '../reply/i18n.ts';
import { pictureLabels } from '../reply/picture-labels.ts';
import type { CheckOptions } from './check-options.ts';
import { readPhoto } from './read-photo.ts';
import { writePicture } from './write-picture.ts';

/**
 * One bad file never stops the rest: what cannot be read, or was lost on the way, is a report like any other.
 * `onFailure` is called when the reason is not in the photo.
 */
export async function checkPhoto(
  file: string,
  pictureName: string,
  { as, today, details, provider, all, reveal, picture, locale }: CheckOptions,
  analyser: PhotoAnalyser,
  t: Translate,
  onFailure: () => void,
): Promise<Report> {
  const bytes = await readPhoto(file);
  if (bytes === undefined) return unreadableReport(as === 'auto' ? 'document' : as, reveal);
  const declaredExtension = extname(file).slice(1).toLowerCase() || undefined;
  try {
    const report = await analyser.analyse({
      bytes,
      as,
      today,
      details,
      provider,
      declaredExtension,
      allStages: all,
      reveal,
    });
    if (picture !== undefined) {
      const jpeg = await analyser.drawPicture({ bytes, report, labels: pictureLabels(t, locale, report) });
      if (jpeg !== undefined) await writePicture(picture, pictureName, jpeg);
    }
    return report;
  } catch {
    onFailure();
    return unreadableReport(as === 'auto' ? 'document' : as, reveal);
  }
}

function unreadableReport(as: Report['as'], reveal: boolean): Report {
  return {
    as,
    verdict: 'retake',
    findings: [{ code: 'unreadable-file', severity: 'blocker', confidence: 1, values: {}, areas: [] }],
    document: null,
    faces: 0,
    faceBoxes: [],
    rotation: 0,
    widthPx: 0,
    heightPx: 0,
    identityFeatures: [],
    hasOutline: false,
    side: undefined,
    daysLeft: undefined,
    isHolderRead: false,
    measures: {},
    phone: undefined,
    byProvider: {},
    timingsMs: {},
    ...(reveal ? { revealed: { mrz: [], barcode: null, expiry: null } } : {}),
  };
}
