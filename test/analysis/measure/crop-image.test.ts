import { describe, expect, it } from 'vitest';
import { cropImage } from '../../../src/analysis/measure/crop-image.ts';

describe('cropImage', () => {
  it('cuts whole pixels out', () => {
    const pixels = Uint8Array.from({ length: 3 * 2 * 3 }, (_, i) => i);
    expect(cropImage({ widthPx: 3, heightPx: 2, pixels }, { x: 1, y: 1, width: 2, height: 1 })).toEqual({
      widthPx: 2,
      heightPx: 1,
      pixels: Uint8Array.of(12, 13, 14, 15, 16, 17),
    });
  });
});
