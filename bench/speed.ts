/**
 * Measures what photos of 1, 3, 12 and 48 megapixels cost, each in a process of its own, and prints the CPU of every stage as a
 * ratio to libjpeg's half-scale decode of the 12 MP photo in the same run. Writes bench/results/speed.json.
 */
import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import type { PhotoCost } from './speed/measure-photo.ts';
import type { MeasuringTask } from './speed/measuring-process.ts';
import { photographPassport } from './speed/passport-photo.ts';

/** Four by three, as phone cameras have it. */
const SIZES = [
  { megapixels: 1, widthPx: 1152, heightPx: 864 },
  { megapixels: 3, widthPx: 2048, heightPx: 1536 },
  { megapixels: 12, widthPx: 4032, heightPx: 3024 },
  { megapixels: 48, widthPx: 8064, heightPx: 6048 },
] as const;

/** The specimen's own dates are judged by this day. */
const TODAY = '2026-11-23';
const RESULTS = 'bench/results/speed.json';

function costOf(task: MeasuringTask): Promise<PhotoCost> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./speed/measuring-process.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: ['--expose-gc', '--import', 'tsx'],
    });
    child.once('message', (cost) => resolve(cost as PhotoCost));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`the measuring process ended with ${code}`)));
    child.send(task);
  });
}

const costs: (PhotoCost & { readonly megapixels: number; readonly sizeBytes: number })[] = [];
for (const { megapixels, widthPx, heightPx } of SIZES) {
  const bytes = await photographPassport(widthPx, heightPx);
  const cost = await costOf({ bytes, widthPx, today: TODAY });
  costs.push({ megapixels, sizeBytes: bytes.length, ...cost });
}

const limitMs = costs.find(({ megapixels }) => megapixels === 12)!.halfScaleDecodeMs;
const stages = [...new Set(costs.flatMap(({ stagesMs }) => Object.keys(stagesMs)))];
const ratio = (ms: number | undefined) => (ms === undefined ? '-' : (ms / limitMs).toFixed(2));
const rows: readonly (readonly [string, (cost: (typeof costs)[number]) => string])[] = [
  ...stages.map((stage) => [stage, ({ stagesMs }: PhotoCost) => ratio(stagesMs[stage])] as const),
  ['whole analysis', ({ totalMs }) => ratio(totalMs)],
  ['half-scale decode', ({ halfScaleDecodeMs }) => ratio(halfScaleDecodeMs)],
  ['sharp to 1024 px', ({ sharpTo1024Ms }) => ratio(sharpTo1024Ms)],
  ['whole / sharp to 1024', ({ totalMs, sharpTo1024Ms }) => (totalMs / sharpTo1024Ms).toFixed(1)],
  ['peak MB', ({ peakRssMegabytes }) => String(peakRssMegabytes)],
  ['MB with models only', ({ rssWithModelsMegabytes }) => String(rssWithModelsMegabytes)],
];
console.log(`CPU; 1.00 = libjpeg's half-scale decode of the 12 MP photo (${limitMs.toFixed(0)} ms here)\n`);
console.log(`${''.padEnd(24)}${costs.map(({ megapixels }) => `${megapixels} MP`.padStart(10)).join('')}`);
for (const [name, show] of rows) {
  console.log(`${name.padEnd(24)}${costs.map((cost) => show(cost).padStart(10)).join('')}`);
}

await mkdir('bench/results', { recursive: true });
const photos = costs.map((cost) => ({
  megapixels: cost.megapixels,
  sizeBytes: cost.sizeBytes,
  stageRatios: Object.fromEntries(Object.entries(cost.stagesMs).map(([stage, ms]) => [stage, Number(ratio(ms))])),
  wholeRatio: Number(ratio(cost.totalMs)),
  halfScaleDecodeRatio: Number(ratio(cost.halfScaleDecodeMs)),
  sharpTo1024Ratio: Number(ratio(cost.sharpTo1024Ms)),
  peakRssMegabytes: cost.peakRssMegabytes,
  rssWithModelsMegabytes: cost.rssWithModelsMegabytes,
}));
await writeFile(RESULTS, `${JSON.stringify({ halfScaleDecodeMs: Math.round(limitMs), photos }, undefined, 2)}\n`);
