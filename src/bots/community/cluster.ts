/** Questions that are much alike, the first of them standing for all. */
export interface Cluster {
  readonly text: string;
  readonly language: string;
  readonly count: number;
}

/** Share of letters in threes that two texts must have in common (Dice's coefficient). */
const MIN_ALIKE = 0.5;

/** Groups questions, the largest group first; a text with nothing left of it after redaction belongs nowhere. */
export function clusterQuestions(
  questions: readonly { readonly text: string; readonly language: string }[],
): readonly Cluster[] {
  const clusters: { text: string; language: string; grams: ReadonlySet<string>; count: number }[] = [];
  for (const { text, language } of questions) {
    const grams = gramsOf(text);
    if (grams.size === 0) continue;
    const home = clusters.find((cluster) => likeness(cluster.grams, grams) >= MIN_ALIKE);
    if (home) home.count += 1;
    else clusters.push({ text, language, grams, count: 1 });
  }
  return clusters.map(({ text, language, count }) => ({ text, language, count })).sort((a, b) => b.count - a.count);
}

function gramsOf(text: string): ReadonlySet<string> {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  if (plain === '') return new Set();
  const padded = ` ${plain} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return (2 * common) / (a.size + b.size);
}
