import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isRightToLeft, letter } from '../../../src/analysis/picture/lettering.ts';
import { cardLabels } from '../../../src/bots/reply/card-labels.ts';
import { pictureLabels } from '../../../src/bots/reply/picture-labels.ts';
import { weekLabels } from '../../../src/bots/reply/week-labels.ts';
import { FINDING_CODES } from '../../support/finding-codes.ts';
import { translator } from '../../support/locales.ts';
import { findingWith, reportWith } from '../../support/reports.ts';

const coverage: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../../models/fonts/coverage.json', import.meta.url), 'utf8'),
);
const topics = Object.keys(
  JSON.parse(readFileSync(new URL('../../../locales/en/faq.json', import.meta.url), 'utf8')),
).filter((key) => !['facts', 'decisions', 'terminal'].includes(key));
const glyphs = new Set(Object.values(coverage).join(''));

async function ink(png: Buffer): Promise<number> {
  const { data } = await sharp(png).extractChannel('alpha').raw().toBuffer({ resolveWithObject: true });
  return data.filter((alpha) => alpha > 128).length;
}

describe('the words of a picture', () => {
  it.each(translator.languages)('have a glyph for every character in %s', (language) => {
    const findings = FINDING_CODES.map((code) => findingWith({ code }));
    const {
      findings: names,
      ready,
      document,
      face,
      mrz,
    } = pictureLabels(translator.t(language), language, reportWith({ findings }));
    const card = cardLabels(translator.t(language));
    const week = weekLabels(translator.t(language), topics);
    const text = [...names, ready, document, face, mrz, ...card, ...week].join('');
    expect([...text].filter((character) => character.trim() !== '' && !glyphs.has(character))).toEqual([]);
  });

  it.each(['en', 'ar', 'hi', 'zh', 'ja', 'ko', 'ru', 'vi'])(
    'are written in %s with an own typeface',
    async (language) => {
      const words: Record<string, string> = {
        ar: 'صورة',
        hi: 'फोटो',
        zh: '证件',
        ja: '写真',
        ko: '얼굴',
        ru: 'Фото',
        vi: 'Ảnh',
      };
      const { png, height } = await letter(words[language] ?? 'Photo', language, 34, '#ffffff', 600);
      expect(await ink(png)).toBeGreaterThan(150);
      expect(height).toBeLessThan(70);
    },
  );

  it('are cut to the width, whole characters at a time, and taken as they are', async () => {
    const long = await letter('A very long name that nobody can read on a phone', 'en', 34, '#fff', 300);
    expect(long.width).toBeLessThanOrEqual(300);
    const markup = await letter('<b>&amp;</b>', 'en', 34, '#fff', 900);
    const plain = await letter('b', 'en', 34, '#fff', 900);
    expect(markup.width).toBeGreaterThan(plain.width * 5);
  });

  it('run from right to left where the language does', () => {
    expect(['ar', 'he', 'en', 'zh', 'ur'].map(isRightToLeft)).toEqual([true, true, false, false, true]);
  });
});
