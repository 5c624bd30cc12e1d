const PATTERN = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)(?: ([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){0,2}))?$/;
const UTC = 'UTC';

/** Whether quiet hours are written as `22:00-07:00`, and the zone after them, if any, is one of the IANA's. */
export function isQuietHours(typed: string): boolean {
  const match = PATTERN.exec(typed);
  if (!match) return false;
  try {
    clockOf(match[5] ?? UTC, new Date(0));
    return true;
  } catch {
    return false;
  }
}

/** Whether a moment lies in quiet hours, which may go over midnight; without them none does. */
export function isQuiet(quietHours: string | undefined, moment: Date): boolean {
  const match = PATTERN.exec(quietHours ?? '');
  if (!match) return false;
  const [, fromHour, fromMinute, toHour, toMinute, zone = UTC] = match;
  const from = 60 * Number(fromHour) + Number(fromMinute);
  const to = 60 * Number(toHour) + Number(toMinute);
  const now = clockOf(zone, moment);
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** Minutes since midnight on the clocks of a zone. Throws a RangeError for a zone that does not exist. */
function clockOf(timeZone: string, moment: Date): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return 60 * Number(parts['hour']) + Number(parts['minute']);
}
