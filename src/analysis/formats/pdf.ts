import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { PDF_LONG_SIDE_PX } from './bounds.ts';
import type { Reading } from './reading.ts';
import { takeWorkingImage } from './working-image.ts';

/** A page that is narrower than this part of its length would be a line of a few pixels. */
const MIN_PAGE_RATIO = 0.01;

/** The first page of a PDF, drawn. */
export interface DrawnPage {
  /** RGBA, 8 bits a channel. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Pages of the whole file. */
  readonly pages: number;
}

/** A page that is no more than a line has nothing to draw. */
class EmptyPageError extends Error {
  readonly pages: number;
  constructor(pages: number) {
    super('the first page is a line');
    this.pages = pages;
  }
}

/**
 * Draws the first page so that its long side has a fixed number of pixels whatever size the page claims. Form fields
 * and scripts are left alone. Each file gets a decoder of its own, so that one that breaks it breaks nothing else.
 * Throws on files that are damaged or locked.
 */
export async function drawFirstPage(bytes: Uint8Array): Promise<DrawnPage> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages = document.getPageCount();
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const ratio = Math.min(originalWidth, originalHeight) / Math.max(originalWidth, originalHeight);
  if (!(ratio >= MIN_PAGE_RATIO)) throw new EmptyPageError(pages);
  const scale = PDF_LONG_SIDE_PX / Math.max(originalWidth, originalHeight);
  const width = Math.round(originalWidth * scale);
  const height = Math.round(originalHeight * scale);
  const { data } = await page.render({ width, height, scale: 1, render: 'bitmap' });
  return { data, width, height, pages };
}

/** The first page as a photo. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const nothing = { storedWidthPx: 0, storedHeightPx: 0 };
  try {
    const { data, width, height, pages } = await drawFirstPage(bytes);
    const picture = await takeWorkingImage(sharp(data, { raw: { width, height, channels: 4 } }), width, height);
    return { storedWidthPx: width, storedHeightPx: height, pages, picture };
  } catch (error) {
    if (isLocked(error)) return { ...nothing, problem: 'password' };
    if (error instanceof EmptyPageError) return { ...nothing, pages: error.pages, problem: 'damaged' };
    throw error;
  }
}

/** PDFium's own words; a scheme of encryption that it does not know is a lock for us too. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && /password|security/i.test(error.message);
}
