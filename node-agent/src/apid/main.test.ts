import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, it } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { type CertAndKey, createCA, issue, parseCertificate } from '@talos/lib/trust/x509.ts';
import { System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { pino } from 'pino';
import { runApid } from './main.ts';

const HOUR_MS = 3_600_000;

/** The log, with a way to wait for its next line of some message. */
function listening() {
  const lines: Record<string, unknown>[] = [];
  let wake = Promise.withResolvers<void>();
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()));
      wake.resolve();
      wake = Promise.withResolvers();
      done();
    },
  });
  const next = async (message: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const index = lines.findIndex((line) => line['msg'] === message);
      if (index >= 0) return lines.splice(0, index + 1).at(-1)!;
      await wake.promise;
    }
  };
  return { logger: pino({}, stream), next };
}

describe('apid as a program', () => {
  it('waits for its files, takes changed ones, keeps what works when they are broken, and ends on request', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'apid-main-'));
    const write = (name: string, content: string) => writeFile(join(directory, name), content);
    const clock = new FakeClock(Date.now());
    const { logger, next } = listening();
    const stop = new AbortController();
    const configPath = join(directory, 'config.json');
    const running = runApid({
      configPath,
      address: '127.0.0.1:0',
      metricsAddress: '127.0.0.1:0',
      machined: join(directory, 'nobody.sock'),
      logger,
      clock,
      signal: stop.signal,
    });
    try {
      await next('waiting for certificate and configuration');
      const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: 24 * HOUR_MS });
      const { certPem, keyPem } = await issue({
        ca,
        ...osServer({ nodeName: 'n', addresses: ['127.0.0.1'], controlPlane: false }),
      });
      await Promise.all([write('ca.crt', ca.cert), write('server.crt', certPem), write('server.key', keyPem)]);
      await write('config.json', '{}');
      const log = until(clock, 250, next('listening'));
      const address = String((await log)['address']);

      const ann = await client(ca);
      // Let in: the answer is the door's own, since there is no machined.
      await expectReason(address, ann, 'AGENT_UNAVAILABLE');

      await write('config.json', JSON.stringify({ deniedSerials: [parseCertificate(ann.cert).serial] }));
      await until(clock, 5_000, next('certificate and configuration reloaded'));
      await expectReason(address, ann, undefined);

      await write('config.json', '{"members": 5}');
      await until(clock, 5_000, next('reload failed'));
      await expectReason(address, ann, undefined);
      await expectReason(address, await client(ca), 'AGENT_UNAVAILABLE');
    } finally {
      stop.abort();
      await running;
      await rm(directory, { recursive: true });
    }
  });

  it('ends when one of its two addresses is taken, so that it is started again', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'apid-main-'));
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: 24 * HOUR_MS });
      const server = osServer({ nodeName: 'n', addresses: ['127.0.0.1'], controlPlane: false });
      const { certPem, keyPem } = await issue({ ca, ...server });
      const files = { 'ca.crt': ca.cert, 'server.crt': certPem, 'server.key': keyPem, 'config.json': '{}' };
      for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
      const { port } = other.address() as AddressInfo;
      const running = runApid({
        configPath: join(directory, 'config.json'),
        address: '127.0.0.1:0',
        metricsAddress: `127.0.0.1:${port}`,
        machined: join(directory, 'nobody.sock'),
        logger: pino({ level: 'silent' }),
        clock: new FakeClock(Date.now()),
        signal: new AbortController().signal,
      });
      await assert.rejects(running, /EADDRINUSE/);
    } finally {
      other.close();
      await rm(directory, { recursive: true, force: true });
    }
  });
});

/** Moves the clock on until what it waits for has happened. */
async function until<T>(clock: FakeClock, stepMs: number, promise: Promise<T>): Promise<T> {
  let done = false;
  const mark = () => {
    done = true;
  };
  promise.then(mark, mark);
  while (!done) await clock.advance(stepMs);
  return await promise;
}

async function client(ca: CertAndKey): Promise<{ ca: string; cert: string; key: string }> {
  const { certPem, keyPem } = await issue({
    ca,
    ...osClient({ role: 'os:reader', subject: 'ann', lifetimeMs: 12 * HOUR_MS }),
  });
  return { ca: ca.cert, cert: certPem, key: keyPem };
}

async function expectReason(
  address: string,
  tls: { ca: string; cert: string; key: string },
  reason: string | undefined,
): Promise<void> {
  using channel = openChannel({ address, tls });
  await assert.rejects(createClient(System, channel).version({}), { code: 'UNAVAILABLE', reason });
}
