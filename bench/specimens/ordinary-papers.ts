import { type Issue, print, type Sheet } from './sheet.ts';

const WORDS =
  'the island is broadest in its middle and there it is two hundred miles wide but towards each end it narrows like a new moon and the sea fills the space between its horns so that the bay is sheltered from all winds and there are fifty four cities built with one plan'.split(
    ' ',
  );

/** A page of prose on A5: print, but no identity document. */
export function pageOfPrint(issue: Issue): Sheet {
  const { random, type } = issue;
  const widthMm = 148;
  const heightMm = 210;
  const setting = { face: 'text', size: random.between(3.2, 3.8), colour: '#222' } as const;
  const lines: string[] = [];
  let line = '';
  for (let y = 26; y < heightMm - 18; ) {
    const next = `${line}${line ? ' ' : ''}${random.pick(WORDS)}`;
    if (type.widthOf(next, setting) < widthMm - 34) {
      line = next;
      continue;
    }
    const isEndOfParagraph = random.next() < 0.12;
    lines.push(print(issue, line, 17, y, setting));
    line = '';
    y += setting.size * (isEndOfParagraph ? 2.2 : 1.45);
  }
  const number = print(issue, String(random.whole(10, 300)), widthMm / 2, heightMm - 8, {
    ...setting,
    anchor: 'middle',
  });
  return { widthMm, heightMm, cornerMm: 0, drawing: lines.join('') + number };
}

const GOODS = ['BREAD', 'APPLES 1KG', 'OLIVES', 'MILK 1L', 'HONEY JAR', 'CANDLES', 'SOAP', 'PAPER', 'BARLEY', 'INK'];

/** A shop's receipt: narrow print with prices, and no identity document either. */
export function receipt(issue: Issue): Sheet {
  const { random } = issue;
  const widthMm = 80;
  const items = random.whole(9, 16);
  const heightMm = 62 + items * 5;
  const row = (left: string, right: string, y: number) =>
    print(issue, left, 7, y, { face: 'machine', size: 3.3, colour: '#333' }) +
    print(issue, right, widthMm - 7, y, { face: 'machine', size: 3.3, anchor: 'end', colour: '#333' });
  let total = 0;
  const rows = Array.from({ length: items }, (_, i) => {
    const price = random.whole(45, 1999);
    total += price;
    return row(random.pick(GOODS), (price / 100).toFixed(2), 30 + i * 5);
  });
  const drawing = [
    print(issue, 'COMMON MARKET', widthMm / 2, 12, { face: 'title', size: 5, anchor: 'middle', colour: '#222' }),
    print(issue, `TILL ${random.whole(1, 9)}  NO ${random.whole(1000, 9999)}`, widthMm / 2, 20, {
      face: 'machine',
      size: 3,
      anchor: 'middle',
      colour: '#333',
    }),
    ...rows,
    `<path d="M7 ${33 + items * 5}H73" stroke="#333" stroke-width=".3" stroke-dasharray="1 1"/>`,
    row('TOTAL', (total / 100).toFixed(2), 40 + items * 5),
    print(issue, 'THANK YOU', widthMm / 2, 50 + items * 5, {
      face: 'label',
      size: 3.4,
      anchor: 'middle',
      colour: '#333',
    }),
  ].join('');
  return { widthMm, heightMm, cornerMm: 0, drawing };
}
