import { guilloche } from './guilloche.ts';
import { machineReadableZone } from './machine-readable-zone.ts';
import { portrait } from './portrait.ts';
import { field, ID_1, type Issue, print, printedDate, type Sheet, signature, zone } from './sheet.ts';

/** The front of a TD1 identity card (ICAO 9303-5): portrait left or right, a title in a band or on the ground. */
export function identityCardFront(issue: Issue): Sheet {
  const { random, holder, palette, portraitUrl } = issue;
  const { widthMm, heightMm } = ID_1;
  const isPortraitLeft = random.next() < 0.7;
  const hasBand = random.next() < 0.6;
  const portraitX = isPortraitLeft ? 4 : widthMm - 29;
  const fieldsX = isPortraitLeft ? 32 : 5;
  const titleColour = hasBand ? '#fff' : palette.band;
  const rows: readonly (readonly [string, string])[] = [
    ['Surname / Nom', holder.surname.toUpperCase()],
    ['Given names / Prénoms', holder.givenNames.join(' ').toUpperCase()],
    ['Nationality / Nationalité', 'UTOPIAN'],
    ['Date of birth / Date de naissance', printedDate(holder.born)],
    ['Date of expiry / Date d’expiration', printedDate(holder.expires)],
  ];
  const fields = rows.map(([caption, value], i) => field(issue, caption, value, fieldsX, 13.6 + i * 6.3));
  const drawing = [
    guilloche(widthMm, heightMm, palette, random),
    hasBand ? `<rect width="${widthMm}" height="9" fill="${palette.band}"/>` : '',
    print(issue, 'UTOPIA', 4, 6.3, { face: 'title', size: 4.4, colour: titleColour }),
    print(issue, 'IDENTITY CARD  CARTE D’IDENTITÉ', widthMm - 4, 6, {
      face: 'label',
      size: 2.7,
      anchor: 'end',
      colour: titleColour,
    }),
    portrait(portraitX, 12, 25, 32, random, portraitUrl),
    ...fields,
    field(issue, 'Sex', holder.sex, fieldsX + 38, 26.2),
    field(issue, 'Card no.', holder.documentNumber, fieldsX, 45.1),
    signature(issue, portraitX + 2, 48.5, 20),
  ].join('');
  return { ...ID_1, drawing };
}

/** The back of the card: small print, address and the three lines of its machine readable zone. */
export function identityCardBack(issue: Issue): Sheet {
  const { random, holder, palette } = issue;
  const { widthMm, heightMm } = ID_1;
  const machineReadable = machineReadableZone('td1', holder);
  const drawing = [
    guilloche(widthMm, heightMm, palette, random),
    `<rect y="${heightMm - 18.5}" width="${widthMm}" height="18.500" fill="#f6f7f5" opacity=".72"/>`,
    field(issue, 'Address / Adresse', `${holder.street}, ${holder.town}`.toUpperCase(), 4, 5),
    field(issue, 'Date of issue / Date de délivrance', printedDate(holder.issued), 4, 12),
    field(issue, 'Authority / Autorité', `CITY OFFICE ${holder.town.toUpperCase()}`, 44, 12),
    field(issue, 'Height / Taille', `${random.whole(155, 195)} CM`, 4, 19),
    field(issue, 'Place of birth / Lieu de naissance', holder.town.toUpperCase(), 44, 19),
    print(
      issue,
      'This card remains the property of the State of Utopia. If found, please return it to any city office.',
      4,
      28,
      {
        face: 'label',
        size: 1.7,
        colour: palette.label,
      },
    ),
    zone(issue, machineReadable, ID_1),
  ].join('');
  return { ...ID_1, drawing, machineReadable };
}
