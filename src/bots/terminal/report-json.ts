import type { Report } from '../../analysis/index.ts';

/** One line of `check --json`; scripts outside depend on these keys. `revealed` is there when `--reveal` asked for it. */
export function reportJson(file: string, report: Report): string {
  const { as, verdict, findings, document, faces, rotation, timingsMs, revealed } = report;
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
    ...revealed,
  });
}
