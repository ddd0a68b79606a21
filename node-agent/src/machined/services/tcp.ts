import { connect } from 'node:net';

/** Resolves when something accepts there. Errors: why not. */
export const connectTo = (
  target: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ ...target, signal } as Parameters<typeof connect>[0] & object);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', (error) =>
      reject(new Error(`no connection to ${target.host}:${target.port}: ${error.message}`)),
    );
  });
