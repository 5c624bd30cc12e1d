/**
 * Frames of an animated PNG, 1 for a still one: the count in the `acTL` chunk, which must precede the pixels (PNG 3rd edition,
 * 11.3.6.1). The picture reader sees the default image alone and would not tell.
 */
export function pngFrames(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (type === 'IDAT') return 1;
    if (type === 'acTL') return Math.max(1, view.getUint32(at + 8));
    at += 12 + view.getUint32(at);
  }
  return 1;
}
