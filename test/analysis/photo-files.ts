import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, createDeflate, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/**
 * Files for the tests, made by code: honest ones in every format, and hostile ones. What they show is `corners()`: four colours
 * that tell which way up the picture came out.
 */

/** The colours of the four quarters of a test picture: top left, top right, bottom left, bottom right. */
export const QUARTERS = {
  topLeft: [200, 30, 30],
  topRight: [30, 160, 30],
  bottomLeft: [30, 30, 200],
  bottomRight: [225, 225, 60],
} as const;

/** A picture of four plain quarters. */
export function quarters(width: number, height: number): Sharp {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2), channels: 3 as const };
  const tile = ([r, g, b]: readonly [number, number, number], left: number, top: number) => ({
    input: { create: { ...half, background: { r, g, b } } },
    left,
    top,
  });
  const canvas = sharp({ create: { width, height, channels: 3, background: '#808080' }, limitInputPixels: false });
  const right = width - half.width;
  const bottom = height - half.height;
  return canvas.composite([
    tile(QUARTERS.topLeft, 0, 0),
    tile(QUARTERS.topRight, right, 0),
    tile(QUARTERS.bottomLeft, 0, bottom),
    tile(QUARTERS.bottomRight, right, bottom),
  ]);
}

/** Smooth shapes and a little texture at any size, without noise: what a photo is to an encoder. */
export function photoLike(width: number, height: number): Sharp {
  const seed = Buffer.alloc(96 * 72 * 3);
  const random = randomNumbers(7);
  for (let i = 0; i < seed.length; i++) seed[i] = random() * 255;
  return sharp(seed, { raw: { width: 96, height: 72, channels: 3 } }).resize(width, height, {
    fit: 'fill',
    kernel: 'cubic',
  });
}

/** Numbers 0..1 that come out the same each time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Bytes of no format, or of one whose first bytes are given. */
export function randomBytes(seed: number, length: number, start: Uint8Array = new Uint8Array()): Buffer {
  const random = randomNumbers(seed);
  const bytes = Buffer.alloc(length);
  for (let i = 0; i < length; i++) bytes[i] = random() * 256;
  bytes.set(start.subarray(0, length));
  return bytes;
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function pngHeader(width: number, height: number, isInterlaced = false): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, isInterlaced ? 1 : 0], 8);
  return pngChunk('IHDR', header);
}

/** A black grey-scale PNG of any size: about four kilobytes for each megapixel. Made without ever holding its rows. */
export async function blackPng(width: number, height: number, isInterlaced = false): Promise<Buffer> {
  // Each of the seven passes of Adam7 has rows of its own: twice the filter bytes suffice for either layout.
  const rows = deflateZeros((width + 2) * height);
  const parts = [PNG_SIGNATURE, pngHeader(width, height, isInterlaced), pngChunk('IDAT', await rows)];
  return Buffer.concat([...parts, pngChunk('IEND', Buffer.alloc(0))]);
}

async function deflateZeros(length: number): Promise<Buffer> {
  const zeros = Buffer.alloc(1_000_000);
  const pieces = Array.from({ length: Math.ceil(length / zeros.length) }, () => zeros);
  const packed: Buffer[] = [];
  for await (const part of Readable.from(pieces).pipe(createDeflate())) packed.push(part);
  return Buffer.concat(packed);
}

/** A PNG that claims a size and holds next to nothing. */
export function emptyPng(width: number, height: number): Buffer {
  return Buffer.concat([
    PNG_SIGNATURE,
    pngHeader(width, height),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A still PNG turned into one that says it has frames (an `acTL` chunk after the header). */
export function animatedPng(still: Buffer, frames: number): Buffer {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(frames);
  const afterHeader = 8 + 25;
  return Buffer.concat([still.subarray(0, afterHeader), pngChunk('acTL', control), still.subarray(afterHeader)]);
}

/** A JPEG whose frame header claims another size than its pixels have. */
export function lyingJpeg(honest: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(honest);
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xc2) {
      bytes.writeUInt16BE(height, at + 5);
      bytes.writeUInt16BE(width, at + 7);
      return bytes;
    }
  }
  throw new Error('no frame header');
}

/** A GIF of plain frames; `canvas` is the size that the header claims. */
export async function gif(
  frames: number,
  width = 60,
  height = 40,
  canvas?: readonly [number, number],
): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * frames * 3);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (Math.floor(i / (width * height * 3)) * 37 + i * 3) % 256;
  const bytes = await sharp(pixels, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif({ delay: new Array(frames).fill(50) })
    .toBuffer();
  if (canvas !== undefined) {
    bytes.writeUInt16LE(canvas[0], 6);
    bytes.writeUInt16LE(canvas[1], 8);
  }
  return bytes;
}

