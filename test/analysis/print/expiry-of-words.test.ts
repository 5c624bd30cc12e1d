import { describe, expect, it } from 'vitest';
import { expiryLabels, expiryOfWords } from '../../../src/analysis/print/expiry-of-words.ts';

const TODAY = '2026-11-23';
/** Words at places of a grid: 12 px a character, 30 px high, lines 40 px apart. */
const at = (text: string, x: number, row: number) => ({
  text,
  box: { x, y: 40 * row, width: 12 * text.length, height: 30 },
  confidence: 0.9,
});
const expiryOf = (...words: ReturnType<typeof at>[]) => expiryOfWords(words, TODAY);

describe('expiryOfWords', () => {
  it('takes the date behind its label', () => {
    const found = expiryOf(at('DOB', 0, 0), at('06/03/1981', 50, 0), at('EXP', 300, 0), at('06/03/2031', 350, 0));
    expect(found).toEqual({ date: '2031-06-03', isLabelled: true });
  });

  it('takes the date under its label, not the one under the label beside it', () => {
    const found = expiryOf(
      ...[at('Issued', 0, 0), at('On', 80, 0), at('Expires', 300, 0), at('On', 390, 0)],
      ...[at('30', 0, 1), at('NOV', 40, 1), at('2019', 90, 1)],
      ...[at('29', 300, 1), at('NOV', 340, 1), at('2029', 390, 1)],
    );
    expect(found).toEqual({ date: '2029-11-29', isLabelled: true });
  });

  it('reads the month first on documents of the United States, and elsewhere gives the benefit of the doubt', () => {
    const words = [at('EXP', 0, 1), at('03/04/2031', 50, 1)];
    expect(expiryOf(...words)?.date).toBe('2031-04-03');
    expect(expiryOf(at('DRIVER', 0, 0), at('LICENSE', 90, 0), ...words)?.date).toBe('2031-03-04');
    expect(expiryOf(at('EXP', 0, 1), at('05/04/2031', 50, 1))?.date).toBe('2031-05-04');
  });

  it('tells it from birth and issue when its label was not read', () => {
    const found = expiryOf(at('01.02.1981', 0, 0), at('01.02.2019', 0, 3), at('31.01.2029', 0, 6));
    expect(found).toEqual({ date: '2029-01-31', isLabelled: false });
  });

  it('takes no issue date for the expiry', () => {
    expect(expiryOf(at('01.02.1981', 0, 0), at('01.02.2019', 0, 3))).toBeUndefined();
    const dates = [at('01.02.1981', 50, 0), at('01.02.2009', 50, 3), at('31.01.2019', 50, 6)];
    expect(expiryOf(...dates, at('ISS', 0, 6))).toBeUndefined();
  });

  it('takes no year that was cut short where others are whole', () => {
    const whole = [at('30', 0, 0), at('NOV', 40, 0), at('2019', 90, 0)];
    expect(expiryOf(...whole, at('EXP', 0, 3), at('29', 50, 3), at('NOV', 90, 3), at('20', 140, 3))).toBeUndefined();
    expect(expiryOf(at('EXP', 0, 3), at('29', 50, 3), at('NOV', 90, 3), at('30', 140, 3))?.date).toBe('2030-11-29');
  });

  it('finds nothing in no words', () => {
    expect(expiryOf()).toBeUndefined();
  });
});

describe('expiryLabels', () => {
  it('tells where to look closer', () => {
    expect(expiryLabels([at('Expires', 100, 2), at('DOB', 0, 0)])).toEqual([{ x: 100, y: 80, width: 84, height: 30 }]);
  });
});
