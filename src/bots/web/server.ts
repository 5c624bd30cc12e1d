import multipart from '@fastify/multipart';
import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import type { ModeratorConsole } from '../console.ts';
import type { Log } from '../log.ts';
import type { Respond, Webhook } from '../platform.ts';
import { addConsolePages } from './console-pages.ts';
import { photoMessage, questionMessage } from './incoming.ts';
import {
  MAX_PHOTOS_IN_FLIGHT,
  MAX_QUESTION_BYTES,
  MAX_RATE_ADDRESSES,
  MAX_REQUEST_MS,
  MAX_WEBHOOK_BYTES,
  RATE_BURST,
  RATE_PER_SECOND,
} from './limits.ts';
import { replyJson } from './outgoing.ts';
import { type PageParts, readPage } from './page.ts';
import { createPlaces } from './places.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { addRefusals } from './refusals.ts';
import { RequestError } from './request-error.ts';
import { requestLanguage } from './request-language.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** What the web server needs. The limits can be set by tests. */
export interface WebServerParts extends PageParts {
  readonly respond: Respond;
  readonly log: Log;
  readonly defaultLanguage: string;
  /** Where chat platforms send their events. */
  readonly webhooks?: readonly Webhook[];
  /** What a Prometheus on this machine is told. */
  readonly metrics?: { text(): Promise<string>; readonly contentType: string } | undefined;
  /** Whether everything that was to be started is; resolves false while it is not. */
  readonly isReady?: (() => Promise<boolean>) | undefined;
  /** The page for moderators; without one there is none. */
  readonly console?: ModeratorConsole | undefined;
  readonly rateLimit?: RateLimit;
  readonly maxPhotosInFlight?: number;
}

const PAGE_DIRECTORY = new URL('../../../web/', import.meta.url);

/**
 * The server of the chat page: `GET /` and its files, `POST /api/photo` (multipart: `photo`, `as`, `language`, `chosen`),
 * `POST /api/ask` (JSON: `text` or `pressed`), `GET /api/texts?language=`, `GET /healthz` (the process lives), `GET /readyz` (it can do its work), `GET /metrics` for this machine alone, and a
 * `POST` for each webhook of a chat platform; and the pages for moderators (see `console-pages.ts`). It writes nothing to disk.
 */
export function createWebServer(parts: WebServerParts): FastifyInstance {
  const { respond, translator, log, defaultLanguage } = parts;
  const rateLimit =
    parts.rateLimit ??
    createRateLimit({ burst: RATE_BURST, perSecond: RATE_PER_SECOND, maxAddresses: MAX_RATE_ADDRESSES });
  const places = createPlaces(parts.maxPhotosInFlight ?? MAX_PHOTOS_IN_FLIGHT);
  const page = readPage(PAGE_DIRECTORY, parts);
  const webhooks = parts.webhooks ?? [];
  const webhookPaths = new Set(webhooks.map(({ path }) => path));
  const server = fastify({
    logger: false,
    bodyLimit: MAX_QUESTION_BYTES,
    requestTimeout: MAX_REQUEST_MS,
    forceCloseConnections: 'idle',
    // A request that is still running when the server stops is answered, not refused.
    return503OnClosing: false,
  });
  const languageOf = (request: FastifyRequest) => requestLanguage(request, translator, defaultLanguage);

  addSecurityHeaders(server);
  addRefusals(server, { textsFor: (request) => translator.t(languageOf(request)), log });
  void server.register(multipart, { throwFileSizeLimit: false });
  endConnectionsWhenClosing(server);

  server.addHook('onRequest', async (request) => {
    if (request.method !== 'POST' || webhookPaths.has(request.url)) return;
    if (isFromForeignSite(request)) throw new RequestError(403, 'foreign-site');
    if (!rateLimit.allows(request.ip, performance.now())) throw new RequestError(429, 'too-fast');
  });

  server.get('/healthz', async () => ({
    status: 'ok',
    languages: translator.languages,
    photosInFlight: places.taken(),
    uptimeSeconds: Math.round(process.uptime()),
  }));

  server.get('/readyz', async (_request, reply) => {
    const isReady = (await parts.isReady?.()) ?? true;
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });

  server.get('/metrics', async (request, reply) => {
    if (parts.metrics === undefined || !isFromThisMachine(request)) throw new RequestError(404, 'not-found');
    return reply.type(parts.metrics.contentType).send(await parts.metrics.text());
  });

  server.get('/', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(page.html(languageOf(request))),
  );
  for (const [path, { type, body }] of page.assets) {
    server.get(path, async (_request, reply) => reply.header('cache-control', 'no-cache').type(type).send(body));
  }
  server.get('/api/texts', async (request) => page.texts(languageOf(request)));

  if (parts.console) addConsolePages(server, { console: parts.console, translator, languageOf });

  server.post('/api/ask', async (request) => {
    const replies = await respond(questionMessage(request.body));
    return { replies: replies.map(replyJson) };
  });

  server.post('/api/photo', async (request) => {
    if (!request.isMultipart()) throw new RequestError(415, 'bad-request');
    const giveBack = places.take();
    if (giveBack === undefined) throw new RequestError(503, 'busy');
    try {
      const replies = await respond(await photoMessage(request));
      return { replies: replies.map(replyJson) };
    } finally {
      giveBack();
    }
  });
  for (const webhook of webhooks) {
    const header = (request: FastifyRequest) => (name: string) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    server.post(webhook.path, {
      bodyLimit: MAX_WEBHOOK_BYTES,
      // Before the body is read: nobody but the platform makes us take in anything.
      onRequest: async (request) => {
        if (!webhook.isGenuine(header(request))) throw new RequestError(403, 'not-found');
      },
      handler: async (request) => {
        if (!(await webhook.take(request.body))) throw new RequestError(503, 'busy');
        return {};
      },
    });
  }
  return server;
}

/** A connection that is kept alive after its last answer would keep the server from closing. */
function endConnectionsWhenClosing(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}

/** Directly, not through a proxy that runs here for others. */
function isFromThisMachine({ ip, headers }: FastifyRequest): boolean {
  const isLoopback = ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.');
  return isLoopback && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
}

/** Another website must not use a visitor's browser to send photos here. */
function isFromForeignSite({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  if (origin === undefined) return false;
  return URL.canParse(origin) ? new URL(origin).host !== host : true;
}
