import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Communities, createCommunities } from '../../../src/bots/community/index.ts';
import { type DigestParts, sendDigests } from '../../../src/bots/conversation/index.ts';
import { createLog } from '../../../src/bots/log.ts';
import type { ChatPlatform, IncomingMessage, Reply } from '../../../src/bots/platform.ts';
import { openStore, type Store } from '../../../src/bots/store/index.ts';
import { english, spanish, translator } from '../../support/locales.ts';
import { findingWith, reportWith } from '../../support/reports.ts';
import { ANSWER, conversationWith, message, photo, words } from './conversation-with.ts';

const CORNERS = [
  { x: 0, y: 0 },
  { x: 9, y: 0 },
  { x: 9, y: 9 },
  { x: 0, y: 9 },
] as const;
const passport = reportWith({ document: { kind: 'passport', corners: CORNERS }, identityFeatures: ['mrz'] });
const cat = reportWith({ document: null });

let directory: string;
let store: Store;
let communities: Communities;
let next = 0;
let community: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'community-'));
  store = await openStore({ directory });
  communities = createCommunities({ store, log: createLog('silent'), now: () => new Date() });
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  next += 1;
  community = `discord:${next}`;
});
const said = (parts: Partial<IncomingMessage>) =>
  message({ platform: 'discord', isPublic: true, isToBot: false, community, channel: '77', ...parts });
const set = (name: Parameters<Communities['change']>[1], value: string) =>
  communities.change(community, name, value, 'x');

describe('the leak guard', () => {
  it('lets photos alone where it is off, and fetches none', async () => {
    let fetched = 0;
    const download = async () => {
      fetched += 1;
      return new Uint8Array(9);
    };
    const { respond } = conversationWith({ report: passport, communities });
    expect(await respond(said({ photos: [photo({ download })] }))).toEqual([]);
    expect(fetched).toBe(0);
  });

  it('removes what surely is an ID, names no content, and counts it', async () => {
    await set('leakGuard', 'on');
    const { respond, logLines } = conversationWith({ reports: [cat, passport], communities });
    const [reply, ...more] = await respond(said({ photos: [photo(), photo()] }));
    expect(more).toEqual([]);
    expect(words(reply)).toBe(english('chat:public.removed'));
    expect(words(reply?.removes?.orElse)).toBe(english('chat:public.cannotRemove'));
    expect(reply?.picture).toBeUndefined();
    expect(await communities.lastWeek(community)).toEqual(new Map([['leak:photo', 1]]));
    expect(logLines.join('')).not.toMatch(/"77"|discord:\d/);
  });

  it.each([
    ['ordinary pictures', cat],
    [
      'selfies',
      reportWith({ as: 'selfie', document: { kind: 'card', corners: CORNERS }, identityFeatures: ['portrait'] }),
    ],
    [
      'pages with a portrait',
      reportWith({ document: { kind: 'sheet', corners: CORNERS }, identityFeatures: ['portrait'] }),
    ],
    ['barcodes', reportWith({ document: { kind: 'card', corners: CORNERS }, identityFeatures: ['barcode'] })],
  ])('lets %s alone', async (_, report) => {
    await set('leakGuard', 'on');
    const { respond } = conversationWith({ report, communities });
    expect(await respond(said({ photos: [photo()] }))).toEqual([]);
  });

  it('only counts in a dry run, and goes on when a photo cannot be had', async () => {
    await set('leakGuard', 'dry-run');
    const { respond } = conversationWith({ report: passport, communities });
    const broken = photo({ download: () => Promise.reject(new Error('gone')) });
    expect(await respond(said({ photos: [broken, photo()] }))).toEqual([]);
    expect(await communities.lastWeek(community)).toEqual(new Map([['leak:photo:dry-run', 1]]));
  });

  it('steps back behind people who wait for a judgement', async () => {
    await set('leakGuard', 'on');
    const { respond, submissions } = conversationWith({ report: passport, communities, analyser: { waiting: 41 } });
    expect(await respond(said({ photos: [photo()] }))).toEqual([]);
    expect(submissions).toEqual([]);
  });

  it('removes secrets in words', async () => {
    await set('leakGuard', 'on');
    const answer = { ...ANSWER, decision: 'refuse', topic: 'secret_shared' } as const;
    const { respond } = conversationWith({ answer, communities });
    const [reply] = await respond(said({ text: 'P<UTOERIKSSON<<ANNA' }));
    expect(reply?.removes).toBeDefined();
    await set('leakGuard', 'off');
    const [kept] = await respond(said({ text: 'P<UTOERIKSSON<<ANNA' }));
    expect(kept?.removes).toBeUndefined();
    expect(words(kept)).toContain(english('faq:secret_shared.answer').slice(0, 30));
  });
});

