import { dayOf } from '../calendar.ts';

/** Expiry dates lie at most this many years ahead; what lies further was meant in the last century. */
const MAX_YEARS_AHEAD = 60;

/** Six digits YYMMDD of an expiry -> `YYYY-MM-DD`, seen from `today` (`YYYY-MM-DD`); undefined when there is no such day. */
export function expiryOf(digits: string, today: string): string | undefined {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(digits);
  if (!match) return undefined;
  const [yy, month, day] = match.slice(1).map(Number) as [number, number, number];
  const latest = Number(today.slice(0, 4)) + MAX_YEARS_AHEAD;
  const century = Math.floor(latest / 100) * 100;
  return dayOf(century + yy <= latest ? century + yy : century - 100 + yy, month, day);
}
