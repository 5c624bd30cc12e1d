import type { FindingValues } from '../../../analysis/index.ts';
import type { PhotoRecord } from './photo-record.ts';

/** What a new photo has over the one before it. All lists hold codes of findings, notes left out. */
export interface Comparison {
  readonly solved: readonly string[];
  readonly stillOpen: readonly string[];
  readonly fresh: readonly string[];
  /** Figures that got clearly better or worse, of faults that the first photo had. */
  readonly figures: readonly { readonly code: string; readonly before: FindingValues; readonly now: FindingValues }[];
}

/** A smaller change is none that anybody sees. */
const MIN_CHANGE = 0.1;

/** Compares two photos of the same part; undefined when there was nothing to mend. */
export function compareAttempts(before: PhotoRecord | undefined, now: PhotoRecord): Comparison | undefined {
  if (before === undefined || before.part !== now.part || before.as !== now.as) return undefined;
  const codesBefore = faultsOf(before);
  if (codesBefore.length === 0) return undefined;
  const codesNow = faultsOf(now);
  return {
    solved: codesBefore.filter((code) => !codesNow.includes(code)),
    stillOpen: codesBefore.filter((code) => codesNow.includes(code)),
    fresh: codesNow.filter((code) => !codesBefore.includes(code)),
    figures: codesBefore.flatMap((code) => {
      const [was, is] = [before.measures[code], now.measures[code]];
      return was && is && hasChanged(was, is) ? [{ code, before: was, now: is }] : [];
    }),
  };
}

function faultsOf({ findings }: PhotoRecord): readonly string[] {
  return findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
}

function hasChanged(before: FindingValues, now: FindingValues): boolean {
  return Object.entries(now).some(([name, value]) => {
    const was = before[name];
    if (typeof was !== 'number' || typeof value !== 'number') return false;
    return Math.abs(value - was) > MIN_CHANGE * Math.max(Math.abs(was), Math.abs(value));
  });
}