describe('answers that nobody asked the bot for', () => {
  it('are given in chosen channels alone, when sure enough, and not again too soon', async () => {
    const { respond } = conversationWith({ answer: { ...ANSWER, score: 0.9 }, communities });
    const ask = () => respond(said({ text: 'how should a selfie look' }));
    expect(await ask()).toEqual([]);
    await set('channels', '77');
    expect(await ask()).toHaveLength(1);
    expect(await ask()).toEqual([]);
    await set('cooldown', '0');
    expect(await respond(said({ text: 'how', channel: '78' }))).toEqual([]);
    await set('confidence', '0.95');
    expect(await respond(said({ text: 'how', community, channel: '77' }))).toEqual([]);
  });
});

describe('quiet hours and short-lived answers', () => {
  it('keep the bot from speaking unasked, and tell the adapter how long an answer is to stay', async () => {
    await set('channels', '77');
    await set('cooldown', '0');
    await set('deleteAfter', '15');
    const { respond } = conversationWith({ answer: { ...ANSWER, score: 0.9 }, communities });
    const [reply] = await respond(said({ text: 'how' }));
    expect(reply?.minutesToLive).toBe(15);
    await set('quietHours', '00:00-23:59');
    await set('quietHours', '00:00-00:00');
    expect(await respond(said({ text: 'how' }))).toHaveLength(1);
    const hour = new Date().getUTCHours();
    const two = (value: number) => String((value + 24) % 24).padStart(2, '0');
    await set('quietHours', `${two(hour - 1)}:00-${two(hour + 2)}:00`);
    expect(await respond(said({ text: 'how' }))).toEqual([]);
    expect(await respond(said({ text: 'how', isToBot: true }))).toHaveLength(1);
  });
});

describe('what a community has set', () => {
  it('decides on language, provider and facts there', async () => {
    await set('language', 'es');
    await set('provider', 'stripe');
    const { respond, submissions } = conversationWith({ communities });
    const [reply] = await respond(said({ isPublic: false, isToBot: true, photos: [photo()] }));
    expect(reply?.language).toBe('es');
    expect(submissions[0]?.provider).toBe('stripe');
    await set('language', '');
    await set('facts', 'turnaround_typical=about a minute');
    const answer = { ...ANSWER, topic: 'turnaround_time' };
    const other = conversationWith({ answer, communities });
    expect(words((await other.respond(said({ isToBot: true, text: 'how long' })))[0])).toContain('about a minute');
  });
});

