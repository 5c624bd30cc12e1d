import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/bots/chats/in-turn.ts';
import { readBody } from '../../../src/bots/chats/read-body.ts';
import { createSeen } from '../../../src/bots/chats/seen.ts';
import { createSessions } from '../../../src/bots/chats/sessions.ts';
import { createTalkLimit } from '../../../src/bots/chats/talk-limit.ts';
import { createMemoryKeep } from '../../../src/bots/keep/index.ts';
import { MAX_PHOTO_BYTES } from '../../../src/bots/privacy.ts';

const MINUTE = 60_000;

describe('sessions', () => {
  it('remember a talk for ten minutes and a language for longer, and forget on request', async () => {
    let now = 0;
    const sessions = createSessions(createMemoryKeep(() => now));
    await sessions.update('a', { previousText: 'hi', chosenLanguage: 'es' });
    now = MINUTE;
    await sessions.update('a', { lastTopic: 'retry_limit' });
    now = 2 * MINUTE;
    expect(await sessions.get('a')).toEqual({ previousText: 'hi', lastTopic: 'retry_limit', chosenLanguage: 'es' });
    now = 12 * MINUTE;
    expect(await sessions.get('a')).toEqual({ chosenLanguage: 'es' });
    expect(await sessions.get('b')).toEqual({});
    await sessions.forget('a');
    expect(await sessions.get('a')).toEqual({});
  });
});

describe('turns', () => {
  it('keep the order of a chat, let others pass, survive a failure, and refuse what is too much', async () => {
    const failures: unknown[] = [];
    const turns = createTurns((error) => failures.push(error), { perChat: 3, inAll: 4 });
    const done: string[] = [];
    const job = (name: string, ms: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      done.push(name);
    };
    expect(turns.add('a', job('a1', 40))).toBe(true);
    expect(turns.add('a', () => Promise.reject(new Error('lost')))).toBe(true);
    expect(turns.add('a', job('a2', 0))).toBe(true);
    expect(turns.add('a', job('a3', 0))).toBe(false);
    expect(turns.add('b', job('b1', 0))).toBe(true);
    expect(turns.add('c', job('c1', 0))).toBe(false);
    await turns.idle();
    expect(done).toEqual(['b1', 'a1', 'a2']);
    expect(failures).toHaveLength(1);
    expect(turns.add('a', job('a4', 0))).toBe(true);
    await turns.idle();
  });
});

describe('seen', () => {
  it('knows a key again until many others have come', () => {
    const seen = createSeen(2);
    expect(['a', 'a', 'b', 'c', 'a'].map((key) => seen.isNew(key))).toEqual([true, false, true, true, true]);
  });
});

describe('readBody', () => {
  it('gives the bytes, and stops where they are too many', async () => {
    expect(await readBody(new Response('abc'))).toEqual(Buffer.from('abc'));
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) });
    const { byteLength } = await readBody(new Response(endless));
    expect(byteLength).toBeGreaterThan(MAX_PHOTO_BYTES);
    expect(byteLength).toBeLessThan(MAX_PHOTO_BYTES + 2_000_000);
  });

  it('refuses an answer that is none', async () => {
    await expect(readBody(new Response('gone', { status: 404 }))).rejects.toThrow('not handed out');
  });
});

describe('the limit of a talk', () => {
  it('allows a burst, refuses once with words, then in silence, and allows again after a while', () => {
    const limit = createTalkLimit(2, 1);
    expect([0, 0, 0, 0].map((ms) => limit.take('a', ms))).toEqual(['allowed', 'allowed', 'first-refusal', 'refused']);
    expect(limit.take('b', 0)).toBe('allowed');
    expect(limit.take('a', 1000)).toBe('allowed');
  });
});
