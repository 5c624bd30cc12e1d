import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';

const require = createRequire(import.meta.url);

const dejaVu = (name: string) => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** Faces by what they are for on a document. */
const FILES = {
  label: dejaVu('DejaVuSansCondensed'),
  value: dejaVu('DejaVuSansCondensed-Bold'),
  title: dejaVu('DejaVuSans-Bold'),
  serif: dejaVu('DejaVuSerif-Bold'),
  text: dejaVu('DejaVuSerif'),
  machine: dejaVu('DejaVuSansMono'),
  /** OCR-B, the typeface of machine readable zones: its 37 characters alone, see NOTICE.md. */
  zone: fileURLToPath(new URL('ocr-b.otf', import.meta.url)),
} as const;

/** A face by its use. */
export type Face = keyof typeof FILES;

/** How a piece of text is set. Lengths are in the units of the drawing. */
export interface Setting {
  readonly face: Face;
  /** Size of the em. */
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Fixed distance from character to character, as a machine readable zone has. */
  readonly pitch?: number;
}

/** Turns text into outlines, so that drawings look the same on machines without any font. */
export interface Typesetter {
  /** SVG path data of the text with its baseline at y. */
  outline(text: string, x: number, y: number, setting: Setting): string;
  widthOf(text: string, setting: Setting): number;
}

/** Reads the faces from the package that ships them, each when it is first used. */
export function loadTypesetter(): Typesetter {
  const fonts = new Map<Face, opentype.Font>();
  const fontOf = (face: Face) => {
    const known = fonts.get(face);
    if (known) return known;
    const file = readFileSync(FILES[face]);
    const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
    fonts.set(face, font);
    return font;
  };
  // Glyph by glyph: none of the scripts drawn here needs shaping.
  const glyphsOf = (text: string, { face }: Setting) => [...text].map((char) => fontOf(face).charToGlyph(char));
  const widthOf = (text: string, setting: Setting) => {
    if (setting.pitch !== undefined) return setting.pitch * text.length;
    const scale = setting.size / fontOf(setting.face).unitsPerEm;
    return glyphsOf(text, setting).reduce((sum, glyph) => sum + (glyph.advanceWidth ?? 0) * scale, 0);
  };
  return {
    widthOf,
    outline(text, x, y, setting) {
      const { face, size, anchor = 'start', pitch } = setting;
      const scale = size / fontOf(face).unitsPerEm;
      const shift = anchor === 'start' ? 0 : widthOf(text, setting) / (anchor === 'middle' ? 2 : 1);
      let at = x - shift;
      return glyphsOf(text, setting)
        .map((glyph) => {
          const path = glyph.getPath(at, y, size).toPathData(3);
          at += pitch ?? (glyph.advanceWidth ?? 0) * scale;
          return path;
        })
        .join('');
    },
  };
}
