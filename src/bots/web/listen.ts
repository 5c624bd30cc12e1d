import type { FastifyInstance } from 'fastify';
import { MAX_PORT_TRIES } from './limits.ts';

/** Where to listen. `isPortFixed`: the operator named the port, so no other one will do. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly isPortFixed: boolean;
}

/** Listens and gives the address for people. Rejects with the system's error when no port can be had. */
export async function listen(server: FastifyInstance, { host, port, isPortFixed }: ListenOptions): Promise<string> {
  const lastPort = isPortFixed ? port : Math.min(65_535, port + MAX_PORT_TRIES);
  for (let tried = port; ; tried += 1) {
    try {
      return await server.listen({ host, port: tried, listenTextResolver: (address) => address });
    } catch (error) {
      if (!isPortTaken(error) || tried >= lastPort) throw error;
    }
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
