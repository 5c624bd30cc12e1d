import type { IncomingPhoto } from '../platform.ts';
import { MAX_PHOTO_BYTES } from '../privacy.ts';
import { UserFacingError } from './user-facing-error.ts';

/**
 * The bytes of a photo. Refuses a large one before anything is downloaded, and one that turns out larger than announced.
 * Throws a UserFacingError `too-large` or `not-received`.
 */
export async function receivePhoto(photo: IncomingPhoto): Promise<Uint8Array> {
  refuseLarge(photo.sizeBytes);
  const bytes = await download(photo);
  refuseLarge(bytes.byteLength);
  return bytes;
}

/** The extension of a declared name, lower case without the dot; undefined when there is none that looks like one. */
export function declaredExtension(declaredName: string | undefined): string | undefined {
  return /\.([a-z0-9]{1,10})$/.exec(declaredName?.toLowerCase() ?? '')?.[1];
}

function refuseLarge(sizeBytes: number | undefined): void {
  if (sizeBytes === undefined || sizeBytes <= MAX_PHOTO_BYTES) return;
  throw new UserFacingError('too-large', { maxSizeBytes: MAX_PHOTO_BYTES });
}

async function download(photo: IncomingPhoto): Promise<Uint8Array> {
  try {
    return await photo.download();
  } catch (cause) {
    if (cause instanceof UserFacingError) throw cause;
    throw new UserFacingError('not-received', {}, { cause });
  }
}
