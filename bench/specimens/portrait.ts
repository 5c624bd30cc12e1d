import type { Random } from './random.ts';

const SKINS = ['#f0cdb3', '#e3b492', '#c68f68', '#9c6a47', '#6d4630'] as const;
const HAIRS = ['#1d1815', '#3f2a1c', '#6b4a2b', '#8d8a86', '#b98b4e'] as const;
const CLOTHES = ['#2b3442', '#4b2e36', '#2f4036', '#5c5a55', '#22252b'] as const;

/**
 * The portrait of a document: head and shoulders on a light ground, drawn, of nobody; or, given one, a picture as a data URL. Fills a
 * box in millimetres, usually 35:45.
 */
export function portrait(
  x: number,
  y: number,
  width: number,
  height: number,
  random: Random,
  pictureUrl: string | undefined,
): string {
  if (pictureUrl !== undefined) {
    return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice" href="${pictureUrl}"/>`;
  }
  const skin = random.pick(SKINS);
  const hair = random.pick(HAIRS);
  const clothes = random.pick(CLOTHES);
  const isLongHaired = random.next() < 0.5;
  const faceWidth = random.between(0.92, 1.08);
  const id = `p${random.whole(1, 1e9)}`;
  // Drawn in a cell of 35 x 45 with the eyes at a height of 20.
  const eye = (cx: number) => `
    <ellipse cx="${cx}" cy="20.2" rx="1.9" ry="1.15" fill="#3b2a22" opacity=".35"/>
    <ellipse cx="${cx}" cy="20.3" rx="1.55" ry=".8" fill="#f4f1ee"/><circle cx="${cx}" cy="20.3" r=".78" fill="#3a2a1e"/>
    <circle cx="${cx}" cy="20.3" r=".38" fill="#0d0a08"/><circle cx="${cx + 0.25}" cy="20" r=".16" fill="#fff"/>
    <path d="M${cx - 2.3} 17.9Q${cx} 16.7 ${cx + 2.3} 17.9" fill="none" stroke="${hair}" stroke-width=".75" opacity=".85"/>
    <path d="M${cx - 1.7} 20Q${cx} 18.9 ${cx + 1.7} 20" fill="none" stroke="#2a1c14" stroke-width=".35"/>`;
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 35 45" preserveAspectRatio="xMidYMid slice">
    <defs>
      <radialGradient id="${id}" cx=".45" cy=".4" r=".65"><stop offset="0" stop-color="${skin}"/><stop offset=".65" stop-color="${skin}"/><stop offset="1" stop-color="#5a3a28" stop-opacity=".85"/></radialGradient>
      <linearGradient id="${id}g" x2="0" y2="1"><stop offset="0" stop-color="#dfe5ea"/><stop offset="1" stop-color="#c2ccd4"/></linearGradient>
      <filter id="${id}b"><feGaussianBlur stdDeviation=".6"/></filter>
    </defs>
    <rect width="35" height="45" fill="url(#${id}g)"/>
    ${isLongHaired ? `<path d="M8 17C7 5 28 5 27 17L28.5 36H6.500Z" fill="${hair}"/>` : ''}
    <path d="M2 45C3 37 9 35.500 13.500 34.500L21.500 34.500C26 35.500 32 37 33 45Z" fill="${clothes}"/>
    <path d="M14 29H21V35.500Q17.500 38.500 14 35.500Z" fill="${skin}"/><path d="M14 30.500Q17.500 34 21 30.500V33Q17.500 36 14 33Z" fill="#3a2418" opacity=".4" filter="url(#${id}b)"/>
    <g transform="translate(17.5 0) scale(${faceWidth} 1) translate(-17.5 0)">
      <ellipse cx="9.300" cy="21.500" rx="1.100" ry="2.200" fill="${skin}"/><ellipse cx="25.700" cy="21.500" rx="1.100" ry="2.200" fill="${skin}"/>
      <path d="M9.500 18C9 9 26 9 25.500 18C26 27 22 33 17.500 33S9 27 9.500 18Z" fill="${skin}"/>
      <path d="M9.500 18C9 9 26 9 25.500 18C26 27 22 33 17.500 33S9 27 9.500 18Z" fill="url(#${id})" opacity=".55"/>
      <path d="M8.800 18.500C7.500 5.500 27.500 5.500 26.200 18.500C25 13 22.500 11.500 17.500 12S10 13 8.800 18.500Z" fill="${hair}"/>
      ${eye(13.9)}${eye(21.1)}
      <path d="M16.700 20.500C16.200 23 15.400 24.800 15.800 25.300C16.500 26 18.500 26 19.200 25.300" fill="none" stroke="#4a2d1f" stroke-width=".45" opacity=".75"/>
      <ellipse cx="16.500" cy="25.300" rx=".5" ry=".3" fill="#3a2016" opacity=".6"/><ellipse cx="18.500" cy="25.300" rx=".5" ry=".3" fill="#3a2016" opacity=".6"/>
      <path d="M14.300 28.700Q16.400 27.800 17.500 28.200Q18.600 27.800 20.700 28.700Q17.500 30.500 14.300 28.700Z" fill="#a1524d"/>
      <path d="M14.300 28.700Q17.500 29.100 20.700 28.700" fill="none" stroke="#5a2622" stroke-width=".3"/>
      <ellipse cx="12.500" cy="25" rx="2" ry="1.600" fill="#b5563f" opacity=".18" filter="url(#${id}b)"/><ellipse cx="22.500" cy="25" rx="2" ry="1.600" fill="#b5563f" opacity=".18" filter="url(#${id}b)"/>
    </g>
  </svg>`;
}
