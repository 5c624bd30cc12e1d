import { fileTypeFromBuffer } from 'file-type';
import type { FileFormat } from '../types.ts';
import { FORMAT_SNIFF_BYTES } from './bounds.ts';

/** What file-type calls a format -> what we call it. Everything else that it knows is `other`. */
const FORMATS: Readonly<Record<string, FileFormat>> = {
  jpg: 'jpeg',
  png: 'png',
  apng: 'png',
  webp: 'webp',
  gif: 'gif',
  tif: 'tiff',
  avif: 'avif',
  heic: 'heic',
  heif: 'heic',
  pdf: 'pdf',
  bmp: 'bmp',
};

/** The bytes that a format starts with; the net under file-type, which gives up on headers that are cut off. */
const SIGNATURES: readonly (readonly [format: FileFormat, start: string])[] = [
  ['jpeg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
];

/**
 * The format that the content of a file tells, whatever its name says. Reads only the start of the file, so that no parser can
 * be led through all of it.
 */
export async function readFormat(bytes: Uint8Array): Promise<FileFormat> {
  const start = bytes.subarray(0, FORMAT_SNIFF_BYTES);
  const name = await nameByFileType(start);
  const known = name === undefined ? undefined : FORMATS[name];
  if (known !== undefined) return known;
  const text = Buffer.from(start).toString('latin1');
  const format = SIGNATURES.find(([, signature]) => text.startsWith(signature))?.[0];
  if (format !== undefined && name === undefined) return format;
  // The tag may follow an XML declaration, a doctype and comments.
  if ((name === undefined || name === 'xml') && /^[^\0]*<svg[\s>]/i.test(text)) return 'svg';
  if (name === undefined && text.slice(0, 1024).includes('%PDF-')) return 'pdf';
  return name === undefined ? 'unknown' : 'other';
}

/** file-type throws on some files that end inside a header; that is the same as not knowing them. */
async function nameByFileType(start: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(start))?.ext;
  } catch {
    return undefined;
  }
}
