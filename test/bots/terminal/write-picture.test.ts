import { describe, expect, it } from 'vitest';
import { pictureNames } from '../../../src/bots/terminal/write-picture.ts';

describe('pictureNames', () => {
  it('numbers photos of the same name in their order, so that none overwrites another', () => {
    expect(pictureNames(['a/card.jpg', 'b/card.jpg', 'b/me.png', 'c/card.jpg'])).toEqual([
      'card.jpg.retake.jpg',
      'card.jpg.2.retake.jpg',
      'me.png.retake.jpg',
      'card.jpg.3.retake.jpg',
    ]);
  });
});