describe('the scam guard', () => {
  const text = 'verify at coinharb0r.com';
  it('warns of a link that looks official and is none, once it is on', async () => {
    await set('officialLinks', 'coinharbor.com');
    const { respond } = conversationWith({ communities });
    expect(await respond(said({ text }))).toEqual([]);
    await set('scamGuard', 'on');
    const [warning] = await respond(said({ text }));
    expect(words(warning)).toContain('coinharb0r[.]com');
    expect(words(warning)).toContain('https://coinharbor.com');
    expect((await communities.lastWeek(community)).get('scam:link')).toBe(1);
    await set('scamGuard', 'dry-run');
    expect(await respond(said({ text }))).toEqual([]);
    expect(await respond(said({ text: 'verify at coinharbor.com' }))).toEqual([]);
  });

  it('answers what is official from the list alone', async () => {
    await set('officialLinks', 'coinharbor.com');
    const { respond } = conversationWith({ answer: { ...ANSWER, topic: 'data_safety' }, communities });
    expect(words((await respond(said({ isToBot: true, text: 'is this official' })))[0])).toContain(
      english('chat:public.official', { links: ['https://coinharbor.com'] }),
    );
  });

  it('says now and then in public that staff never write first', async () => {
    const { respond } = conversationWith({ communities });
    const ask = async () => words((await respond(said({ isToBot: true, text: 'how' })))[0]);
    expect(await ask()).toContain(english('chat:public.staffNote'));
    expect(await ask()).not.toContain(english('chat:public.staffNote'));
  });
});

describe('canned answers', () => {
  it('are given for their name, at once after a change, and to nobody elsewhere', async () => {
    const { respond, questions } = conversationWith({ communities });
    const ask = async (text: string, parts = {}) => (await respond(said({ isToBot: true, text, ...parts })))[0];
    const answer = { name: 'fees', language: 'en', text: 'There are none.' };
    await communities.setAnswer(community, answer, 'admin');
    expect(words(await ask('fees?'))).toBe('There are none.');
    await communities.setAnswer(community, { ...answer, text: 'Two coins.' }, 'admin');
    expect(words(await ask('Fees'))).toBe('Two coins.');
    expect(questions).toEqual([]);
    await ask('fees', { community: 'discord:0' });
    expect(questions).toHaveLength(1);
  });
});

describe('a ticket', () => {
  const declined = { ...ANSWER, decision: 'fallback', topic: null } as const;

  it('goes to those who look after the community, with topic and faults, and comes back as a visible hand-off', async () => {
    await set('escalateTo', '99');
    const report = reportWith({ verdict: 'retake', findings: [findingWith({ code: 'blur' })] });
    const { respond } = conversationWith({ answer: declined, report, communities });
    const talk = `someone ${community}`;
    await respond(said({ isPublic: false, isToBot: true, talk, photos: [photo()] }));
    const [reply] = await respond(said({ isToBot: true, text: 'Maria needs help' }));
    expect(reply?.buttons[0]?.action).toBe('escalate');
    const [sent] = await respond(said({ isToBot: true, pressed: 'escalate', talk, lastTopic: 'turnaround_time' }));
    expect(words(sent)).toBe(english('chat:ticket.sent'));
    const ticket = sent?.forwards;
    expect(ticket?.channel).toBe('99');
    expect(words(ticket?.reply)).toContain(english('faq:turnaround_time.title'));
    expect(words(ticket?.reply)).toContain(english('advice:blur.name'));
    expect(JSON.stringify(ticket)).not.toContain('Maria');
    expect(ticket?.reply.buttons[0]?.action).toBe('taken:77');
    const [taken] = await respond(said({ isToBot: true, pressed: 'taken:77', channel: '99' }));
    expect(taken?.forwards?.channel).toBe('77');
    expect(words(taken?.forwards?.reply)).toBe(english('chat:ticket.taken'));
    expect(taken?.buttons[0]?.action).toBe('closed:77');
  });

  it('is sent once in ten minutes, and nobody else can speak into other channels with it', async () => {
    await set('escalateTo', '99');
    const { respond } = conversationWith({ communities });
    const press = async (pressed: string, parts = {}) =>
      (await respond(said({ isToBot: true, pressed, talk: `x${community}`, ...parts })))[0];
    expect((await press('escalate'))?.forwards).toBeDefined();
    expect(words(await press('escalate'))).toBe(english('chat:ticket.waiting'));
    expect((await press('taken:55'))?.forwards).toBeUndefined();
    expect((await press('closed:55', { channel: '98' }))?.forwards).toBeUndefined();
  });

  it('is the way to the service’s own support where nobody is to be told', async () => {
    const { respond } = conversationWith({ answer: declined, communities });
    const [reply] = await respond(said({ isToBot: true, text: 'help' }));
    expect(reply?.buttons.map(({ action }) => action)).not.toContain('escalate');
    const [answer] = await respond(said({ isToBot: true, pressed: 'escalate' }));
    expect(answer?.forwards).toBeUndefined();
    expect(answer?.topic).toBe('contact_support');
  });
});

