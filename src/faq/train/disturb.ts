/** Ways in which the same message comes in real life; each keeps its topic. */

const MIN_TYPO_WORD_CHARS = 4;

/** One or two slips of the finger: a letter lost, doubled, or swapped with its neighbour. */
export function withTypos(text: string, random: () => number): string {
  const words = text.split(' ');
  const places = words.flatMap((word, i) => (word.length >= MIN_TYPO_WORD_CHARS ? [i] : []));
  for (let slip = 0; slip < 1 + Math.floor(places.length / 5); slip += 1) {
    const place = places[Math.floor(random() * places.length)];
    if (place !== undefined) words[place] = misspell(words[place]!, random);
  }
  return words.join(' ');
}

function misspell(word: string, random: () => number): string {
  const letters = [...word];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const kind = Math.floor(random() * 3);
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, letters[at]!);
  else [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at]!];
  return letters.join('');
}

/** Letters at random, in lengths of words: what a cat on the keyboard writes. */
export function gibberish(random: () => number): string {
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
  const word = () => Array.from({ length: 3 + Math.floor(random() * 8) }, letter).join('');
  return Array.from({ length: 1 + Math.floor(random() * 4) }, word).join(' ');
}
