import type { TFunction } from 'i18next';
import type { PictureLabels, Report } from '../../analysis/index.ts';
import { findingText } from './finding-text.ts';

/** The words of a reply picture in the reader's language. */
export function pictureLabels(t: TFunction, language: string, { as, findings }: Report): PictureLabels {
  return {
    language,
    findings: findings.map((finding) => findingText(t, finding).name),
    ready: t(`chat:report.ready.${as}`),
    document: t('chat:marks.document'),
    face: t('chat:marks.face'),
    mrz: t('chat:marks.mrz'),
  };
}
