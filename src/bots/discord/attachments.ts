import type { Attachment } from 'discord.js';
import { readBody } from '../chats/read-body.ts';
import type { IncomingPhoto } from '../platform.ts';

/** Where Discord keeps what people send. An address anywhere else was made up. */
const HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];
const DOWNLOAD_MS = 60_000;

/** What is needed of an attachment. */
export type AttachmentLink = Pick<Attachment, 'url' | 'name' | 'size'>;

/** A photo that knows where it lies. */
export interface DiscordPhoto extends IncomingPhoto {
  readonly link: AttachmentLink;
}

/**
 * An attachment as a photo; its link is followed only to `hosts`, and never elsewhere. Links expire after a day or so: then `renew`
 * is asked once for a new one.
 */
export function photoOf(
  { url, name, size }: AttachmentLink,
  moreHosts: readonly string[],
  renew?: () => Promise<string | undefined>,
): DiscordPhoto {
  const hosts = [...HOSTS, ...moreHosts];
  return {
    link: { url, name, size },
    sizeBytes: size,
    declaredName: name,
    async download() {
      const response = await request(url, hosts);
      const newUrl = EXPIRED.includes(response.status) ? await renew?.() : undefined;
      return readBody(newUrl === undefined ? response : await request(newUrl, hosts));
    },
  };
}

/** What the file server says of a link that is too old. */
const EXPIRED: readonly number[] = [403, 404];

async function request(address: string, hosts: readonly string[]): Promise<Response> {
  const url = new URL(address);
  if (!hosts.includes(url.host)) throw new Error('not a host of attachments');
  return fetch(url, { redirect: 'error', signal: AbortSignal.timeout(DOWNLOAD_MS) });
}
