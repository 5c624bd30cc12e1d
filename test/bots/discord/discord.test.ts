import { afterEach, describe, expect, it } from 'vitest';
import { createDiscordPlatform } from '../../../src/bots/discord/index.ts';
import { createMemoryKeep } from '../../../src/bots/keep/index.ts';
import { createLog } from '../../../src/bots/log.ts';
import type { Button, IncomingMessage, Reply, Respond, Suggestion } from '../../../src/bots/platform.ts';
import { createMemoryQueue } from '../../../src/bots/queue/index.ts';
import { BOT_USER, type DiscordStandIn, messageOf, startDiscord } from '../../support/discord-stand-in.ts';
import { translator } from '../../support/locales.ts';

const ANNA = { id: '700000000000000007', username: 'anna', discriminator: '0', global_name: 'Anna', avatar: null };
const DM = '600000000000000001';
const CHANNEL = '600000000000000002';
const GUILD = '500000000000000001';

const saying = (text: string, more: Partial<Reply> = {}): Reply => ({
  tone: 'plain',
  language: 'en',
  paragraphs: [{ kind: 'text', text }],
  buttons: [],
  ...more,
});

let discord: DiscordStandIn;
let stop = async () => {};
let heard: IncomingMessage[];
let logged: string[];

async function connect(
  respond: Respond = async () => [saying('Understood.')],
  suggest: (suggestion: Suggestion) => Promise<Button[]> = async () => [],
) {
  discord = await startDiscord();
  heard = [];
  logged = [];
  const platform = createDiscordPlatform({
    token: discord.token,
    apiUrl: discord.apiUrl,
    readsAllMessages: false,
    attachmentHosts: [discord.fileHost],
    translator,
    queue: createMemoryQueue(),
    keep: createMemoryKeep(),
    receives: true,
    defaultLanguage: 'en',
    log: createLog('info', { write: (line) => logged.push(line) }),
    suggest,
    onReady: () => {},
  });
  stop = () => platform.stop();
  await platform.start((message, onProgress) => {
    heard.push(message);
    return respond(message, onProgress);
  });
}

let nextId = 100_000_000_000_000_000n;
const id = (): string => String(nextId++);
const attachment = (bytes: Uint8Array, name = 'card.jpg') => ({
  id: id(),
  filename: name,
  size: bytes.byteLength,
  url: discord.store(bytes, name),
  proxy_url: 'https://media.discordapp.net/x',
  content_type: 'image/jpeg',
});
const message = (content: string, more: Readonly<Record<string, unknown>> = {}) =>
  messageOf({ id: id(), channel_id: DM, channel_type: 1, author: ANNA, content, ...more });
const say = (content: string, more: Readonly<Record<string, unknown>> = {}) =>
  discord.dispatch('MESSAGE_CREATE', message(content, more));
const guild = () =>
  discord.dispatch('GUILD_CREATE', {
    id: GUILD,
    name: 'Help',
    owner_id: ANNA.id,
    roles: [
      {
        id: GUILD,
        name: '@everyone',
        permissions: '0',
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
      },
    ],
    channels: [{ id: CHANNEL, type: 0, name: 'questions', position: 0, permission_overwrites: [] }],
    emojis: [],
    features: [],
    members: [],
    stickers: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    preferred_locale: 'en-US',
    system_channel_flags: 0,
    nsfw_level: 0,
    premium_tier: 0,
    verification_level: 0,
    explicit_content_filter: 0,
    default_message_notifications: 0,
    mfa_level: 0,
  });
const interaction = (data: object, more: Readonly<Record<string, unknown>> = {}) =>
  discord.dispatch('INTERACTION_CREATE', {
    id: id(),
    application_id: BOT_USER.id,
    type: 2,
    token: `token-${nextId}`,
    version: 1,
    channel_id: DM,
    channel: { id: DM, type: 1 },
    user: ANNA,
    locale: 'es-ES',
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_000_000,
    data,
    ...more,
  });
