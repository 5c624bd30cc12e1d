import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { albumChecks } from '../src/analysis/checks/album/index.ts';
import { checks } from '../src/analysis/checks/index.ts';
import * as rules from './support/architecture-rules.ts';
import { FINDING_CODES } from './support/finding-codes.ts';
import { modulesBelow, ROOT, sourceModule } from './support/source-modules.ts';

const source = modulesBelow('src');
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const planted = (path: string, text: string) => [sourceModule(path, text)];

/** Each rule with code that breaks it: a rule that cannot fail proves nothing. */
const CASES: readonly { rule: string; holds: rules.Rule; broken: ReturnType<typeof planted>[number][] }[] = [
  {
    rule: 'analysis knows nothing outside itself',
    holds: rules.layers,
    broken: planted('src/analysis/a.ts', `import type { Reply } from '../bots/platform.ts';`),
  },
  {
    rule: 'adapters do not reach past the port',
    holds: rules.layers,
    broken: planted('src/bots/telegram/a.ts', `import { b } from '../conversation/index.ts';`),
  },
  {
    rule: 'a part is imported through its index',
    holds: rules.layers,
    broken: planted('src/bots/conversation/a.ts', `import { decode } from '../../analysis/decode.ts';`),
  },
  {
    rule: 'imports over several lines and dynamic ones count too',
    holds: rules.layers,
    broken: planted('src/faq/a.ts', `import {\n  b,\n  c,\n} from '../bots/log.ts';\n`),
  },
  {
    rule: 'every folder is a room of the design',
    holds: rules.layers,
    broken: planted('src/utils/a.ts', ''),
  },
  {
    rule: 'the product does not import its tests, benches or training',
    holds: rules.staysInside,
    broken: planted('src/faq/a.ts', `const b = await import('../../training/b.ts');`),
  },
  {
    rule: 'each package has one home',
    holds: rules.homes,
    broken: planted('src/bots/web/a.ts', `import sharp from 'sharp';`),
  },
  {
    rule: 'no package without a home',
    holds: rules.homes,
    broken: planted('src/faq/a.ts', `import { chunk } from 'lodash';`),
  },
  {
    rule: 'no circle of imports',
    holds: rules.noCycles,
    broken: [
      ...planted('src/faq/a.ts', `import { b } from './b.ts';`),
      ...planted('src/faq/b.ts', `export * from './c.ts';`),
      ...planted('src/faq/c.ts', `import type { A } from './a.ts';`),
    ],
  },
  {
    rule: 'only the store writes files, and the terminal where it is asked to',
    holds: rules.noFileWrites,
    broken: planted('src/analysis/a.ts', `await writeFile('/tmp/photo.jpg', bytes);`),
  },
  {
    rule: 'only config.ts reads the environment',
    holds: rules.noEnvironment,
    broken: planted('src/bots/web/a.ts', 'const port = process.env.PORT;'),
  },
  {
    rule: 'today comes as an argument',
    holds: rules.noClock,
    broken: planted('src/analysis/a.ts', 'const today = new Date();'),
  },
  {
    rule: 'analysis and faq reach no network',
    holds: rules.noNetworkInTheCore,
    broken: planted('src/analysis/a.ts', `const model = await fetch('https://example.org/model');`),
  },
  { rule: 'exports have names', holds: rules.noDefaultExports, broken: planted('src/faq/a.ts', 'export default 1;') },
  { rule: 'only the log logs', holds: rules.noConsole, broken: planted('src/faq/a.ts', 'console.log(text);') },
  { rule: 'nothing is left to chance', holds: rules.noChance, broken: planted('src/faq/a.ts', 'Math.random()') },
];

describe('the source', () => {
  it.each(CASES)('$rule', ({ holds, broken }) => {
    expect(holds(source)).toEqual([]);
    expect(holds(broken)).not.toEqual([]);
  });

  it('is read as it stands: comments are no code, types are told apart', () => {
    const module = sourceModule(
      'src/faq/a.ts',
      `// import { a } from '../x.ts';\n/** process.env */\nimport { type B, type C } from './b.ts';\nimport d, { e } from './d.ts';`,
    );
    expect(module.code).not.toContain('process.env');
    expect(module.references).toEqual([
      { target: 'src/faq/b.ts', isTypeOnly: true },
      { target: 'src/faq/d.ts', isTypeOnly: false },
    ]);
  });
});

describe('the checks', () => {
  const filesOf = (folder: string) =>
    readdirSync(new URL(`src/analysis/checks/${folder}`, ROOT))
      .filter((name) => /\.ts$/.test(name) && name !== 'index.ts' && name !== 'check.ts')
      .map((name) => name.replace(/\.ts$/, ''));
  const groups = [
    { of: 'one photo', folder: '', registered: Object.keys(checks) },
    { of: 'several photos', folder: 'album/', registered: Object.keys(albumChecks) },
  ];

  it.each(groups)('of $of are all registered under the names of their files', ({ folder, registered }) => {
    expect(registered.toSorted()).toEqual(filesOf(folder).toSorted());
  });

  it.each(groups)('of $of have codes of the contract', ({ registered }) => {
    expect(registered.filter((code) => !FINDING_CODES.includes(code))).toEqual([]);
  });

  it.each(groups)('of $of each have a test', ({ folder }) => {
    const untested = filesOf(folder).filter(
      (name) => !existsSync(new URL(`test/analysis/checks/${folder}${name}.test.ts`, ROOT)),
    );
    expect(untested).toEqual([]);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(read('package.json'));
  const versions = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides } as Record<
    string,
    string
  >;

  it('pins every version exactly', () => {
    expect(Object.values(versions).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('can be installed on every platform: the lock file lists all optional parts', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
  });

  it('locks no address to download from', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http');
  });
});
