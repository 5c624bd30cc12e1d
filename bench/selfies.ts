/**
 * Composes selfies with a drawn document in the hand and prints for each fault how often it is told, what else is said, and how often the
 * bot knows by itself what kind of photo it is. DIR: more photos with a face, from a manifest that lets them be used so. Writes
 * bench/results/selfies.json; no composed picture is kept.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createPhotoAnalyser, type RequestedKind } from '../src/analysis/index.ts';
import type { UprightImage } from '../src/analysis/types.ts';
import { composeSelfie, type HeldPose, type Person } from './composites/held.ts';
import { defocus, shrink, toJpeg } from './degrade.ts';
import { readPeople } from './selfies/people.ts';
import { createSpecimenPress, IDENTITY_KINDS } from './specimens/index.ts';
import { randomFrom } from './specimens/random.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'bench/results/selfies.json' },
    misses: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const count = Number(values.count);
const firstSeed = Number(values.seed);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(firstSeed)) {
  console.error('Usage: npm run bench:selfies -- [DIR] [--count N] [--seed S] [--out FILE] [--misses] [--keep DIR]');
  process.exit(2);
}

/** One thing that is wrong with a selfie; `codes`: any of them tells it. Without codes nothing may be said. */
interface Fault {
  readonly name: string;
  readonly codes: readonly string[];
  readonly pose?: Partial<HeldPose>;
  readonly isEmptyHanded?: boolean;
  readonly hasOther?: boolean;
  /** What is right to say besides. */
  readonly alsoTrue?: readonly string[];
  apply?(image: UprightImage): UprightImage | Promise<UprightImage>;
}

const FAULTS: readonly Fault[] = [
  { name: 'none', codes: [] },
  { name: 'no document', codes: ['no-document-in-selfie'], isEmptyHanded: true },
  { name: 'document before the face', codes: ['face-covered', 'no-face'], pose: { place: 'over-face' } },
  { name: 'document upside down', codes: ['rotated'], pose: { isUpsideDown: true } },
  { name: 'mirrored', codes: ['mirrored'], apply: mirror },
  { name: 'fingers over the data', codes: ['occluded'], pose: { hidesData: true }, alsoTrue: ['mrz-unreadable'] },
  { name: 'document cut off', codes: ['cropped'], pose: { place: 'beyond' }, alsoTrue: ['mrz-unreadable'] },
  { name: 'out of focus', codes: ['blur'], apply: (image) => defocus(image, 6), alsoTrue: ['mrz-unreadable'] },
  {
    name: 'made small',
    codes: ['low-resolution'],
    apply: (image) => shrink(image, 1000),
    alsoTrue: ['mrz-unreadable'],
  },
  { name: 'a second person', codes: ['multiple-faces'], hasOther: true },
];
/** What is true of every drawn document: it is issued by a country that does not exist. And faces of the set that lack light keep it. */
const TRUE_OF_ALL = ['specimen', 'expired', 'expires-soon'];
const JPEG_QUALITY = 88;
const TODAY = '2026-11-23';

const analyser = createPhotoAnalyser();
const press = createSpecimenPress();
const analyse = (bytes: Uint8Array, as: RequestedKind) =>
  analyser.analyse({ bytes, as, today: TODAY, declaredExtension: 'jpg', allStages: true });
const people = await readPeople(positionals[0], (bytes) => analyse(bytes, 'selfie'));
console.log(`${people.length} people, ${FAULTS.length} faults, ${count} photos each`);

interface Result {
  readonly fault: string;
  readonly codes: readonly string[];
  readonly photos: number;
  told: number;
  kindKnown: number;
  readonly others: Record<string, number>;
}

async function compose(fault: Fault, k: number): Promise<Uint8Array> {
  const seed = firstSeed * 10_000 + k;
  const random = randomFrom(seed);
  const person = people[k % people.length]!;
  const pose: HeldPose = {
    place: k % 2 === 0 ? 'beside' : 'below',
    sizeRatio: random.between(0.95, 1.15),
    isUpsideDown: false,
    hidesData: false,
    ...fault.pose,
  };
  const specimen = fault.isEmptyHanded
    ? undefined
    : await press.draw(IDENTITY_KINDS[Math.floor(k / 2) % IDENTITY_KINDS.length]!, seed);
  const other: Person | undefined = fault.hasOther ? people[(k + 1) % people.length] : undefined;
  const { image } = await composeSelfie(person, specimen, pose, seed, other);
  return new Uint8Array(await toJpeg((await fault.apply?.(image)) ?? image, JPEG_QUALITY));
}

async function measure(fault: Fault): Promise<Result> {
  const result: Result = { fault: fault.name, codes: fault.codes, photos: count, told: 0, kindKnown: 0, others: {} };
  for (let k = 0; k < count; k++) {
    const bytes = await compose(fault, k);
    if (values.keep) await writeFile(`${values.keep}/${fault.name.replaceAll(' ', '-')}-${k}.jpg`, bytes);
    const [asked, byItself] = await Promise.all([analyse(bytes, 'selfie-with-document'), analyse(bytes, 'auto')]);
    const codes = asked.findings.map(({ code }) => code).filter((code) => !TRUE_OF_ALL.includes(code));
    const isTold = codes.some((code) => fault.codes.includes(code));
    const others = codes.filter((code) => !fault.codes.includes(code) && !fault.alsoTrue?.includes(code));
    if (isTold) result.told++;
    if (byItself.as === (fault.isEmptyHanded ? 'selfie' : 'selfie-with-document')) result.kindKnown++;
    for (const code of others) result.others[code] = (result.others[code] ?? 0) + 1;
    if (values.misses && fault.codes.length > 0 && !isTold)
      console.log(`miss  ${fault.name}: ${k} (${codes.join(', ')})`);
    if (values.misses && others.length > 0) console.log(`also  ${fault.name}: ${k}: ${others.join(', ')}`);
    if (values.misses && byItself.as === 'document') console.log(`kind  ${fault.name}: ${k} taken for a document`);
  }
  return result;
}

const results: Result[] = [];
for (const fault of FAULTS) results.push(await measure(fault));
await analyser.close();

console.log(`${'fault'.padEnd(28)}${'told'.padStart(8)}${'kind'.padStart(8)}   also said`);
for (const { fault, codes, photos, told, kindKnown, others } of results) {
  const said = codes.length === 0 ? '' : `${told}/${photos}`;
  const also = Object.entries(others).map(([code, n]) => `${code} ${n}`);
  console.log(`${fault.padEnd(28)}${said.padStart(8)}${`${kindKnown}/${photos}`.padStart(8)}   ${also.join(', ')}`);
}
const faulty = results.filter(({ codes }) => codes.length > 0);
const total = (pick: (result: Result) => number, of = results) => of.reduce((sum, result) => sum + pick(result), 0);
console.log(
  `\nfaults told: ${total(({ told }) => told, faulty)}/${total(({ photos }) => photos, faulty)}; ` +
    `kind known: ${total(({ kindKnown }) => kindKnown)}/${total(({ photos }) => photos)}`,
);
await mkdir('bench/results', { recursive: true });
await writeFile(values.out, `${JSON.stringify({ count, people: people.length, faults: results }, undefined, 2)}\n`);

function mirror({ widthPx, heightPx, pixels }: UprightImage): UprightImage {
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const from = (y * widthPx + x) * 3;
      out.set(pixels.subarray(from, from + 3), (y * widthPx + widthPx - 1 - x) * 3);
    }
  }
  return { widthPx, heightPx, pixels: out };
}
