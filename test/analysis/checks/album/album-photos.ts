import type { DocumentKind, Report } from '../../../../src/analysis/types.ts';
import { reportWith } from '../../../support/reports.ts';

const CORNERS = [
  { x: 0, y: 0 },
  { x: 9, y: 0 },
  { x: 9, y: 9 },
  { x: 0, y: 9 },
] as const;

/** A photo of a document of a kind and side. */
export function shown(kind: DocumentKind, side: Report['side'], daysLeft?: number): Report {
  return reportWith({ document: { kind, corners: CORNERS }, side, daysLeft });
}

export const selfie = reportWith({ as: 'selfie' });
