import type { SourceModule } from './source-modules.ts';

/** Looks at modules and says what breaks the rule, a line each. */
export type Rule = (modules: readonly SourceModule[]) => readonly string[];

/** The rooms of the house: a module belongs to the first whose path it begins with. */
const ROOMS = [
  'src/analysis',
  'src/faq',
  'src/bots/conversation',
  'src/bots/reply',
  'src/bots/community',
  'src/bots/store',
  'src/bots/queue',
  'src/bots/keep',
  'src/bots/chats',
  'src/bots/discord',
  'src/bots/telegram',
  'src/bots/web',
  'src/bots/terminal',
  'src/bots/main.ts',
  'src/bots/doctor.ts',
  'src/bots/backup.ts',
  'src/bots/diagnosis.ts',
  'src/bots/config.ts',
  'src/bots/lifetime.ts',
  'src/bots/log.ts',
  'src/bots/metrics.ts',
  'src/bots/platform.ts',
  'src/bots/console.ts',
  'src/bots/jobs.ts',
  'src/bots/privacy.ts',
  'src/bots/today.ts',
] as const;
type Room = (typeof ROOMS)[number];

/** What an adapter may know: the port, what it says to people, and the small rooms that hold rules. Never the conversation. */
const ADAPTER: readonly Room[] = [
  'src/bots/platform.ts',
  'src/bots/reply',
  'src/bots/log.ts',
  'src/bots/privacy.ts',
  'src/bots/today.ts',
];

/** Which rooms a room may import from, beside itself. Another reads as `analysis` knows no chat, `main.ts` knows all. */
const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  'src/analysis': [],
  'src/faq': [],
  'src/bots/platform.ts': ['src/analysis'],
  'src/bots/console.ts': [],
  'src/bots/diagnosis.ts': [],
  'src/bots/jobs.ts': [],
  'src/bots/privacy.ts': [],
  'src/bots/today.ts': [],
  'src/bots/log.ts': ['src/bots/privacy.ts'],
  'src/bots/metrics.ts': ['src/bots/log.ts'],
  'src/bots/config.ts': ['src/analysis', 'src/bots/log.ts'],
  'src/bots/lifetime.ts': ['src/bots/log.ts'],
  'src/bots/reply': ['src/analysis', 'src/faq', 'src/bots/platform.ts'],
  'src/bots/conversation': [
    'src/analysis',
    'src/faq',
    'src/bots/reply',
    'src/bots/community',
    'src/bots/keep',
    'src/bots/platform.ts',
    'src/bots/console.ts',
    'src/bots/privacy.ts',
    'src/bots/log.ts',
    'src/bots/today.ts',
  ],
  'src/bots/community': ['src/bots/log.ts', 'src/bots/store'],
  'src/bots/store': ['src/bots/log.ts'],
  'src/bots/queue': ['src/bots/log.ts', 'src/bots/jobs.ts', 'src/bots/diagnosis.ts', 'src/bots/store'],
  'src/bots/keep': ['src/bots/log.ts'],
  'src/bots/chats': ['src/bots/platform.ts', 'src/bots/privacy.ts', 'src/bots/keep'],
  'src/bots/discord': [...ADAPTER, 'src/bots/chats', 'src/bots/jobs.ts', 'src/bots/diagnosis.ts', 'src/bots/keep'],
  'src/bots/telegram': [...ADAPTER, 'src/bots/chats', 'src/bots/jobs.ts', 'src/bots/diagnosis.ts', 'src/bots/keep'],
  'src/bots/web': [...ADAPTER, 'src/bots/console.ts'],
  // The terminal shows the core itself, without a conversation.
  'src/bots/terminal': [...ADAPTER, 'src/analysis', 'src/faq'],
  'src/bots/main.ts': ROOMS.filter((room) => room !== 'src/bots/terminal'),
  'src/bots/doctor.ts': ROOMS.filter((room) => room !== 'src/bots/terminal'),
  'src/bots/backup.ts': ['src/bots/config.ts', 'src/bots/reply', 'src/bots/store'],
};

/** Rooms with a door: from outside, only `index.ts` is imported. `reply` is a shelf of texts and has none. */
const WITH_DOOR: readonly Room[] = [
  'src/analysis',
  'src/faq',
  'src/bots/conversation',
  'src/bots/web',
  'src/bots/discord',
  'src/bots/telegram',
  'src/bots/store',
  'src/bots/queue',
  'src/bots/keep',
  'src/bots/community',
];

