import { distance } from 'fastest-levenshtein';
import { skeleton } from './skeleton.ts';

/** A shorter name resembles too many others to be allowed a letter of difference. */
const MIN_NAME = 5;

/** Whether a display name looks like one of those under which only staff write: holds it as a word, or is it but for a letter. */
export function resemblesStaff(displayName: string, staffNames: readonly string[]): boolean {
  const words = wordsOf(displayName);
  const whole = words.join('');
  return staffNames.map(wordsOf).some((name) => {
    const staff = name.join('');
    if (staff === '') return false;
    if (` ${words.join(' ')} `.includes(` ${name.join(' ')} `) || whole === staff) return true;
    return (
      staff.length >= MIN_NAME && (distance(whole, staff) <= 1 || words.some((word) => distance(word, staff) <= 1))
    );
  });
}

function wordsOf(name: string): readonly string[] {
  return name
    .split(/[^\p{L}\p{N}\p{M}@$!|_-]+/u)
    .map((word) => skeleton(word).replace(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '');
}
