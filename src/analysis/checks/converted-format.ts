import type { FileFormat } from '../types.ts';
import { type Check, EVERY_KIND } from './check.ts';

/** Formats that we can open but that identity checks often refuse: Onfido and Stripe name JPG and PNG (PDF at some). */
const RARELY_TAKEN: readonly FileFormat[] = ['heic', 'avif', 'tiff', 'pdf', 'webp', 'gif'];

/** The photo must be saved as JPG or PNG before many identity checks take it. */
export const convertedFormat: Check = {
  stage: 'file',
  kinds: EVERY_KIND,
  judge({ file: { format } }) {
    if (!RARELY_TAKEN.includes(format)) return undefined;
    return { severity: 'warning', confidence: 1, values: { format } };
  },
};
