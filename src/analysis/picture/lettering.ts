import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Words as pixels with transparency, cut close. */
export interface Lettering {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The typefaces: see training/fonts. One file per ISO 15924 script, of the family "Retake " + its name. */
const FONTS = new URL('../../../models/fonts/', import.meta.url);
const SCRIPTS = ['Latn', 'Arab', 'Deva', 'Hans', 'Jpan', 'Kore'] as const;
/** Pixels per typographic point x 72. */
const DPI = 72;

/** A picture with nothing on it. */
const NOTHING = sharp({ create: { width: 1, height: 1, channels: 4, background: '#00000000' } })
  .png()
  .toBuffer();

let registered: Promise<unknown> | undefined;

/** Writes one line of plain text in `colour`, at most `maxWidth` pixels wide (longer text is cut with an ellipsis). */
export async function letter(
  text: string,
  language: string,
  sizePx: number,
  colour: string,
  maxWidth: number,
): Promise<Lettering> {
  // A typeface stays known to the text engine once it has been used.
  registered ??= Promise.all(SCRIPTS.map((script) => render('.', script, { font: `Retake ${script} 8` })));
  await registered;
  const script = scriptOf(language);
  const font = `Retake ${script}, Retake Latn, sans Bold ${sizePx}`;
  const markup = (words: string) => `<span foreground="${colour}">${escapeMarkup(words)}</span>`;
  // Pango refuses both controls and nothing at all.
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  if (line === '') return { png: await NOTHING, width: 1, height: 1 };
  for (let words = line; ; words = `${shortened(words)}…`) {
    const { data, info } = await render(markup(words), script, { font });
    if (info.width <= maxWidth || words.length <= 2) return { png: data, width: info.width, height: info.height };
  }
}

function render(text: string, script: string, { font }: { readonly font: string }) {
  const fontfile = fileURLToPath(new URL(`${script}.ttf`, FONTS));
  return sharp({ text: { text, font, fontfile, rgba: true, dpi: DPI } })
    .png()
    .toBuffer({ resolveWithObject: true });
}

/** The script that a language is written in, as far as a typeface for it is there. */
function scriptOf(language: string): string {
  const { script = 'Latn' } = new Intl.Locale(language).maximize();
  return SCRIPTS.find((known) => known === script) ?? 'Latn';
}

/** Without its last tenth, at least one character, cut between what is seen as characters. */
function shortened(words: string): string {
  const characters = [...new Intl.Segmenter().segment(words.replace(/…$/, ''))].map(({ segment }) => segment);
  return characters
    .slice(0, Math.min(characters.length - 1, Math.floor(characters.length * 0.9)))
    .join('')
    .trimEnd();
}

/** Pango reads markup. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  const { script } = new Intl.Locale(language).maximize();
  return script === 'Arab' || script === 'Hebr';
}
