import { type CardState, type Finding, judgeAlbum, type PhotoAnalyser } from '../../../analysis/index.ts';
import type { Paragraph, Reply, Tone } from '../../platform.ts';
import { CARD_PARTS } from '../../reply/card-labels.ts';
import { findingText } from '../../reply/finding-text.ts';
import type { Translate } from '../../reply/i18n.ts';
import type { PhotoPart, PhotoRecord } from './photo-record.ts';

const TONES: Readonly<Record<CardState, Tone>> = { ready: 'good', warn: 'caution', retake: 'bad', missing: 'plain' };

/** One line of the card. */
interface Row {
  readonly part: PhotoPart;
  readonly state: CardState;
  /** What is to be mended first. */
  readonly fault: Pick<Finding, 'code' | 'values'> | undefined;
}

/** All photos that an identity check asks for, how each stands, and what to do next; with a picture that says the same. */
export async function cardReply(
  t: Translate,
  language: string,
  photos: Readonly<Partial<Record<PhotoPart, PhotoRecord>>>,
  together: readonly PhotoRecord[],
  analyser: Pick<PhotoAnalyser, 'drawCard'>,
): Promise<Reply> {
  const faults = judgeAlbum(together);
  const rows = partsOf(photos).map((part) => rowOf(part, photos[part], faults));
  const title = t('chat:card.title');
  const named = rows.map((row) => ({ name: t(`chat:photos.${row.part}`), state: row.state, words: wordsOf(t, row) }));
  const jpeg = await analyser.drawCard({ language, title, rows: named }).catch(() => undefined);
  const isDone = rows.every(({ state }) => state === 'ready' || state === 'warn');
  const items = named.map(
    ({ name, state, words }, i): Paragraph => ({
      kind: 'item',
      number: i + 1,
      tone: TONES[state],
      title: name,
      measured: undefined,
      text: words,
    }),
  );
  return {
    tone: isDone ? 'good' : 'caution',
    language,
    paragraphs: [
      { kind: 'headline', text: title },
      ...items,
      { kind: 'text', text: nextStep(t, rows) },
      ...(isDone ? [{ kind: 'note', text: t('chat:report.noGuarantee') } as const] : []),
    ],
    buttons: [],
    picture: jpeg && { jpeg, altText: t('chat:card.alt') },
  };
}

/** A passport has no back to send. */
function partsOf({ front, back }: Readonly<Partial<Record<PhotoPart, PhotoRecord>>>): readonly PhotoPart[] {
  const hasBack = back !== undefined || front?.document?.kind !== 'passport';
  return hasBack ? CARD_PARTS : CARD_PARTS.filter((part) => part !== 'back');
}

/** Faults of the photos as a set are told at the back, which is the one to take again. */
function rowOf(part: PhotoPart, record: PhotoRecord | undefined, albumFaults: readonly Finding[]): Row {
  const [ofAlbum] = part === 'back' ? albumFaults.filter(({ severity }) => severity === 'blocker') : [];
  if (ofAlbum) return { part, state: 'retake', fault: ofAlbum };
  if (record === undefined) return { part, state: 'missing', fault: undefined };
  return { part, state: record.verdict, fault: record.findings.find(({ severity }) => severity !== 'note') };
}

function wordsOf(t: Translate, { state, fault }: Row): string {
  const words = t(`chat:card.${state}`);
  return fault ? `${words}: ${findingText(t, fault).name}` : words;
}

function nextStep(t: Translate, rows: readonly Row[]): string {
  const bad = rows.find(({ state }) => state === 'retake');
  if (bad?.fault) return t('chat:card.next', { step: findingText(t, bad.fault).do });
  const missing = rows.find(({ state }) => state === 'missing');
  if (missing) return t('chat:card.sendNext', { photo: t(`chat:photos.${missing.part}`) });
  return t('chat:card.done');
}