/** A TIFF of many one-pixel pages: each directory is 6 entries long and points to the next. */
export function tiffOfPages(pages: number): Buffer {
  const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, 3, 1],
    [257, 3, 1],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 3, 1],
    [279, 4, 1],
  ];
  const size = 2 + entries.length * 12 + 4;
  const bytes = Buffer.alloc(10 + pages * size);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(10, 4);
  for (let page = 0; page < pages; page++) {
    let at = 10 + page * size;
    at = bytes.writeUInt16LE(entries.length, at);
    for (const [tag, type, value] of entries) {
      at = bytes.writeUInt16LE(tag, at);
      at = bytes.writeUInt16LE(type, at);
      at = bytes.writeUInt32LE(1, at);
      at = bytes.writeUInt32LE(value, at);
    }
    bytes.writeUInt32LE(page + 1 < pages ? 10 + (page + 1) * size : 0, at);
  }
  return bytes;
}

/** How a PDF is to be made. */
export interface PdfOptions {
  readonly pages?: number;
  /** Width and height of each page in points, written as given. */
  readonly page?: readonly [string, string];
  /** Needed to open it; the file is then locked by the standard handler, 40-bit RC4 (PDF 1.7, 7.6.3, revision 2). */
  readonly password?: string;
}

/** A PDF whose pages show a red square in the top left quarter. */
export function pdf({ pages = 1, page = ['400', '300'], password }: PdfOptions = {}): Buffer {
  const id = createHash('md5').update('retake').digest();
  const lock = password === undefined ? undefined : lockFor(password, id);
  const [width, height] = page;
  const drawing = Buffer.from(`0.8 0 0 rg 0 ${Number(height) / 2} ${Number(width) / 2} ${Number(height) / 2} re f`);
  const stream = lock === undefined ? drawing : rc4(lock.objectKey(3), drawing);
  const kids = Array.from({ length: pages }, (_, i) => `${4 + i} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`),
    Buffer.concat([Buffer.from(`<< /Length ${stream.length} >>\nstream\n`), stream, Buffer.from('\nendstream')]),
    ...Array.from({ length: pages }, () =>
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 3 0 R /Resources << >> >>`,
      ),
    ),
  ];
  const trailer = [`/Size ${objects.length + 1} /Root 1 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`];
  if (lock !== undefined) {
    const [owner, user] = [lock.owner.toString('hex'), lock.user.toString('hex')];
    trailer.push(`/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner}> /U <${user}> /P ${lock.permissions} >>`);
  }
  return assemblePdf(objects, trailer.join(' '));
}

function assemblePdf(objects: readonly Buffer[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((object, i) => {
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** The padding of the standard security handler (PDF 1.7, algorithm 2). */
const PASSWORD_PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

function lockFor(password: string, id: Buffer) {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PASSWORD_PADDING]).subarray(0, 32);
  const permissions = -4;
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissionBytes = Buffer.alloc(4);
  permissionBytes.writeInt32LE(permissions);
  const key = md5(padded, owner, permissionBytes, id).subarray(0, 5);
  return {
    owner,
    user: rc4(key, PASSWORD_PADDING),
    permissions,
    objectKey: (number: number) => md5(key, Buffer.from([number, 0, 0, 0, 0])).subarray(0, 10),
  };
}

function md5(...parts: readonly Buffer[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  const out = Buffer.alloc(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
    out[n] = data[n]! ^ state[(state[i]! + state[j]!) & 255]!;
  }
  return out;
}

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** The header of a HEIC that claims a picture of a size, without pixels. */
export function heicHeader(width: number, height: number): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const properties = box('iprp', box('ipco', box('ispe', size)));
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0heicmif1', 'latin1')),
    box('meta', Buffer.alloc(4), properties),
    box('mdat', Buffer.alloc(64)),
  ]);
}

/** An SVG that would fetch a file and an address if it were drawn. */
export const FETCHING_SVG = Buffer.from(`<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY leak SYSTEM "file:///etc/hostname">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="600" height="400">
<image xlink:href="http://127.0.0.1:9/pixel.png" width="10" height="10"/><text>&leak;</text></svg>`);
