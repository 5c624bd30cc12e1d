import { describe, expect, it } from 'vitest';
import { reportPlain } from '../../../src/bots/terminal/report-plain.ts';
import { english } from '../../support/locales.ts';
import { findingWith, reportWith } from '../../support/reports.ts';

const report = reportWith({
  verdict: 'retake',
  findings: [
    findingWith({ code: 'glare', values: { areaPercent: 6 } }),
    findingWith({ code: 'blur', severity: 'warning' }),
  ],
});

describe('reportPlain', () => {
  it('leads with the file and the verdict, and numbers what was found', () => {
    const lines = reportPlain('card.jpg', report, { t: english, hasColours: false, widthChars: 80 }).split('\n');
    expect(lines[0]).toBe('card.jpg  take it again');
    expect(lines).toContain('  1. Reflection (6% of the document)');
    expect(lines).toContain('  2. Not sharp');
  });

  it('keeps within the width', () => {
    const text = reportPlain('card.jpg', report, { t: english, hasColours: false, widthChars: 50 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  it('uses colours only when told to, and says the same without', () => {
    const plain = reportPlain('card.jpg', report, { t: english, hasColours: false, widthChars: 80 });
    const coloured = reportPlain('card.jpg', report, { t: english, hasColours: true, widthChars: 80 });
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(plain).not.toMatch(escapes);
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(escapes, '')).toBe(plain);
  });
});
