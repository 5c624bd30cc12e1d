import { scalePolygon } from '../measure/geometry.ts';
import { luminancePlane } from '../measure/plane.ts';
import { rectify } from '../measure/rectify.ts';
import type { DecodedPhoto, Facts, PrintSense, Quad, QuarterDegrees } from '../types.ts';
import { NOTHING_READ } from './nothing-read.ts';
import type { PrintedWord, TextReader } from './text-reader.ts';

/** Width at which the document is read, whatever it measures in the picture: capitals of 2 mm are some 20 px high on a card. */
const WIDTH_PX = 1000;
/** What Tesseract reads in print that runs another way is short, and it is not sure of it. */
const MIN_CONFIDENCE = 0.75;
const WORD = /^\p{L}{3,}$/u;
/** Letters of such words: with so many nothing else is tried, with fewer than that nothing is believed. */
const ENOUGH_LETTERS = 24;
const MIN_LETTERS = 9;
/** The next best way must give fewer by this factor. */
const CLEAR_LEAD = 1.5;

/** Only a document in somebody's hand may be held any way, and be mirrored by a front camera. */
export function wantsPrintSense({ kind, document, text }: Facts): boolean {
  return kind === 'selfie-with-document' && document?.hasOutline === true && !text?.sense;
}

/** The facts with how the print of the document runs, told by reading it each way; unchanged where none gives words. */
export async function addPrintSense(
  facts: Facts,
  { image, reduction }: DecodedPhoto,
  reader: TextReader,
): Promise<Facts> {
  const { document, text } = facts;
  if (!image || !document) return facts;
  const plane = luminancePlane(image);
  const corners = scalePolygon(document.corners, 1 / reduction);
  const turned = ((document.rotation + 180) % 360) as QuarterDegrees;
  const tried: { readonly sense: PrintSense; readonly letters: number }[] = [];
  for (const rotation of [document.rotation, turned]) {
    for (const isMirrored of [false, true]) {
      const { page } = rectify(plane, isMirrored ? mirrored(corners) : corners, rotation, WIDTH_PX);
      const letters = lettersOf(await reader.read(page));
      tried.push({ sense: { rotation, isMirrored }, letters });
      if (letters >= ENOUGH_LETTERS) break;
    }
    if (tried.at(-1)!.letters >= ENOUGH_LETTERS) break;
  }
  const [best, second] = tried.sort((a, b) => b.letters - a.letters);
  const isClear = best!.letters >= MIN_LETTERS && best!.letters >= CLEAR_LEAD * (second?.letters ?? 0);
  return isClear ? { ...facts, text: { ...(text ?? NOTHING_READ), sense: best!.sense } } : facts;
}

function lettersOf(words: readonly PrintedWord[]): number {
  const read = words.filter(({ text, confidence }) => confidence >= MIN_CONFIDENCE && WORD.test(text));
  return read.reduce((sum, { text }) => sum + text.length, 0);
}

/** The corners in the order in which a mirror shows them. */
function mirrored([topLeft, topRight, bottomRight, bottomLeft]: Quad): Quad {
  return [topRight, topLeft, bottomLeft, bottomRight];
}
