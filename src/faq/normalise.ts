/** Bounds the work that one message can cause; longer ones are cut. */
export const MAX_TEXT_CHARS = 2000;

const LINK = /\b(?:https?:\/\/|www\.)\S+/g;
const MAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;
const STRETCHED = /(\p{L})\1{2,}/gu;
const APOSTROPHES = /[’‘ʼ`´]/g;
const LATIN_MARKS = /(?<=[\p{Script=Latin}])\p{M}+/gu;

/** One spelling for what looks the same: NFKC, lower case, no links or addresses, stretched letters cut to two ("soooo" -> "soo"). */
export function normalise(text: string): string {
  return text
    .slice(0, MAX_TEXT_CHARS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(LINK, ' ')
    .replace(MAIL, ' ')
    .replace(APOSTROPHES, "'")
    .replace(STRETCHED, '$1$1')
    .normalize('NFC');
}

/** The same without the marks on Latin letters, as many people type: "verificación" -> "verificacion". */
export function stripMarks(text: string): string {
  return text.normalize('NFD').replace(LATIN_MARKS, '').normalize('NFC').replaceAll('ß', 'ss').replaceAll('ı', 'i');
}
