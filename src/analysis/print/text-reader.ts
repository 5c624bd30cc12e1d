import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Plane } from '../measure/plane.ts';
import type { Box } from '../types.ts';

/** A word as it was read; pixels of the plane that was given. What it says stays inside the analysis. */
export interface PrintedWord {
  readonly text: string;
  readonly box: Box;
  /** 0..1 */
  readonly confidence: number;
}

/** Reads print; the reader behind it starts with the first page and stays warm. */
export interface TextReader {
  /** The words of a level, upright page; empty when the reader fails or takes too long: then it starts anew with the next page. */
  read(page: Plane): Promise<readonly PrintedWord[]>;
}

const require = createRequire(import.meta.url);
/** White around each page. */
const MARGIN_PX = 20;
/** Ordinary pages take one second; a page made to stall is given up. */
const TIME_LIMIT_MS = 15_000;

/** Makes a reader for Latin print from the files that its packages ship; nothing is downloaded, nothing is written. */
export function createTextReader(): TextReader {
  let starting: Promise<Worker> | undefined;
  const stop = () => {
    const stopping = starting;
    starting = undefined;
    stopping?.then((worker) => worker.terminate()).catch(() => undefined);
  };
  return {
    async read(page) {
      try {
        starting ??= start();
        return await withinTimeLimit(starting.then((worker) => readWords(worker, page)));
      } catch {
        // A lost reader costs this page its words, not the person the report.
        stop();
        return [];
      }
    },
  };
}

async function start(): Promise<Worker> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(dirname(require.resolve('@tesseract.js-data/eng')), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    // Without a handler, a page that is no image ends the process.
    errorHandler: () => undefined,
  });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SPARSE_TEXT,
    user_defined_dpi: '300',
    // Sauvola: print on guilloches is lost to one threshold for the page.
    thresholding_method: '2',
    // It would tell the console about each page.
    debug_file: '/dev/null',
  } as never);
  return worker;
}

async function readWords(worker: Worker, page: Plane): Promise<PrintedWord[]> {
  const { data } = await worker.recognize(portableGreymap(page), {}, { blocks: true, text: false });
  const paragraphs = (data.blocks ?? []).flatMap((block) => block.paragraphs);
  const words = paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  return words.map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
    text,
    box: { x: x0 - MARGIN_PX, y: y0 - MARGIN_PX, width: x1 - x0, height: y1 - y0 },
    confidence: confidence / 100,
  }));
}

/** The plane as a PGM file (Netpbm), which needs no encoder, within a margin: at the very edge Tesseract loses its boxes. */
function portableGreymap({ width, height, data }: Plane): Buffer {
  const [w, h] = [width + 2 * MARGIN_PX, height + 2 * MARGIN_PX];
  const head = Buffer.from(`P5\n${w} ${h}\n255\n`);
  const file = Buffer.alloc(head.length + w * h, 255);
  head.copy(file);
  for (let y = 0; y < height; y++) {
    file.set(data.subarray(y * width, (y + 1) * width), head.length + (y + MARGIN_PX) * w + MARGIN_PX);
  }
  return file;
}

async function withinTimeLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('reading took too long')), TIME_LIMIT_MS);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
