import { describe, expect, it } from 'vitest';
import { findingText } from '../../../src/bots/reply/finding-text.ts';
import { english, spanish } from '../../support/locales.ts';

describe('findingText', () => {
  it('picks the wording of the side that is cut off', () => {
    const left = findingText(english, { code: 'cropped', values: { side: 'left' } });
    expect(left.do).toContain('left edge');
    expect(findingText(english, { code: 'cropped', values: {} }).do).not.toContain('left');
  });

  it('picks the wording of the cause of blur, and the general one for a cause without its own', () => {
    const shake = findingText(english, { code: 'blur', values: { sharpness: 3, cause: 'shake' } });
    const general = findingText(english, { code: 'blur', values: { sharpness: 3 } });
    expect(shake.why).toContain('moved');
    expect(findingText(english, { code: 'blur', values: { cause: 'gremlins' } })).toEqual(general);
  });

  it('says what keeps a file from opening', () => {
    const locked = findingText(english, { code: 'unreadable-file', values: { problem: 'password' } });
    expect(locked.why).toContain('password');
    expect(locked.do).toContain('without a password');
    expect(findingText(english, { code: 'unreadable-file', values: { problem: 'damaged' } }).why).toContain('damaged');
  });

  it('tells the figure that was measured', () => {
    const values = { sizeBytes: 12_300_000, maxSizeBytes: 10_000_000 };
    expect(findingText(english, { code: 'file-too-large', values }).measured).toMatch(/12 MB.*10 MB/);
  });

  it('tells no half of a figure', () => {
    expect(findingText(english, { code: 'file-too-large', values: { sizeBytes: 1 } }).measured).toBeUndefined();
    expect(findingText(english, { code: 'glare', values: {} }).measured).toBeUndefined();
    expect(findingText(english, { code: 'no-document', values: {} }).measured).toBeUndefined();
  });

  it('tells resolution by what was measured: the document in dpi, else the picture in pixels', () => {
    const pixels = findingText(english, { code: 'low-resolution', values: { longSidePx: 282, minLongSidePx: 500 } });
    const dpi = findingText(english, { code: 'low-resolution', values: { dpi: 102, minDpi: 130 } });
    expect(pixels.measured).toMatch(/282 pixels.*500/);
    expect(dpi.measured).toMatch(/102 dpi.*130/);
  });

  it('speaks the language of the reader, numbers included', () => {
    const text = findingText(spanish, { code: 'file-too-small', values: { sizeBytes: 9400, minSizeBytes: 34_000 } });
    expect(text.name).toBe('Archivo muy pequeño');
    expect(text.measured).toMatch(/9\skB.*34\skB/);
  });

  it.each(['edited', 'screenshot', 'screen-recapture', 'photocopy'])(
    'says of %s to use the original, and nothing of how it was noticed',
    (code) => {
      const text = Object.values(findingText(english, { code, values: {} })).join(' ');
      expect(text).toContain('original');
      expect(text).not.toMatch(/moir|pixel|grid|pattern|detect|metadata|software|exif|reflection|border/i);
    },
  );
});
