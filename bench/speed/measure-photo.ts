import sharp from 'sharp';

/** What one size of photo costs; all of it CPU milliseconds of the whole process, the least of several runs. */
export interface PhotoCost {
  readonly totalMs: number;
  /** The total shared out by the time that each stage took. */
  readonly stagesMs: Readonly<Record<string, number>>;
  /** libjpeg's decode at half scale, then points picked to a third: sharp offers no half scale alone, and picking is next to free. */
  readonly halfScaleDecodeMs: number;
  /** What a service that only makes a thumbnail would pay. */
  readonly sharpTo1024Ms: number;
  /** Most memory that the process ever held, models included. */
  readonly peakRssMegabytes: number;
  readonly rssWithModelsMegabytes: number;
}

const RUNS = 6;
/** The first runs compile; a bot that runs for weeks does so once. */
const WARM_UP_RUNS = 3;

/** The built code, as it runs in service: loading TypeScript directly adds a wrapper to every function. */
async function loadBuilt() {
  const from = (module: string) => import(new URL(`../../dist/analysis/${module}.js`, import.meta.url).href);
  const [{ analysePhoto }, { loadAnalysisTools }] = (await Promise.all([from('analyse'), from('tools')])) as [
    typeof import('../../src/analysis/analyse.ts'),
    typeof import('../../src/analysis/tools.ts'),
  ];
  return { analysePhoto, loadAnalysisTools };
}

/** Measures one JPEG in this process, which should do nothing else. */
export async function measurePhoto(bytes: Uint8Array, widthPx: number, today: string): Promise<PhotoCost> {
  const { analysePhoto, loadAnalysisTools } = await loadBuilt();
  const tools = await loadAnalysisTools();
  globalThis.gc?.();
  const rssWithModelsMegabytes = Math.round(process.memoryUsage().rss / 1e6);
  const analyse = () =>
    analysePhoto({ bytes, as: 'document', today, declaredExtension: 'jpg', allStages: true }, tools);
  for (let i = 0; i < WARM_UP_RUNS; i++) await analyse();
  const best = await leastCpu(analyse);
  const peakRssMegabytes = Math.round(process.resourceUsage().maxRSS / 1e3);
  const wallMs = Object.values(best.result.timingsMs).reduce((sum, ms) => sum + ms, 0);
  const stagesMs = Object.fromEntries(
    Object.entries(best.result.timingsMs).map(([stage, ms]) => [stage, (ms / wallMs) * best.cpuMs]),
  );
  const third = { width: Math.floor(widthPx / 3), kernel: 'nearest' } as const;
  const halfScale = await leastCpu(() => sharp(bytes).resize(third).raw().toBuffer());
  const to1024 = await leastCpu(() => sharp(bytes).resize({ width: 1024, withoutEnlargement: true }).raw().toBuffer());
  return {
    totalMs: best.cpuMs,
    stagesMs,
    halfScaleDecodeMs: halfScale.cpuMs,
    sharpTo1024Ms: to1024.cpuMs,
    peakRssMegabytes,
    rssWithModelsMegabytes,
  };
}

async function leastCpu<Result>(run: () => Promise<Result>): Promise<{ cpuMs: number; result: Result }> {
  let least: { cpuMs: number; result: Result } | undefined;
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage();
    const result = await run();
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000;
    if (least === undefined || cpuMs < least.cpuMs) least = { cpuMs, result };
  }
  return least!;
}