describe('moderators', () => {
  const ask = async (text: string, parts: Partial<IncomingMessage> = {}) => {
    const { respond } = conversationWith({ communities });
    return (await respond(said({ isToBot: true, pressed: 'retake', moderatorRole: 'admin', text, ...parts })))[0];
  };

  const pressed = async (action: string) =>
    Object.fromEntries((await ask('', { pressed: action }))?.buttons.map((one) => [one.label, one.action]) ?? []);

  it('can press their way to every setting, each value that fits on a button, and back', async () => {
    const overview = await ask('');
    for (const { action } of overview?.buttons ?? []) {
      const reply = await ask('', { pressed: action });
      expect(words(reply)).not.toBe('');
      expect(reply?.buttons.every((one) => one.action.length <= 64)).toBe(true);
    }
    expect(Object.values(await pressed('retake:edit:language'))).toContain('retake:set:language:zh');
    expect(Object.values(await pressed('retake:edit:provider'))).toContain('retake:set:provider:onfido');
    expect(Object.values(await pressed('retake:edit:channels'))).toContain('retake:set:channels:here');
  });

  it('are asked for words where a button cannot hold them, and what they write next is the value', async () => {
    expect(Object.values(await pressed('retake:edit:cooldown'))).toContain('retake:write:set:cooldown');
    const asked = await ask('', { pressed: 'retake:write:set:cooldown' });
    expect(asked?.asksFor).toBe('retake:set:cooldown');
    expect(words(asked)).toContain('30');
    expect(words(await ask('45', { pressed: asked?.asksFor }))).toBe('Seconds between answers: 30 → 45');
    expect(words(await ask('', { pressed: 'retake:write:set:answers' }))).toBe(english('chat:errors.bad-request'));
    expect(words(await ask('45', { pressed: asked?.asksFor, moderatorRole: undefined }))).toBe(
      english('chat:moderators.notAllowed'),
    );
  });

  it('are not served by what objects inherit', async () => {
    for (const verb of ['constructor', 'toString', '__proto__']) {
      expect(words(await ask(verb))).toContain(english('chat:moderators.title'));
    }
  });

  it('get a link for the browser privately, and only as those who they are', async () => {
    const { respond } = conversationWith({
      communities,
      consoleLink: async (of, role) => `https://example.com/console#${of}-${role}`,
    });
    const [reply] = await respond(said({ isToBot: true, pressed: 'retake:console', moderatorRole: 'owner' }));
    expect(words(reply)).toBe(english('chat:moderators.sentPrivately'));
    expect(words(reply?.privately?.reply)).toContain(`https://example.com/console#${community}-owner`);
    expect(words(reply?.privately?.orElse)).not.toContain('console#');
    const [refused] = await respond(said({ isToBot: true, pressed: 'retake:console' }));
    expect(refused?.privately).toBeUndefined();
  });

  it('say an answer to somebody with one press', async () => {
    expect(words(await ask('send fees'))).toBe(english('chat:moderators.noAnswers'));
    const name = 'what it costs to have an account with us';
    await communities.setAnswer(community, { name, language: 'en', text: 'Nothing.' }, 'admin');
    const which = await ask('send', { about: '4711' });
    expect(which?.buttons.map(({ label }) => label)).toEqual([name]);
    const sent = await ask('', { pressed: which?.buttons[0]?.action });
    expect(words(sent)).toBe(english('chat:moderators.answerSent'));
    expect(sent?.forwards).toMatchObject({ channel: '77', about: '4711' });
    expect(words(sent?.forwards?.reply)).toBe('Nothing.');
    expect((await ask(`send ${name}`))?.forwards?.about).toBeUndefined();
  });

  it('see, change, take back and carry settings; others do not', async () => {
    const overview = await ask('');
    expect(words(overview)).toContain('Leak guard: off');
    expect(overview?.buttons.map(({ action }) => action)).toContain('retake:edit:scamGuard');
    expect(await pressed('retake:edit:scamGuard')).toMatchObject({ 'only count': 'retake:set:scamGuard:dry-run' });
    expect(words(await ask('', { pressed: 'retake:set:scamGuard:dry-run' }))).toBe('Scam guard: off → only count');
    expect(words(await ask('', { pressed: 'retake:set:scamGuard:on', moderatorRole: undefined }))).toBe(
      english('chat:moderators.notAllowed'),
    );
    await ask('undo');
    expect(words(await ask('set leak-guard on'))).toBe('Leak guard: off → on');
    expect(words(await ask('set channels here'))).toContain('→ 77');
    expect(words(await ask('history'))).toMatch(/admin · set channels\n.*admin · set leakGuard/);
    expect(words(await ask('undo'))).toBe(english('chat:moderators.undone', { action: 'set channels' }));
    const file = (await ask('export'))?.file;
    expect(file?.name).toBe('settings.yaml');
    await ask('reset leakGuard');
    const photos = [photo({ sizeBytes: 10, download: async () => file?.bytes ?? new Uint8Array() })];
    expect(words(await ask('import', { photos }))).toBe(english('chat:moderators.imported'));
    expect((await communities.settingsOf(community)).leakGuard).toBe('on');
    expect(words(await ask('set leak-guard off', { moderatorRole: undefined }))).toBe(
      english('chat:moderators.notAllowed'),
    );
    expect((await communities.settingsOf(community)).leakGuard).toBe('on');
  });

  it('write answers and other names for them, and see which languages lack', async () => {
    expect(words(await ask('answer fees en There are none.'))).toBe(
      english('chat:moderators.answerKept', { name: 'fees', language: 'en' }),
    );
    await ask('answer limits es Ninguno.');
    await ask('alias fees cost, price of it');
    expect(words(await ask('answers'))).toBe('fees: en (es)\nlimits: es (en)');
    expect((await communities.settingsOf(community)).answers['fees']?.aliases).toEqual(['cost', 'price of it']);
    expect(words(await ask('answer'))).toContain(english('chat:moderators.expected.answers'));
    await ask('undo');
    expect((await communities.settingsOf(community)).answers['fees']?.aliases).toEqual([]);
  });

  it('are told what is wrong, in their language', async () => {
    expect(words(await ask('set colour red'))).toContain('leakGuard');
    expect(words(await ask('set confidence high', { chosenLanguage: 'es' }))).toBe(
      spanish('chat:moderators.problem', { expected: spanish('chat:moderators.expected.confidence') }),
    );
    const photos = [photo({ download: async () => new TextEncoder().encode('language: en\ncooldown: never\n') })];
    expect(words(await ask('import', { photos }))).toContain('Line 2');
    expect(words(await ask('import'))).toBe(english('chat:moderators.noFile'));
    expect(words(await ask('', { community: undefined }))).toBe(english('chat:moderators.onlyHere'));
  });

  it('see what could not be answered, without names, and what happened in a week', async () => {
    const declined = { ...ANSWER, decision: 'fallback', topic: null } as const;
    const { respond } = conversationWith({ answer: declined, communities });
    for (const text of ['where is Maria 12', 'where is Maria 13']) await respond(said({ isToBot: true, text }));
    const list = words(await ask('unanswered'));
    expect(list).toContain('2 × where is …');
    expect(list).not.toContain('Maria');
    const week = await ask('week');
    expect(words(week)).toContain(`${english('chat:moderators.counts.unanswered')}: 2`);
    expect(week?.picture?.jpeg).toEqual(new Uint8Array([3]));
    await ask('clear');
    expect(words(await ask('unanswered'))).toBe(english('chat:moderators.unansweredNone'));
  });

  it('see what did not help, without names, beside what could not be answered', async () => {
    const { respond } = conversationWith({ communities });
    const [reply] = await respond(said({ isToBot: true, text: 'selfie of Maria 12?' }));
    expect(reply?.buttons.map(({ action }) => action)).toContain('helpful:no');
    await respond(said({ isToBot: true, pressed: 'helpful:no', previousText: 'selfie of Maria 12?' }));
    await respond(said({ isToBot: true, pressed: 'helpful:yes', previousText: 'another' }));
    expect(words(await ask('unanswered'))).toContain('1 × selfie of …');
    expect(words(await ask('week'))).toContain(english('chat:moderators.weekHelped', { share: 50 }));
    const [elsewhere] = await respond(said({ isToBot: true, isPublic: false, community: undefined, text: 'selfie?' }));
    expect(elsewhere?.buttons.map(({ action }) => action)).not.toContain('helpful:no');
  });

  it('turn what could not be answered into an answer with one press and some words', async () => {
    const declined = { ...ANSWER, decision: 'fallback', topic: null } as const;
    const { respond } = conversationWith({ answer: declined, communities });
    const member = async (text: string) => words((await respond(said({ isToBot: true, text })))[0]);
    for (const text of ['where is the lounge', 'how do i stake']) await member(text);
    const list = await ask('unanswered');
    const lounge = list?.buttons.find(({ label }) => label.includes('lounge'))?.action;
    const meanings = await ask('', { pressed: lounge });
    const own = meanings?.buttons[0]?.action ?? '';
    expect(own).toMatch(/^retake:write:own:\d+$/);
    const asked = await ask('', { pressed: own });
    expect(words(asked)).toContain('where is the lounge');
    await ask('On the second floor.', { pressed: asked?.asksFor });
    expect(await member('Where is the lounge?')).toBe('On the second floor.');
    const stake = (await ask('unanswered'))?.buttons.find(({ label }) => label.includes('stake'))?.action;
    const topic = (await ask('', { pressed: stake }))?.buttons.find(({ action }) => action.includes(':means:'))?.action;
    await ask('', { pressed: topic });
    expect(await member('how do i stake???')).toContain(english(`faq:${topic?.split(':')[3]}.answer`).slice(0, 12));
    expect(words(await ask('unanswered'))).toBe(english('chat:moderators.unansweredNone'));
    expect(words(await ask('', { pressed: own }))).toBe(english('chat:moderators.gone'));
    expect(words(await ask('', { pressed: `${topic?.slice(0, topic.lastIndexOf(':'))}:nonsense` }))).toBe(
      english('chat:errors.bad-request'),
    );
  });
});

