import { describe, expect, it } from 'vitest';
import { reportParagraphs } from '../../../src/bots/reply/report-text.ts';
import { english, spanish } from '../../support/locales.ts';
import { findingWith, reportWith } from '../../support/reports.ts';

const glareThenBlur = [
  findingWith({ code: 'glare', values: { areaPercent: 6 } }),
  findingWith({ code: 'blur', severity: 'warning' }),
  findingWith({ code: 'converted-format', severity: 'note', values: { format: 'heic' } }),
];

describe('reportParagraphs', () => {
  it('starts with the verdict in words of the kind', () => {
    const [headline] = reportParagraphs(english, reportWith({ as: 'selfie', verdict: 'retake' }));
    expect(headline).toEqual({ kind: 'headline', text: 'Please take this selfie again before you send it.' });
  });

  it.each(['document', 'selfie', 'selfie-with-document'] as const)(
    'never says that a %s is ready without the limit of that',
    (as) => {
      for (const t of [english, spanish]) {
        for (const verdict of ['ready', 'warn'] as const) {
          const note = reportParagraphs(t, reportWith({ as, verdict })).at(-1);
          expect(note).toEqual({ kind: 'note', text: t('chat:report.noGuarantee') });
        }
      }
    },
  );

  it('gives the reason and the step of the first finding, and of the others the step alone', () => {
    const items = reportParagraphs(english, reportWith({ verdict: 'retake', findings: glareThenBlur })).filter(
      (paragraph) => paragraph.kind === 'item',
    );
    expect(items[0]?.text).toBe(`${english('advice:glare.why')} ${english('advice:glare.do')}`);
    expect(items[1]?.text).toBe(english('advice:blur.do'));
    expect(items[0]?.measured).toBe('6% of the document');
  });

  it('numbers the items like the badges in the picture, and colours them by severity', () => {
    const items = reportParagraphs(english, reportWith({ verdict: 'retake', findings: glareThenBlur })).filter(
      (paragraph) => paragraph.kind === 'item',
    );
    expect(items.map(({ number, tone }) => [number, tone])).toEqual([
      [1, 'bad'],
      [2, 'caution'],
      [3, 'plain'],
    ]);
  });

  it('has nothing to add when there is one finding', () => {
    const kinds = reportParagraphs(english, reportWith({ verdict: 'retake', findings: glareThenBlur.slice(0, 1) }));
    expect(kinds.map(({ kind }) => kind)).toEqual(['headline', 'item']);
  });
});
