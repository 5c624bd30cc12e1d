import type { Policy } from '../policy.ts';
import type { Facts, FindingValues, PhotoKind, Polygon, Severity } from '../types.ts';

/** What a check says when it finds its fault. Areas are in pixels of the full upright photo. */
export interface Judgement {
  readonly severity: Severity;
  /** 0..1: how sure the check is that the fault is there. */
  readonly confidence: number;
  readonly values: FindingValues;
  readonly areas?: readonly Polygon[];
}

/** The stages in the order in which they run; a later one costs more. */
export type Stage = 'file' | 'picture' | 'document' | 'text' | 'selfie';

/** A pure rule for one fault: facts and limits in, a judgement out, undefined when the fault is not there. */
export interface Check {
  readonly stage: Stage;
  /** The kinds of photo that it speaks about. */
  readonly kinds: readonly PhotoKind[];
  judge(facts: Facts, policy: Policy): Judgement | undefined;
}

/** For checks that speak about every kind of photo. */
export const EVERY_KIND: readonly PhotoKind[] = ['document', 'selfie', 'selfie-with-document'];
