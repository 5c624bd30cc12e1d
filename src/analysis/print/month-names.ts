/**
 * The months as documents print them, in the Latin languages of ICAO's members: the first three letters, without accents, by which the
 * months of a language differ; longer ones where three do not.
 */
const MONTHS: readonly (readonly string[])[] = [
  ['JAN', 'ENE', 'GEN', 'STY', 'OCA', 'IAN', 'GENN', 'LED', 'SIJ', 'TAM'],
  ['FEB', 'FEV', 'LUT', 'SUB', 'UNO', 'VEL', 'HEL'],
  ['MAR', 'MRZ', 'MAE', 'MRT', 'BRE', 'OZU', 'MAA'],
  ['APR', 'ABR', 'AVR', 'AVRIL', 'KWI', 'NIS', 'DUB', 'TRA', 'HUH'],
  ['MAY', 'MAI', 'MAG', 'MEI', 'MAJ', 'KVE', 'SVI', 'TOU', 'IYUN'],
  ['JUN', 'JUIN', 'GIU', 'CZE', 'HAZ', 'IUN', 'CER', 'LIP', 'KES'],
  ['JUL', 'JUIL', 'LUG', 'TEM', 'IUL', 'CVC', 'SRP', 'HEI'],
  ['AUG', 'AGO', 'AOUT', 'AOU', 'SIE', 'AGU', 'KOL', 'ELO'],
  ['SEP', 'SET', 'SEPT', 'WRZ', 'EYL', 'ZAR', 'RUJ', 'SYY'],
  ['OCT', 'OUT', 'OKT', 'OTT', 'PAZ', 'EKI', 'RIJ', 'LOK'],
  ['NOV', 'LIS', 'KAS', 'NOI', 'STU', 'MAR'],
  ['DEC', 'DIC', 'DEZ', 'DES', 'GRU', 'ARA', 'PRO', 'JOU'],
];

/** The month (1..12) of a printed word; undefined when it is none. Where two languages disagree, the first month counts. */
export function monthOf(word: string): number | undefined {
  const letters = word
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
  if (letters.length < 3) return undefined;
  const exact = MONTHS.findIndex((names) => names.includes(letters));
  const k = exact >= 0 ? exact : MONTHS.findIndex((names) => names.includes(letters.slice(0, 3)));
  return k >= 0 ? k + 1 : undefined;
}
