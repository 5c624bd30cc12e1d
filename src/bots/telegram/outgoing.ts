import type { Button, Paragraph, Reply, Tone } from '../platform.ts';
import type { Place } from './incoming.ts';

/** One call that shows a part of a reply. */
export interface Shown {
  readonly method: 'sendMessage' | 'sendPhoto' | 'sendDocument';
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Limits of the Bot API, counted without markup (sendMessage, sendPhoto). */
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
/** Longer labels get a row of their own on a phone. */
const SHORT_LABEL = 18;
const ROW = 2;

const SIGNS: Readonly<Record<Tone, string>> = { good: '✅', caution: '⚠️', bad: '❌', plain: '' };

/** A paragraph as HTML of Telegram, and how many characters of it are seen. */
interface Block {
  readonly html: string;
  readonly length: number;
}

/** A reply as calls: the picture with as much as its caption takes, then the rest; buttons stand under the last. */
export function showReply(
  reply: Reply,
  place: Pick<Place, 'chatId' | 'threadId'> & Partial<Pick<Place, 'messageId'>>,
  linkToPrivate?: string,
  linkLabel?: string,
): readonly Shown[] {
  const blocks = reply.paragraphs.map((paragraph) => blockOf(paragraph, reply.tone));
  const common = {
    chat_id: place.chatId,
    ...(place.threadId === undefined ? {} : { message_thread_id: place.threadId }),
  };
  const answers =
    place.messageId === undefined ? undefined : { message_id: place.messageId, allow_sending_without_reply: true };
  const keyboard =
    reply.asksFor === undefined
      ? keyboardOf(reply.buttons, linkToPrivate, linkLabel)
      : // What is written next is then a reply to the bot, which it may read in groups too.
        { force_reply: true, selective: true };
  const captioned = reply.picture ? fitting(blocks, MAX_CAPTION) : 0;
  const texts = joinUpTo(blocks.slice(captioned), MAX_TEXT);
  const shown: Shown[] = [];
  if (reply.picture) {
    shown.push({
      method: 'sendPhoto',
      payload: {
        ...common,
        photo: { source: Buffer.from(reply.picture.jpeg), filename: 'reply.jpg' },
        caption: blocks
          .slice(0, captioned)
          .map(({ html }) => html)
          .join('\n\n'),
        parse_mode: 'HTML',
        // In uploads telegraf drops what is no text.
        ...(answers ? { reply_parameters: JSON.stringify(answers) } : {}),
        ...(texts.length === 0 && keyboard ? { reply_markup: JSON.stringify(keyboard) } : {}),
      },
    });
  }
  texts.forEach((text, i) => {
    shown.push({
      method: 'sendMessage',
      payload: {
        ...common,
        text,
        parse_mode: 'HTML',
        ...(answers ? { reply_parameters: answers } : {}),
        link_preview_options: { is_disabled: true },
        ...(i === texts.length - 1 && keyboard ? { reply_markup: keyboard } : {}),
      },
    });
  });
  if (reply.file) {
    const { bytes, name: filename } = reply.file;
    shown.push({
      method: 'sendDocument',
      payload: {
        ...common,
        document: { source: Buffer.from(bytes), filename },
      },
    });
  }
  return shown;
}

function blockOf(paragraph: Paragraph, tone: Tone): Block {
  switch (paragraph.kind) {
    case 'headline':
      return block(SIGNS[tone], ['b', paragraph.text]);
    case 'text':
      return block('', ['', paragraph.text]);
    case 'item': {
      const { number, title, measured, text } = paragraph;
      const head = measured === undefined ? `${number}. ${title}` : `${number}. ${title} · ${measured}`;
      return block(SIGNS[paragraph.tone], ['b', head], ['', `\n${text}`]);
    }
    case 'note':
      return block('', ['i', paragraph.text]);
  }
}

/** Pieces of text, each in a tag or none, cut to what one message takes. */
function block(sign: string, ...pieces: readonly (readonly [tag: string, text: string])[]): Block {
  const start = sign === '' ? '' : `${sign} `;
  let left = MAX_TEXT - start.length;
  const html = pieces.map(([tag, text]) => {
    const cut = text.slice(0, left);
    left -= cut.length;
    return tag === '' ? escapeHtml(cut) : `<${tag}>${escapeHtml(cut)}</${tag}>`;
  });
  return { html: start + html.join(''), length: MAX_TEXT - left };
}

/** Only these have a meaning in the HTML of Telegram. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const GAP = '\n\n';

/** How many blocks from the first on fit into so many characters. */
function fitting(blocks: readonly Block[], limit: number): number {
  let length = 0;
  for (const [i, block] of blocks.entries()) {
    length += block.length + (i > 0 ? GAP.length : 0);
    if (length > limit) return i;
  }
  return blocks.length;
}

function joinUpTo(blocks: readonly Block[], limit: number): string[] {
  const texts: string[] = [];
  let rest = blocks;
  while (rest.length > 0) {
    const count = Math.max(1, fitting(rest, limit));
    texts.push(
      rest
        .slice(0, count)
        .map(({ html }) => html)
        .join(GAP),
    );
    rest = rest.slice(count);
  }
  return texts;
}

function keyboardOf(
  buttons: readonly Button[],
  link?: string,
  linkLabel = '',
): { inline_keyboard: object[][] } | undefined {
  const rows: object[][] = [];
  let isOpen = false;
  for (const { label, action } of buttons) {
    const key = { text: label, callback_data: action };
    const isShort = [...label].length <= SHORT_LABEL;
    const last = rows.at(-1);
    if (isShort && isOpen && last && last.length < ROW) last.push(key);
    else rows.push([key]);
    isOpen = isShort;
  }
  if (link !== undefined) rows.push([{ text: linkLabel, url: link }]);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}
