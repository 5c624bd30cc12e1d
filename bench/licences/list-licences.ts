import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** A package as it is installed. */
export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, or `unknown`. */
  readonly licence: string;
}

/** Licences that let anybody run and pass on the product; the LGPL parts are used unmodified as files of their own. */
export const TAKEN_LICENCES: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'Zlib',
  'Python-2.0',
  'CC0-1.0',
  '(MIT OR CC0-1.0)',
  '(MIT OR Apache-2.0)',
  'MIT OR Apache-2.0',
  'MIT AND ISC',
  'LGPL-3.0',
  'LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
]);

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), version: z.string().optional() })),
});
const manifest = z.object({
  version: z.string().default(''),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

/** The packages of package-lock.json that are no development tools and are installed on this machine, by name. */
export function listLicences(): readonly LicensedPackage[] {
  const { packages } = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev && existsSync(`${path}/package.json`))
    .map(([path]) => {
      const { version, license, licenses } = manifest.parse(JSON.parse(readFileSync(`${path}/package.json`, 'utf8')));
      const licence =
        (typeof license === 'string' ? license : license?.type) ?? licenses?.map(({ type }) => type).join(' OR ');
      return { name: path.replace(/^.*node_modules\//, ''), version, licence: licence ?? 'unknown' };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
