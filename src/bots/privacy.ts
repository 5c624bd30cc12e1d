/**
 * The privacy rules as named values, so that each has one place and a test.
 * Photos live in memory for one reply; nothing that a person sent reaches a disk, a queue or a log.
 */

/** Bytes of one photo that are taken into memory at most. Telegram hands bots no more than 20 MB (Bot API, getFile). */
export const MAX_PHOTO_BYTES = 20_000_000;

/** Photos of one message that are looked at. Telegram albums and Discord messages hold at most 10. */
export const MAX_PHOTOS_PER_MESSAGE = 10;

/** Characters of a message that are read; the rest is cut off. Discord's limit for a message. */
export const MAX_TEXT_LENGTH = 2000;

/** Characters of a name that is compared with a document; no account holds more. */
export const MAX_NAME_LENGTH = 150;

/** A code of ours: lower-case words. Digits are left out, so that no number of a person or a document can pass. */
const CODE = /^[a-z]{1,20}(?:[-_][a-z]{1,20}){0,5}$/;

/** What a log line may hold, and what each value must look like. Everything else is left out without a trace. */
export const LOGGED_FIELDS: Readonly<Record<string, RegExp | 'number'>> = {
  event: CODE,
  platform: /^(?:discord|telegram|web)$/,
  locale: /^[a-z]{2,3}(?:-[A-Za-z]{2,4}){0,2}$/,
  decision: /^(?:answer|choose|handoff|refuse|fallback|smalltalk)$/,
  topic: CODE,
  verdict: /^(?:ready|warn|retake)$/,
  codes: CODE,
  status: 'number',
  durationMs: 'number',
  /** The class of an error, as `TypeError`. */
  errorName: /^[A-Za-z]{1,40}$/,
  /** The code of an error, as `ENOENT` or `too-large`. */
  errorCode: /^(?:[A-Z]{1,20}(?:_[A-Z]{1,20}){0,6}|[a-z]{1,20}(?:-[a-z]{1,20}){0,4})$/,
  /** The place in our own source, as `photo-reply.js:31`. */
  errorAt: /^[a-z-]{1,40}\.(?:js|ts):\d{1,4}$/,
};

/** How replies travel over HTTP: no browser and no proxy may keep them. */
export const REPLY_CACHE_CONTROL = 'no-store';
