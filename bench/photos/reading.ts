import type { LabelledPhoto } from '../manifest.ts';
import type { Judged } from './judge-all.ts';

/** Right ones among those that have it. */
export interface Share {
  readonly right: number;
  readonly photos: number;
  /** Files that are not right. */
  readonly missed: readonly string[];
}

/** How well the documents were read. */
export interface ReadingCounts {
  /** Zones of which every line was read letter by letter. */
  readonly zones: Share;
  /** Dates of expiry, whatever they were read from. */
  readonly expiries: Share;
  /** Documents still valid, and those of them that were not called expired. */
  readonly valid: Share;
}

/** Counts over the photos whose labels tell the text of the zone (`mrz_text`) and the date of expiry (`expiry`, `mrz_expiry`). */
export function countReading(judged: readonly Judged[], today: string): ReadingCounts {
  return {
    zones: share(judged, ({ labels }) => textOf(labels) !== undefined, isZoneRight),
    expiries: share(judged, ({ labels }) => datesOf(labels).length > 0, isExpiryRight),
    valid: share(
      judged,
      ({ labels }) => datesOf(labels).length > 0 && datesOf(labels).every((date) => date > today),
      ({ report }) => !report.findings.some(({ code }) => code === 'expired'),
    ),
  };
}

function share(
  judged: readonly Judged[],
  isMeant: (photo: LabelledPhoto) => boolean,
  isRight: (one: Judged) => boolean,
): Share {
  const meant = judged.filter(({ photo }) => isMeant(photo));
  const missed = meant.filter((one) => !isRight(one)).map(({ photo }) => photo.file);
  return { right: meant.length - missed.length, photos: meant.length, missed };
}

function isZoneRight({ photo, report }: Judged): boolean {
  return textOf(photo.labels) === report.revealed?.mrz.join('\n');
}

function isExpiryRight({ photo, report }: Judged): boolean {
  const expiry = report.revealed?.expiry;
  return expiry != null && datesOf(photo.labels).includes(expiry);
}

function textOf({ mrz_text }: LabelledPhoto['labels']): string | undefined {
  return Array.isArray(mrz_text) ? mrz_text.join('\n') : undefined;
}

/** The zone and the print of a specimen may tell two dates. */
function datesOf({ expiry, mrz_expiry }: LabelledPhoto['labels']): string[] {
  return [expiry, mrz_expiry].filter((date) => typeof date === 'string');
}
