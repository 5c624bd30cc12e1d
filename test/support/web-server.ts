import { createLog } from '../../src/bots/log.ts';
import type { IncomingMessage, Reply, Respond } from '../../src/bots/platform.ts';
import { createWebServer, type WebServerParts } from '../../src/bots/web/server.ts';
import { translator } from './locales.ts';

/** A real server on a free port of loopback, what it heard, and what it logged. */
export interface TestServer {
  readonly address: string;
  readonly heard: IncomingMessage[];
  readonly logLines: string[];
  close(): Promise<void>;
}

/** A plain reply. */
export const PLAIN_REPLY: Reply = {
  tone: 'plain',
  language: 'en',
  paragraphs: [{ kind: 'text', text: 'Understood.' }],
  buttons: [{ label: 'Next', action: 'topic:selfie_rules' }],
};

/** Starts a server whose conversation is `respond`; by default it answers everything with PLAIN_REPLY. */
export async function startServer(
  parts: Partial<WebServerParts> = {},
  respond: Respond = async () => [PLAIN_REPLY],
): Promise<TestServer> {
  const heard: IncomingMessage[] = [];
  const logLines: string[] = [];
  const server = createWebServer({
    translator,
    popularQuestions: () => [],
    defaultLanguage: 'en',
    log: createLog('info', { write: (line) => logLines.push(line) }),
    ...parts,
    respond: (message) => {
      heard.push(message);
      return respond(message);
    },
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return { address, heard, logLines, close: () => server.close() };
}

/** A form as the page sends it. */
export function photoForm(
  bytes: Uint8Array,
  fields: Readonly<Record<string, string>> = {},
  name = 'photo.jpg',
): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('photo', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  return form;
}
