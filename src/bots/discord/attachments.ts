import type { Attachment } from 'discord.js';
import type { IncomingPhoto } from '../platform.ts';
import { MAX_PHOTO_BYTES } from '../privacy.ts';

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
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!response.ok || response.body === null) throw new Error('attachment not handed out');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    chunks.push(chunk);
    // One byte more than is allowed is enough to tell that it is too large.
    if (size > MAX_PHOTO_BYTES) break;
  }
  return Buffer.concat(chunks);
}
