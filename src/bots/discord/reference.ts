import { type Client, InteractionWebhook, type Message } from 'discord.js';
import type { IncomingMessage } from '../platform.ts';
import { type Talk, unlessGone } from './answering.ts';
import type { AttachmentLink, DiscordPhoto } from './attachments.ts';
import { type ReadAttachment, readMessage } from './incoming.ts';
import { type Answerable, type Stage, stageOfMessage, stageOfWebhook } from './stage.ts';

/** Where a photo is and where its reply goes, without words and names: a message in its channel, or an interaction, which can be answered for 15 minutes. */
export type Reference =
  | { readonly kind: 'message'; readonly channelId: string; readonly messageId: string; readonly talk: Talk }
  | {
      readonly kind: 'interaction';
      readonly applicationId: string;
      readonly token: string;
      readonly isSeenByOthers: boolean;
      readonly talk: Talk;
      readonly message: Omit<IncomingMessage, 'photos' | 'text' | 'details'>;
      readonly photos: readonly { readonly link: AttachmentLink; readonly judgeAs?: IncomingMessage['judgeAs'] }[];
    };

/** An interaction with photos as a reference. */
export function referenceOfInteraction(interaction: Answerable, talk: Talk, incoming: IncomingMessage): Reference {
  const { applicationId, token, guildId } = interaction;
  const { photos, text: _text, details: _details, author: _author, ...message } = incoming;
  return {
    kind: 'interaction',
    applicationId,
    token,
    isSeenByOthers: guildId !== null,
    talk,
    message,
    photos: photos.flatMap((photo) => {
      if (!('link' in photo)) return [];
      const { link, judgeAs } = photo as DiscordPhoto;
      return [{ link: { ...link, name: bareName(link.name) }, judgeAs }];
    }),
  };
}

/** What makes messages of references. */
export interface Reviver {
  readonly client: Client;
  readonly botId: string;
  readonly read: ReadAttachment;
  readLink(link: AttachmentLink): DiscordPhoto;
}

/** The message of a reference, and where its reply appears; undefined when it is gone. */
export async function revive(
  reference: Reference,
  { client, botId, read, readLink }: Reviver,
): Promise<{ readonly message: IncomingMessage; readonly stage: Stage } | undefined> {
  if (reference.kind === 'interaction') {
    const { applicationId, token, isSeenByOthers, message, photos } = reference;
    const webhook = new InteractionWebhook(client as Client<true>, applicationId, token);
    const revived = photos.map(({ link, judgeAs }) => ({ ...readLink(link), judgeAs }));
    return { message: { ...message, photos: revived }, stage: stageOfWebhook(webhook, isSeenByOthers) };
  }
  const channel = await client.channels.fetch(reference.channelId).catch(unlessGone);
  if (!channel?.isTextBased()) return undefined;
  const found = (await channel.messages.fetch(reference.messageId).catch(unlessGone)) as Message | undefined;
  const message = found && readMessage(found, botId, read);
  return found && message && { message, stage: stageOfMessage(found) };
}

/** Of the name only its end is kept: it says what kind of file was meant. */
function bareName(name: string): string {
  return `file${/\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''}`;
}
