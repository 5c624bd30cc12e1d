import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage } from '../../test/support/browser.ts';
import { startBuilt } from '../../test/support/process.ts';
import { examplePhoto } from './example-photo.ts';

/** The page with the reply to the example photo, as PNG bytes. Needs a build and Chromium. */
export async function takePagePicture(): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'retake-page-'));
  const file = join(directory, 'card.jpg');
  await writeFile(file, await examplePhoto());
  const retake = startBuilt('bots/main.js', [], { env: { PORT: '0' }, cwd: directory });
  const [address] = await retake.waitFor(/http:\S+/);
  const page = await openPage(address, { widthPx: 1180, heightPx: 880 });
  try {
    await page.chooseFiles('#file', [file]);
    await page.waitFor('document.querySelector(".enlarge img")?.complete');
    await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished))');
    return await page.screenshot();
  } finally {
    await page.close();
    retake.child.kill('SIGTERM');
    await retake.ended;
    await rm(directory, { recursive: true });
  }
}
