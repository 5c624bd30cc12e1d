import { guilloche } from './guilloche.ts';
import { machineReadableZone } from './machine-readable-zone.ts';
import { portrait } from './portrait.ts';
import { field, type Issue, print, printedDate, type Sheet, zone } from './sheet.ts';

const TD2 = { widthMm: 105, heightMm: 74, cornerMm: 3.18 } as const;

/** A TD2 identity card (ICAO 9303-6): everything on one side, with two lines of 36 characters below. */
export function largerCard(issue: Issue): Sheet {
  const { random, holder, palette, portraitUrl } = issue;
  const { widthMm, heightMm } = TD2;
  const fields: readonly (readonly [string, string, number, number])[] = [
    ['Surname / Nom', holder.surname.toUpperCase(), 36, 17],
    ['Given names / Prénoms', holder.givenNames.join(' ').toUpperCase(), 36, 24],
    ['Nationality / Nationalité', 'UTOPIAN', 36, 31],
    ['Sex / Sexe', holder.sex, 74, 31],
    ['Date of birth / Date de naissance', printedDate(holder.born), 36, 38],
    ['Place of birth / Lieu', holder.town.toUpperCase(), 74, 38],
    ['Date of issue / Délivrée le', printedDate(holder.issued), 36, 45],
    ['Date of expiry / Expire le', printedDate(holder.expires), 74, 45],
  ];
  const machineReadable = machineReadableZone('td2', holder);
  const drawing = [
    guilloche(widthMm, heightMm, palette, random),
    `<rect y="${heightMm - 17}" width="${widthMm}" height="17" fill="#f7f7f4" opacity=".75"/>`,
    print(issue, 'STATE OF UTOPIA', 5, 8, { face: 'serif', size: 4.2, colour: palette.band }),
    print(issue, `No. ${holder.documentNumber}`, widthMm - 5, 8, {
      face: 'machine',
      size: 3.4,
      anchor: 'end',
      colour: palette.ink,
    }),
    `<rect x="5" y="10.500" width="${widthMm - 10}" height=".5" fill="${palette.band}"/>`,
    portrait(5, 14, 28, 36, random, portraitUrl),
    ...fields.map((parts) => field(issue, ...parts)),
    zone(issue, machineReadable, TD2),
  ].join('');
  return { ...TD2, drawing, machineReadable };
}
