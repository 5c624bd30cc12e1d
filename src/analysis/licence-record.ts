import { parse } from 'aamva-parser';
import { dayOf } from './calendar.ts';

/** Every record of AAMVA's DL/ID card design standard begins so. */
const HEADER = /^@[\s\S]{0,4}(?:ANSI |AAMVA)/;

/** The expiry (`YYYY-MM-DD`) in the record that the barcode of a North American licence or card holds; undefined when it is another text. */
export function expiryOfRecord(text: string): string | undefined {
  if (!HEADER.test(text)) return undefined;
  try {
    const { expirationDate: day } = parse(text);
    return day ? dayOf(day.getFullYear(), day.getMonth() + 1, day.getDate()) : undefined;
  } catch {
    // Whoever prints a barcode chooses what is in it.
    return undefined;
  }
}
