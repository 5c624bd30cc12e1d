import { MAX_PHOTO_BYTES } from '../privacy.ts';

/** The bytes of an answer, or so many that they are seen to be too many: nobody's endless file fills the memory. */
export async function readBody({ ok, body }: Response): Promise<Uint8Array> {
  if (!ok || body === null) throw new Error('not handed out');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > MAX_PHOTO_BYTES) break;
  }
  return Buffer.concat(chunks);
}
