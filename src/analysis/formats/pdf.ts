import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { PDF_LONG_SIDE_PX } from './bounds.ts';
import type { Reading } from './reading.ts';
import { takeWorkingImage } from './working-image.ts';

/** A page that is narrower than this part of its length would be a line of a few pixels. */
const MIN_PAGE_RATIO = 0.01;

/**
 * The first page of a PDF, drawn so that its long side has a fixed number of pixels whatever size the page claims. Form fields
 * and scripts are left alone. Each file gets a decoder of its own, so that one that breaks it breaks nothing else.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const library = await PDFiumLibrary.init();
  let document: PDFiumDocument;
  try {
    document = await library.loadDocument(bytes);
  } catch (error) {
    if (isLocked(error)) return { storedWidthPx: 0, storedHeightPx: 0, problem: 'password' };
    throw error;
  }
  const pages = document.getPageCount();
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const ratio = Math.min(originalWidth, originalHeight) / Math.max(originalWidth, originalHeight);
  if (!(ratio >= MIN_PAGE_RATIO)) return { storedWidthPx: 0, storedHeightPx: 0, pages, problem: 'damaged' };
  const scale = PDF_LONG_SIDE_PX / Math.max(originalWidth, originalHeight);
  const width = Math.round(originalWidth * scale);
  const height = Math.round(originalHeight * scale);
  const { data } = await page.render({ width, height, scale: 1, render: 'bitmap' });
  const pipeline = sharp(data, { raw: { width, height, channels: 4 } });
  return {
    storedWidthPx: width,
    storedHeightPx: height,
    pages,
    picture: await takeWorkingImage(pipeline, width, height),
  };
}

/** PDFium's own words; a scheme of encryption that it does not know is a lock for us too. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && /password|security/i.test(error.message);
}
