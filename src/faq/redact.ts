import { wordFeature } from './features.ts';
import { normalise, stripMarks } from './normalise.ts';
import type { Vocabulary } from './vector.ts';

/** What stands in the place of a word that is not kept. */
const HIDDEN = '…';
const HAS_LETTER = /\p{L}/u;
const HAS_DIGIT = /\p{N}/u;
const KEPT_SIGNS = /^[\s.,!?¿¡。、！？؟،-]+$/u;

/**
 * A text with nothing in it that could tell who wrote it: of its words only those stay that the phrases of the engine are made of, in any language; names,
 * addresses, links, numbers and whatever else is not among them become an ellipsis. What is unknown is dropped, not what looks dangerous.
 */
export function redact(text: string, vocabulary: Vocabulary): string {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
  // Links and addresses may be made of ordinary words: they go whole.
  const plain = normalise(text).replace(/\S*(?:[@/\\:]|\w\.\w)\S*/gu, ` ${HIDDEN} `);
  const kept = [...segmenter.segment(plain)].map(({ segment }) => {
    if (KEPT_SIGNS.test(segment)) return segment;
    if (!HAS_LETTER.test(segment) || HAS_DIGIT.test(segment)) return HIDDEN;
    const word = stripMarks(segment.replaceAll("'", ''));
    return vocabulary.indexOf(wordFeature(word)) === undefined ? HIDDEN : segment;
  });
  return kept
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/…(?:\s?…)+/g, HIDDEN)
    .trim();
}
