/** A source of numbers that come out the same for the same seed. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** from <= x < to */
  between(from: number, to: number): number;
  /** A whole number, from <= x <= to. */
  whole(from: number, to: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Standard normal (Box and Muller, 1958). */
  normal(): number;
}

/** Mulberry32 (Ettinger, 2017): 32 bits of state are plenty for pictures. */
export function randomFrom(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) + 0x85ebca6b) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (from, to) => from + (to - from) * next(),
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (choices) => choices[Math.floor(next() * choices.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
