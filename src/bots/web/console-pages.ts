import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ModeratorConsole } from '../console.ts';
import type { Translator } from '../reply/i18n.ts';
import { MAX_CONSOLE_BYTES, SESSION_SECONDS } from './limits.ts';
import { RequestError } from './request-error.ts';
import { directionOf, fillTemplate, prefixed } from './template.ts';

/** What the pages need. */
export interface ConsolePagesParts {
  readonly console: ModeratorConsole;
  readonly translator: Translator;
  languageOf(request: FastifyRequest): string;
}

const COOKIE = 'retake_console';
const CSRF_HEADER = 'x-retake-csrf';
const DIRECTORY = new URL('../../../web/', import.meta.url);
const ASSETS = [
  ['/console/console.css', 'console.css', 'text/css; charset=utf-8'],
  ['/console/console.js', 'console.js', 'text/javascript; charset=utf-8'],
] as const;

const entering = z.object({ link: z.string().max(200) });

/**
 * The pages for moderators: `GET /console` and its files; `POST /console/enter` makes a link of the bot into a session, kept in a cookie that no
 * script reads and no other site sends; `GET /console/state`, `POST /console/act` with the session's own word against forged requests,
 * `GET /console/settings.yaml`, `POST /console/leave`. The link stands behind `#`, so that no server, log or preview ever sees it.
 */
export function addConsolePages(server: FastifyInstance, parts: ConsolePagesParts): void {
  const { console: desk, translator, languageOf } = parts;
  const template = readFileSync(new URL('console.html', DIRECTORY), 'utf8');

  server.get('/console', async (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(fillTemplate(template, textsOf(translator, languageOf(request)), translator.languages)),
  );
  for (const [path, file, type] of ASSETS) {
    const body = readFileSync(new URL(file, DIRECTORY));
    server.get(path, async (_request, reply) => reply.header('cache-control', 'no-cache').type(type).send(body));
  }

  server.post('/console/enter', async (request, reply) => {
    const parsed = entering.safeParse(request.body);
    const session = parsed.success ? await desk.enter(parsed.data.link) : undefined;
    if (session === undefined) throw new RequestError(401, 'signed-out');
    setCookie(request, reply, session, SESSION_SECONDS);
    return {};
  });

  server.get('/console/state', async (request) => {
    const session = sessionOf(request);
    const state = await desk.state(session, languageOf(request));
    if (state === undefined) throw new RequestError(401, 'signed-out');
    const { picture, ...week } = state.week;
    const src = picture && `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`;
    return { ...state, week: { ...week, picture: src ?? null }, csrf: csrfOf(session) };
  });

  server.post('/console/act', { bodyLimit: MAX_CONSOLE_BYTES }, async (request) => {
    const session = sessionOf(request);
    refuseForged(request, session);
    const outcome = await desk.act(session, request.body, languageOf(request));
    if (outcome === undefined) throw new RequestError(401, 'signed-out');
    return { problem: outcome.problem ?? null };
  });

  server.get('/console/settings.yaml', async (request, reply) => {
    const file = await desk.exportFile(sessionOf(request));
    if (file === undefined) throw new RequestError(401, 'signed-out');
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', 'attachment; filename="settings.yaml"')
      .send(file);
  });

  server.post('/console/leave', async (request, reply) => {
    const session = sessionOf(request);
    refuseForged(request, session);
    await desk.leave(session);
    setCookie(request, reply, '', 0);
    return {};
  });
}

function textsOf(translator: Translator, language: string) {
  const t = translator.t(language);
  const group = (name: string) => prefixed(name, t(`chat:${name}`, { returnObjects: true }) as Record<string, string>);
  const some = (name: string, keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [`${name}.${key}`, t(`chat:${name}.${key}`)]));
  return {
    language,
    direction: directionOf(language),
    texts: {
      ...group('console'),
      ...some('moderators', ['title', 'unansweredTitle', 'unansweredNone', 'weekTitle', 'noHistory', 'noAnswers']),
      ...some('moderators', ['ownAnswer', 'none', 'imported', 'names.facts', 'means']),
      ...some('web', ['language']),
      ...some('errors', ['offline', 'signed-out']),
    },
  };
}

/** The session of a request; without one it is as if it had ended. */
function sessionOf({ headers }: FastifyRequest): string {
  const found = (headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${COOKIE}=`));
  const session = found?.slice(COOKIE.length + 1) ?? '';
  if (!/^[0-9a-f]{64}$/.test(session)) throw new RequestError(401, 'signed-out');
  return session;
}

/** Only a page that could read our answer knows it; a form on another site does not. */
function csrfOf(session: string): string {
  return createHash('sha256').update(`csrf:${session}`).digest('hex');
}

function refuseForged({ headers }: FastifyRequest, session: string): void {
  const given = Buffer.from(String(headers[CSRF_HEADER] ?? ''));
  const expected = Buffer.from(csrfOf(session));
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new RequestError(403, 'foreign-site');
}

function setCookie(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
  const isSecure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https';
  const attributes = [
    'Path=/console',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${seconds}`,
    ...(isSecure ? ['Secure'] : []),
  ];
  reply.header('set-cookie', [`${COOKIE}=${value}`, ...attributes].join('; '));
}
