/** Letters that look like others, by what they look like: the most abused of Unicode's confusables (UTS 39), and digits. */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: 'аαａ@4',
    b: 'ЬвϐƄ',
    c: 'сϲｃ',
    d: 'ԁđ',
    e: 'еєёｅ3',
    g: 'ɡց',
    h: 'һհ',
    i: 'іїıí1!|',
    j: 'ј',
    k: 'кκ',
    l: 'ӏḷł',
    m: 'м',
    n: 'ոպñ',
    o: 'оοօöø0',
    p: 'рρ',
    q: 'ԛ',
    r: 'гᴦ',
    s: 'ѕʂ5$',
    t: 'тτ',
    u: 'υսü',
    v: 'ѵν',
    w: 'ԝѡ',
    x: 'хχ',
    y: 'уγÿ',
    z: 'ᴢ2',
  }).flatMap(([plain, alike]) => [...alike].map((letter) => [letter, plain])),
);

/** What a label or name looks like at a glance: only what looks different stays different (in the spirit of UTS 39, skeleton). */
export function skeleton(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain]
    .map((letter) => LOOKS_LIKE[letter] ?? letter)
    .join('')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[-_]/g, '');
}
