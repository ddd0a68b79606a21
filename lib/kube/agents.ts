import { createHash } from 'node:crypto';
import * as http from 'node:http';
import * as https from 'node:https';
import type { TlsMaterial } from './access.ts';

/**
 * One keep-alive connection pool for as long as the TLS material stays the same.
 *
 * client-node makes a pool per request when a CA is set, which is a handshake a request (300 lists, 300 connections);
 * and a pool that is kept for ever would go on trusting an old CA. So the pool is keyed by the bytes.
 */
export class AgentPool {
  readonly #server: URL;
  #current: { readonly id: string; readonly agent: http.Agent } | undefined;

  constructor(server: URL) {
    this.#server = server;
  }

  get(tls: TlsMaterial): http.Agent {
    const id = identityOf(tls);
    if (this.#current?.id === id) return this.#current.agent;
    // requests under way keep their sockets; the old pool only must not wait for new ones
    if (this.#current) closeIdle(this.#current.agent);
    const shared: http.AgentOptions = {
      keepAlive: true,
      // TCP probes after 30 s, so that load balancers with a 60 s idle limit do not forget a quiet watch
      keepAliveMsecs: 30_000,
      maxFreeSockets: 16,
      scheduling: 'lifo',
    };
    const agent = this.#server.protocol === 'https:' ? new https.Agent({ ...shared, ...tls }) : new http.Agent(shared);
    this.#current = { id, agent };
    return agent;
  }

  close(): void {
    this.#current?.agent.destroy();
    this.#current = undefined;
  }
}

function identityOf(tls: TlsMaterial): string {
  const hash = createHash('sha256');
  for (const part of [tls.ca, tls.cert, tls.key, tls.servername, String(tls.rejectUnauthorized)]) {
    const bytes = Buffer.from(part ?? '');
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

function closeIdle(agent: http.Agent): void {
  for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
}