/** The one home of each package; a package that is not listed may not be imported by `src/`. */
const HOME: Readonly<Record<string, readonly string[]>> = {
  sharp: ['src/analysis/'],
  'tesseract.js': ['src/analysis/print/'],
  '@tesseract.js-data/eng': ['src/analysis/print/'],
  'file-type': ['src/analysis/formats/'],
  'libheif-js': ['src/analysis/formats/'],
  '@hyzyla/pdfium': ['src/analysis/formats/'],
  'fastest-levenshtein': ['src/analysis/details/', 'src/bots/community/'],
  'fft.js': ['src/analysis/measure/'],
  'zxing-wasm': ['src/analysis/measure/'],
  '@tensorflow/tfjs-core': ['src/analysis/measure/', 'src/analysis/mrz/'],
  '@tensorflow/tfjs-converter': ['src/analysis/measure/'],
  '@tensorflow/tfjs-backend-wasm': ['src/analysis/measure/'],
  '@vladmandic/human': ['src/analysis/measure/'],
  piscina: ['src/analysis/pool.ts', 'src/analysis/worker.ts'],
  'p-queue': ['src/analysis/pool.ts'],
  mrz: ['src/analysis/mrz/'],
  'aamva-parser': ['src/analysis/licence-record.ts'],
  i18next: ['src/bots/reply/'],
  fastify: ['src/bots/web/'],
  '@fastify/multipart': ['src/bots/web/'],
  ioredis: ['src/bots/queue/', 'src/bots/keep/'],
  'discord.js': ['src/bots/discord/'],
  telegraf: ['src/bots/telegram/'],
  'lru-cache': ['src/bots/keep/'],
  kysely: ['src/bots/store/'],
  yaml: ['src/bots/community/'],
  libsql: ['src/bots/store/'],
  pg: ['src/bots/store/'],
  bullmq: ['src/bots/queue/'],
  pino: ['src/bots/log.ts'],
  'prom-client': ['src/bots/metrics.ts'],
  commander: ['src/bots/terminal/'],
  // What comes from outside is validated where it comes in.
  zod: ['src/analysis/', 'src/faq/', 'src/bots/'],
};

/** Imports go one way: `main -> adapters -> platform`, `conversation -> analysis, faq, reply`. */
export const layers: Rule = (modules) =>
  modules.flatMap(({ path, references }) => {
    const room = roomOf(path);
    if (room === undefined) return [`${path} is in no room`];
    return references
      .filter(({ target }) => target.startsWith('src/'))
      .flatMap(({ target }) => {
        const other = roomOf(target);
        if (other === room) return [];
        if (other === undefined || !MAY_IMPORT[room].includes(other)) return [`${path} may not import ${target}`];
        if (WITH_DOOR.includes(other) && target !== `${other}/index.ts`)
          return [`${path} imports ${target}, not the door`];
        return [];
      });
  });

/** Nothing outside `src/` is code that the product runs. */
export const staysInside: Rule = (modules) =>
  modules.flatMap(({ path, references }) =>
    references
      .filter(({ target }) => /^(bench|test|training|dist)\//.test(target))
      .map(({ target }) => `${path} imports ${target}`),
  );

/** Each npm package is imported by one part. */
export const homes: Rule = (modules) =>
  modules.flatMap(({ path, references }) =>
    references
      .filter(({ target }) => !/^(src\/|node:|models\/|locales\/)/.test(target))
      .filter(({ target }) => !HOME[target]?.some((home) => path.startsWith(home)))
      .map(({ target }) =>
        HOME[target] ? `${path}: ${target} lives in ${HOME[target].join(', ')}` : `${path}: ${target} has no home`,
      ),
  );

/** No module reaches itself through what it imports. Types vanish at run time but tie the reader's hands all the same. */
export const noCycles: Rule = (modules) => {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const { target } of byPath.get(path)?.references ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return cycles;
};

/** What only named places may do. */
export const noFileWrites = forbid(
  /\b(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|mkdir|mkdirSync|mkdtemp|copyFile|rename|toFile|openSync)\b/,
  // `--picture DIR` is asked for by name, on the person's own computer.
  ['src/bots/store/', 'src/bots/terminal/write-picture.ts', 'src/bots/terminal/check.ts'],
);
export const noEnvironment = forbid(/\bprocess\.env\b/, ['src/bots/config.ts']);
export const noClock = forbid(/\bDate\.now\(|\bnew Date\(\)|\bDate\(\)/, [
  'src/bots/main.ts',
  'src/bots/doctor.ts',
  'src/bots/terminal/check.ts',
  'src/bots/store/',
]);
export const noNetworkInTheCore = forbid(/\bfetch\(|node:(http|https|net|dns|tls)\b/, ['src/bots/']);
export const noDefaultExports = forbid(/^export default\b/m, ['src/analysis/formats/libheif-js.d.ts']);
export const noConsole = forbid(/\bconsole\.(?:log|info|warn|error|debug|trace|dir|table)\b/, []);
/** Chance makes a result that nobody can repeat. */
export const noChance = forbid(/\bMath\.random\(/, []);

function forbid(pattern: RegExp, exceptIn: readonly string[]): Rule {
  return (modules) =>
    modules
      .filter(({ path }) => !exceptIn.some((place) => path.startsWith(place)))
      .flatMap(({ path, code }) => {
        const found = pattern.exec(code)?.[0];
        return found === undefined ? [] : [`${path}: ${found}`];
      });
}

function roomOf(path: string): Room | undefined {
  return ROOMS.find((room) => path === room || path.startsWith(`${room}/`));
}
