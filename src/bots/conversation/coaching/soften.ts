import type { Report } from '../../../analysis/index.ts';

/** From this try on a lone borderline fault is no reason to stop anybody: Onfido, too, lets the third photo through with a warning. */
const LENIENT_FROM_TRY = 3;
/** A check that is surer than this is no borderline case. */
const MAX_BORDERLINE_CONFIDENCE = 0.9;
/** Faults of the photo that come in degrees; what is missing, expired or of another kind is not softened. */
const COMES_IN_DEGREES: ReadonlySet<string> = new Set([
  'low-resolution',
  'blur',
  'glare',
  'too-dark',
  'overexposed',
  'low-contrast',
  'uneven-light',
  'tilted',
  'small-in-frame',
  'occluded',
  'face-too-small',
  'head-tilted',
  'not-frontal',
]);

/** The report with its lone borderline fault taken as a warning; the same report when there is nothing to soften. */
export function softened(report: Report, tries: number): Report {
  const blockers = report.findings.filter(({ severity }) => severity === 'blocker');
  const [lone] = blockers;
  if (tries < LENIENT_FROM_TRY || lone === undefined || blockers.length > 1) return report;
  if (!COMES_IN_DEGREES.has(lone.code) || lone.confidence > MAX_BORDERLINE_CONFIDENCE) return report;
  const findings = report.findings.map((finding) =>
    finding === lone ? { ...finding, severity: 'warning' as const } : finding,
  );
  return { ...report, verdict: 'warn', findings };
}
