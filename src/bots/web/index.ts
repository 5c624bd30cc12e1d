/** The web page as a platform: the simplest adapter, and the one that works without any token. */
import type { ChatPlatform } from '../platform.ts';
import { type ListenOptions, listen } from './listen.ts';
import { createWebServer, type WebServerParts } from './server.ts';

/** What the page needs beside the conversation. */
export interface WebPlatformParts extends Omit<WebServerParts, 'respond'>, ListenOptions {
  /** Called once with the address of the page. */
  onReady(address: string): void;
}

/** The chat page on a local address. */
export function createWebPlatform(parts: WebPlatformParts): ChatPlatform {
  let stopServer = async () => {};
  return {
    name: 'web',
    async start(respond) {
      const server = createWebServer({ ...parts, respond });
      stopServer = () => server.close();
      parts.onReady(await listen(server, parts));
    },
    stop: () => stopServer(),
  };
}
