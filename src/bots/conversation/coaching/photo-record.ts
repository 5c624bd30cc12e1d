import type { AlbumPhoto, Finding, Report } from '../../../analysis/index.ts';
import type { CARD_PARTS } from '../../reply/card-labels.ts';

/** The photos that an identity check asks for. */
export type PhotoPart = (typeof CARD_PARTS)[number];

/** The figures of a report: all that is remembered of a photo. */
export interface PhotoRecord extends AlbumPhoto {
  readonly part: PhotoPart;
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'confidence' | 'values'>[];
  readonly measures: Report['measures'];
  readonly phone: Report['phone'];
  /** How many photos of this part have been sent until one was good, this one included. */
  readonly tries: number;
}

/** What may be kept of a report. `before` are the photos that came before it. */
export function recordOf(report: Report, before: Readonly<Partial<Record<PhotoPart, PhotoRecord>>>): PhotoRecord {
  const { as, verdict, document, side, daysLeft, measures, phone } = report;
  const part = partOf(report, before);
  const previous = before[part];
  const isNextTry = previous !== undefined && previous.verdict !== 'ready';
  return {
    part,
    as,
    verdict,
    document,
    side,
    daysLeft,
    measures,
    phone,
    findings: report.findings.map(({ code, severity, confidence, values }) => ({ code, severity, confidence, values })),
    tries: isNextTry ? previous.tries + 1 : 1,
  };
}

/** A side that nothing tells follows the front of a card, else it is taken for the front. */
function partOf(
  { as, side }: Pick<Report, 'as' | 'side'>,
  { front, back }: Readonly<Partial<Record<PhotoPart, PhotoRecord>>>,
): PhotoPart {
  if (as !== 'document') return 'selfie';
  if (side !== undefined) return side;
  const isFrontDone = front?.side === 'front' && front.document?.kind === 'card' && front.verdict !== 'retake';
  return isFrontDone || (back !== undefined && front?.verdict !== 'retake') ? 'back' : 'front';
}
