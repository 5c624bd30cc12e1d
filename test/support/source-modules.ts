import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const ROOT = new URL('../../', import.meta.url);

/** A reference from one module to another: a path below the project's folder, or the name of a package or of a part of Node. */
export interface ModuleReference {
  readonly target: string;
  readonly isTypeOnly: boolean;
}

/** One TypeScript file of the project. */
export interface SourceModule {
  /** Below the project's folder, as `src/bots/main.ts`. */
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  readonly references: readonly ModuleReference[];
}

/** Every module below a folder of the project. */
export function modulesBelow(folder: string): readonly SourceModule[] {
  return readdirSync(fileURLToPath(new URL(`${folder}/`, ROOT)), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .map((path) => sourceModule(path, readFileSync(new URL(path, ROOT), 'utf8')));
}

/** Reads a module. TypeScript 7 has no JavaScript API; the formatter keeps imports in the few shapes that are told apart here. */
export function sourceModule(path: string, text: string): SourceModule {
  const code = text.replace(/^\s*\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const references: ModuleReference[] = [];
  const add = (specifier: string, isTypeOnly: boolean) =>
    references.push({ target: targetOf(path, specifier), isTypeOnly });
  for (const [, clause = '', specifier] of code.matchAll(
    /^(?:im|ex)port\s+((?:type\s+)?(?:[\w$*\s,]+|[\w$\s,]*\{[^}]*\})\s+from\s+)?'([^']+)'/gm,
  )) {
    add(specifier!, isTypeClause(clause));
  }
  for (const [, specifier] of code.matchAll(/\b(?:import|require|require\.resolve)\(\s*'([^']+)'/g))
    add(specifier!, false);
  // A file of code that is named by its address, as workers are: those are started as built, so the built file stands for its source.
  for (const [, specifier] of code.matchAll(/\bnew URL\('([^']+\.[jt]s)'/g)) add(specifier!, false);
  return { path, code, references };
}

/** `import type …`, or braces in which every name is marked `type`. */
function isTypeClause(clause: string): boolean {
  if (/^type\s/.test(clause)) return true;
  const names = /^\{([^}]*)\}/
    .exec(clause)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type '));
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    return posix.join(posix.dirname(path), specifier).replace(/^dist\/(.*)\.js$/, 'src/$1.ts');
  }
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
