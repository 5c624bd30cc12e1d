/** Keeps one person from taking up everybody's time. */
export interface TalkLimit {
  /** `first-refusal`: say once that it was too much; `refused`: say nothing more. */
  take(talk: string, nowMs: number): 'allowed' | 'first-refusal' | 'refused';
}

/** So many messages at once, then so many a second; an album is one message. */
const BURST = 20;
const PER_SECOND = 0.5;
const MAX_TALKS = 50_000;

/** Makes a limit (token bucket) that forgets the talks that were quiet the longest. */
export function createTalkLimit(burst = BURST, perSecond = PER_SECOND, maxTalks = MAX_TALKS): TalkLimit {
  const buckets = new Map<string, { readonly tokens: number; readonly atMs: number; readonly isRefused: boolean }>();
  return {
    take(talk, nowMs) {
      const bucket = buckets.get(talk) ?? { tokens: burst, atMs: nowMs, isRefused: false };
      const tokens = Math.min(burst, bucket.tokens + (Math.max(0, nowMs - bucket.atMs) / 1000) * perSecond);
      const isAllowed = tokens >= 1;
      buckets.delete(talk);
      buckets.set(talk, { tokens: isAllowed ? tokens - 1 : tokens, atMs: nowMs, isRefused: !isAllowed });
      const [quietest] = buckets.keys();
      if (buckets.size > maxTalks && quietest !== undefined) buckets.delete(quietest);
      if (isAllowed) return 'allowed';
      return bucket.isRefused ? 'refused' : 'first-refusal';
    },
  };
}
