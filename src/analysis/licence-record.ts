import { parse } from 'aamva-parser';
import { dayOf } from './calendar.ts';
import type { Holder } from './details/holder.ts';
import { zoneWords } from './details/zone-words.ts';

/** Every record of AAMVA's DL/ID card design standard begins so. */
const HEADER = /^@[\s\S]{0,4}(?:ANSI |AAMVA)/;

/** What the record of a licence or card tells. */
export interface LicenceRecord {
  /** `YYYY-MM-DD` */
  readonly expiry: string | undefined;
  readonly holder: Holder;
}

/** What is in the record that the barcode of a North American licence or card holds; undefined when it is another text. */
export function readLicenceRecord(text: string): LicenceRecord | undefined {
  if (!HEADER.test(text)) return undefined;
  try {
    const { expirationDate, dateOfBirth, firstName, middleName, lastName } = parse(text);
    const given = [firstName, middleName].flatMap((name) => wordsOf(name));
    const birth = dayOfDate(dateOfBirth)?.replaceAll('-', '').slice(2) ?? UNKNOWN_BIRTH;
    const holder = { surname: wordsOf(lastName), given, isTruncated: false, birth };
    return { expiry: dayOfDate(expirationDate), holder };
  } catch {
    // Whoever prints a barcode chooses what is in it.
    return undefined;
  }
}

const UNKNOWN_BIRTH = '<<<<<<';

function dayOfDate(day: Date | null | undefined): string | undefined {
  return day ? dayOf(day.getFullYear(), day.getMonth() + 1, day.getDate()) : undefined;
}

function wordsOf(name: string | null | undefined): readonly string[] {
  return zoneWords(name ?? '')?.forms[0] ?? [];
}
