/**
 * Writes into README.md what the last bench runs measured, between its `<!-- bench:NAME -->` and `<!-- /bench -->` marks, and what the
 * commands of its examples print. With `--page`, also takes docs/page.png and
 * docs/attempts.png and docs/console.png with the Chromium on the PATH, and draws docs/card.jpg and docs/reply-LANGUAGE.jpg.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { drawReadinessCard } from './readme/card-picture.ts';
import { takeConsolePicture } from './readme/console-picture.ts';
import { fillExamples } from './readme/examples.ts';
import { fillFigures } from './readme/figures.ts';
import { takePagePictures } from './readme/page-picture.ts';
import { drawReplyPictures } from './readme/reply-pictures.ts';

/** A language in each direction, and one with other characters. */
const SHOWN_LANGUAGES = ['en', 'ar', 'zh'];

const readme = await readFile('README.md', 'utf8');
const withFigures = await fillFigures(readme, (name) => readFile(`bench/results/${name}.json`, 'utf8'));
await writeFile('README.md', await fillExamples(withFigures));
if (process.argv.includes('--page')) {
  const { page, attempts } = await takePagePictures();
  await writeFile('docs/page.png', page);
  await writeFile('docs/attempts.png', attempts);
  await writeFile('docs/console.png', await takeConsolePicture());
  await writeFile('docs/card.jpg', await drawReadinessCard());
  for (const [language, jpeg] of await drawReplyPictures(SHOWN_LANGUAGES))
    await writeFile(`docs/reply-${language}.jpg`, jpeg);
}
