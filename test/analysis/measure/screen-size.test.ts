import { describe, expect, it } from 'vitest';
import { screenSizeOf } from '../../../src/analysis/measure/screen-size.ts';

describe('screenSizeOf', () => {
  it('knows phone screens held either way', () => {
    expect(screenSizeOf(1170, 2532)).toBe('phone');
    expect(screenSizeOf(2400, 1080)).toBe('phone');
  });

  it('knows that cameras and video share the sizes of other screens', () => {
    expect(screenSizeOf(1920, 1080)).toBe('common');
    expect(screenSizeOf(1536, 2048)).toBe('common');
  });

  it('takes a pixel more or less for no screen', () => {
    expect(screenSizeOf(1171, 2532)).toBeUndefined();
    expect(screenSizeOf(4032, 3024)).toBeUndefined();
  });
});
