import type { FileFacts } from '../types.ts';

/** TIFF tags of the camera's maker and model (EXIF 2.32, table 4). */
const MAKE = 0x010f;
const MODEL = 0x0110;
const ASCII = 2;
const ENTRY_BYTES = 12;

/** Makers of phones, as they write themselves in lower case; the rest of the field may follow. */
const ANDROID_MAKERS =
  /^(?:samsung|google|xiaomi|redmi|poco|huawei|honor|oppo|realme|vivo|oneplus|motorola|lge?|sony|nokia|hmd|asus|zte|tecno|infinix|nothing|fairphone)\b/;
/** No maker's name is longer. */
const MAX_MAKER_BYTES = 32;

/**
 * Reads the maker and model of the camera from an EXIF block. Looks at the first directory alone, and at nothing but the maker's name: the
 * location, which has a directory of its own, is never read.
 */
export function cameraFacts(exif: Uint8Array | undefined): Pick<FileFacts, 'hasCameraExif' | 'phone'> {
  if (exif === undefined) return { hasCameraExif: false, phone: undefined };
  const makers: string[] = [];
  const hasCameraExif = findNames(exif, (name) => makers.push(name));
  const [maker = ''] = makers;
  const phone = maker.startsWith('apple') ? 'iphone' : ANDROID_MAKERS.test(maker) ? 'android' : undefined;
  return { hasCameraExif, phone };
}

/** Whether a maker or a model is there; `onMaker` hears the maker's name in lower case. */
function findNames(exif: Uint8Array, onMaker: (name: string) => void): boolean {
  const tiff = exif.subarray(startOfTiff(exif));
  if (tiff.length < 8) return false;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittleEndian = tiff[0] === 0x49;
  if (view.getUint16(2, isLittleEndian) !== 42) return false;
  const directory = view.getUint32(4, isLittleEndian);
  if (directory + 2 > tiff.length) return false;
  const fitting = Math.floor((tiff.length - directory - 2) / ENTRY_BYTES);
  const entries = Math.min(view.getUint16(directory, isLittleEndian), fitting);
  let isNamed = false;
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * ENTRY_BYTES;
    const tag = view.getUint16(entry, isLittleEndian);
    const isText = view.getUint16(entry + 2, isLittleEndian) === ASCII;
    // One character would be the closing zero alone: software that blanks the field leaves that behind.
    const bytes = view.getUint32(entry + 4, isLittleEndian);
    if ((tag !== MAKE && tag !== MODEL) || !isText || bytes <= 1) continue;
    isNamed = true;
    if (tag !== MAKE) continue;
    // Up to four bytes stand in the entry itself, more of them where it points to; a place outside the block reads as nothing.
    const at = bytes <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittleEndian);
    onMaker(
      Buffer.from(tiff.subarray(at, at + Math.min(bytes, MAX_MAKER_BYTES)))
        .toString('latin1')
        .toLowerCase(),
    );
  }
  return isNamed;
}

/** Where the TIFF header is: after `Exif\0\0` in JPEG, after four bytes of offset besides in HEIC. */
function startOfTiff(exif: Uint8Array): number {
  for (let at = 0; at + 4 <= Math.min(exif.length, 32); at++) {
    const order = exif[at]! | (exif[at + 1]! << 8);
    if ((order === 0x4949 && exif[at + 2] === 42) || (order === 0x4d4d && exif[at + 3] === 42)) return at;
  }
  return exif.length;
}
