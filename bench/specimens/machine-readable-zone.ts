import type { Holder } from './holder.ts';

/** Formats of ICAO Doc 9303: parts 5 (TD1), 6 (TD2) and 4 (TD3). */
export type ZoneFormat = 'td1' | 'td2' | 'td3';

const WEIGHTS = [7, 3, 1] as const;

/** The check digit of a field: values 0-9, A-Z = 10-35, `<` = 0, weighted 7-3-1, modulo 10 (ICAO 9303-3, 4.9). */
function checkDigit(field: string): string {
  let sum = 0;
  [...field].forEach((char, i) => {
    const value = char === '<' ? 0 : Number.parseInt(char, 36);
    sum += value * WEIGHTS[i % 3]!;
  });
  return String(sum % 10);
}

/** The lines of the machine readable zone of a document, each of full length, every check digit valid. */
export function machineReadableZone(format: ZoneFormat, holder: Holder): string[] {
  const number = checked(fill(holder.documentNumber, 9));
  const birth = checked(shortDate(holder.born));
  const expiry = checked(shortDate(holder.expires));
  const names = `${letters(holder.surname)}<<${holder.givenNames.map(letters).join('<')}`;
  if (format === 'td1') {
    const upper = `I<UTO${number}${fill('', 15)}`;
    const middle = `${birth}${holder.sex}${expiry}UTO${fill('', 11)}`;
    const composite = upper.slice(5, 30) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18, 29);
    return [upper, middle + checkDigit(composite), fill(names, 30)];
  }
  if (format === 'td2') {
    const lower = `${number}UTO${birth}${holder.sex}${expiry}${fill('', 7)}`;
    const composite = lower.slice(0, 10) + lower.slice(13, 20) + lower.slice(21, 35);
    return [fill(`I<UTO${names}`, 36), lower + checkDigit(composite)];
  }
  const lower = `${number}UTO${birth}${holder.sex}${expiry}${checked(fill(holder.personalNumber, 14))}`;
  const composite = lower.slice(0, 10) + lower.slice(13, 20) + lower.slice(21, 43);
  return [fill(`P<UTO${names}`, 44), lower + checkDigit(composite)];
}

function checked(field: string): string {
  return field + checkDigit(field);
}

function fill(text: string, length: number): string {
  return text.padEnd(length, '<').slice(0, length);
}

/** YYMMDD from YYYY-MM-DD. */
function shortDate(date: string): string {
  return date.replaceAll('-', '').slice(2);
}

function letters(name: string): string {
  return name.toUpperCase().replace(/[^A-Z]/g, '<');
}
