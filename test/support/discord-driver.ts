import { type ChatDriver, type Person, type Seen, untilSeen } from './chat-driver.ts';
import { BOT_USER, messageOf, type RestCall, startDiscord } from './discord-stand-in.ts';

type Component = {
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly options?: readonly { label: string; value: string }[];
};

const NAME = 'Zebulon';
const EPHEMERAL = 64;
const MENU = 3;
const BUTTON = 2;

/** Whom answers are said to. */
const ADDRESSEE = { id: '700000000000000001', username: 'tom', discriminator: '0', global_name: 'Tom', avatar: null };
/** The right to look after a server. */
const MANAGE_GUILD = String(1 << 5);

/** Discord with the bot on it. */
export async function driveDiscord(): Promise<ChatDriver> {
  const discord = await startDiscord();
  let nextId = 600_000_000_000_000_000n;
  const id = () => String(nextId++);
  const memberOf = { roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 };

  function someone(
    locale: string,
    guildId?: string,
    permissions = '0',
    known?: { readonly name: string; readonly channelId: string },
  ): Person {
    const { name = NAME, channelId = id() } = known ?? {};
    const author = { id: id(), username: name.toLowerCase(), discriminator: '0', global_name: name, avatar: null };
    const channel = { id: channelId, type: guildId === undefined ? 1 : 0 };
    const place = {
      channel_id: channel.id,
      channel_type: channel.type,
      ...(guildId === undefined ? {} : { guild_id: guildId, member: memberOf }),
    };
    if (guildId !== undefined && known === undefined)
      discord.dispatch('GUILD_CREATE', guildOf(guildId, author.id, channel.id));
    const tokens = new Set<string>();
    let last: { event: string; data: Record<string, unknown> } = { event: '', data: {} };
    const deliver = (event: string, data: Record<string, unknown>) => {
      last = { event, data };
      discord.dispatch(event, data);
    };
    const send = (content: string, attachments: readonly object[] = [], more: object = {}) =>
      deliver('MESSAGE_CREATE', messageOf({ id: id(), ...place, author, content, attachments, ...more }));
    let lastToken = '';
    const interact = (type: number, token: string, data: object, more: object = {}) => {
      tokens.add(token);
      lastToken = token;
      deliver('INTERACTION_CREATE', {
        id: id(),
        application_id: BOT_USER.id,
        type,
        token,
        version: 1,
        channel,
        ...place,
        ...(guildId === undefined ? { user: author } : { member: { ...memberOf, user: author, permissions } }),
        locale,
        entitlements: [],
        authorizing_integration_owners: {},
        attachment_size_limit: 10_000_000,
        ...more,
        data,
      });
    };
    const command = (name: string, ...options: readonly object[]) => {
      const users = { [ADDRESSEE.id]: ADDRESSEE };
      interact(2, `command-${id()}`, { id: id(), name, type: 1, options, resolved: { users } });
    };
    const attachment = (bytes: Uint8Array, filename = 'card.jpg', size = bytes.byteLength) => {
      const url = discord.store(bytes, filename);
      return { id: id(), filename, size, url, proxy_url: url, content_type: 'image/jpeg' };
    };
    const isHere = ({ path }: RestCall) =>
      path.startsWith(`/channels/${channel.id}/`) || [...tokens].some((token) => path.includes(`/${token}`));
    const hasReply = ({ method, path, body }: RestCall) =>
      /\/messages$|\/messages\/@original$|^\/webhooks\/\d+\/[^/]+$/.test(path) && method !== 'GET' && body?.embeds;
    const seen = () => discord.calls.filter((call) => call.succeeded && isHere(call) && hasReply(call)).map(seenOf);
    return {
      say: (text) => send(text),
      mention: (text) => send(`<@${BOT_USER.id}> ${text}`, [], { mentions: [{ ...BOT_USER, member: memberOf }] }),
      sendPhoto: (bytes, caption = '') => send(caption, [attachment(bytes)]),
      sendFile: (bytes, name, sizeBytes) => send('', [attachment(bytes, name, sizeBytes)]),
      sendAlbum: (photos) =>
        send(
          '',
          photos.map((bytes) => attachment(bytes)),
        ),
      sendExpired(bytes) {
        const gone = attachment(bytes);
        discord.expire(gone.url);
        send('', [gone]);
      },
      click(action) {
        const token = `click-${id()}`;
        const isInMenu = seen()
          .at(-1)
          ?.buttons.some((button) => button.action === action && button.isInMenu);
        const message = messageOf({ id: id(), ...place, author: BOT_USER });
        const data = isInMenu
          ? { component_type: MENU, custom_id: 'menu', values: [action] }
          : { component_type: BUTTON, custom_id: action };
        interact(3, token, data, { message });
      },
      moderate: (words) => command('retake', { name: 'message', type: 3, value: words }),
      async write(action, words) {
        this.click(action);
        // The form is the answer to the press.
        await discord.until('POST', new RegExp(`/${lastToken}/callback$`), 1);
        const token = `form-${id()}`;
        const field = { type: 4, custom_id: 'words', id: 2, value: words };
        interact(5, token, { custom_id: action, components: [{ type: 18, id: 1, component: field }] });
      },
      answer: (name) =>
        command('answer', { name: 'name', type: 3, value: name }, { name: 'to', type: 6, value: ADDRESSEE.id }),
      another: (name) => someone(locale, guildId, '0', { name, channelId: channel.id }),
      removed: () =>
        discord.calls.filter(({ method, path, succeeded }) => {
          return method === 'DELETE' && succeeded && path.startsWith(`/channels/${channel.id}/messages/`);
        }).length,
      edit: (content) =>
        deliver('MESSAGE_UPDATE', { ...last.data, content, edited_timestamp: '2026-11-24T00:01:00.000Z' }),
      remove: () => discord.dispatch('MESSAGE_DELETE', { id: last.data['id'], channel_id: channel.id }),
      repeat: () => discord.dispatch(last.event, last.data),
      seen,
      until: (count, timeoutMs) => untilSeen(seen, count, timeoutMs),
      signsOfLife: () =>
        discord.calls
          .filter((call) => (isHere(call) && call.path.endsWith('/typing')) || isAcknowledged(call, tokens))
          .map(({ atMs }) => atMs),
    };
  }

  return {
    platform: 'discord',
    env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ATTACHMENT_HOSTS: discord.fileHost },
    ready: /Retake is ready: Discord @retake_test_bot/,
    secrets: [discord.token, NAME, NAME.toLowerCase()],
    person: (language = 'en-US') => someone(language),
    member: (language = 'en-US') => someone(language, id()),
    moderator: (language = 'en-US') => someone(language, id(), MANAGE_GUILD),
    forbidDeleting: () =>
      discord.fail(/^\/channels\/\d+\/messages\/\d+$/, 403, { message: 'Missing Permissions', code: 50013 }, 1000),
    rateLimit(seconds) {
      const body = { message: 'You are being rate limited.', retry_after: seconds, global: false };
      discord.fail(/^\/channels\/\d+\/messages$/, 429, body, 1, { 'retry-after': String(seconds) });
    },
    breakDown: (times) => discord.fail(/^\/channels\/\d+\/messages$/, 502, { message: 'Bad Gateway', code: 0 }, times),
    dropConnections: () => discord.dropConnections(),
    deliverRaw: ({ t, d }) => discord.dispatch(String(t), d),
    deliverNonsense() {
      discord.dispatch('MESSAGE_CREATE', {});
      discord.dispatch('MESSAGE_CREATE', { id: 'x', channel_id: 'y', channel_type: 1, attachments: null });
      discord.dispatch('INTERACTION_CREATE', { id: 1, type: 99 });
    },
    violations: discord.violations,
    close: () => discord.close(),
  };
}

