/**
 * The standard health service. Ours, because the npm package reads its .proto from disk at run time, which a bundle
 * does not have, and brings a second protobufjs that makes code with `new Function`.
 */
import { Health, type HealthCheckResponse } from '@talos/proto/gen/grpc/health.ts';
import { RpcError } from './error.ts';
import type { Handlers } from './service.ts';

export interface HealthSource {
  /** undefined: no such service. The empty name is the whole server. */
  isServing(service: string): boolean | undefined;
  /** Yields whenever an answer of isServing may have changed, until the signal aborts. */
  changes(signal: AbortSignal): AsyncIterable<unknown>;
}

export function healthHandlers(source: HealthSource): Handlers<typeof Health.methods> {
  const status = (service: string): HealthCheckResponse['status'] | undefined => {
    const serving = source.isServing(service);
    return serving === undefined ? undefined : serving ? 'SERVING' : 'NOT_SERVING';
  };
  return {
    async check({ service }) {
      const now = status(service);
      if (now === undefined) throw new RpcError('NOT_FOUND', `there is no service ${JSON.stringify(service)} here`);
      return { status: now };
    },
    async *watch({ service }, { signal }) {
      let told = status(service) ?? 'SERVICE_UNKNOWN';
      yield { status: told };
      for await (const _change of source.changes(signal)) {
        const now = status(service) ?? 'SERVICE_UNKNOWN';
        if (now === told) continue;
        told = now;
        yield { status: now };
      }
    },
  };
}

export { Health };
