/**
 * Measures the finding of documents on composites with known corners, and prints for each ground how often and how well the outline
 * was found, false outlines where there is no document, which way up, blur and glare. Writes bench/results/outline.json.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decodePhoto } from '../src/analysis/decode.ts';
import { gatherFacts } from '../src/analysis/gather-facts.ts';
import { policy } from '../src/analysis/policy.ts';
import { loadAnalysisTools } from '../src/analysis/tools.ts';
import type { Facts, UprightImage } from '../src/analysis/types.ts';
import { GROUNDS, type Ground, photograph, photographGround, type Scene, usualPose } from './composites.ts';
import { defocus, reflect, shake, shrink, toJpeg, turn } from './degrade.ts';
import { overlapOf } from './outline/overlap.ts';
import { reflectionOn } from './outline/reflections.ts';
import { separation } from './outline/separation.ts';
import { createSpecimenPress, IDENTITY_KINDS } from './specimens/index.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'bench/results/outline.json' },
    misses: { type: 'boolean', default: false },
  },
});
const perGround = Number(values.count);
const firstSeed = Number(values.seed);
if (!Number.isInteger(perGround) || perGround < 1 || !Number.isInteger(firstSeed)) {
  console.error(
    'Usage: npm run bench:outline -- [--count N] [--seed S] [--out FILE] [--misses]   (N scenes per ground)',
  );
  process.exit(2);
}

/** Blur is measured at this long side, as in policy.ts. */
const BLUR_LONG_SIDE_PX = 1200;
/** A tenth of the frame off is a document that was not found. */
const GOOD_OVERLAP = 0.9;

const tools = await loadAnalysisTools();
const press = createSpecimenPress();
const cpuMs: number[] = [];

async function factsOf(image: UprightImage): Promise<Facts> {
  const bytes = await toJpeg(image, 88);
  const before = process.cpuUsage();
  const facts = await gatherFacts(
    await decodePhoto(bytes, 'jpg'),
    { as: 'document', today: '2026-11-23' },
    tools,
    () => undefined,
  );
  const { user, system } = process.cpuUsage(before);
  cpuMs.push((user + system) / 1000);
  return facts;
}

interface GroundResult {
  readonly ground: Ground;
  readonly scenes: number;
  readonly overlaps: number[];
  readonly emptyScenes: number;
  falseOutlines: number;
}

interface Tally {
  right: number;
  all: number;
}

const rotation: Tally = { right: 0, all: 0 };
/** A fault that some scenes have: found where it is, said where it is not. */
const faultTally = () => ({ found: 0, all: 0, falseAlarms: 0, sound: 0 });
const glare = faultTally();
const fingers = faultTally();
const shadows = faultTally();

const blurriness = { sharp: [] as number[], defocused: [] as number[], shaken: [] as number[] };

function blurOf({ picture, document }: Facts): number {
  return Math.min(picture!.sharpness.blurRatio, document?.sharpness.blurRatio ?? 1);
}

const hasGlare = ({ document }: Facts) =>
  document !== undefined && document.glare.areaRatio >= policy.document.warnGlareRatio;

function count(tally: ReturnType<typeof faultTally>, isThere: boolean, isSaid: boolean, name: string) {
  if (isThere) {
    tally.all++;
    if (isSaid) tally.found++;
    else if (values.misses) console.log(`${name}: missed`);
    return;
  }
  tally.sound++;
  if (!isSaid) return;
  tally.falseAlarms++;
  if (values.misses) console.log(`${name}: false alarm`);
}

async function measureTurns({ image }: Scene, upright: Facts, name: string) {
  for (const quarters of [0, 1, 2, 3] as const) {
    const facts = quarters === 0 ? upright : await factsOf(await turn(image, quarters));
    rotation.all++;
    if (facts.picture?.rotation === quarters * 90) rotation.right++;
    else if (values.misses) console.log(`turn   ${name} turned ${quarters * 90}: taken for ${facts.picture?.rotation}`);
  }
}

async function measureGlare({ image, corners }: Scene, plain: Facts, seed: number, name: string) {
  const facts = await factsOf(reflect(image, [reflectionOn(corners, seed)]));
  count(glare, true, hasGlare(facts), `glare  ${name}`);
  count(glare, false, hasGlare(plain), `glare  ${name}`);
}

async function measureBlur({ image }: Scene, seed: number) {
  const small = await shrink(image, BLUR_LONG_SIDE_PX);
  blurriness.sharp.push(blurOf(await factsOf(small)));
  blurriness.defocused.push(blurOf(await factsOf(await defocus(small, 3))));
  blurriness.shaken.push(blurOf(await factsOf(shake(small, 15, (seed % 4) * 45))));
}

