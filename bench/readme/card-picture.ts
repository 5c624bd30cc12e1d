import { createPhotoAnalyser } from '../../src/analysis/index.ts';
import { createConversation, createMemory } from '../../src/bots/conversation/index.ts';
import { createMemoryKeep } from '../../src/bots/keep/index.ts';
import { createLog } from '../../src/bots/log.ts';
import { createTranslator } from '../../src/bots/reply/i18n.ts';
import { createFaqEngine, loadFaqModel } from '../../src/faq/index.ts';
import { photograph } from '../composites.ts';
import { reflect, toJpeg } from '../degrade.ts';
import { createSpecimenPress } from '../specimens/index.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const FAQ_MODEL = new URL('../../dist/faq/model.bin', import.meta.url);
/** The specimen's own dates are judged by this day. */
const TODAY = '2026-11-23';
const POSE = {
  quarterTurns: 0,
  leanDegrees: 2,
  pitchDegrees: 3,
  yawDegrees: -3,
  fillRatio: 0.84,
  shiftX: 0,
  shiftY: 0,
} as const;

/** The readiness card for an album of the front of a card and its back under a lamp; as JPEG bytes. Needs a build. */
export async function drawReadinessCard(): Promise<Uint8Array> {
  const analyser = createPhotoAnalyser({ threads: 1 });
  const keep = createMemoryKeep();
  const respond = createConversation({
    analyser,
    faq: createFaqEngine(loadFaqModel(FAQ_MODEL)),
    translator: createTranslator(LOCALES),
    log: createLog('silent'),
    memory: createMemory(keep),
    cooldowns: keep,
    today: () => TODAY,
    defaultLanguage: 'en',
  });
  try {
    const photos = [await shot('td1-front', false), await shot('td1-back', true)].map((bytes) => ({
      sizeBytes: bytes.byteLength,
      download: async () => bytes,
    }));
    const replies = await respond({ platform: 'web', isPublic: false, isToBot: true, talk: 'readme', photos });
    const card = replies.at(-1)?.picture?.jpeg;
    if (card === undefined) throw new Error('no card was drawn');
    return card;
  } finally {
    await analyser.close();
  }
}

async function shot(kind: 'td1-front' | 'td1-back', isUnderLamp: boolean): Promise<Uint8Array> {
  const card = await createSpecimenPress().draw(kind, 3);
  const { image } = await photograph(card, POSE, { ground: 'plain', seed: 4 });
  const lamp = { x: 900, y: 600, radiusXPx: 140, radiusYPx: 90, degrees: 25, rimRatio: 1.4 };
  return new Uint8Array(await toJpeg(isUnderLamp ? reflect(image, [lamp]) : image));
}
