import type { TFunction } from 'i18next';
import type { Report, Severity, Verdict } from '../../analysis/index.ts';
import type { Paragraph, Tone } from '../platform.ts';
import { findingText } from './finding-text.ts';

/** The mood of each verdict and severity. */
export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = { ready: 'good', warn: 'caution', retake: 'bad' };
const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { blocker: 'bad', warning: 'caution', note: 'plain' };

/**
 * A report as paragraphs: the verdict, the main reason with its step, then the rest in short. The number of an item is the
 * number of its badges in the picture. "Ready" never comes without saying that it guarantees nothing.
 */
export function reportParagraphs(
  t: TFunction,
  report: Pick<Report, 'as' | 'verdict' | 'findings'>,
): readonly Paragraph[] {
  const items = report.findings.map((finding, index): Paragraph => {
    const text = findingText(t, finding);
    return {
      kind: 'item',
      number: index + 1,
      tone: SEVERITY_TONES[finding.severity],
      title: text.name,
      measured: text.measured,
      // The first is what to mend first, so it also says why; the others only what to do.
      text: index === 0 ? t('chat:report.reasonAndStep', { reason: text.why, step: text.do }) : text.do,
    };
  });
  const [main, ...rest] = items;
  const paragraphs: Paragraph[] = [{ kind: 'headline', text: t(`chat:report.${report.verdict}.${report.as}`) }];
  if (main) paragraphs.push(main);
  if (rest.length > 0) paragraphs.push({ kind: 'text', text: t('chat:report.also') }, ...rest);
  if (report.verdict !== 'retake') paragraphs.push({ kind: 'note', text: t('chat:report.noGuarantee') });
  return paragraphs;
}
