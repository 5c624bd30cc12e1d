import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Chromium as Debian and others install it; undefined when there is none. */
export const chromiumPath = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((directory) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(directory, name)))
  .find((path) => existsSync(path));

type Message = {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
};

/** One page of a real browser, spoken to over the DevTools protocol. */
export interface BrowserPage {
  /** What the page complained about: exceptions, console errors, violations of the content policy. */
  readonly complaints: string[];
  /** Runs an expression in the page and gives its value; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until an expression is truthy. */
  waitFor(expression: string): Promise<void>;
  /** Puts files into a file input, as choosing them would. */
  chooseFiles(selector: string, files: readonly string[]): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  pressEnter(): Promise<void>;
  /** The window as PNG bytes. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** How the page is shown. */
export interface PageOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isPhone?: boolean;
}

/** Opens an address in a fresh Chromium that reaches nothing but this computer. */
export async function openPage(
  address: string,
  { widthPx, heightPx, isPhone = false }: PageOptions,
): Promise<BrowserPage> {
  const child = spawn(
    chromiumPath as string,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--lang=en',
      `--user-data-dir=${mkdtempSync(join(tmpdir(), 'chromium-'))}`,
      '--remote-debugging-pipe',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const protocol = speakTo(child);
  const { targetId } = await protocol.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await protocol.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const send = <T>(method: string, params: Record<string, unknown> = {}) => protocol.send<T>(method, params, sessionId);
  const complaints: string[] = [];
  protocol.listen(({ method, params }) => {
    if (method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded') complaints.push(JSON.stringify(params));
    if (method === 'Runtime.consoleAPICalled' && params?.type === 'error') complaints.push(JSON.stringify(params));
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'DOM']) await send(`${domain}.enable`);
  await send('Emulation.setDeviceMetricsOverride', {
    width: widthPx,
    height: heightPx,
    deviceScaleFactor: 1,
    mobile: isPhone,
  });
  await send('Emulation.setTouchEmulationEnabled', { enabled: isPhone });

  const page: BrowserPage = {
    complaints,
    async evaluate<T>(expression: string) {
      const outcome = await send<{ result: { value: T }; exceptionDetails?: unknown }>('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (outcome.exceptionDetails) throw new Error(JSON.stringify(outcome.exceptionDetails));
      return outcome.result.value;
    },
    async waitFor(expression) {
      const deadlineMs = performance.now() + 30_000;
      while (!(await page.evaluate(`Boolean(${expression})`))) {
        if (performance.now() > deadlineMs) throw new Error(`Never true in the page: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    async chooseFiles(selector, files) {
      const { root } = await send<{ root: { nodeId: number } }>('DOM.getDocument');
      const { nodeId } = await send<{ nodeId: number }>('DOM.querySelector', { nodeId: root.nodeId, selector });
      await send('DOM.setFileInputFiles', { nodeId, files });
    },
    type: (text) => send('Input.insertText', { text }),
    async pressEnter() {
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },
    async screenshot() {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    close: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGKILL');
      }),
  };
  await send('Page.navigate', { url: address });
  await page.waitFor('document.readyState === "complete" && location.href !== "about:blank"');
  return page;
}

/** Messages are JSON that ends with a zero byte, on the third and fourth stream. */
function speakTo(child: ChildProcess) {
  const toBrowser = child.stdio[3] as Writable;
  const fromBrowser = child.stdio[4] as Readable;
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((message: Message) => void)[] = [];
  let lastId = 0;
  let unread = '';
  fromBrowser.setEncoding('utf8').on('data', (text: string) => {
    const messages = (unread + text).split('\0');
    unread = messages.pop() ?? '';
    for (const raw of messages) {
      const message = JSON.parse(raw) as Message;
      if (message.id === undefined) for (const listen of listeners) listen(message);
      else waiting.get(message.id)?.(message);
    }
  });
  return {
    listen: (listener: (message: Message) => void) => listeners.push(listener),
    send<T>(method: string, params: Record<string, unknown>, sessionId?: string): Promise<T> {
      lastId += 1;
      const id = lastId;
      toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as T);
        });
      });
    },
  };
}
