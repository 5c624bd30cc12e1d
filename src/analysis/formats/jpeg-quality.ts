/** Luminance table of quality 50 (ITU-T T.81, table K.1), in the zigzag order of a DQT segment. */
// biome-ignore format: eight columns, as the standard prints a row of coefficients
const BASE_TABLE: readonly number[] = [
  16, 11, 12, 14, 12, 10, 16, 14,
  13, 14, 18, 17, 16, 19, 24, 40,
  26, 24, 22, 22, 24, 49, 35, 37,
  29, 40, 58, 51, 61, 60, 57, 51,
  56, 55, 64, 72, 92, 78, 64, 68,
  87, 69, 55, 56, 80, 109, 81, 87,
  95, 98, 103, 104, 103, 62, 77, 113,
  121, 112, 100, 120, 92, 101, 103, 99,
];

const START_OF_SCAN = 0xda;
const QUANTISATION_TABLES = 0xdb;

/**
 * Quality 1..100 whose table, by the scaling of the Independent JPEG Group (`jpeg_quality_scaling` in libjpeg's jcparam.c), comes
 * nearest to the luminance table of a JPEG. Encoders with tables of their own get the quality that quantises about as hard.
 * Undefined when no table precedes the first scan.
 */
export function jpegQuality(bytes: Uint8Array): number | undefined {
  const table = luminanceTable(bytes);
  if (table === undefined) return undefined;
  let best = 1;
  let leastDifference = Number.POSITIVE_INFINITY;
  for (let quality = 1; quality <= 100; quality++) {
    const difference = differenceFrom(table, quality);
    if (difference < leastDifference) {
      leastDifference = difference;
      best = quality;
    }
  }
  return best;
}

function differenceFrom(table: readonly number[], quality: number): number {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return BASE_TABLE.reduce((sum, base, i) => {
    const scaled = Math.min(255, Math.max(1, Math.floor((base * scale + 50) / 100)));
    return sum + Math.abs(table[i]! - scaled);
  }, 0);
}

/** Walks the segments up to the first scan; each step moves on by at least two bytes, so the walk ends. */
function luminanceTable(bytes: Uint8Array): readonly number[] | undefined {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    // A marker may be preceded by any number of 0xff as padding (T.81, B.1.1.2).
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) return undefined;
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (length < 2) return undefined;
    if (marker === QUANTISATION_TABLES) {
      const table = tableZero(bytes.subarray(at + 4, at + 2 + length));
      if (table !== undefined) return table;
    }
    at += 2 + length;
  }
  return undefined;
}

/** One segment may hold several tables, of 8 or 16 bits an entry; number 0 is luminance by the custom of every encoder. */
function tableZero(segment: Uint8Array): readonly number[] | undefined {
  let at = 0;
  while (at < segment.length) {
    const isWide = segment[at]! >> 4 === 1;
    const size = isWide ? 128 : 64;
    const entries = segment.subarray(at + 1, at + 1 + size);
    if (entries.length < size) return undefined;
    if ((segment[at]! & 15) === 0) {
      return Array.from({ length: 64 }, (_, i) => (isWide ? entries[2 * i]! * 256 + entries[2 * i + 1]! : entries[i]!));
    }
    at += 1 + size;
  }
  return undefined;
}
