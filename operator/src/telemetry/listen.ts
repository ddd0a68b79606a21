/** Where the operator's servers listen, and how they end. */
import type { Server } from 'node:net';

export interface Listening {
  /** The real one. */
  readonly port: number;
  /** Resolves when the signal has aborted and the port is free. */
  readonly closed: Promise<void>;
}

/** Of one node's kubelet, or of the few that scrape. */
const MAX_CONNECTIONS = 16;

/** Listens until the signal aborts; port 0 takes a free one. Errors: what listening fails with. */
export async function listenUntil(
  server: Server & { closeAllConnections(): void },
  where: { readonly port: number; readonly host?: string },
  signal: AbortSignal,
): Promise<Listening> {
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  if (signal.aborted) close();
  else signal.addEventListener('abort', close, { once: true });
  const bound = server.address();
  return { port: typeof bound === 'object' && bound !== null ? bound.port : where.port, closed };
}
