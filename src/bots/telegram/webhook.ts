import { timingSafeEqual } from 'node:crypto';
import type { Update } from 'telegraf/types';
import { z } from 'zod';
import type { Webhook } from '../platform.ts';

/** Where Telegram sends updates, and the word by which it is recognised. */
export interface WebhookAddress {
  readonly url: string;
  readonly secret: string;
}

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** The page itself stands at `/`. */
const DEFAULT_PATH = '/telegram';

const anUpdate = z.looseObject({ update_id: z.int() });

/** The whole address that Telegram is told: an address without a path gets one. */
export function webhookUrl(url: string): URL {
  const whole = new URL(url);
  if (whole.pathname === '/') whole.pathname = DEFAULT_PATH;
  return whole;
}

/** The place on our server behind that address; `onUpdate` says whether it took an update, and what is no update is passed over. */
export function createWebhook(
  { url, secret }: WebhookAddress,
  onUpdate: (update: Update) => Promise<boolean>,
): Webhook {
  const expected = Buffer.from(secret);
  return {
    path: webhookUrl(url).pathname,
    isGenuine(header) {
      const given = Buffer.from(header(SECRET_HEADER) ?? '');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    async take(body) {
      const parsed = anUpdate.safeParse(body);
      return !parsed.success || onUpdate(parsed.data as unknown as Update);
    },
  };
}
