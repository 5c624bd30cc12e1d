import type { Report } from '../../analysis/index.ts';

/** What `--reveal` adds: text that was read from the document. Empty while no reader is part of the analysis. */
const NOTHING_READ = { mrz: [], barcode: null, expiry: null } as const;

/** One line of `check --json`; scripts outside depend on these keys. */
export function reportJson(file: string, report: Report, isRevealing: boolean): string {
  const { as, verdict, findings, document, faces, rotation, timingsMs } = report;
  return JSON.stringify({
    file,
    as,
    verdict,
    findings: findings.map(({ code, severity, confidence, values, areas }) => ({
      code,
      severity,
      confidence,
      values,
      areas,
    })),
    document: document === null ? null : { kind: document.kind, corners: document.corners },
    faces,
    rotation,
    timings_ms: timingsMs,
    ...(isRevealing ? NOTHING_READ : {}),
  });
}
