import type { Phrases } from '../types.ts';
import { shuffled } from './random.ts';

/** A name that begins with this in `phrases.json` is a word group, not a topic. */
const GROUP_MARK = '$';

const SLOT = /\(([^()]*\|[^()]*)\)|(?<!\{)\{([a-z_]+)\}(?!\})/;

/** The word groups of one language, by name without the mark. */
export function groupsOf(phrases: Phrases): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(phrases)
      .filter(([name]) => name.startsWith(GROUP_MARK))
      .map(([name, words]) => [name.slice(GROUP_MARK.length), words]),
  );
}

/** The topics of one language with their phrases. */
export function topicsOf(phrases: Phrases): (readonly [topic: string, phrases: readonly string[]])[] {
  return Object.entries(phrases).filter(([name]) => !name.startsWith(GROUP_MARK));
}

/**
 * Up to `limit` different texts of a phrase: `(a|b)` stands for one of its parts, `{group}` for one of the words of a group.
 * Throws an Error when the phrase names a group that the language does not have.
 */
export function expandPhrase(
  phrase: string,
  groups: Readonly<Record<string, readonly string[]>>,
  limit: number,
  random: () => number,
): readonly string[] {
  if (!SLOT.test(phrase)) return [phrase];
  const texts = new Set<string>();
  // Some draws repeat an earlier text, so there are more draws than texts wanted.
  for (let draw = 0; draw < limit * 2 && texts.size < limit; draw += 1) texts.add(drawText(phrase, groups, random));
  return [...texts];
}

function drawText(phrase: string, groups: Readonly<Record<string, readonly string[]>>, random: () => number): string {
  let text = phrase;
  for (let slot = SLOT.exec(text); slot !== null; slot = SLOT.exec(text)) {
    const [whole, parts, group] = slot;
    const options = parts?.split('|') ?? groups[group!]?.filter((word) => !word.endsWith('*'));
    if (options === undefined || options.length === 0) throw new Error(`phrases.json: no word group "$${group}"`);
    text = text.replace(whole, () => shuffled(options, random)[0]!);
  }
  return text.replace(/\s+/g, ' ').trim();
}
