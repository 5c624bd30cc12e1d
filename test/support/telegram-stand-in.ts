import { createServer, type IncomingMessage as Request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UPLOADED, violationsOf } from './telegram-contract.ts';

/** A call that the bot made. */
export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly atMs: number;
  /** The server did what was asked. */
  readonly succeeded: boolean;
}

/** What the next calls of a method are answered with instead of success. */
export interface Failure {
  readonly status: number;
  readonly description: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A server that behaves as Telegram's does and checks every call against the Bot API. */
export interface TelegramStandIn {
  readonly root: string;
  readonly token: string;
  /** The people who look after groups. */
  readonly admins: Set<number>;
  readonly calls: readonly Call[];
  /** What broke the contract, a line each; must stay empty. */
  readonly violations: readonly string[];
  /** Delivers an update and gives its `update_id`, which is added unless given. */
  deliver(update: Readonly<Record<string, unknown>>): number;
  /** Stores a file and gives its `file_id`. */
  store(bytes: Uint8Array): string;
  /** The next `times` calls of a method fail. */
  fail(method: string, failure: Failure, times?: number): void;
  /** Ends all open connections, as a lost network does. */
  dropConnections(): void;
  /** Resolves with the calls of a method as soon as there are `count`. */
  until(method: string, count: number, timeoutMs?: number): Promise<readonly Call[]>;
  close(): Promise<void>;
}

export const BOT = { id: 4242, is_bot: true, first_name: 'Retake', username: 'retake_test_bot' };
const TOKEN = '4242:stand-in-token';

/** Starts the server on loopback; `me` adds to what the bot is told of itself, `webhook` to what is said of its webhook. */
export async function startTelegram(
  me: Readonly<Record<string, unknown>> = {},
  webhook: Readonly<Record<string, unknown>> = {},
): Promise<TelegramStandIn> {
  const calls: Call[] = [];
  const violations: string[] = [];
  const updates: Record<string, unknown>[] = [];
  const admins = new Set<number>();
  const files = new Map<string, Uint8Array>();
  const failures = new Map<string, { failure: Failure; left: number }>();
  let nextUpdate = 100;
  let nextMessage = 5000;
  let wake = () => {};

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: Request, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file) {
      const bytes = file[1] === TOKEN ? files.get(file[2]!) : undefined;
      response.writeHead(bytes ? 200 : 404).end(bytes);
      return;
    }
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    const payload = await payloadOf(request);
    if (token !== TOKEN) return send(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    violations.push(...violationsOf(method, payload));
    const failing = failures.get(method);
    const succeeded = failing === undefined || failing.left === 0;
    if (method !== 'getUpdates') calls.push({ method, payload, atMs: performance.now(), succeeded });
    if (!succeeded) {
      failing.left -= 1;
      const { status, description, parameters } = failing.failure;
      return send(response, status, { ok: false, error_code: status, description, parameters });
    }
    send(response, 200, { ok: true, result: await resultOf(method, payload) });
  }

  async function resultOf(method: string, payload: Readonly<Record<string, unknown>>): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return { ...BOT, ...me };
      case 'getWebhookInfo':
        return { url: '', has_custom_certificate: false, pending_update_count: 0, ...webhook };
      case 'getChatMember': {
        const id = Number(payload['user_id']);
        const user = { id, is_bot: false, first_name: 'Zebulon' };
        return { status: admins.has(id) ? 'administrator' : 'member', user };
      }
      case 'getUpdates': {
        const offset = Number(payload['offset'] ?? 0);
        const pending = () => updates.filter(({ update_id: id }) => Number(id) >= offset);
        if (pending().length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            setTimeout(resolve, Math.min(2000, 1000 * Number(payload['timeout'] ?? 0)));
          });
        }
        return pending();
      }
      case 'getFile': {
        const id = String(payload['file_id']);
        return { file_id: id, file_unique_id: id, file_path: id, file_size: files.get(id)?.byteLength };
      }
      case 'sendMessage':
      case 'sendPhoto':
      case 'sendDocument':
        nextMessage += 1;
        return { message_id: nextMessage, date: 0, chat: { id: payload['chat_id'], type: 'private' } };
      default:
        return true;
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    token: TOKEN,
    calls,
    admins,
    violations,
    deliver(update) {
      const whole = { update_id: nextUpdate++, ...update };
      updates.push(whole);
      wake();
      return Number(whole.update_id);
    },
    store(bytes) {
      const id = `file_${files.size + 1}`;
      files.set(id, bytes);
      return id;
    },
    fail(method, failure, times = 1) {
      failures.set(method, { failure, left: times });
    },
    dropConnections: () => server.closeAllConnections(),
    async until(method, count, timeoutMs = 15_000) {
      const deadline = performance.now() + timeoutMs;
      for (;;) {
        const found = calls.filter((call) => call.method === method);
        if (found.length >= count) return found;
        if (performance.now() > deadline) {
          throw new Error(`${found.length} of ${count} calls of ${method}; seen: ${calls.map((call) => call.method)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async close() {
      wake();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** JSON or a form; in a form, files become UPLOADED and JSON text becomes what it says, as Telegram reads it. */
async function payloadOf(request: Request): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return {};
  if (type.startsWith('application/json')) return JSON.parse(body.toString()) as Record<string, unknown>;
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const fields = [...form].map(
    ([name, value]) => [name, typeof value === 'string' ? parsed(value) : UPLOADED] as const,
  );
  const uploads = fields.filter(([, value]) => value === UPLOADED).map(([name]) => name);
  return Object.fromEntries(
    fields
      // telegraf names an upload `attach://id` in its field and sends the bytes under that id.
      .filter(([name]) => !uploads.includes(name) || !fields.some(([, v]) => v === `attach://${name}`))
      .map(([name, value]) => [name, uploads.some((id) => value === `attach://${id}`) ? UPLOADED : value]),
  );
}

function parsed(text: string): unknown {
  if (/^-?\d+$/.test(text)) return Number(text);
  if (!/^[{[]|^(?:true|false)$/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
