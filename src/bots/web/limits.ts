/** The bounds of the web page's server, with their reasons. */

/** A JSON question; MAX_TEXT_LENGTH characters twice, in four bytes each, and the keys. */
export const MAX_QUESTION_BYTES = 20_000;

/** One event of a chat platform; Telegram's largest message with all its entities stays far below. */
export const MAX_WEBHOOK_BYTES = 1_000_000;

/** What moderators send at once: a file with all settings is the largest of it. */
export const MAX_CONSOLE_BYTES = 150_000;

/** How long a browser keeps the cookie of a moderator; the session itself ends no later. */
export const SESSION_SECONDS = 7200;

/** A multipart form has one photo and a few short fields; everything beyond is not ours. */
export const PHOTO_FORM_LIMITS = { files: 1, fields: 6, parts: 7, fieldSize: 600, fieldNameSize: 32, headerPairs: 8 };

/** What the form may weigh beside the photo: boundaries, part headers and fields. */
export const FORM_OVERHEAD_BYTES = 16_000;

/** Photos that are uploaded, wait or are judged at the same time: 12 x 20 MB bound the memory that uploads can take. */
export const MAX_PHOTOS_IN_FLIGHT = 12;

/** A whole request must have come in by then, so that slow uploads do not hold places. */
export const MAX_REQUEST_MS = 60_000;

/** A request that was refused while it still uploads may go on that long, so that the refusal is read; then it is cut. */
export const REFUSED_UPLOAD_GRACE_MS = 3000;

/** Requests of one address: so many at once, then so many a second. Thirty dropped photos with questions pass. */
export const RATE_BURST = 60;
export const RATE_PER_SECOND = 2;

/** Addresses that are remembered; the least recently seen one is forgotten first. */
export const MAX_RATE_ADDRESSES = 10_000;

/** After a refusal for haste or crowding, try again after this. */
export const RETRY_AFTER_SECONDS = 3;

/** Ports that are tried after the default one when PORT is not set. */
export const MAX_PORT_TRIES = 20;
