import type { Palette } from './palette.ts';
import type { Random } from './random.ts';

/** A ground of interlaced waves and rosettes in fine lines, as security print has. Sizes in millimetres. */
export function guilloche(widthMm: number, heightMm: number, { wash, line }: Palette, random: Random): string {
  const waves = Array.from({ length: 26 }, (_, i) => {
    const base = (heightMm * (i + 0.5)) / 26;
    return wave(widthMm, base, random.between(1.2, 3.5), random.between(14, 30), random.between(0, 6.28));
  });
  const rosettes = Array.from({ length: 3 }, () =>
    rosette(
      random.between(0.1, 0.9) * widthMm,
      random.between(0.1, 0.9) * heightMm,
      random.between(0.2, 0.42) * heightMm,
      random.whole(7, 13),
    ),
  );
  const blot = `<ellipse cx="${widthMm * random.between(0.3, 0.8)}" cy="${heightMm * random.between(0.3, 0.7)}" rx="${widthMm * 0.4}" ry="${heightMm * 0.35}" fill="${wash}" opacity=".55"/>`;
  return `${blot}<path d="${[...waves, ...rosettes].join('')}" fill="none" stroke="${line}" stroke-width=".1" opacity=".6"/>`;
}

function wave(width: number, base: number, amplitude: number, length: number, phase: number): string {
  const points = Array.from({ length: 49 }, (_, i) => {
    const x = (width * i) / 48;
    return `${x.toFixed(2)} ${(base + amplitude * Math.sin((x / length) * 2 * Math.PI + phase)).toFixed(2)}`;
  });
  return `M${points.join('L')}`;
}

function rosette(x: number, y: number, radius: number, petals: number): string {
  const points = Array.from({ length: 241 }, (_, i) => {
    const angle = (i / 240) * 2 * Math.PI * 3;
    const r = radius * (0.62 + 0.38 * Math.cos((petals * angle) / 3));
    return `${(x + r * Math.cos(angle)).toFixed(2)} ${(y + r * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}
