import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';

/** The requests that Retake makes, by method and path, with Discord's own schema of their bodies. */
const REQUESTS: readonly { readonly method: string; readonly path: RegExp; readonly body?: z.core.$ZodType }[] = [
  { method: 'GET', path: /^\/gateway\/bot$/ },
  {
    method: 'PUT',
    path: /^\/applications\/\d+\/commands$/,
    // The schema asks for a number, Discord's documentation and discord.js for its digits as text; the API takes both.
    body: z.array(z.preprocess(withPermissionsAsNumber, ApplicationCommandUpdateRequestSchema)),
  },
  {
    method: 'POST',
    path: /^\/interactions\/\d+\/[^/]+\/callback$/,
    body: z.union([
      CreateMessageInteractionCallbackRequestSchema,
      ModalInteractionCallbackRequestSchema,
      ApplicationCommandAutocompleteCallbackRequestSchema,
    ]),
  },
  {
    method: 'PATCH',
    path: /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/,
    body: IncomingWebhookUpdateRequestPartialSchema,
  },
  { method: 'DELETE', path: /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/ },
  { method: 'POST', path: /^\/webhooks\/\d+\/[^/]+$/, body: IncomingWebhookRequestPartialSchema },
  { method: 'POST', path: /^\/channels\/\d+\/messages$/, body: MessageCreateRequestSchema },
  { method: 'GET', path: /^\/users\/@me$/ },
  { method: 'GET', path: /^\/applications\/@me$/ },
  { method: 'GET', path: /^\/channels\/\d+$/ },
  { method: 'GET', path: /^\/channels\/\d+\/messages\/\d+$/ },
  { method: 'PATCH', path: /^\/channels\/\d+\/messages\/\d+$/, body: MessageEditRequestPartialSchema },
  { method: 'DELETE', path: /^\/channels\/\d+\/messages\/\d+$/ },
  {
    method: 'POST',
    path: /^\/channels\/\d+\/messages\/\d+\/threads$/,
    body: CreateTextThreadWithMessageRequestSchema,
  },
  { method: 'POST', path: /^\/channels\/\d+\/typing$/ },
];

/** What of a request breaks the contract, a line each. */
export function violationsOf(method: string, path: string, body: unknown): string[] {
  const request = REQUESTS.find((known) => known.method === method && known.path.test(path));
  if (request === undefined) return [`${method} ${path}: not among the requests of Retake`];
  if (request.body === undefined) return [];
  const result = z.safeParse(request.body, body);
  return result.success
    ? []
    : result.error.issues.map(({ path: place, message }) => `${method} ${path}: ${place.join('.')}: ${message}`);
}

function withPermissionsAsNumber(command: unknown): unknown {
  if (typeof command !== 'object' || command === null || !('default_member_permissions' in command)) return command;
  const { default_member_permissions: permissions, ...rest } = command;
  return { ...rest, default_member_permissions: typeof permissions === 'string' ? Number(permissions) : permissions };
}
