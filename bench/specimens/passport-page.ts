import { guilloche } from './guilloche.ts';
import { machineReadableZone } from './machine-readable-zone.ts';
import { portrait } from './portrait.ts';
import { field, type Issue, print, printedDate, type Sheet, signature, zone } from './sheet.ts';

const TD3 = { widthMm: 125, heightMm: 88, cornerMm: 3.18 } as const;

/** The data page of a passport (TD3, ICAO 9303-4) with two lines of 44 characters below. */
export function passportPage(issue: Issue): Sheet {
  const { random, holder, palette, portraitUrl } = issue;
  const { widthMm, heightMm } = TD3;
  const x = 45;
  const fields: readonly (readonly [string, string, number, number])[] = [
    ['Type / Type', 'P', x, 12],
    ['Country code / Code du pays', 'UTO', x + 18, 12],
    ['Passport no. / No. du passeport', holder.documentNumber, x + 46, 12],
    ['Surname / Nom', holder.surname.toUpperCase(), x, 19.5],
    ['Given names / Prénoms', holder.givenNames.join(' ').toUpperCase(), x, 27],
    ['Nationality / Nationalité', 'UTOPIAN', x, 34.5],
    ['Date of birth / Date de naissance', printedDate(holder.born), x, 42],
    ['Personal no. / No. personnel', holder.personalNumber, x + 46, 42],
    ['Sex / Sexe', holder.sex, x, 49.5],
    ['Place of birth / Lieu de naissance', holder.town.toUpperCase(), x + 18, 49.5],
    ['Date of issue / Date de délivrance', printedDate(holder.issued), x, 57],
    ['Authority / Autorité', 'PASSPORT OFFICE', x + 46, 57],
  ];
  const isWashed = random.next() < 0.5;
  const machineReadable = machineReadableZone('td3', holder);
  const drawing = [
    guilloche(widthMm, heightMm, palette, random),
    isWashed ? `<rect width="${widthMm}" height="8.500" fill="${palette.wash}"/>` : '',
    `<rect y="${heightMm - 20}" width="${widthMm}" height="20" fill="#f8f8f5" opacity=".8"/>`,
    print(issue, 'UTOPIA', 5, 7, { face: 'title', size: 4.6, colour: palette.band }),
    print(issue, 'PASSPORT  PASSEPORT', widthMm - 5, 6.6, {
      face: 'label',
      size: 3,
      anchor: 'end',
      colour: palette.band,
    }),
    portrait(5, 14, 35, 45, random, portraitUrl),
    ...fields.map((parts) => field(issue, ...parts)),
    field(issue, 'Date of expiry / Date d’expiration', printedDate(holder.expires), x, 63.2),
    signature(issue, 8, 64, 28),
    zone(issue, machineReadable, TD3),
  ].join('');
  return { ...TD3, drawing, machineReadable };
}
