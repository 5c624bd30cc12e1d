import { guilloche } from './guilloche.ts';
import { drawPdf417 } from './pdf417.ts';
import { portrait } from './portrait.ts';
import { ID_1, type Issue, print, type Sheet, signature } from './sheet.ts';

/** The front of a driving licence with the numbered entries of ISO/IEC 18013-1. */
export function drivingLicenceFront(issue: Issue): Sheet {
  const { random, holder, palette, portraitUrl } = issue;
  const { widthMm, heightMm } = ID_1;
  const entries: readonly (readonly [string, string])[] = [
    ['1.', holder.surname.toUpperCase()],
    ['2.', holder.givenNames.join(' ').toUpperCase()],
    ['3.', `${dotted(holder.born)}  ${holder.town.toUpperCase()}`],
    ['4a.', `${dotted(holder.issued)}   4c. MOTOR OFFICE`],
    ['4b.', dotted(holder.expires)],
    ['5.', holder.documentNumber],
    ['8.', holder.street.toUpperCase()],
    ['9.', random.pick(['AM/B1/B', 'A/B/BE', 'B/C1/T'])],
  ];
  const lines = entries.map(([number, value], i) => {
    const y = 15.5 + i * 4.55;
    return (
      print(issue, number, 31, y, { face: 'label', size: 2.2, colour: palette.label }) +
      print(issue, value, 35.5, y, { face: 'value', size: 2.9, colour: palette.ink })
    );
  });
  const drawing = [
    guilloche(widthMm, heightMm, palette, random),
    `<rect x="0" y="0" width="13" height="${heightMm}" fill="${palette.wash}"/>`,
    `<circle cx="8" cy="7" r="3.600" fill="${palette.band}"/>`,
    print(issue, 'U', 8, 8.5, { face: 'title', size: 4, anchor: 'middle', colour: '#fff' }),
    print(issue, 'DRIVING LICENCE', 15, 7.2, { face: 'title', size: 3.6, colour: palette.band }),
    print(issue, 'UTOPIA', widthMm - 4, 7.2, { face: 'label', size: 3, anchor: 'end', colour: palette.band }),
    portrait(4, 13, 24, 31, random, portraitUrl),
    ...lines,
    signature(issue, 6, 49, 19),
  ].join('');
  return { ...ID_1, drawing };
}

/** The back: the table of classes and a PDF417 with the elements of the AAMVA card standard. */
export async function drivingLicenceBack(issue: Issue): Promise<Sheet> {
  const { random, holder, palette } = issue;
  const { widthMm, heightMm } = ID_1;
  const { path, width, height } = await drawPdf417(aamvaData(issue));
  const barcode = { x: 5, y: 29, width: 75.6, height: 20 };
  const classes = ['AM', 'A', 'B', 'BE', 'C1'].map((name, i) => {
    const y = 9.6 + i * 3.6;
    return (
      `<path d="M5 ${y + 0.9}H80.600" stroke="${palette.line}" stroke-width=".15"/>` +
      print(issue, name, 6, y, { face: 'value', size: 2.2, colour: palette.ink }) +
      (i % 2 === 0
        ? print(issue, `${dotted(holder.issued)}   ${dotted(holder.expires)}`, 26, y, {
            face: 'label',
            size: 2.2,
            colour: palette.ink,
          })
        : '') +
      print(issue, random.pick(['01.06', '70', '96', '-']), 66, y, { face: 'label', size: 2.2, colour: palette.ink })
    );
  });
  const drawing = [
    guilloche(widthMm, heightMm, palette, random),
    print(issue, '9.   10.   11.   12.   CLASSES AND RESTRICTIONS', 6, 5.6, {
      face: 'label',
      size: 2.1,
      colour: palette.label,
    }),
    ...classes,
    `<rect x="${barcode.x - 2}" y="${barcode.y - 1.5}" width="${barcode.width + 4}" height="${barcode.height + 3}" fill="#fbfbf9"/>`,
    `<path transform="translate(${barcode.x} ${barcode.y}) scale(${barcode.width / width} ${barcode.height / height})" fill="#101114" d="${path}"/>`,
  ].join('');
  return { ...ID_1, drawing };
}

/** A record as AAMVA's DL/ID card standard lays it out, of an issuer that does not exist. */
function aamvaData({ holder }: Issue): string {
  const compact = (date: string) => `${date.slice(5, 7)}${date.slice(8, 10)}${date.slice(0, 4)}`;
  const elements = [
    `DAQ${holder.documentNumber}`,
    `DCS${holder.surname.toUpperCase()}`,
    `DAC${holder.givenNames[0]!.toUpperCase()}`,
    `DAD${holder.givenNames[1]!.toUpperCase()}`,
    `DBB${compact(holder.born)}`,
    `DBA${compact(holder.expires)}`,
    `DBD${compact(holder.issued)}`,
    `DAG${holder.street.toUpperCase()}`,
    `DAI${holder.town.toUpperCase()}`,
    'DAJUT',
    'DCGUTO',
  ];
  const file = `DL${elements.join('\n')}\r`;
  return `@\n\x1e\rANSI 999999080001DL0031${String(file.length).padStart(4, '0')}${file}`;
}

/** `12.08.1974` */
function dotted(date: string): string {
  return date.split('-').reverse().join('.');
}
