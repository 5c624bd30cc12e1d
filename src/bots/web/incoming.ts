import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { IncomingMessage } from '../platform.ts';
import { MAX_NAME_LENGTH, MAX_PHOTO_BYTES, MAX_TEXT_LENGTH } from '../privacy.ts';
import { FORM_OVERHEAD_BYTES, PHOTO_FORM_LIMITS } from './limits.ts';
import { RequestError } from './request-error.ts';

const language = z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$/);
/** `chosen` tells a language that the person switched to from one that the page merely started with. */
const readerFields = {
  language: language.optional(),
  chosen: z.stringbool().or(z.boolean()).optional(),
  /** Made up by the page for as long as its tab is open, so that one photo can be compared with the one before. */
  visitor: z.uuid().optional(),
};

const questionBody = z.object({
  ...readerFields,
  text: z.string().max(MAX_TEXT_LENGTH).optional(),
  pressed: z.string().max(64).optional(),
  previousText: z.string().max(MAX_TEXT_LENGTH).optional(),
  lastTopic: z.string().max(64).optional(),
});

const photoFields = z.object({
  ...readerFields,
  name: z.string().max(MAX_NAME_LENGTH).optional(),
  birthDate: z.iso.date().or(z.literal('')).optional(),
  pressed: z.literal('copy').optional(),
  as: z.enum(['auto', 'document', 'selfie', 'selfie-with-document']).default('auto'),
});

/** A JSON body as a message. Throws a RequestError when it is not one. */
export function questionMessage(body: unknown): IncomingMessage {
  const parsed = questionBody.safeParse(body);
  if (!parsed.success) throw new RequestError(400, 'bad-request');
  const { text, pressed, previousText, lastTopic } = parsed.data;
  return { ...PRIVATE_PAGE, ...readerOf(parsed.data), photos: [], text, pressed, previousText, lastTopic };
}

/** A multipart form with one photo as a message; its bytes are in memory and nowhere else. Throws when it is not such a form. */
export async function photoMessage(request: FastifyRequest): Promise<IncomingMessage> {
  // A length that is announced too large is refused before a byte of it is read.
  if (Number(request.headers['content-length'] ?? 0) > MAX_PHOTO_BYTES + FORM_OVERHEAD_BYTES) {
    throw new RequestError(413, 'too-large', { maxSizeBytes: MAX_PHOTO_BYTES });
  }
  const { photo, fields } = await readForm(request);
  if (photo === undefined) throw new RequestError(400, 'no-photo');
  const parsed = photoFields.safeParse(fields);
  if (!parsed.success) throw new RequestError(400, 'bad-request');
  const { bytes, declaredName } = photo;
  const { name, birthDate } = parsed.data;
  return {
    ...PRIVATE_PAGE,
    ...readerOf(parsed.data),
    judgeAs: parsed.data.as,
    pressed: parsed.data.pressed,
    details: { name: name?.trim() || undefined, birthDate: birthDate || undefined },
    photos: [{ sizeBytes: bytes.byteLength, declaredName, download: async () => bytes }],
  };
}

interface PhotoForm {
  readonly photo: { readonly bytes: Uint8Array; readonly declaredName: string } | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

async function readForm(request: FastifyRequest): Promise<PhotoForm> {
  const fields: [string, unknown][] = [];
  let photo: PhotoForm['photo'];
  try {
    for await (const part of request.parts({ limits: { ...PHOTO_FORM_LIMITS, fileSize: MAX_PHOTO_BYTES } })) {
      if (part.type === 'file') photo = { bytes: await readBounded(part.file), declaredName: part.filename };
      else fields.push([part.fieldname, part.value]);
    }
  } catch (error) {
    // The parser's own complaints about a broken form carry no status; whose fault it is, is clear all the same.
    throw error instanceof Error && 'statusCode' in error ? error : new RequestError(400, 'bad-request');
  }
  return { photo, fields: Object.fromEntries(fields) };
}

/** Stops at the limit instead of waiting for the end of a body that may have none. */
async function readBounded(file: MultipartFile['file']): Promise<Uint8Array> {
  file.once('limit', () => file.destroy(new RequestError(413, 'too-large', { maxSizeBytes: MAX_PHOTO_BYTES })));
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The page is between one person and the bot. */
const PRIVATE_PAGE = { platform: 'web', isPublic: false, isToBot: true } as const;

function readerOf(fields: {
  language?: string | undefined;
  chosen?: boolean | undefined;
  visitor?: string | undefined;
}) {
  const talk = fields.visitor === undefined ? undefined : `web:${fields.visitor}`;
  return fields.chosen ? { talk, chosenLanguage: fields.language } : { talk, languageHint: fields.language };
}
