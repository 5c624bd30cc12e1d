/**
 * Puts faults of known size on drawn photos and prints how often each is told, and what else is said without reason. Writes
 * bench/results/faults.json.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createPhotoAnalyser, type Report } from '../src/analysis/index.ts';
import { type Ground, photograph, usualPose } from './composites.ts';
import { toJpeg } from './degrade.ts';
import { FAULTS, type Fault, JUDGED_AS } from './faults/faults.ts';
import { createSpecimenPress, IDENTITY_KINDS } from './specimens/index.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'bench/results/faults.json' },
    misses: { type: 'boolean', default: false },
  },
});
const scenes = Number(values.count);
const firstSeed = Number(values.seed);
if (!Number.isInteger(scenes) || scenes < 1 || !Number.isInteger(firstSeed)) {
  console.error('Usage: npm run bench:faults -- [--count N] [--seed S] [--out FILE] [--misses]   (N photos per fault)');
  process.exit(2);
}

/** Clutter has a measurement of its own. */
const GROUNDS: readonly Ground[] = ['plain', 'wood', 'cloth', 'dark', 'white'];
/** What is true of every drawn document: it is issued by a country that does not exist. */
const TRUE_OF_ALL = 'specimen';
/** What a chat or a camera would write. */
const JPEG_QUALITY = 90;

const analyser = createPhotoAnalyser();
const press = createSpecimenPress();

async function judged(fault: Fault, k: number): Promise<Report> {
  const seed = firstSeed * 1000 + k;
  const specimen = await press.draw(IDENTITY_KINDS[k % IDENTITY_KINDS.length]!, seed);
  const straight = { leanDegrees: (k % 5) - 2, pitchDegrees: 4, yawDegrees: -4, fillRatio: 0.84 };
  const scene = await photograph(specimen, usualPose(seed, { ...straight, ...fault.pose }), {
    ground: GROUNDS[k % GROUNDS.length]!,
    seed,
    ...fault.scene,
  });
  const image = (await fault.apply?.(scene, seed)) ?? scene.image;
  const bytes = new Uint8Array(await toJpeg(image, JPEG_QUALITY));
  return analyser.analyse({ bytes, as: JUDGED_AS, today: '2026-11-23', declaredExtension: 'jpg' });
}

interface Result {
  readonly fault: string;
  readonly code: string | null;
  readonly photos: number;
  told: number;
  /** Of those with a cause, told with the right one. */
  rightCause: number;
  /** Photos of which something else was said. */
  elseSaid: number;
  readonly others: Record<string, number>;
}

async function measure(fault: Fault): Promise<Result> {
  const result: Result = {
    fault: fault.name,
    code: fault.code ?? null,
    photos: scenes,
    told: 0,
    rightCause: 0,
    elseSaid: 0,
    others: {},
  };
  const reports = await Promise.all(Array.from({ length: scenes }, (_, k) => judged(fault, k)));
  for (const [k, report] of reports.entries()) {
    const findings = report.findings.filter(({ code }) => code !== TRUE_OF_ALL);
    const meant = findings.find(({ code }) => code === fault.code);
    if (meant) result.told++;
    if (meant && meant.values['cause'] === fault.cause) result.rightCause++;
    const others = findings.filter(({ code }) => code !== fault.code).map(({ code }) => code);
    if (others.length > 0) result.elseSaid++;
    for (const code of others) result.others[code] = (result.others[code] ?? 0) + 1;
    if (values.misses && fault.code && !meant) console.log(`miss  ${fault.name}: photo ${k} (${others.join(', ')})`);
    if (values.misses && others.length > 0) console.log(`also  ${fault.name}: photo ${k}: ${others.join(', ')}`);
  }
  return result;
}

const results: Result[] = [];
for (const fault of FAULTS) results.push(await measure(fault));
await analyser.close();

console.log(`${'fault'.padEnd(30)}${'must be said'.padEnd(18)}${'said'.padStart(8)}${'cause'.padStart(8)}   also said`);
for (const [i, { fault, code, photos, told, rightCause, others }] of results.entries()) {
  const said = code === null ? '' : `${told}/${photos}`;
  const cause = FAULTS[i]!.cause === undefined ? '' : `${rightCause}/${told}`;
  const also = Object.entries(others).map(([other, count]) => `${other} ${count}`);
  console.log(
    `${fault.padEnd(30)}${(code ?? 'nothing').padEnd(18)}${said.padStart(8)}${cause.padStart(8)}   ${also.join(', ')}`,
  );
}
const harmful = results.filter(({ code }) => code !== null);
const harmless = results.filter(({ code }) => code === null);
const sum = (list: readonly Result[], pick: (result: Result) => number) => list.reduce((all, r) => all + pick(r), 0);
console.log(
  `\nfaults told: ${sum(harmful, ({ told }) => told)}/${sum(harmful, ({ photos }) => photos)}; ` +
    `harmless photos of which something was said: ${sum(harmless, ({ elseSaid }) => elseSaid)}/${sum(harmless, ({ photos }) => photos)}`,
);

await mkdir('bench/results', { recursive: true });
await writeFile(values.out, `${JSON.stringify({ scenes, faults: results }, undefined, 2)}\n`);
