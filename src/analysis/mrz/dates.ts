/** Expiry dates lie at most this many years ahead; what lies further was meant in the last century. */
const MAX_YEARS_AHEAD = 60;
const DAY_MS = 86_400_000;

/** Six digits YYMMDD of an expiry -> `YYYY-MM-DD`, seen from `today` (`YYYY-MM-DD`); undefined when there is no such day. */
export function expiryOf(digits: string, today: string): string | undefined {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(digits);
  if (!match) return undefined;
  const [, yy, month, day] = match;
  const latest = Number(today.slice(0, 4)) + MAX_YEARS_AHEAD;
  const century = Math.floor(latest / 100) * 100;
  const year = century + Number(yy) <= latest ? century + Number(yy) : century - 100 + Number(yy);
  const date = `${year}-${month}-${day}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}

/** Whole days from one day to another, both `YYYY-MM-DD`; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