function isAcknowledged({ path }: RestCall, tokens: ReadonlySet<string>): boolean {
  return path.endsWith('/callback') && [...tokens].some((token) => path.includes(`/${token}/`));
}

function seenOf({ body, files, path, atMs }: RestCall): Seen {
  const [embed = {}] = body.embeds as { title?: string; description?: string }[];
  const components = ((body.components ?? []) as { components: readonly Component[] }[]).flatMap(
    (row) => row.components,
  );
  const options = components.flatMap((component) => component.options ?? []);
  return {
    text: [embed.title, embed.description]
      .filter((part) => part !== undefined)
      .join('\n\n')
      .replaceAll(/\*\*|^-# |\\(?=[^\w\s])/gm, ''),
    buttons: [
      ...components.flatMap(({ label, custom_id, url }) =>
        label === undefined ? [] : [{ label, action: custom_id ?? url ?? '', isInMenu: false }],
      ),
      ...options.map(({ label, value }) => ({ label, action: value, isInMenu: true })),
    ],
    hasPicture: files.includes('reply.jpg'),
    hasFile: files.some((name) => name !== 'reply.jpg'),
    to: /<@(\d+)>/.exec(String(body.content ?? ''))?.[1],
    isPrivate: !path.startsWith('/channels/') || body.flags === EPHEMERAL,
    atMs,
  };
}

function guildOf(guildId: string, ownerId: string, channelId: string): object {
  const everyone = { name: '@everyone', permissions: '0', position: 0, color: 0 };
  return {
    id: guildId,
    name: 'Help',
    owner_id: ownerId,
    roles: [{ id: guildId, ...everyone, hoist: false, managed: false, mentionable: false }],
    channels: [{ id: channelId, type: 0, name: 'questions', position: 0, permission_overwrites: [] }],
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
  };
}
