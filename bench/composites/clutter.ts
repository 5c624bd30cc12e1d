import type { Random } from '../specimens/random.ts';

/** Things that lie about on a desk, as an SVG of the size of the picture. */
export function clutter(random: Random, widthPx: number, heightPx: number, hasSheets: boolean): string {
  const unit = Math.max(widthPx, heightPx) / 100;
  const sheets = hasSheets ? [paper, paper, card, card] : [];
  const things = [...sheets, phone, cup, pen, pen, cable, coin, coin].sort(() => random.next() - 0.5);
  const drawn = things.map((draw) => {
    const x = random.between(-0.02, 1.02) * widthPx;
    const y = random.between(-0.02, 1.02) * heightPx;
    const turn = random.between(0, 360);
    return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${unit.toFixed(3)})">${draw(random)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${drawn.join('')}</svg>`;
}

const INKS = ['#1d2b53', '#7b1e28', '#1c1c1e', '#1f5a3a', '#c9a227', '#e9e7e1', '#b9bec6'];

/** A thing with its soft shadow, given as a rounded rectangle around the origin. */
function block(width: number, height: number, corner: number, fill: string): string {
  const shape = `x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" rx="${corner}"`;
  return `<rect ${shape} transform="translate(.4 .5)" fill="#000" opacity=".28"/><rect ${shape} fill="${fill}"/>`;
}

function paper(random: Random): string {
  const lines = Array.from({ length: 14 }, (_, i) => {
    const dashes = Array.from({ length: 11 }, () => random.between(0.6, 2.6).toFixed(1)).join(' ');
    return `<path d="M-15 ${-19 + i * 2.7}H${random.between(8, 15).toFixed(1)}" stroke="#4a4a4c" stroke-width=".55" stroke-dasharray="${dashes}"/>`;
  });
  return block(38, 50, 0, random.pick(['#f4f3ee', '#ecebe4', '#f7f2d8'])) + lines.join('');
}

function card(random: Random): string {
  const stripe = `<rect x="-20" y="${random.between(-9, -5).toFixed(1)}" width="40" height="4.500" fill="#17181b"/>`;
  const chip = '<rect x="-15" y="-3" width="5" height="4" rx=".6" fill="#c9b26a"/>';
  return block(40, 25.2, 1.5, random.pick(INKS)) + (random.next() < 0.5 ? stripe : chip);
}

function phone(random: Random): string {
  return `${block(17, 35, 2.2, '#0f1012')}<rect x="-7.600" y="-16" width="15.200" height="32" rx="1.500" fill="${random.pick(['#1a2836', '#202022', '#2a1d33'])}"/>`;
}

function cup(random: Random): string {
  const rim = random.pick(['#e9e5dc', '#b44a3c', '#3c5f7a']);
  return `<circle cx=".6" cy=".8" r="9" fill="#000" opacity=".25"/><circle r="9" fill="${rim}"/><circle r="7.600" fill="#3a2417"/><path d="M8.500 -2.500q6 2.500 0 5" fill="none" stroke="${rim}" stroke-width="1.600"/>`;
}

function pen(random: Random): string {
  const colour = random.pick(INKS);
  return `${block(27, 1.7, 0.8, colour)}<path d="M13.500 -.850L17 0L13.500 .850Z" fill="#b9b9b9"/><rect x="-12" y="-1.400" width="8" height=".6" fill="#c9c9c9"/>`;
}

function cable(random: Random): string {
  const at = () => random.between(-45, 45).toFixed(1);
  return `<path d="M-60 0C${at()} ${at()} ${at()} ${at()} 60 ${at()}" fill="none" stroke="${random.pick(['#17181a', '#e8e8e6'])}" stroke-width="1.100"/>`;
}

function coin(random: Random): string {
  const radius = random.between(2, 3).toFixed(1);
  return `<circle cx=".2" cy=".3" r="${radius}" fill="#000" opacity=".3"/><circle r="${radius}" fill="${random.pick(['#b08d57', '#c0c0c0', '#8c6239'])}" stroke="#6b5636" stroke-width=".2"/>`;
}
