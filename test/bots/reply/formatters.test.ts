import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { addFormatters } from '../../../src/bots/reply/formatters.ts';

const instance = createInstance();
beforeAll(async () => {
  const formats = ['fileSize', 'percent', 'degrees', 'duration', 'formatName'];
  const texts = Object.fromEntries(formats.map((format) => [format, `{{value, ${format}}}`]));
  await instance.init({ resources: { en: { translation: texts }, es: { translation: texts } } });
  addFormatters(instance);
});

const shown = (format: string, value: unknown, language = 'en') =>
  instance.getFixedT(language)(format, { value }).replaceAll(' ', ' ');

describe('addFormatters', () => {
  it('writes bytes as kB below a megabyte and as MB from there', () => {
    expect(shown('fileSize', 34_000)).toBe('34 kB');
    expect(shown('fileSize', 999_499)).toBe('999 kB');
    expect(shown('fileSize', 999_500)).toBe('1 MB');
    expect(shown('fileSize', 4_260_000)).toBe('4.3 MB');
    expect(shown('fileSize', 12_345_678)).toBe('12 MB');
  });

  it('writes numbers as the language does', () => {
    expect(shown('fileSize', 4_260_000, 'es')).toBe('4,3 MB');
    expect(shown('duration', 1, 'es')).toBe('1 día');
  });

  it('writes days as days, months or years', () => {
    expect(shown('duration', 1)).toBe('1 day');
    expect(shown('duration', 59)).toBe('59 days');
    expect(shown('duration', 61)).toBe('2 months');
    expect(shown('duration', 729)).toBe('23 months');
    expect(shown('duration', 731)).toBe('2 years');
  });

  it('writes small percentages with one digit and others without', () => {
    expect(shown('percent', 0.84)).toBe('0.8%');
    expect(shown('percent', 61.7)).toBe('62%');
  });

  it('writes angles and formats', () => {
    expect(shown('degrees', 14.2)).toBe('14°');
    expect(shown('formatName', 'heic')).toBe('HEIC');
    expect(shown('formatName', 'webp')).toBe('WebP');
  });
});
