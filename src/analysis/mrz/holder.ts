import type { Holder } from '../details/holder.ts';
import type { ReadZone } from './read-zone.ts';

/** The holder as the zone names them. */
export function holderOf({ format, lines }: Pick<ReadZone, 'format' | 'lines'>): Holder {
  const [first, second] = format.names.map(({ line, from, to }) => lines[line]!.slice(from, to));
  const [surname, given] = second === undefined ? splitNames(first!) : [first!, second];
  const { line, from } = format.birth;
  return {
    surname: wordsOf(surname),
    given: wordsOf(given),
    isTruncated: !(second ?? first!).endsWith('<'),
    birth: lines[line]!.slice(from, from + 6),
  };
}

/** Two fillers stand between the surname and the given names; people with a single name have no second part. */
function splitNames(names: string): [string, string] {
  const at = names.indexOf('<<');
  return at < 0 ? [names, ''] : [names.slice(0, at), names.slice(at + 2)];
}

function wordsOf(name: string): string[] {
  return name.split('<').filter((word) => word !== '');
}
