import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const require = createRequire(import.meta.url);

/** A barcode as SVG path data in modules. */
export interface DrawnBarcode {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a real PDF417 (ISO/IEC 15438), such as licences bear on their backs. */
export async function drawPdf417(text: string): Promise<DrawnBarcode> {
  const file = await readFile(require.resolve('zxing-wasm/writer/zxing_writer.wasm'));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const { svg, symbol, error } = await writeBarcode(text, { format: 'PDF417', addQuietZones: false });
  const path = /<path d="([^"]+)"/.exec(svg)?.[1];
  if (error || !symbol || path === undefined) throw new Error(`PDF417 was not written: ${error}`);
  return { path, width: symbol.width, height: symbol.height };
}
