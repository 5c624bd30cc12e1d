import type { Attachment } from 'discord.js';
import { readBody } from '../chats/read-body.ts';
import type { IncomingPhoto } from '../platform.ts';

/** Where Discord keeps what people send. An address anywhere else was made up. */
const HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];
const DOWNLOAD_MS = 60_000;

/** An attachment as a photo; its link is followed only to `hosts`, and never elsewhere. */
export function photoOf(
  { url, name, size }: Pick<Attachment, 'url' | 'name' | 'size'>,
  moreHosts: readonly string[],
): IncomingPhoto {
  return { sizeBytes: size, declaredName: name, download: () => download(url, [...HOSTS, ...moreHosts]) };
}

async function download(address: string, hosts: readonly string[]): Promise<Uint8Array> {
  const url = new URL(address);
  if (!hosts.includes(url.host)) throw new Error('not a host of attachments');
  return readBody(await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(DOWNLOAD_MS) }));
}
