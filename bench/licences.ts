/**
 * Lists every package that the product needs at run time, with its version and licence, and counts the licences. Exit status 1 when a package has
 * one that is not among those that the project takes. Usage: npm run licences
 */
import { listLicences, TAKEN_LICENCES } from './licences/list-licences.ts';

const packages = listLicences();
for (const { name, version, licence } of packages) console.log(`${licence.padEnd(28)} ${name} ${version}`);
const counts = new Map<string, number>();
for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
console.log(`\n${[...counts].map(([licence, count]) => `${count} ${licence}`).join(', ')}`);
const refused = packages.filter(({ licence }) => !TAKEN_LICENCES.has(licence));
if (refused.length > 0) {
  console.error(`not taken: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`);
  process.exitCode = 1;
}
