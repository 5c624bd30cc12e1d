import { daysBetween } from '../calendar.ts';
import { scalePolygon } from '../measure/geometry.ts';
import { luminancePlane } from '../measure/plane.ts';
import type { DecodedPhoto, Facts } from '../types.ts';
import { NOTHING_READ } from './nothing-read.ts';
import { readPrintedExpiry } from './read-expiry.ts';
import type { TextReader } from './text-reader.ts';

/** A date with a label beside it, and one that was told from the dates before it. */
const LABELLED = 0.85;
const TOLD = 0.65;

/** Reading print takes longer than all the rest: it is left to sides with a portrait whose expiry nothing else told. */
export function wantsPrint({ kind, document, text }: Facts): boolean {
  return kind === 'document' && document?.identityFeatures.includes('portrait') === true && !text?.expiry;
}

/** The facts with the expiry that is printed on the document, when one is found. */
export async function addPrintedExpiry(
  facts: Facts,
  { image, reduction }: DecodedPhoto,
  today: string,
  reader: TextReader,
): Promise<Facts> {
  const { document, picture, text } = facts;
  if (!image || !document || !picture) return facts;
  const corners = scalePolygon(document.corners, 1 / reduction);
  const found = await readPrintedExpiry(luminancePlane(image), corners, picture.rotation, reader, today);
  if (!found) return facts;
  const { date, isLabelled } = found;
  const confidence = isLabelled ? LABELLED : TOLD;
  const expiry = { date, daysLeft: daysBetween(today, date), source: 'print', confidence } as const;
  // Print without a label may be another date altogether.
  const other = isLabelled ? text?.zone?.expiryAsRead : undefined;
  const datesDisagree = other !== undefined && other !== date;
  return { ...facts, text: { ...(text ?? NOTHING_READ), expiry, datesDisagree } };
}
