import { chaosTable } from './tables/chaos.ts';
import { chatsTable } from './tables/chats.ts';
import { faqTable } from './tables/faq.ts';
import { faultsTable } from './tables/faults.ts';
import { fuzzTable } from './tables/fuzz.ts';
import { loadTable } from './tables/load.ts';
import { mrzTable } from './tables/mrz.ts';
import { outlineTable } from './tables/outline.ts';
import { photosTable } from './tables/photos.ts';
import { selfiesTable } from './tables/selfies.ts';
import { speedTable } from './tables/speed.ts';

/** How the results of each bench become lines of Markdown. The name is that of the results file and of the mark in the README. */
const TABLES: Readonly<Record<string, (results: unknown) => string>> = {
  photos: photosTable,
  outline: outlineTable,
  faults: faultsTable,
  selfies: selfiesTable,
  mrz: mrzTable,
  faq: faqTable,
  speed: speedTable,
  chats: chatsTable,
  load: loadTable,
  chaos: chaosTable,
  fuzz: fuzzTable,
};

/**
 * The README with the figures of the last runs between its marks. `readResults` gives the JSON text of a bench by its name.
 * Throws when a mark names no bench, or results have another shape.
 */
export async function fillFigures(readme: string, readResults: (name: string) => Promise<string>): Promise<string> {
  const marks = /<!-- bench:(\w+) -->\n[\s\S]*?<!-- \/bench -->/g;
  let filled = readme;
  for (const [block, name] of readme.matchAll(marks)) {
    const table = TABLES[name!];
    if (!table) throw new Error(`README.md asks for the figures of "${name}", which no bench prints`);
    filled = filled.replace(
      block,
      `<!-- bench:${name} -->\n${table(JSON.parse(await readResults(name!)))}\n<!-- /bench -->`,
    );
  }
  return filled;
}
