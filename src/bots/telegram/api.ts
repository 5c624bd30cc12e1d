import { setTimeout as sleep } from 'node:timers/promises';
import { Telegraf, type Telegram, TelegramError } from 'telegraf';
import type { Update, UserFromGetMe, WebhookInfo } from 'telegraf/types';
import { readBody } from '../chats/read-body.ts';

/** The calls that Retake makes, with the patience that Telegram asks for. No error of it holds the token. */
export interface TelegramApi {
  me(): Promise<UserFromGetMe>;
  /** Waits up to `seconds` for updates from `offset` on. */
  updates(offset: number, seconds: number, signal: AbortSignal): Promise<readonly Update[]>;
  /**
   * Calls a method whose failure concerns one message: retried, then given up without a word when the person has gone. Resolves with the
   * id of the message that it made, if any.
   */
  send(method: SendMethod, payload: Readonly<Record<string, unknown>>): Promise<number | undefined>;
  /** Calls a method once and hands on what came of it; rejects when it failed. */
  call(method: SendMethod, payload: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** The menu in a language, or for the administrators of all groups. */
  setCommands(
    commands: readonly { command: string; description: string }[],
    options?: { readonly language?: string; readonly forAdministrators?: boolean },
  ): Promise<void>;
  /** What somebody is in a group; undefined for those who do not look after it. */
  roleOf(chatId: number, personId: number): Promise<'owner' | 'admin' | undefined>;
  /** What Telegram says of the webhook, if there is one. */
  webhookInfo(): Promise<WebhookInfo>;
  dropWebhook(): Promise<void>;
  /** Has updates sent to an address from now on. */
  setWebhook(url: string, secret: string): Promise<void>;
  /** The bytes of a file; rejects when there are too many or Telegram does not hand them out. */
  download(fileId: string): Promise<Uint8Array>;
}

type SendMethod =
  | 'sendMessage'
  | 'sendPhoto'
  | 'sendDocument'
  | 'sendChatAction'
  | 'answerCallbackQuery'
  | 'editMessageText'
  | 'deleteMessage';

/** What Retake listens to; more would only be thrown away. */
const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query'] as const;

const MAX_TRIES = 4;
const FIRST_WAIT_MS = 500;
/** Telegram asks for up to minutes in bad cases; nobody waits longer for a reply. */
const MAX_WAIT_MS = 60_000;
const DOWNLOAD_MS = 60_000;

/** Makes the calls of one bot. `apiRoot`: the public server or one of the operator's own. */
export function createTelegramApi(token: string, apiRoot: string): TelegramApi {
  const root = apiRoot.replace(/\/+$/, '');
  const { telegram } = new Telegraf(token, { telegram: { apiRoot: root } });
  // The typed methods lag behind the Bot API, and uploads need some fields as JSON text.
  const call = telegram.callApi.bind(telegram) as (
    method: string,
    payload: Readonly<Record<string, unknown>>,
    options?: { signal?: AbortSignal },
  ) => Promise<unknown>;
  return {
    me: () => telegram.getMe(),
    updates: async (offset, seconds, signal) =>
      (await call(
        'getUpdates',
        { offset, timeout: seconds, allowed_updates: ALLOWED_UPDATES },
        { signal },
      )) as Update[],
    async send(method, payload) {
      try {
        const sent = await patiently(call, method, payload);
        return typeof sent === 'object' && sent !== null && 'message_id' in sent ? Number(sent.message_id) : undefined;
      } catch (error) {
        if (!isNobodyThere(error)) throw error;
        return undefined;
      }
    },
    call,
    async setCommands(commands, { language, forAdministrators = false } = {}) {
      await patiently(call, 'setMyCommands', {
        commands,
        ...(language ? { language_code: language } : {}),
        ...(forAdministrators ? { scope: { type: 'all_chat_administrators' } } : {}),
      });
    },
    async roleOf(chatId, personId) {
      const { status } = await telegram.getChatMember(chatId, personId);
      return status === 'creator' ? 'owner' : status === 'administrator' ? 'admin' : undefined;
    },
    webhookInfo: () => telegram.getWebhookInfo(),
    async dropWebhook() {
      await patiently(call, 'deleteWebhook', {});
    },
    async setWebhook(url, secret) {
      await patiently(call, 'setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES });
    },
    download: (fileId) => download(telegram, `${root}/file/bot${token}`, fileId),
  };
}

/** Telegram refuses the token: nothing but another token helps. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof TelegramError && (error.code === 401 || error.code === 404);
}

async function patiently(
  call: (method: string, payload: Readonly<Record<string, unknown>>) => Promise<unknown>,
  method: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  let current = payload;
  for (let tries = 1; ; tries++) {
    try {
      return await call(method, current);
    } catch (error) {
      const waitMs = waitAfter(error, tries);
      if (waitMs === undefined || tries === MAX_TRIES) throw error;
      const movedTo = error instanceof TelegramError ? error.parameters?.migrate_to_chat_id : undefined;
      if (movedTo !== undefined) current = { ...current, chat_id: movedTo };
      await sleep(waitMs);
    }
  }
}

/** How long to wait before the next try; undefined when another try would end the same. */
function waitAfter(error: unknown, tries: number): number | undefined {
  const backoffMs = FIRST_WAIT_MS * 2 ** (tries - 1);
  if (!(error instanceof TelegramError)) return backoffMs;
  if (error.parameters?.migrate_to_chat_id !== undefined) return 0;
  if (error.code === 429) return Math.min(MAX_WAIT_MS, (error.parameters?.retry_after ?? 1) * 1000);
  return error.code >= 500 ? backoffMs : undefined;
}

/** What Telegram says when a message, a button or a chat is gone, or closed to the bot. Other refusals are faults of ours. */
const GONE =
  /chat not found|user is deactivated|not enough rights|message to .+ not found|query is too old|topic.closed|peer_id_invalid|kicked/i;

/** The person has blocked the bot or left, or what was answered is gone or too old. */
function isNobodyThere(error: unknown): boolean {
  if (!(error instanceof TelegramError)) return false;
  return error.code === 403 || (error.code === 400 && GONE.test(error.description));
}

async function download(telegram: Telegram, fileRoot: string, fileId: string): Promise<Uint8Array> {
  const { file_path: path } = await telegram.getFile(fileId);
  if (path === undefined || path.startsWith('/') || path.includes('..')) throw new Error('no file path');
  const response = await fetch(`${fileRoot}/${path}`, {
    redirect: 'error',
    signal: AbortSignal.timeout(DOWNLOAD_MS),
  }).catch(() => {
    // The address holds the token, and errors of fetch name it: they go no further.
    throw new Error('file server not reached');
  });
  return readBody(response);
}
