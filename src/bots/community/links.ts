import { distance } from 'fastest-levenshtein';
import { skeleton } from './skeleton.ts';

const HOST = /(?:https?:\/\/)?((?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]{2,24})(?=[\s/?#:)\]>,;!"']|$)/giu;
/** Second levels under which others register names. */
const SHARED_SUFFIX = /^(?:co|com|net|org|gov|ac|edu)\.[a-z]{2}$/;
/** Shorter names resemble too many others. */
const MIN_NAME = 5;

/** The hosts in a text that look like an official one and are neither it nor below it; as they were written. */
export function lookalikes(text: string, officialLinks: readonly string[]): readonly string[] {
  const official = officialLinks.map((link) => new URL(link).hostname.replace(/^www\./, ''));
  const names = official.map(nameOf);
  const hosts = [...new Set([...text.normalize('NFC').matchAll(HOST)].map(([, host]) => host!.toLowerCase()))];
  return hosts.filter((host) => {
    if (official.some((own) => host === own || host.endsWith(`.${own}`))) return false;
    const parts = host.split('.').map(skeleton);
    return names.some((name) => parts.some((part) => resembles(part, name)));
  });
}

/** The part of a host that its owner chose: `example` of `www.example.co.uk`. */
function nameOf(host: string): string {
  const labels = host.split('.');
  const suffix = SHARED_SUFFIX.test(labels.slice(-2).join('.')) ? 2 : 1;
  return skeleton(labels.at(-1 - suffix) ?? host);
}

function resembles(part: string, name: string): boolean {
  if (name.length < MIN_NAME) return part === name;
  return part.includes(name) || distance(part, name) <= 1;
}
