/**
 * How much the requests of open calls may take together. A call's own limit is that of a message, and many can be open: what a client has
 * begun to say in all of them would be more than there is.
 */
import { RpcError } from './error.ts';

/** Two of the largest. */
const OF_CLIENT = 8 << 20;
const OF_ALL = 32 << 20;
/** Of each call, not counted: a usual request is smaller and is never refused because of others. */
const SMALL = 16 << 10;

export class RequestMemory {
  readonly #clients = new Map<string, number>();
  #all = 0;

  /** For a call of that client. */
  share(client: string): RequestShare {
    return new RequestShare((bytes) => this.#add(client, bytes));
  }

  #add(client: string, bytes: number): void {
    const own = (this.#clients.get(client) ?? 0) + bytes;
    if (bytes > 0 && (own > OF_CLIENT || this.#all + bytes > OF_ALL)) {
      const whose =
        own > OF_CLIENT
          ? `the open calls of one client take more than ${OF_CLIENT >> 20} MiB`
          : 'all open calls take too much';
      throw new RpcError('RESOURCE_EXHAUSTED', `the requests of ${whose}; let some of them end`, {
        reason: 'TOO_MANY_BYTES',
      });
    }
    this.#all += bytes;
    if (own === 0) this.#clients.delete(client);
    else this.#clients.set(client, own);
  }
}

/** What one call takes. */
export class RequestShare {
  readonly #add: (bytes: number) => void;
  #counted = 0;
  #over = false;

  constructor(add: (bytes: number) => void) {
    this.#add = add;
  }

  /** Now so many bytes. Errors: RESOURCE_EXHAUSTED, and it is as before. */
  set(bytes: number): void {
    if (this.#over) return;
    const counted = Math.max(0, bytes - SMALL);
    this.#add(counted - this.#counted);
    this.#counted = counted;
  }

  /** The call is over. */
  end(): void {
    this.set(0);
    this.#over = true;
  }
}