const command = (name: string, options: readonly object[] = [], resolved?: object) =>
  interaction({ id: id(), name, type: 1, options, ...(resolved ? { resolved } : {}) });

const CALLBACK = /\/callback$/;
const ORIGINAL = /\/messages\/@original$/;
const MESSAGES = /^\/channels\/\d+\/messages$/;

afterEach(async () => {
  await stop();
  expect(discord.violations).toEqual([]);
  expect(logged.join('')).not.toMatch(/stand-in|secret words|Anna|anna/);
  await discord.close();
});

describe('the Discord adapter', () => {
  it('sets its commands with texts in other languages, and answers a private message', async () => {
    await connect();
    const [set] = await discord.until('PUT', /\/commands$/, 1);
    const commands: { name: string; description_localizations?: object }[] = set?.body;
    expect(commands.map(({ name }) => name)).toEqual([
      'check',
      'ask',
      'plan',
      'decode',
      'quiz',
      'copy',
      'name',
      'provider',
      'tips',
      'language',
      'privacy',
      'forget',
      'help',
      'retake',
      'answer',
      'Check this photo',
    ]);
    expect(commands[0]?.description_localizations).toHaveProperty('es-ES');
    say('how long does it take? secret words');
    const [sent] = await discord.until('POST', MESSAGES, 1);
    expect(sent?.body.embeds[0].description).toBe('Understood.');
    expect(sent?.body.allowed_mentions).toMatchObject({ parse: [] });
    expect(heard[0]).toMatchObject({ isPublic: false, isToBot: true });
  });

  it('acknowledges a command at once, then shows the reply with picture and buttons', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    let fetched: Uint8Array | undefined;
    const reply = saying('', {
      tone: 'bad',
      paragraphs: [
        { kind: 'headline', text: 'Take it *again*' },
        { kind: 'item', number: 1, tone: 'bad', title: 'Glare', measured: '6%', text: 'Turn it.' },
        { kind: 'note', text: 'No promise.' },
      ],
      buttons: Array.from({ length: 7 }, (_, n) => ({ label: `Kind ${n}`, action: `as:${n}` })),
      picture: { jpeg: new Uint8Array([255, 216, 255]), altText: 'marked' },
    });
    await connect(async ({ photos }) => {
      fetched = await photos[0]?.download();
      await new Promise((resolve) => setTimeout(resolve, 150));
      return [reply];
    });
    const file = attachment(bytes);
    const options = [
      { name: 'front', type: 11, value: file.id },
      { name: 'as', type: 3, value: 'selfie' },
    ];
    command('check', options, { attachments: { [file.id]: file } });
    const [acknowledged] = await discord.until('POST', CALLBACK, 1);
    expect(acknowledged?.body.type).toBe(5);
    expect(discord.calls.some(({ path }) => ORIGINAL.test(path))).toBe(false);
    const [shown] = await discord.until('PATCH', ORIGINAL, 1);
    expect(fetched).toEqual(Buffer.from(bytes));
    expect(heard[0]).toMatchObject({ photos: [{ judgeAs: 'selfie' }], languageHint: 'es-ES', isPublic: false });
    expect(shown?.files).toEqual(['reply.jpg']);
    expect(shown?.body.embeds[0]).toMatchObject({
      title: '❌ Take it \\*again\\*',
      description: '❌ **1. Glare · 6%**\nTurn it.\n\n-# No promise.',
      image: { url: 'attachment://reply.jpg' },
    });
    expect(shown?.body.components.map(({ components }: { components: unknown[] }) => components.length)).toEqual([
      5, 2,
    ]);
  });

  it('shows several replies one after the other, and to the person alone in a server', async () => {
    await connect(async () => [saying('One'), saying('Two')]);
    guild();
    interaction(
      { id: id(), name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: 'how long' }] },
      {
        guild_id: GUILD,
        channel_id: CHANNEL,
        channel: { id: CHANNEL, type: 0 },
        user: undefined,
        member: {
          user: ANNA,
          roles: [],
          permissions: '0',
          joined_at: '2026-01-01T00:00:00.000Z',
          deaf: false,
          mute: false,
          flags: 0,
        },
      },
    );
    const [acknowledged] = await discord.until('POST', CALLBACK, 1);
    expect(acknowledged?.body.data.flags).toBe(64);
    const [second] = await discord.until('POST', /^\/webhooks\/\d+\/[^/]+$/, 1);
    expect(second?.body).toMatchObject({ flags: 64, embeds: [{ description: 'Two' }] });
    expect(heard[0]?.text).toBe('how long');
  });

  it('hears a mention in a server, and leaves other talk to the conversation', async () => {
    await connect(async ({ isToBot }) => (isToBot ? [saying('Yes?')] : []));
    guild();
    const inGuild = {
      guild_id: GUILD,
      channel_id: CHANNEL,
      channel_type: 0,
      member: { roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 },
    };
    say('good morning', inGuild);
    say(`<@${BOT_USER.id}> how long?`, { ...inGuild, mentions: [{ ...BOT_USER, member: inGuild.member }] });
    say('I am a program', { ...inGuild, author: { ...ANNA, id: id(), bot: true } });
    await discord.until('POST', MESSAGES, 1);
    expect(heard.map(({ isPublic, isToBot, text }) => [isPublic, isToBot, text])).toEqual([
      [true, false, 'good morning'],
      [true, true, 'how long?'],
    ]);
  });

  it('reads the photos of a message, but follows links only to hosts of attachments', async () => {
    await connect(async ({ photos }) => {
      const results = await Promise.allSettled(photos.map((photo) => photo.download()));
      return [saying(results.map(({ status }) => status).join())];
    });
    const good = attachment(new Uint8Array([5]));
    say('', { attachments: [good, { ...good, id: id(), url: 'http://169.254.169.254/latest/meta-data' }] });
    const [sent] = await discord.until('POST', MESSAGES, 1);
    expect(sent?.body.embeds[0].description).toBe('fulfilled,rejected');
  });

  it('keeps a chosen language, and answers a pressed button', async () => {
    await connect(async () => [saying('ok', { chosenLanguage: 'es', topic: 'retry_limit' })]);
    const pressed = { type: 3, message: message('', { author: BOT_USER }) };
    interaction({ component_type: 2, custom_id: 'language:es' }, pressed);
    await discord.until('PATCH', ORIGINAL, 1);
    say('and a passport?');
    await discord.until('POST', MESSAGES, 1);
    expect(heard[0]).toMatchObject({ pressed: 'language:es' });
    expect(heard[1]).toMatchObject({ chosenLanguage: 'es', lastTopic: 'retry_limit' });
  });

  it('looks from the menu only at messages of the person who asks', async () => {
    await connect();
    const own = message('', { attachments: [attachment(new Uint8Array([1]))] });
    const foreign = message('', { author: { ...ANNA, id: id() }, attachments: [attachment(new Uint8Array([2]))] });
    for (const target of [own, foreign]) {
      interaction({
        id: id(),
        name: 'Check this photo',
        type: 3,
        target_id: target.id,
        resolved: { messages: { [target.id]: target } },
      });
    }
    await discord.until('PATCH', ORIGINAL, 2);
    expect(heard.map(({ photos }) => photos.length)).toEqual([1, 0]);
  });

  it('has a form for photos under the words that it says in public, and reads what is sent with it', async () => {
    const fetched: Uint8Array[] = [];
    await connect(async ({ photos, isPublic }) => {
      for (const photo of photos) fetched.push(await photo.download());
      return [saying('Privately, please.', { invitesPrivately: isPublic })];
    });
    guild();
    const member = { roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 };
    const inGuild = { guild_id: GUILD, channel_id: CHANNEL, channel_type: 0, member };
    say(`<@${BOT_USER.id}> look`, { ...inGuild, mentions: [{ ...BOT_USER, member }] });
    const [said] = await discord.until('POST', MESSAGES, 1);
    const [button] = said!.body.components[0].components as { custom_id: string }[];
    interaction({ component_type: 2, custom_id: button?.custom_id }, { type: 3, message: message('') });
    const [form] = await discord.until('POST', CALLBACK, 1);
    expect(form?.body.type).toBe(9);
    const { custom_id, components } = form!.body.data as { custom_id: string; components: [{ component: object }] };
    expect(components[0].component).toMatchObject({ type: 19, max_values: 3 });
    const files = [attachment(new Uint8Array([1])), attachment(new Uint8Array([2]))];
    const uploaded = { type: 19, id: 2, custom_id: 'photos', values: files.map((file) => file.id) };
    interaction(
      {
        custom_id,
        components: [{ type: 18, id: 1, component: uploaded }],
        resolved: { attachments: Object.fromEntries(files.map((file) => [file.id, file])) },
      },
      { type: 5, ...inGuild, member: { ...member, user: ANNA, permissions: '0' }, user: undefined },
    );
    await discord.until('PATCH', ORIGINAL, 1);
    expect(fetched.map(([first]) => first)).toEqual([1, 2]);
    expect(discord.calls.filter(({ path }) => CALLBACK.test(path)).at(-1)?.body.data.flags).toBe(64);
  });

  it('suggests questions while one is typed, and takes what is chosen as the question', async () => {
    await connect(undefined, async ({ typed, languageHint }) => [
      { label: `${typed} in ${languageHint}`, action: 'topic:retry_limit' },
    ]);
    const options = [{ name: 'question', type: 3, value: 'how oft', focused: true }];
    interaction({ id: id(), name: 'ask', type: 1, options }, { type: 4 });
    const [suggested] = await discord.until('POST', CALLBACK, 1);
    expect(suggested?.body).toMatchObject({
      type: 8,
      data: { choices: [{ name: 'how oft in es-ES', value: 'topic:retry_limit' }] },
    });
    command('ask', [{ name: 'question', type: 3, value: 'topic:retry_limit' }]);
    await discord.until('PATCH', ORIGINAL, 1);
    expect(heard[0]).toMatchObject({ pressed: 'topic:retry_limit', text: undefined });
  });

  it('shows many buttons as a menu, and hears what is chosen from it', async () => {
    const buttons = Array.from({ length: 15 }, (_, n) => ({ label: `Language ${n}`, action: `language:${n}` }));
    await connect(async ({ pressed }) => [saying('Which?', { buttons: pressed ? [] : buttons })]);
    say('language');
    const [sent] = await discord.until('POST', MESSAGES, 1);
    const [menu] = sent!.body.components[0].components as { type: number; custom_id: string; options: object[] }[];
    expect(menu).toMatchObject({ type: 3, options: { length: 15 } });
    interaction(
      { component_type: 3, custom_id: menu?.custom_id, values: ['language:7'] },
      { type: 3, message: message('', { author: BOT_USER }) },
    );
    await discord.until('PATCH', ORIGINAL, 1);
    expect(heard[1]?.pressed).toBe('language:7');
  });

  it('asks once for a new link when that of an attachment is too old', async () => {
    let fetched: Uint8Array | undefined;
    await connect(async ({ photos }) => {
      fetched = await photos[0]?.download();
      return [saying('Seen.')];
    });
    const old = attachment(new Uint8Array([7]));
    discord.expire(old.url);
    const sent = message('', { attachments: [old] });
    discord.keep({ ...sent, attachments: [{ ...old, url: discord.store(new Uint8Array([7]), 'card.jpg') }] });
    discord.dispatch('MESSAGE_CREATE', sent);
    await discord.until('POST', MESSAGES, 1);
    expect(fetched).toEqual(Buffer.from([7]));
  });

  it('says while it takes long how it goes on, and takes that away with the reply', async () => {
    await connect(async (_, onProgress) => {
      onProgress?.('Waiting');
      onProgress?.('Looking');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [saying('Done.')];
    });
    say('hello');
    await discord.until('DELETE', /^\/channels\/\d+\/messages\/\d+$/, 1);
    const said = discord.calls
      .filter(({ path }) => /\/messages/.test(path))
      .map(({ method, body }) => [method, body?.content]);
    expect(said).toEqual([
      ['POST', 'Waiting'],
      ['PATCH', 'Looking'],
      ['POST', undefined],
      ['DELETE', undefined],
    ]);
    command('help');
    const shown = await discord.until('PATCH', ORIGINAL, 3);
    expect(shown.map(({ body }) => body.content)).toEqual(['Waiting', 'Looking', '']);
    expect(shown.at(-1)?.body.embeds[0].description).toBe('Done.');
  });

  it('answers a question that was mended in a private chat', async () => {
    await connect();
    const first = message('how lnog');
    discord.dispatch('MESSAGE_CREATE', first);
    await discord.until('POST', MESSAGES, 1);
    // A preview of a link changes a message too, without an edit.
    discord.dispatch('MESSAGE_UPDATE', { ...first, embeds: [{ type: 'link' }] });
    discord.dispatch('MESSAGE_UPDATE', { ...first, content: 'how long', edited_timestamp: '2026-11-24T00:01:00.000Z' });
    await discord.until('POST', MESSAGES, 2);
    expect(heard.map(({ text }) => text)).toEqual(['how lnog', 'how long']);
  });

  it('handles an event once, and forgets quietly what is gone: expired interactions, closed messages', async () => {
    await connect();
    const repeated = message('once');
    discord.dispatch('MESSAGE_CREATE', repeated);
    discord.dispatch('MESSAGE_CREATE', repeated);
    await discord.until('POST', MESSAGES, 1);
    discord.fail(CALLBACK, 404, { message: 'Unknown interaction', code: 10_062 });
    command('help');
    discord.fail(MESSAGES, 403, { message: 'Cannot send messages to this user', code: 50_007 });
    say('closed');
    say('open');
    await discord.until('POST', MESSAGES, 3);
    expect(heard.map(({ text }) => text)).toEqual(['once', 'closed', 'open']);
    expect(logged.join('')).not.toContain('reply-failed');
  });

  it('comes back after a lost gateway', async () => {
    await connect();
    discord.dropConnections();
    await expect
      .poll(
        () => {
          say('still there?');
          return heard.length;
        },
        { timeout: 15_000, interval: 500 },
      )
      .toBeGreaterThan(0);
    expect(logged.join('')).toContain('gateway-');
  });

  it('says to start when the token is refused', async () => {
    discord = await startDiscord();
    logged = [];
    const platform = createDiscordPlatform({
      token: 'wrong.token.altogether',
      apiUrl: discord.apiUrl,
      readsAllMessages: false,
      attachmentHosts: [],
      translator,
      queue: createMemoryQueue(),
      keep: createMemoryKeep(),
      receives: true,
      defaultLanguage: 'en',
      log: createLog('info', { write: (line) => logged.push(line) }),
      suggest: async () => [],
      onReady: () => {},
    });
    stop = () => platform.stop();
    await expect(platform.start(async () => [])).rejects.toThrow();
  });

  it('answers a flood from one person with one request for patience', async () => {
    await connect();
    for (let n = 0; n < 60; n++) say(`question ${n}`);
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(20);
    await stop();
    const sent = discord.calls.filter(({ path }) => MESSAGES.test(path)).map(({ body }) => body.embeds[0].description);
    expect(sent.filter((text) => text === translator.t('en')('chat:errors.too-fast'))).toHaveLength(1);
    expect(heard.length).toBeLessThan(30);
  });
});
