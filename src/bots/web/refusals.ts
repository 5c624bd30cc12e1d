import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import { MAX_PHOTO_BYTES } from '../privacy.ts';
import type { Translate } from '../reply/i18n.ts';
import { REFUSED_UPLOAD_GRACE_MS, RETRY_AFTER_SECONDS } from './limits.ts';
import { RequestError } from './request-error.ts';

/** What the server's refusals need: the texts in the reader's language, and where to note what failed. */
export interface RefusalParts {
  readonly textsFor: (request: FastifyRequest) => Translate;
  readonly log: Log;
}

/** Answers every failed request with `{"error":{"code","message"}}` in the reader's language; never with a stack. */
export function addRefusals(server: FastifyInstance, { textsFor, log }: RefusalParts): void {
  server.setNotFoundHandler(() => {
    throw new RequestError(404, 'not-found');
  });
  server.setErrorHandler<FastifyError | RequestError>((error, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.statusCode >= 500 && refusal.statusCode !== 503) {
      log.error({ event: 'request-failed', platform: 'web', status: refusal.statusCode, error });
    }
    if (refusal.statusCode === 429 || refusal.statusCode === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
    cutOffEndlessUpload(request);
    const message = textsFor(request)(`chat:errors.${refusal.code}`, refusal.values);
    return reply.code(refusal.statusCode).send({ error: { code: refusal.code, message } });
  });
}

/** Errors of fastify and its multipart plug-in as ours; their messages are not for people. */
function asRefusal(error: FastifyError | RequestError): RequestError {
  if (error instanceof RequestError) return error;
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') {
    return new RequestError(413, 'too-large', { maxSizeBytes: MAX_PHOTO_BYTES });
  }
  const status = error.statusCode ?? 500;
  return status < 500 ? new RequestError(status, 'bad-request') : new RequestError(500, 'lost-question');
}

/** Who is refused while still sending gets a moment to read why; then the connection is closed. */
function cutOffEndlessUpload({ raw }: FastifyRequest): void {
  if (raw.complete) return;
  raw.unpipe();
  raw.resume();
  const timer = setTimeout(() => {
    if (!raw.complete) raw.socket.destroy();
  }, REFUSED_UPLOAD_GRACE_MS);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
}
