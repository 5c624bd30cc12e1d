import type { Random } from './random.ts';

/** Somebody who does not exist, citizen of a country that does not exist. Dates are YYYY-MM-DD. */
export interface Holder {
  readonly surname: string;
  readonly givenNames: readonly string[];
  readonly sex: 'F' | 'M';
  readonly born: string;
  readonly issued: string;
  readonly expires: string;
  readonly documentNumber: string;
  readonly personalNumber: string;
  readonly town: string;
  readonly street: string;
}

const SURNAMES = ['Hythloday', 'Abraxas', 'Utopos', 'Anemolius', 'Anyder', 'Achora', 'Nephelogete', 'Polyleri'];
const GIVEN: Readonly<Record<Holder['sex'], readonly string[]>> = {
  F: ['Amaurota', 'Thelema', 'Erehwona', 'Bensalema', 'Islandia'],
  M: ['Raphael', 'Ademus', 'Barzanes', 'Salmanas', 'Tranibor'],
};
const TOWNS = ['Amaurot', 'Mentirano', 'Aircastle', 'Bensalem', 'Erewhon'];
const STREETS = ['Crescent Isle Road', 'Fifty-Four Cities Lane', 'Garden Wall Street', 'Anyder Quay'];
const NUMBER_CHARS = '0123456789CFGHJKLMNPRTVWXYZ';

/** Makes up a holder. The document is valid from the early 2020s to the middle 2030s. */
export function makeUpHolder(random: Random): Holder {
  const sex = random.pick(['F', 'M'] as const);
  const firstName = random.pick(GIVEN[sex]);
  const issueYear = random.whole(2021, 2024);
  const issueDay = `${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
  const numberChar = () => NUMBER_CHARS[random.whole(0, NUMBER_CHARS.length - 1)];
  return {
    surname: random.pick(SURNAMES),
    givenNames: [firstName, random.pick(GIVEN[sex].filter((name) => name !== firstName))],
    sex,
    born: `${random.whole(1950, 2002)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
    issued: `${issueYear}-${issueDay}`,
    expires: `${issueYear + 10}-${issueDay}`,
    documentNumber: Array.from({ length: 9 }, numberChar).join(''),
    personalNumber: String(random.whole(10_000_000, 99_999_999)),
    town: random.pick(TOWNS),
    street: `${random.whole(1, 98)} ${random.pick(STREETS)}`,
  };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
