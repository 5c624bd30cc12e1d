/** Questions that are much alike, the first of them standing for all. */
export interface Cluster {
  /** Of the question that stands for all. */
  readonly id: number;
  readonly text: string;
  readonly language: string;
  /** Of all its questions. */
  readonly ids: readonly number[];
}

/** Share of letters in threes that two texts must have in common. */
const MIN_ALIKE = 0.5;

/** Groups questions, the largest group first; a text with nothing left of it after redaction belongs nowhere. */
export function clusterQuestions(
  questions: readonly { readonly id: number; readonly text: string; readonly language: string }[],
): readonly Cluster[] {
  const clusters: (Cluster & { readonly ids: number[]; readonly grams: ReadonlySet<string> })[] = [];
  for (const { id, text, language } of questions) {
    const grams = gramsOf(text);
    if (grams.size === 0) continue;
    const home = clusters.find((cluster) => overlap(cluster.grams, grams) >= MIN_ALIKE);
    if (home) home.ids.push(id);
    else clusters.push({ id, text, language, grams, ids: [id] });
  }
  return clusters
    .map(({ id, text, language, ids }) => ({ id, text, language, ids }))
    .sort((a, b) => b.ids.length - a.ids.length);
}

/** How much two texts are alike, 0..1: Dice's coefficient of their letters in threes. */
export function likeness(a: string, b: string): number {
  return overlap(gramsOf(a), gramsOf(b));
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

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return (2 * common) / (a.size + b.size);
}