describe('names that imitate staff', () => {
  const author = (displayName: string, isModerator = false) => ({ displayName, isModerator: async () => isModerator });
  const link = 'https://chat.example/1/2';

  it('are told to moderators alone, once a day a person, with a link and without the name', async () => {
    await set('scamGuard', 'on');
    await set('escalateTo', '99');
    await set('staffNames', 'Acme Support');
    const { respond } = conversationWith({ communities });
    const write = (name: string, parts: Partial<IncomingMessage> = {}) =>
      respond(said({ author: author(name), link, talk: `someone ${community}`, ...parts }));
    const [flag, ...others] = await write('Аcme Suppоrt');
    expect(others).toEqual([]);
    expect(flag).toMatchObject({ isForwardOnly: true, forwards: { channel: '99' } });
    expect(words(flag?.forwards?.reply)).toBe(english('chat:moderators.staffLike', { link }));
    expect(await write('Аcme Suppоrt')).toEqual([]);
    expect(await write('Anna', { talk: `other ${community}` })).toEqual([]);
    expect(await write('x', { author: author('Acme Support', true), talk: `third ${community}` })).toEqual([]);
    expect((await communities.lastWeek(community)).get('impostor')).toBe(1);
  });

  it('are only counted in a dry run, and not looked at where the guard is off', async () => {
    await set('staffNames', 'Acme Support');
    await set('escalateTo', '99');
    const { respond } = conversationWith({ communities });
    const write = () => respond(said({ author: author('Acme Support'), link, talk: `x ${community}` }));
    expect(await write()).toEqual([]);
    await set('scamGuard', 'dry-run');
    expect(await write()).toEqual([]);
    expect((await communities.lastWeek(community)).get('impostor:dry-run')).toBe(1);
  });

  it('do not keep a question from its answer', async () => {
    await set('scamGuard', 'on');
    await set('escalateTo', '99');
    await set('staffNames', 'Acme Support');
    const { respond } = conversationWith({ communities });
    const replies = await respond(
      said({ isToBot: true, text: 'selfie?', author: author('Acme Support'), link, talk: `y ${community}` }),
    );
    expect(replies.map(({ isForwardOnly }) => isForwardOnly ?? false)).toEqual([true, false]);
  });
});

