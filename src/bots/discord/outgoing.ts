import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  escapeMarkdown,
  StringSelectMenuBuilder,
} from 'discord.js';
import type { Button, Paragraph, Reply, Tone } from '../platform.ts';

type Row = ActionRowBuilder<ButtonBuilder> | ActionRowBuilder<StringSelectMenuBuilder>;

/** What one message of Discord holds. */
export interface Shown {
  readonly embeds: EmbedBuilder[];
  readonly files: AttachmentBuilder[];
  readonly components: Row[];
  /** Nobody is called by a reply, whatever its texts hold. */
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

/** Limits of embeds and components (Resources, Message; Components). */
const MAX_TITLE = 256;
const MAX_DESCRIPTION = 4096;
const MAX_LABEL = 80;
const PER_ROW = 5;
/** More choices than these are easier to find in a menu. */
const MAX_BUTTONS = 10;
const MAX_MENU = 25;
const MENU = 'menu';
const MAX_ALT = 1024;

const COLOURS: Readonly<Record<Tone, number>> = { good: 0x2e7d5b, caution: 0xc98a12, bad: 0xb3382c, plain: 0x1f5a52 };
const SIGNS: Readonly<Record<Tone, string>> = { good: '✅', caution: '⚠️', bad: '❌', plain: '' };
const PICTURE = 'reply.jpg';

/** A reply as one message: an embed whose colour tells the mood, the picture in it, buttons or a menu below, then `rows`. */
export function showReply(reply: Reply, rows: readonly Row[] = []): Shown {
  const [first, ...others] = reply.paragraphs;
  const title = first?.kind === 'headline' ? `${SIGNS[reply.tone]} ${escapeMarkdown(first.text)}`.trim() : undefined;
  const body = title === undefined ? reply.paragraphs : others;
  const embed = new EmbedBuilder().setColor(COLOURS[reply.tone]);
  if (title !== undefined) embed.setTitle(cut(title, MAX_TITLE));
  const description = body.map(wordsOf).join('\n\n');
  if (description !== '') embed.setDescription(cut(description, MAX_DESCRIPTION));
  const files: AttachmentBuilder[] = [];
  if (reply.picture) {
    const { jpeg, altText } = reply.picture;
    files.push(new AttachmentBuilder(Buffer.from(jpeg), { name: PICTURE, description: cut(altText, MAX_ALT) }));
    embed.setImage(`attachment://${PICTURE}`);
  }
  if (reply.file) files.push(new AttachmentBuilder(Buffer.from(reply.file.bytes), { name: reply.file.name }));
  return {
    embeds: [embed],
    files,
    components: [...rowsOf(reply.buttons), ...rows],
    allowedMentions: { parse: [], repliedUser: false },
  };
}

function wordsOf(paragraph: Paragraph): string {
  const text = escapeMarkdown(paragraph.text);
  switch (paragraph.kind) {
    case 'headline':
      return `**${text}**`;
    case 'text':
      return text;
    case 'item': {
      const { number, title, measured, tone } = paragraph;
      const head = measured === undefined ? title : `${title} · ${measured}`;
      return `${SIGNS[tone]} **${number}. ${escapeMarkdown(head)}**\n${text}`.trim();
    }
    case 'note':
      return text
        .split('\n')
        .map((line) => `-# ${line}`)
        .join('\n');
  }
}

function rowsOf(buttons: readonly Button[]): Row[] {
  if (buttons.length > MAX_BUTTONS) return [menuOf(buttons)];
  return Array.from({ length: Math.ceil(buttons.length / PER_ROW) }, (_, row) =>
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      buttons
        .slice(row * PER_ROW, (row + 1) * PER_ROW)
        .map(({ label, action }) =>
          new ButtonBuilder().setStyle(ButtonStyle.Secondary).setLabel(cut(label, MAX_LABEL)).setCustomId(action),
        ),
    ),
  );
}

function menuOf(choices: readonly Button[]): Row {
  const options = choices
    .slice(0, MAX_MENU)
    .map(({ label, action }) => ({ label: cut(label, MAX_LABEL), value: action }));
  const menu = new StringSelectMenuBuilder().setCustomId(MENU).addOptions(options);
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
