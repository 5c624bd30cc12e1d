import { describe, expect, it } from 'vitest';
import { fuzzFiles } from '../bench/fuzz/files.ts';
import { fuzzTexts } from '../bench/fuzz/texts.ts';
import { fuzzUpdates } from '../bench/fuzz/updates.ts';
import { readUpdate } from '../src/bots/telegram/incoming.ts';

/** A small part of `npm run bench:fuzz`, with a seed of its own: what was found once stays found. */
const SEED = 7;
const quietly = () => {};

describe('broken and hostile input', () => {
  it('of 300 files ends nothing and hangs nowhere', async () => {
    const { crashes, hangs, outcomes } = await fuzzFiles(SEED, 300, quietly);
    expect([...crashes, ...hangs]).toEqual([]);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(outcomes['read']).toBeGreaterThan(0);
    expect(outcomes['damaged']).toBeGreaterThan(0);
  });

  it('of 600 texts is read by everything that reads texts', () => {
    expect(fuzzTexts(SEED, 600, quietly).crashes).toEqual([]);
  });

  it('of 500 updates a platform leaves questions in between answered, and no call against the contract', async () => {
    for (const { asked, answered, hasEnded, violations } of await fuzzUpdates(SEED, 500, quietly)) {
      expect({ answered, hasEnded, violations }).toEqual({ answered: asked, hasEnded: false, violations: 0 });
    }
  });

  it('of updates without the numbers of chat, message or person is passed over', () => {
    const me = { id: 1, username: 'bot' };
    const reader = { me, download: async () => new Uint8Array(), roleOf: async () => undefined };
    const from = { id: 7, is_bot: false, first_name: 'Z' };
    const chat = { id: 7, type: 'private' };
    const read = (message: object) => readUpdate({ update_id: 1, message } as never, reader);
    expect(read({ message_id: 1, date: 1, from, chat, text: 'hi' })).toBeDefined();
    expect(read({ date: 1, from, chat, text: 'hi' })).toBeUndefined();
    expect(read({ message_id: 1, date: 1, from, chat: { type: 'private' }, text: 'hi' })).toBeUndefined();
    expect(read({ message_id: 1, date: 1, from: { is_bot: false }, chat, text: 'hi' })).toBeUndefined();
  });
});
