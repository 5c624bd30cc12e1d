import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuilt } from '../../test/support/process.ts';
import { examplePhoto } from './example-photo.ts';

/** What the commands of the README print, by the name of the mark. They run in a folder that holds `card.jpg`. */
const COMMANDS: Readonly<Record<string, readonly [script: string, argument: string]>> = {
  check: ['bots/terminal/check.js', 'card.jpg'],
  ask: ['bots/terminal/ask.js', 'can I use my driving licence?'],
};

/** The README with the real output of each command between its marks. Needs a build. */
export async function fillExamples(readme: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'retake-example-'));
  try {
    await writeFile(join(directory, 'card.jpg'), await examplePhoto());
    let filled = readme;
    for (const [name, [script, argument]] of Object.entries(COMMANDS)) {
      const marks = new RegExp(`<!-- example:${name} -->[\\s\\S]*?<!-- /example -->`);
      const { stdout } = await runBuilt(script, [argument], { cwd: directory });
      filled = filled.replace(
        marks,
        () => `<!-- example:${name} -->\n\`\`\`\n${stdout.trim()}\n\`\`\`\n<!-- /example -->`,
      );
    }
    return filled;
  } finally {
    await rm(directory, { recursive: true });
  }
}
