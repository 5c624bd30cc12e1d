import type { AccountDetails, DetailsMismatch } from '../types.ts';
import { compareNames } from './compare-names.ts';
import type { Holder } from './holder.ts';

/** What differs between the details of an account and the holder of the document; empty when nothing does. */
export function compareDetails(account: AccountDetails, holder: Holder): readonly DetailsMismatch[] {
  const name = account.name === undefined ? undefined : compareNames(account.name, holder);
  const birth = account.birthDate === undefined ? undefined : compareBirthDates(account.birthDate, holder.birth);
  return [name, birth].filter((mismatch) => mismatch !== undefined);
}

/** `YYYY-MM-DD` against `YYMMDD`: the century is not in the document, and unknown parts (`<<`) fit any. */
function compareBirthDates(typed: string, birth: string): 'birth-date' | 'birth-date-swapped' | undefined {
  const match = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(typed);
  if (!match || birth.length !== 6) return undefined;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const fits = (part: string, from: number) => [part, '<<'].includes(birth.slice(from, from + 2));
  if (!fits(year, 0)) return 'birth-date';
  if (fits(month, 2) && fits(day, 4)) return undefined;
  return fits(day, 2) && fits(month, 4) ? 'birth-date-swapped' : 'birth-date';
}
