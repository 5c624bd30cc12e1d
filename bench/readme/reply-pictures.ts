import { createPhotoAnalyser } from '../../src/analysis/index.ts';
import { createTranslator } from '../../src/bots/reply/i18n.ts';
import { pictureLabels } from '../../src/bots/reply/picture-labels.ts';
import { examplePhoto } from './example-photo.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
/** The specimen's own dates are judged by this day. */
const TODAY = '2026-11-23';

/** The pictures of the reply to the example photo in each language, as JPEG bytes. Needs a build. */
export async function drawReplyPictures(languages: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const translator = createTranslator(LOCALES);
  const analyser = createPhotoAnalyser({ threads: 1 });
  try {
    const bytes = new Uint8Array(await examplePhoto());
    const report = await analyser.analyse({ bytes, as: 'document', today: TODAY, declaredExtension: 'jpg' });
    const pictures = new Map<string, Uint8Array>();
    for (const language of languages) {
      const labels = pictureLabels(translator.t(language), language, report);
      const jpeg = await analyser.drawPicture({ bytes, report, labels });
      if (jpeg !== undefined) pictures.set(language, jpeg);
    }
    return pictures;
  } finally {
    await analyser.close();
  }
}