describe('the digest of the week', () => {
  const MONDAY = new Date('2026-11-23T12:30:00Z');

  it('is told on Mondays where moderators want it, once, in the community’s language', async () => {
    const said: { to: string; channel: string; reply: Reply }[] = [];
    const platform = {
      name: 'discord',
      say: async (to: string, channel: string, reply: Reply) => {
        said.push({ to, channel, reply });
      },
    } as unknown as ChatPlatform;
    const elsewhere = `${community}9`;
    for (const one of [community, elsewhere]) {
      await communities.change(one, 'escalateTo', '99', 'x');
      await communities.change(one, 'language', 'es', 'x');
      for (const name of ['topic:selfie_rules', 'fault:blur', 'helpful:yes', 'ticket'])
        await communities.count(one, name);
      for (let i = 0; i < 2; i++) await communities.count(one, 'topic:selfie_rules');
    }
    await communities.change(elsewhere, 'digest', 'off', 'x');
    const analyser = { drawBars: async () => new Uint8Array([3]) } as unknown as DigestParts['analyser'];
    const log = createLog('silent');
    const parts = { analyser, translator, log, communities, platforms: [platform], defaultLanguage: 'en' };
    const mine = () => said.filter(({ to }) => to === community || to === elsewhere);
    await sendDigests(parts, new Date('2026-11-24T12:30:00Z'));
    await sendDigests(parts, new Date('2026-11-23T09:30:00Z'));
    expect(mine()).toEqual([]);
    await Promise.all([sendDigests(parts, MONDAY), sendDigests(parts, MONDAY)]);
    await sendDigests(parts, MONDAY);
    expect(mine()).toHaveLength(1);
    const [{ to, channel, reply }] = mine() as [(typeof said)[number]];
    expect([to, channel]).toEqual([community, '99']);
    expect(words(reply)).toContain(spanish('advice:blur.name'));
    expect(words(reply)).toContain(spanish('chat:moderators.weekDeflected', { count: 2 }));
    expect(words(reply)).toContain(spanish('chat:moderators.weekHelped', { share: 100 }));
    expect(reply.picture?.jpeg).toEqual(new Uint8Array([3]));
  });

  it('goes to the other communities when one cannot be reached', async () => {
    const said: string[] = [];
    const platform = {
      name: 'discord',
      say: async (to: string) => {
        if (to === community) throw new Error('left');
        said.push(to);
      },
    } as unknown as ChatPlatform;
    for (const one of [community, `${community}8`]) {
      await communities.change(one, 'escalateTo', '99', 'x');
      await communities.count(one, 'ticket');
    }
    const analyser = { drawBars: async () => new Uint8Array([3]) } as unknown as DigestParts['analyser'];
    const parts = {
      analyser,
      translator,
      log: createLog('silent'),
      communities,
      platforms: [platform],
      defaultLanguage: 'en',
    };
    await sendDigests(parts, new Date('2026-11-30T13:00:00Z'));
    expect(said).toContain(`${community}8`);
  });
});
