import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Quad } from '../types.ts';
import { type DetectedFace, faceRollDegrees } from './face-detector.ts';
import { isCentredIn } from './geometry.ts';
import { type Plane, reducePlane, reductionTo } from './plane.ts';
import { rectify } from './rectify.ts';

/** A barcode that was read, in pixels of the plane that was given. What it says stays inside the analysis. */
export interface FoundBarcode {
  readonly symbology: string;
  readonly text: string;
  /** From the upper left one of the code itself clockwise, however it lies. */
  readonly corners: Quad;
}

const require = createRequire(import.meta.url);
/** Long side at which barcodes are read: the narrow bars of a PDF417 on a licence stay wider than a pixel. */
const LONG_SIDE_PX = 1600;
/** Width of a document on which they are: every module of the densest record of a licence is then three pixels wide. */
const PAGE_WIDTH_PX = 1200;

/** Finds barcodes; one instance holds the reader. Create it with `loadBarcodeFinder`. */
export interface BarcodeFinder {
  /** `outline`: the corners of a document that may bear one. The reader cannot read a PDF417 that is seen at an angle. */
  find(plane: Plane, outline?: Quad): Promise<readonly FoundBarcode[]>;
}

/** Loads the reader from the file that its package ships; by itself it would fetch it from a content network. */
export async function loadBarcodeFinder(): Promise<BarcodeFinder> {
  const file = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return {
    async find(plane, outline) {
      const onPage = outline ? await findOnPage(plane, outline) : [];
      return onPage.length > 0 ? onPage : findBarcodes(plane);
    },
  };
}

/** Direction in which a barcode is read, degrees clockwise from level, -180..180. */
export function barcodeDegrees({ corners: [topLeft, topRight] }: FoundBarcode): number {
  return (Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) * 180) / Math.PI;
}

/** A portrait stands upright to the print beside it, give or take a head that leans. */
const MAX_PORTRAIT_LEAN = 22;

/** False for a doubtful face that is none: a pattern of the barcode, or something askew beside it. */
export function isPortraitBeside(barcode: FoundBarcode, face: DetectedFace): boolean {
  if (isCentredIn(face.box, barcode.corners)) return false;
  const degrees = faceRollDegrees(face) - barcodeDegrees(barcode);
  return Math.abs(degrees - 90 * Math.round(degrees / 90)) <= MAX_PORTRAIT_LEAN;
}

async function findOnPage(plane: Plane, outline: Quad): Promise<readonly FoundBarcode[]> {
  const { page, toSource } = rectify(plane, outline, 0, PAGE_WIDTH_PX);
  const found = await findBarcodes(page);
  return found.map((barcode) => ({
    ...barcode,
    corners: barcode.corners.map(({ x, y }) => toSource(x, y)) as unknown as Quad,
  }));
}

async function findBarcodes(plane: Plane): Promise<readonly FoundBarcode[]> {
  const factor = reductionTo(plane, LONG_SIDE_PX);
  const { width, height, data } = reducePlane(plane, factor);
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, p = 0; i < data.length; i++, p += 4) {
    rgba[p] = data[i]!;
    rgba[p + 1] = data[i]!;
    rgba[p + 2] = data[i]!;
    rgba[p + 3] = 255;
  }
  const results = await readBarcodes(
    { data: rgba, width, height, colorSpace: 'srgb' },
    {
      formats: ['PDF417', 'Code128', 'Code39', 'QRCode', 'DataMatrix'],
      tryHarder: true,
      maxNumberOfSymbols: 2,
      textMode: 'Plain',
    },
  );
  return results.map(({ symbology, text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
    symbology: String(symbology),
    text,
    corners: [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({
      x: x * factor,
      y: y * factor,
    })) as unknown as Quad,
  }));
}
