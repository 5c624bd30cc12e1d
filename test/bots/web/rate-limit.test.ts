import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/bots/web/rate-limit.ts';

const options = { burst: 3, perSecond: 1, maxAddresses: 100 };

describe('createRateLimit', () => {
  it('allows the burst and not one more', () => {
    const limit = createRateLimit(options);
    expect([1, 2, 3, 4].map(() => limit.allows('10.0.0.1', 0))).toEqual([true, true, true, false]);
  });

  it('allows again as time passes, and never more than the burst', () => {
    const limit = createRateLimit(options);
    for (let count = 0; count < 3; count += 1) limit.allows('10.0.0.1', 0);
    expect(limit.allows('10.0.0.1', 999)).toBe(false);
    expect(limit.allows('10.0.0.1', 1999)).toBe(true);
    expect([1, 2, 3, 4].map(() => limit.allows('10.0.0.1', 1_000_000))).toEqual([true, true, true, false]);
  });

  it('counts each address for itself', () => {
    const limit = createRateLimit(options);
    for (let count = 0; count < 4; count += 1) limit.allows('10.0.0.1', 0);
    expect(limit.allows('10.0.0.2', 0)).toBe(true);
  });

  it('counts the addresses of one IPv6 network together', () => {
    const limit = createRateLimit({ ...options, burst: 1 });
    expect(limit.allows('2001:db8:1:2::1', 0)).toBe(true);
    expect(limit.allows('2001:db8:1:2:aaaa:bbbb:cccc:dddd', 0)).toBe(false);
    expect(limit.allows('2001:db8:1:3::1', 0)).toBe(true);
  });

  it('forgets the address that was seen longest ago when it is full', () => {
    const limit = createRateLimit({ burst: 1, perSecond: 0, maxAddresses: 2 });
    limit.allows('a', 0);
    limit.allows('b', 0);
    limit.allows('a', 0);
    limit.allows('c', 0);
    expect(limit.allows('a', 0)).toBe(false);
    expect(limit.allows('b', 0)).toBe(true);
  });
});
