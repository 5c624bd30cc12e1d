/**
 * For authors of a language: learns from its phrases and those of English, judges each phrase by a model that has not seen it,
 * and prints which ones it takes for another topic. A phrase that is misjudged needs company (more phrases like it), a word in a
 * word group, or another home. Usage: npm run -s judge-phrases -- LANGUAGE
 */
import { readFileSync } from 'node:fs';
import { softmax } from '../src/faq/linear.ts';
import { crossValidate, gatherExamples } from '../src/faq/train/train.ts';
import type { Phrases } from '../src/faq/types.ts';

const REFERENCE = 'en';
const language = process.argv[2];
if (language === undefined) {
  console.error('Usage: npm run -s judge-phrases -- LANGUAGE');
  process.exit(2);
}

const readPhrases = (code: string): Phrases =>
  JSON.parse(readFileSync(new URL(`../locales/${code}/phrases.json`, import.meta.url), 'utf8'));

const { examples, topics } = gatherExamples(
  new Map([...new Set([REFERENCE, language])].map((code) => [code, readPhrases(code)])),
);
const judged = crossValidate(examples, topics, (example) => example.language === language).map((row) => {
  const chances = softmax(row.logits);
  const guess = chances.indexOf(Math.max(...chances));
  return { ...row, guess, chance: chances[guess]! };
});

for (const [label, topic] of topics.entries()) {
  const own = judged.filter((row) => row.label === label);
  if (own.length === 0) continue;
  const wrong = own.filter(({ guess }) => guess !== label).sort((a, b) => b.chance - a.chance);
  console.log(`${topic}: ${own.length - wrong.length} of ${own.length} right`);
  for (const { text, guess, chance } of wrong) console.log(`  ${chance.toFixed(2)} ${topics[guess]}: ${text}`);
}
const right = judged.filter(({ guess, label }) => guess === label).length;
console.log(`${language}: ${right} of ${judged.length} right (${((100 * right) / judged.length).toFixed(1)} %)`);