async function measureGround(ground: Ground, groundIndex: number): Promise<GroundResult> {
  const emptyScenes = Math.max(2, Math.ceil(perGround / 2));
  const result: GroundResult = { ground, scenes: perGround, overlaps: [], emptyScenes, falseOutlines: 0 };
  for (let k = 0; k < perGround; k++) {
    const seed = firstSeed * 10_000 + groundIndex * 1000 + k;
    const kind = IDENTITY_KINDS[(k + groundIndex) % IDENTITY_KINDS.length]!;
    const name = `${ground} ${seed} ${kind}`;
    const specimen = await press.draw(kind, seed);
    const options = { ground, seed, hasShadow: k % 4 === 3, hasFinger: k % 5 === 4 };
    const scene = await photograph(specimen, usualPose(seed), options);
    const facts = await factsOf(scene.image);
    const overlap = facts.document ? overlapOf(facts.document.corners, scene.corners) : 0;
    result.overlaps.push(overlap);
    if (values.misses && overlap <= GOOD_OVERLAP) console.log(`outline ${name}: overlap ${overlap.toFixed(2)}`);
    const { warnCoveredRatio, warnShadeRatio } = policy.document;
    count(fingers, options.hasFinger, (facts.document?.covered.areaRatio ?? 0) >= warnCoveredRatio, `finger ${name}`);
    count(shadows, options.hasShadow, (facts.document?.shade.areaRatio ?? 0) >= warnShadeRatio, `shadow ${name}`);
    // Each measurement takes its turn: all of them on every scene would take too long.
    if (k % 3 === 0) await measureTurns(scene, facts, name);
    if (k % 3 === 1) await measureGlare(scene, facts, seed, name);
    if (k % 3 === 2) await measureBlur(scene, seed);
  }
  for (let k = 0; k < emptyScenes; k++) {
    const seed = firstSeed * 10_000 + groundIndex * 1000 + 500 + k;
    const { document } = await factsOf(await photographGround({ ground, seed }));
    if (!document?.hasOutline) continue;
    result.falseOutlines++;
    if (values.misses) console.log(`outline ${ground} ${seed}: false outline`);
  }
  return result;
}

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const percent = (part: number, all: number) => `${all > 0 ? Math.round((100 * part) / all) : 0} %`;
const good = (overlaps: readonly number[]) => overlaps.filter((overlap) => overlap > GOOD_OVERLAP).length;

const faultLine = (name: string, { found, all, falseAlarms, sound }: typeof glare) =>
  `${name} found: ${found}/${all}, false alarms: ${falseAlarms}/${sound}`;

const grounds: GroundResult[] = [];
for (const [index, ground] of GROUNDS.entries()) grounds.push(await measureGround(ground, index));

console.log(
  `${'ground'.padEnd(10)}${'IoU > .9'.padStart(16)}${'mean IoU'.padStart(10)}${'false outlines'.padStart(18)}`,
);
for (const { ground, scenes, overlaps, emptyScenes, falseOutlines } of grounds) {
  const found = `${good(overlaps)}/${scenes} ${percent(good(overlaps), scenes)}`;
  console.log(
    `${ground.padEnd(10)}${found.padStart(16)}${mean(overlaps).toFixed(3).padStart(10)}${`${falseOutlines}/${emptyScenes}`.padStart(18)}`,
  );
}
const overlaps = grounds.flatMap((result) => result.overlaps);
const falseOutlines = grounds.reduce((sum, result) => sum + result.falseOutlines, 0);
const emptyScenes = grounds.reduce((sum, result) => sum + result.emptyScenes, 0);
const defocusAuc = separation(blurriness.sharp, blurriness.defocused);
const shakeAuc = separation(blurriness.sharp, blurriness.shaken);
console.log(`
outline IoU > .9: ${good(overlaps)}/${overlaps.length} (${percent(good(overlaps), overlaps.length)}), mean IoU ${mean(overlaps).toFixed(3)}
false outlines without a document: ${falseOutlines}/${emptyScenes} (${percent(falseOutlines, emptyScenes)})
right way up over four turns: ${rotation.right}/${rotation.all} (${percent(rotation.right, rotation.all)})
AUC sharp against gaussian sigma 3: ${defocusAuc.toFixed(3)}, against 15 px of motion: ${shakeAuc.toFixed(3)} (${blurriness.sharp.length} scenes each, at ${BLUR_LONG_SIDE_PX} px)
${faultLine('glare', glare)}
${faultLine('fingers', fingers)}
${faultLine('shadows', shadows)}
CPU per photo of 1600 x 1200 and less: ${Math.round(median(cpuMs))} ms (median of ${cpuMs.length})`);

const round = (value: number) => Math.round(value * 1000) / 1000;
await mkdir('bench/results', { recursive: true });
await writeFile(
  values.out,
  `${JSON.stringify(
    {
      scenes: overlaps.length,
      goodOutlines: good(overlaps),
      meanOverlap: round(mean(overlaps)),
      falseOutlines,
      emptyScenes,
      rotation,
      blur: { scenes: blurriness.sharp.length, defocusAuc: round(defocusAuc), shakeAuc: round(shakeAuc) },
      glare,
      fingers,
      shadows,
      cpuMsPerPhoto: Math.round(median(cpuMs)),
      grounds: grounds.map(({ overlaps: own, ...rest }) => ({
        ...rest,
        goodOutlines: good(own),
        meanOverlap: round(mean(own)),
      })),
    },
    null,
    2,
  )}\n`,
);
