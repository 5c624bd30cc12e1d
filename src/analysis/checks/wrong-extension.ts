import type { FileFormat } from '../types.ts';
import { type Check, EVERY_KIND } from './check.ts';

/** The endings that fit a format. Spellings of one format are no mismatch. */
const EXTENSIONS: Readonly<Partial<Record<FileFormat, readonly string[]>>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png', 'apng'],
  webp: ['webp'],
  gif: ['gif'],
  tiff: ['tif', 'tiff'],
  avif: ['avif', 'heif'],
  heic: ['heic', 'heif', 'hif'],
  pdf: ['pdf'],
  bmp: ['bmp', 'dib'],
  svg: ['svg'],
};

/** Only these are repeated in a finding: any other ending may be part of what the person named the file. */
const NAMEABLE: readonly string[] = Object.values(EXTENSIONS).flat();

/** The ending of the file's name says another format than its content. */
export const wrongExtension: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file: { format, declaredExtension } }) {
    const fitting = EXTENSIONS[format];
    if (fitting === undefined || !declaredExtension || fitting.includes(declaredExtension)) return undefined;
    const extension = NAMEABLE.includes(declaredExtension) ? declaredExtension : 'other';
    return { severity: 'warning', confidence: 1, values: { format, extension } };
  },
};
