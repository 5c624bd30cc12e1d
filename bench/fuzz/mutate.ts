import type { Random } from '../specimens/random.ts';

type Mutation = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

const at = (bytes: Buffer, random: Random) => random.whole(0, Math.max(0, bytes.length - 1));

const noise = (random: Random, length: number) => Buffer.from(Array.from({ length }, () => random.whole(0, 255)));

/** What breaks files on their way, and what people break on purpose. */
const MUTATIONS: Readonly<Record<string, Mutation>> = {
  bits: (bytes, random) => {
    const flips = random.whole(1, 40);
    for (let i = 0; i < flips && bytes.length > 0; i++) bytes[at(bytes, random)]! ^= 1 << random.whole(0, 7);
    return bytes;
  },
  header: (bytes, random) => {
    for (let i = 0; i < 6 && bytes.length > 0; i++) {
      bytes[random.whole(0, Math.min(bytes.length, 256) - 1)] = random.whole(0, 255);
    }
    return bytes;
  },
  // Fields of lengths and sizes are often four bytes long.
  huge: (bytes, random) => {
    const values = [0xffffffff, 0x7fffffff, 0x80000000, 65_535, 0, 1_000_000];
    if (bytes.length > 8) bytes.writeUInt32BE(random.pick(values), random.whole(0, bytes.length - 4));
    return bytes;
  },
  cut: (bytes, random) => bytes.subarray(0, at(bytes, random)),
  doubled: (bytes, random) => {
    const [from, to] = [at(bytes, random), at(bytes, random)].sort((a, b) => a - b) as [number, number];
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
  },
  moved: (bytes, random) => {
    const [from, to] = [at(bytes, random), at(bytes, random)].sort((a, b) => a - b) as [number, number];
    return Buffer.concat([bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from)]);
  },
  spliced: (bytes, random, others) => {
    const other = random.pick(others);
    return Buffer.concat([bytes.subarray(0, at(bytes, random)), other.subarray(at(other, random))]);
  },
  appended: (bytes, random) => Buffer.concat([bytes, noise(random, 64)]),
  blank: (bytes, random) => bytes.fill(0, at(bytes, random)),
  garbage: (bytes, random) => Buffer.concat([bytes.subarray(0, random.whole(4, 16)), noise(random, 200)]),
};
const NAMES = Object.keys(MUTATIONS);

/** One of the files, changed in one to three ways; the same for the same random numbers. */
export function mutate(files: readonly Buffer[], random: Random): { readonly bytes: Buffer; readonly how: string } {
  const how: string[] = [];
  let bytes = Buffer.from(random.pick(files));
  const times = random.whole(1, 3);
  for (let i = 0; i < times; i++) {
    const name = random.pick(NAMES);
    bytes = Buffer.from(MUTATIONS[name]!(bytes, random, files));
    how.push(name);
  }
  return { bytes, how: how.join('+') };
}
