import { readFileSync } from 'node:fs';
import { z } from 'zod';

const field = z.object({ name: z.string(), types: z.array(z.string()), required: z.boolean() });
const contract = z.object({
  methods: z.record(z.string(), z.array(field)),
  types: z.record(z.string(), z.array(field)),
});
type Field = z.infer<typeof field>;

/** The methods that Retake calls, as the Bot API describes them (https://core.telegram.org/bots/api). */
const { methods, types } = contract.parse(
  JSON.parse(readFileSync(new URL('telegram-methods.json', import.meta.url), 'utf8')),
);

/** What of a call breaks the contract, a line each. */
export function violationsOf(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  const fields = methods[method];
  if (fields === undefined) return [`${method}: no such method`];
  // In forms telegraf repeats the name of the method, which Telegram allows.
  const { method: repeated, ...given } = payload;
  const contradiction = repeated === undefined || repeated === method ? [] : [`${method}: called ${repeated}`];
  return [...contradiction, ...checkFields(method, fields, given), ...checkLimits(method, given)];
}

function checkFields(path: string, fields: readonly Field[], value: Readonly<Record<string, unknown>>): string[] {
  const known = new Set(fields.map(({ name }) => name));
  return [
    ...Object.keys(value)
      .filter((name) => !known.has(name))
      .map((name) => `${path}.${name}: unknown`),
    ...fields
      .filter(({ name, required }) => required && value[name] === undefined)
      .map(({ name }) => `${path}.${name}: missing`),
    ...fields
      .filter(({ name }) => value[name] !== undefined)
      .flatMap(({ name, types: allowed }) => checkType(`${path}.${name}`, allowed, value[name])),
  ];
}

function checkType(path: string, allowed: readonly string[], value: unknown): string[] {
  const complaints = allowed.map((type) => complaintsOf(path, type, value));
  return complaints.some((list) => list.length === 0) ? [] : (complaints[0] ?? []);
}

function complaintsOf(path: string, type: string, value: unknown): string[] {
  const wrong = [`${path}: not ${type}`];
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return wrong;
    return value.flatMap((entry, i) => complaintsOf(`${path}[${i}]`, type.slice('Array of '.length), entry));
  }
  if (type === 'Integer') return Number.isInteger(value) ? [] : wrong;
  if (type === 'Boolean') return typeof value === 'boolean' ? [] : wrong;
  if (type === 'String') return typeof value === 'string' ? [] : wrong;
  if (type === 'InputFile') return value === UPLOADED ? [] : wrong;
  if (typeof value !== 'object' || value === null) return wrong;
  const fields = types[type];
  return fields ? checkFields(path, fields, value as Record<string, unknown>) : [];
}

/** Stands in a payload for a file that was uploaded with it. */
export const UPLOADED = Symbol('uploaded file');

/** Limits that the descriptions tell in words: lengths after parsing, bytes of callback data, what HTML may hold. */
function checkLimits(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  const complaints: string[] = [];
  const seen = (html: unknown) =>
    String(html ?? '')
      .replace(/<\/?(?:b|i)>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const length = [...(seen(payload['text'] ?? payload['caption']) || '')].length;
  if (method === 'sendMessage' && (length < 1 || length > 4096))
    complaints.push(`sendMessage.text: ${length} characters`);
  if (method === 'sendPhoto' && length > 1024) complaints.push(`sendPhoto.caption: ${length} characters`);
  const html = String(payload['text'] ?? payload['caption'] ?? '');
  if (/<(?!\/?[bi]>)|&(?!(?:lt|gt|amp);)/.test(html)) complaints.push(`${method}: HTML that Telegram does not know`);
  const markup = payload['reply_markup'] as
    | { inline_keyboard?: { text: string; callback_data?: string }[][] }
    | undefined;
  for (const { text, callback_data: data } of markup?.inline_keyboard?.flat() ?? []) {
    if (text === '') complaints.push(`${method}: a button without words`);
    if (data !== undefined && (data === '' || Buffer.byteLength(data) > 64))
      complaints.push(`${method}: callback_data`);
  }
  return complaints;
}
