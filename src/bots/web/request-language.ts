import type { FastifyRequest } from 'fastify';
import type { Translator } from '../reply/i18n.ts';

/** The language that a request asks for (`?language=`), else the browser's first that we have, else the operator's default. */
export function requestLanguage(
  { query, headers }: Pick<FastifyRequest, 'query' | 'headers'>,
  translator: Translator,
  defaultLanguage: string,
): string {
  const asked = (query as Readonly<Record<string, unknown>>).language;
  const accepted = (headers['accept-language'] ?? '').split(',').map((entry) => entry.split(';')[0]?.trim());
  const wanted = [typeof asked === 'string' ? asked : undefined, ...accepted, defaultLanguage];
  return wanted.map((tag) => translator.closest(tag)).find((language) => language !== undefined) ?? 'en';
}
