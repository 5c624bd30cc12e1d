/** TIFF tags of the camera's maker and model (EXIF 2.32, table 4). */
const MAKE = 0x010f;
const MODEL = 0x0110;
const ASCII = 2;
const ENTRY_BYTES = 12;

/**
 * Whether an EXIF block names a camera, as originals of phones do and chat copies do not. Looks at the first directory alone:
 * no value is followed, so nothing can lead it astray, and the location, which has a directory of its own, is never read.
 */
export function namesCamera(exif: Uint8Array): boolean {
  const tiff = exif.subarray(startOfTiff(exif));
  if (tiff.length < 8) return false;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittleEndian = tiff[0] === 0x49;
  if (view.getUint16(2, isLittleEndian) !== 42) return false;
  const directory = view.getUint32(4, isLittleEndian);
  if (directory + 2 > tiff.length) return false;
  const fitting = Math.floor((tiff.length - directory - 2) / ENTRY_BYTES);
  const entries = Math.min(view.getUint16(directory, isLittleEndian), fitting);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * ENTRY_BYTES;
    const tag = view.getUint16(entry, isLittleEndian);
    const isText = view.getUint16(entry + 2, isLittleEndian) === ASCII;
    // One character would be the closing zero alone: software that blanks the field leaves that behind.
    if ((tag === MAKE || tag === MODEL) && isText && view.getUint32(entry + 4, isLittleEndian) > 1) return true;
  }
  return false;
}

/** Where the TIFF header is: after `Exif\0\0` in JPEG, after four bytes of offset besides in HEIC. */
function startOfTiff(exif: Uint8Array): number {
  for (let at = 0; at + 4 <= Math.min(exif.length, 32); at++) {
    const order = exif[at]! | (exif[at + 1]! << 8);
    if ((order === 0x4949 && exif[at + 2] === 42) || (order === 0x4d4d && exif[at + 3] === 42)) return at;
  }
  return exif.length;
}
