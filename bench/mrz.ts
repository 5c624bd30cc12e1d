/**
 * Reads drawn machine readable zones with known text through known faults, and prints for each fault how many lines are right letter by
 * letter, how often a wrong reading was called sure, and the CPU time per zone. Then alters a digit of every tenth zone and prints how
 * many of these were told, and how many zones that are as they should be were called altered. Writes bench/results/mrz.json.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { luminancePlane } from '../src/analysis/measure/plane.ts';
import { findTextLines } from '../src/analysis/measure/text-lines.ts';
import { loadGlyphReader } from '../src/analysis/mrz/glyph-reader.ts';
import { isClear, type ReadZone, readZone } from '../src/analysis/mrz/read-zone.ts';
import { policy } from '../src/analysis/policy.ts';
import type { UprightImage } from '../src/analysis/types.ts';
import { defocus, grain, haze, keystone, lean, recompress, relight, shake, shrink } from './degrade.ts';
import { drawZone } from './mrz/draw-zone.ts';
import { type Random, randomFrom } from './specimens/random.ts';
import { loadTypesetter } from './specimens/typeface.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'bench/results/mrz.json' },
    misses: { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
const firstSeed = Number(values.seed);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(firstSeed)) {
  console.error('Usage: npm run bench:mrz -- [--count N] [--seed S] [--out FILE] [--misses]   (N zones)');
  process.exit(2);
}

/** The width at which the functional limits of blur are known: gaussian sigma 2 still reads, sigma 3 or 15 px of motion does not. */
const WIDTH_PX = 1200;

type Fault = (image: UprightImage, random: Random, seed: number) => UprightImage | Promise<UprightImage>;
/** Up to the functional limit, not beyond. */
const FAULTS: Readonly<Record<string, Fault>> = {
  none: (image) => image,
  'gaussian blur, sigma to 2 px': (image, random) => defocus(image, random.between(0.5, 2)),
  'motion to 8 px': (image, random) => shake(image, random.between(3, 8), random.between(0, 180)),
  'JPEG quality 10 to 40': (image, random) => recompress(image, random.whole(10, 40)),
  'reduced to 800 px and less': (image, random) => shrink(image, random.whole(600, 800)),
  'grain of sigma 5 to 15': (image, random, seed) => grain(image, random.between(5, 15), seed),
  'turned by up to 12 degrees': (image, random) => lean(image, random.between(-12, 12)),
  // The zone takes a third of a page: this is a page whose far side looks 6 to 25 per cent shorter.
  'seen from the side': (image, random) => keystone(image, random.between(0.92, 0.98)).image,
  'dark or bright': (image, random) => relight(image, random.between(0.5, 2.2)),
  haze: (image, random) => haze(image, random.between(0.2, 0.6)),
  'blur, grain and JPEG together': async (image, random, seed) =>
    recompress(grain(await defocus(image, random.between(0.4, 1.2)), random.between(2, 6), seed), random.whole(40, 80)),
};

const reader = await loadGlyphReader();
const type = loadTypesetter();
const cpuMs: number[] = [];
const names = Object.keys(FAULTS);
const tallies = names.map((fault) => ({ fault, zones: 0, found: 0, lines: 0, rightLines: 0, surelyWrong: 0 }));
/** What the bot would call altered: wrong check digits, surely read. */
const isCalledAltered = (read: ReadZone) =>
  isClear(read) && read.wrongChecks.length > 0 && read.certainty >= policy.text.sureZone;
const altered = { zones: 0, told: 0, falseAlarms: 0 };

for (let k = 0; k < count; k++) {
  const seed = firstSeed * 100_000 + k;
  const tally = tallies[k % names.length]!;
  const drawn = await drawZone(seed, WIDTH_PX, type);
  const random = randomFrom(seed + 7);
  const plane = luminancePlane(await FAULTS[tally.fault]!(drawn.image, random, seed));
  const text = findTextLines(plane);
  const before = process.cpuUsage();
  const read = readZone(plane, text, reader, true);
  const { user, system } = process.cpuUsage(before);
  tally.zones++;
  tally.lines += drawn.lines.length;
  if (!read) {
    if (values.misses) console.log(`${tally.fault}: ${seed} ${drawn.format} not found`);
    continue;
  }
  cpuMs.push((user + system) / 1000);
  tally.found++;
  const right = drawn.lines.filter((line, i) => line === read.lines[i]).length;
  tally.rightLines += right;
  if (right < drawn.lines.length && isClear(read) && read.certainty >= policy.text.sureZone) tally.surelyWrong++;
  if (isCalledAltered(read)) altered.falseAlarms++;
  if (values.misses && right < drawn.lines.length) {
    console.log(`${tally.fault}: ${seed} ${drawn.format} certainty ${read.certainty.toFixed(3)}`);
    drawn.lines.forEach((line, i) => {
      if (line !== read.lines[i]) console.log(`  ${line}\n  ${read.lines[i]}`);
    });
  }
}

for (let k = 0; k < count / 10; k++) {
  const seed = firstSeed * 100_000 + k;
  const { image } = await drawZone(seed, WIDTH_PX, type, true);
  const plane = luminancePlane(await FAULTS[names[k % names.length]!]!(image, randomFrom(seed + 7), seed));
  const read = readZone(plane, findTextLines(plane), reader, true);
  altered.zones++;
  if (read && isCalledAltered(read)) altered.told++;
}

const percent = (part: number, all: number) => `${all > 0 ? ((100 * part) / all).toFixed(1) : 0} %`;
const sum = (key: 'zones' | 'found' | 'lines' | 'rightLines' | 'surelyWrong') =>
  tallies.reduce((total, tally) => total + tally[key], 0);
console.log(
  `${'fault'.padEnd(32)}${'zones found'.padStart(14)}${'lines right'.padStart(20)}${'sure but wrong'.padStart(16)}`,
);
for (const { fault, zones, found, lines, rightLines, surelyWrong } of tallies) {
  const right = `${rightLines}/${lines} ${percent(rightLines, lines)}`;
  console.log(
    `${fault.padEnd(32)}${`${found}/${zones}`.padStart(14)}${right.padStart(20)}${String(surelyWrong).padStart(16)}`,
  );
}
const median = [...cpuMs].sort((a, b) => a - b)[cpuMs.length >> 1] ?? 0;
console.log(`
zones found: ${sum('found')}/${sum('zones')} (${percent(sum('found'), sum('zones'))})
lines right letter by letter: ${sum('rightLines')}/${sum('lines')} (${percent(sum('rightLines'), sum('lines'))})
wrong readings called sure: ${sum('surelyWrong')}
altered digits told: ${altered.told}/${altered.zones} (${percent(altered.told, altered.zones)}); genuine zones called altered: ${altered.falseAlarms}
CPU per located zone: ${median.toFixed(1)} ms (median)`);

await mkdir('bench/results', { recursive: true });
const results = {
  zones: sum('zones'),
  found: sum('found'),
  lines: sum('lines'),
  rightLines: sum('rightLines'),
  surelyWrong: sum('surelyWrong'),
  altered,
  cpuMsPerZone: Math.round(median * 10) / 10,
  faults: tallies,
};
await writeFile(values.out, `${JSON.stringify(results, null, 2)}\n`);
