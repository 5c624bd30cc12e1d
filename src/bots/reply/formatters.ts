import type { i18n } from 'i18next';

/** Days from which on a span is better told in months, and in years. */
const MONTHS_FROM_DAYS = 60;
const YEARS_FROM_DAYS = 730;

/** How measurements read in texts, as in `{{sizeBytes, fileSize}}`; each in the way of the reader's language. */
const formatters: Readonly<Record<string, (value: unknown, language: string) => string>> = {
  /** Bytes as kB or MB of a thousand, as upload pages state their limits. */
  fileSize(value, language) {
    const bytes = Number(value);
    if (bytes < 999_500) return unit(bytes / 1000, 'kilobyte', language, 0);
    return unit(bytes / 1_000_000, 'megabyte', language, bytes < 9_950_000 ? 1 : 0);
  },
  percent: (value, language) => unit(Number(value), 'percent', language, Number(value) < 10 ? 1 : 0),
  degrees: (value, language) => unit(Number(value), 'degree', language, 0, 'narrow'),
  /** Days as days, months or years, whichever is easiest to grasp. */
  duration(value, language) {
    const days = Number(value);
    if (days < MONTHS_FROM_DAYS) return unit(days, 'day', language, 0, 'long');
    if (days < YEARS_FROM_DAYS) return unit(Math.floor(days / 30.44), 'month', language, 0, 'long');
    return unit(Math.floor(days / 365.25), 'year', language, 0, 'long');
  },
  /** A format's code as people write it. */
  formatName: (value) => (value === 'webp' ? 'WebP' : String(value).toUpperCase()),
};

/** Makes the formatters known to an i18next instance that has been initialised. */
export function addFormatters(instance: i18n): void {
  for (const [name, format] of Object.entries(formatters)) {
    instance.services.formatter?.add(name, (value, language) => format(value, language ?? 'en'));
  }
}

function unit(
  value: number,
  name: string,
  language: string,
  maximumFractionDigits: number,
  unitDisplay: 'short' | 'long' | 'narrow' = 'short',
): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits }).format(
    value,
  );
}
