import {
  createServer,
  type OutgoingHttpHeaders,
  type IncomingMessage as Request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { violationsOf } from './discord-contract.ts';

/** A request that the bot made of the REST API. */
export interface RestCall {
  readonly method: string;
  /** Path below the version, as `/channels/1/messages`. */
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of many shapes
  readonly body: any;
  readonly files: readonly string[];
  readonly atMs: number;
  /** The server did what was asked. */
  readonly succeeded: boolean;
}

/** A server that behaves as Discord's REST API and gateway do and checks every request against Discord's own schemas. */
export interface DiscordStandIn {
  readonly apiUrl: string;
  /** Where files are served, as `host:port`. */
  readonly fileHost: string;
  readonly token: string;
  readonly calls: readonly RestCall[];
  readonly violations: readonly string[];
  /** Sends an event through the gateway to every connected bot. */
  dispatch(event: string, data: unknown): void;
  /** Stores a file and gives its address. */
  store(bytes: Uint8Array, name: string): string;
  /** Takes a file away, as when its link is too old. */
  expire(address: string): void;
  /** What a message is given as from now on when it is asked for. */
  keep(message: { readonly id: string; readonly [field: string]: unknown }): void;
  /** The next `times` requests whose path matches are refused. */
  fail(path: RegExp, status: number, body: unknown, times?: number, headers?: OutgoingHttpHeaders): void;
  /** Ends the gateway connections, as a lost network does. */
  dropConnections(): void;
  until(method: string, path: RegExp, count: number, timeoutMs?: number): Promise<readonly RestCall[]>;
  close(): Promise<void>;
}

export const BOT_USER = {
  id: '900000000000000001',
  username: 'retake_test_bot',
  discriminator: '0',
  global_name: null,
  avatar: null,
  bot: true,
  flags: 0,
};
const TOKEN = 'stand-in.discord.token';
const APPLICATION = { id: BOT_USER.id, flags: 0 };

/** A message as Discord sends it, with what is given and nothing else in it. */
export function messageOf<Given extends object>(given: Given) {
  return {
    content: '',
    timestamp: '2026-11-24T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    ...given,
  };
}

/** Starts the server on loopback. */
export async function startDiscord(): Promise<DiscordStandIn> {
  const calls: RestCall[] = [];
  const violations: string[] = [];
  const files = new Map<string, Uint8Array>();
  const messages = new Map<string, object>();
  const channels = new Map<string, object>();
  const sockets = new Set<WebSocket>();
  let failures: { path: RegExp; status: number; body: unknown; left: number; headers: OutgoingHttpHeaders }[] = [];
  let sequence = 0;
  let nextId = 800_000_000_000_000_000n;

  /** What was said can be asked for later. */
  function keep(message: Readonly<Record<string, unknown>>): void {
    messages.set(String(message['id']), message);
    const id = String(message['channel_id']);
    channels.set(id, { id, type: message['channel_type'], recipients: [] });
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway = new WebSocketServer({ server });

  gateway.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 }, s: null, t: null }));
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: { token?: string } };
      if (op === 1) socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
      if (op === 6) socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      if (op !== 2) return;
      if (d.token !== TOKEN) return socket.close(4004, 'Authentication failed.');
      const ready = {
        v: 10,
        user: BOT_USER,
        guilds: [],
        session_id: 'session',
        resume_gateway_url: `ws://127.0.0.1:${port}`,
        application: APPLICATION,
      };
      sequence += 1;
      socket.send(JSON.stringify({ op: 0, t: 'READY', s: sequence, d: ready }));
    });
  });

  async function answer(request: Request, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/files/')) {
      const bytes = files.get(url.pathname);
      response.writeHead(bytes ? 200 : 404).end(bytes);
      return;
    }
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v\d+/, '');
    const method = request.method ?? 'GET';
    const { body, names } = await bodyOf(request);
    const isWebhook = /^\/(?:webhooks|interactions)\//.test(path);
    if (!isWebhook && request.headers.authorization !== `Bot ${TOKEN}`) {
      return send(response, 401, { message: '401: Unauthorized', code: 0 });
    }
    violations.push(...violationsOf(method, path, body));
    const failing = failures.find((failure) => failure.path.test(path) && failure.left > 0);
    const atMs = performance.now();
    calls.push({ method, path, body, files: names, atMs, succeeded: failing === undefined });
    if (failing) {
      failing.left -= 1;
      failures = failures.filter(({ left }) => left > 0);
      return send(response, failing.status, failing.body, failing.headers);
    }
    send(response, ...resultOf(method, path, body));
  }

  function resultOf(method: string, path: string, body: unknown): [number, unknown] {
    if (path === '/gateway/bot') {
      const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
      return [200, { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit }];
    }
    if (path.endsWith('/commands')) {
      const commands = (body as object[]).map((command) => ({
        id: String(nextId++),
        application_id: APPLICATION.id,
        version: '1',
        default_member_permissions: null,
        ...command,
      }));
      return [200, commands];
    }
    if (path === '/users/@me') return [200, BOT_USER];
    if (path === '/applications/@me') return [200, APPLICATION];
    const wanted = channels.get(/^\/channels\/(\d+)$/.exec(path)?.[1] ?? '');
    if (wanted) return [200, wanted];
    const channel = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(path);
    const kept = messages.get(channel?.[2] ?? '');
    if (kept && method === 'GET') return [200, kept];
    if (channel && method !== 'GET')
      return [200, messageOf({ id: String(nextId++), author: BOT_USER, channel_id: channel[1] })];
    if (/\/messages\/\d+\/threads$/.test(path)) return [201, { id: String(nextId++), type: 11, name: 'thread' }];
    if (/\/callback$/.test(path) || path.endsWith('/typing') || method === 'DELETE') return [204, undefined];
    if (path.startsWith('/webhooks/'))
      return [200, messageOf({ id: String(nextId++), author: BOT_USER, channel_id: '1' })];
    return [404, { message: 'Unknown', code: 10_003 }];
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    fileHost: `127.0.0.1:${port}`,
    token: TOKEN,
    calls,
    violations,
    dispatch(event, data) {
      if (event === 'MESSAGE_CREATE') keep(data as Record<string, unknown>);
      sequence += 1;
      for (const socket of sockets) socket.send(JSON.stringify({ op: 0, t: event, s: sequence, d: data }));
    },
    store(bytes, name) {
      const path = `/files/${files.size + 1}/${name}`;
      files.set(path, bytes);
      return `http://127.0.0.1:${port}${path}`;
    },
    expire(address) {
      files.delete(new URL(address).pathname);
    },
    keep(message) {
      messages.set(message.id, message);
    },
    fail(path, status, body, times = 1, headers = {}) {
      failures.push({ path, status, body, left: times, headers });
    },
    dropConnections() {
      for (const socket of sockets) socket.terminate();
    },
    async until(method, path, count, timeoutMs = 15_000) {
      const deadline = performance.now() + timeoutMs;
      for (;;) {
        const found = calls.filter((call) => call.method === method && path.test(call.path));
        if (found.length >= count) return found;
        if (performance.now() > deadline) {
          const seen = calls.map((call) => `${call.method} ${call.path}`);
          throw new Error(`${found.length} of ${count} ${method} ${path}; seen: ${seen.join(', ')}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown, headers: OutgoingHttpHeaders = {}): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** JSON, or a form whose `payload_json` is the body, with the names of the files beside it. */
async function bodyOf(request: Request): Promise<{ body: unknown; names: readonly string[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, names: [] };
  if (type.startsWith('application/json')) return { body: JSON.parse(bytes.toString()), names: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const json = form.get('payload_json');
  const names = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value.name]));
  return { body: typeof json === 'string' ? JSON.parse(json) : undefined, names };
}
