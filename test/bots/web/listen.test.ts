import { createServer, type Server } from 'node:net';
import { fastify } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../../src/bots/web/listen.ts';

const server = () => fastify();
let blocker: Server;
let takenPort: number;
let made: ReturnType<typeof server>;
beforeEach(async () => {
  made = server();
  blocker = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => blocker.on('listening', resolve));
  const address = blocker.address();
  takenPort = typeof address === 'object' && address ? address.port : 0;
});
afterEach(async () => {
  await made.close();
  blocker.close();
});

describe('listen', () => {
  it('takes the next free port when nobody named one', async () => {
    const address = await listen(made, { host: '127.0.0.1', port: takenPort, isPortFixed: false });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(Number(new URL(address).port)).toBeGreaterThan(takenPort);
  });

  it('takes no other port than the one that was named', async () => {
    await expect(listen(made, { host: '127.0.0.1', port: takenPort, isPortFixed: true })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
