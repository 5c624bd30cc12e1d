import type { TextFacts } from '../types.ts';

/** What is known of the text of a photo on which none was read. */
export const NOTHING_READ: TextFacts = {
  zone: undefined,
  expiry: undefined,
  barcode: undefined,
  isHolderRead: false,
  mismatches: [],
  datesDisagree: false,
  sense: undefined,
};
