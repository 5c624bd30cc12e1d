import { isIPv6 } from 'node:net';

/** Allows each address a burst, then a steady rate (token bucket). */
export interface RateLimit {
  /** True when the request may pass; it then counts. */
  allows(address: string, nowMs: number): boolean;
}

/** The size of the burst, the steady rate, and how many addresses are remembered. */
export interface RateLimitOptions {
  readonly burst: number;
  readonly perSecond: number;
  readonly maxAddresses: number;
}

/** A limit that lives in memory and forgets the least recently seen address when it is full. */
export function createRateLimit({ burst, perSecond, maxAddresses }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, { readonly tokens: number; readonly atMs: number }>();
  return {
    allows(address, nowMs) {
      const key = networkOf(address);
      const bucket = buckets.get(key) ?? { tokens: burst, atMs: nowMs };
      const refilled = Math.min(burst, bucket.tokens + (Math.max(0, nowMs - bucket.atMs) / 1000) * perSecond);
      const isAllowed = refilled >= 1;
      // Deleting first moves the address to the end: the map's order is the order of last use.
      buckets.delete(key);
      buckets.set(key, { tokens: isAllowed ? refilled - 1 : refilled, atMs: nowMs });
      const [leastRecent] = buckets.keys();
      if (buckets.size > maxAddresses && leastRecent !== undefined) buckets.delete(leastRecent);
      return isAllowed;
    },
  };
}

/** One household has a whole /64 of IPv6, so addresses in it count as one. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array<string>(8 - first.length - last.length).fill('0') : [];
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
