import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage } from '../../test/support/browser.ts';
import { startBuilt } from '../../test/support/process.ts';
import { examplePhoto, mendedPhoto } from './example-photo.ts';

/** The page as people see it, as PNG bytes. */
export interface PagePictures {
  /** With the reply to the example photo. */
  readonly page: Buffer;
  /** After the photo was taken again: what got better. */
  readonly attempts: Buffer;
}

/** Needs a build and Chromium. */
export async function takePagePictures(): Promise<PagePictures> {
  const directory = await mkdtemp(join(tmpdir(), 'retake-page-'));
  const files = [join(directory, 'card.jpg'), join(directory, 'again.jpg')] as const;
  await writeFile(files[0], await examplePhoto());
  await writeFile(files[1], await mendedPhoto());
  const retake = startBuilt('bots/main.js', [], { env: { PORT: '0' }, cwd: directory });
  const [address] = await retake.waitFor(/http:\S+/);
  const page = await openPage(address, { widthPx: 1180, heightPx: 880 });
  const shown = async (replies: number) => {
    await page.waitFor(`document.querySelectorAll(".enlarge img").length === ${replies}`);
    await page.waitFor('[...document.querySelectorAll(".enlarge img")].at(-1).complete');
    await page.evaluate(
      'document.querySelectorAll(".reply").item(document.querySelectorAll(".reply").length - 1).scrollIntoView()',
    );
    await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished))');
    return page.screenshot();
  };
  try {
    await page.chooseFiles('#file', [files[0]]);
    const first = await shown(1);
    await page.chooseFiles('#file', [files[1]]);
    return { page: first, attempts: await shown(2) };
  } finally {
    await page.close();
    retake.child.kill('SIGTERM');
    await retake.ended;
    await rm(directory, { recursive: true });
  }
}
