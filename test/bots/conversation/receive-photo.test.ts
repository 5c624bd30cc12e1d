import { describe, expect, it } from 'vitest';
import { declaredExtension, receivePhoto } from '../../../src/bots/conversation/receive-photo.ts';
import { MAX_PHOTO_BYTES } from '../../../src/bots/privacy.ts';

describe('receivePhoto', () => {
  it('gives the bytes of a photo just at the limit', async () => {
    const bytes = new Uint8Array(MAX_PHOTO_BYTES);
    expect(await receivePhoto({ sizeBytes: MAX_PHOTO_BYTES, download: async () => bytes })).toBe(bytes);
  });

  it('refuses a photo that is announced too large without downloading it', async () => {
    let downloads = 0;
    const photo = {
      sizeBytes: MAX_PHOTO_BYTES + 1,
      download: async () => {
        downloads += 1;
        return new Uint8Array(1);
      },
    };
    await expect(receivePhoto(photo)).rejects.toMatchObject({ code: 'too-large' });
    expect(downloads).toBe(0);
  });

  it('refuses a photo that turns out larger than announced', async () => {
    const photo = { sizeBytes: 5, download: async () => new Uint8Array(MAX_PHOTO_BYTES + 1) };
    await expect(receivePhoto(photo)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('says that a photo did not arrive when the platform does not hand it out', async () => {
    const cause = new Error('404');
    await expect(receivePhoto({ download: () => Promise.reject(cause) })).rejects.toMatchObject({
      code: 'not-received',
      cause,
    });
  });
});

describe('declaredExtension', () => {
  it.each([
    ['photo.JPG', 'jpg'],
    ['a.tar.gz', 'gz'],
    ['../../etc/passwd', undefined],
    ['no ending', undefined],
    ['bad.e%t', undefined],
    [undefined, undefined],
  ])('of %s is %s', (name, expected) => {
    expect(declaredExtension(name)).toBe(expected);
  });
});
