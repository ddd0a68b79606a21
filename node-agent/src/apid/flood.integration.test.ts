/** The real apid, as a node starts it, among strangers. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { bundle } from '@talos/image/bundle.ts';
import { PASSING_ON_FLAGS, smallNodeFlags } from '@talos/lib/control/memory.ts';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { type Flood, MANY_ADDRESSES, startFlood } from '@talos/lib/rpc/flood.testing.ts';
import { RpcServer } from '@talos/lib/rpc/server.ts';
import { osClient, osServer } from '@talos/lib/trust/profiles.ts';
import { createCA, issue } from '@talos/lib/trust/x509.ts';
import { System } from '@talos/proto/gen/osctl/v1alpha1.ts';

const HOUR_MS = 3_600_000;

describe('apid among strangers', { timeout: 240_000 }, () => {
  let directory: string;
  let apid: ChildProcess;
  let port: number;
  let machined: RpcServer;
  let tls: { readonly ca: string; readonly cert: string; readonly key: string };
  let lines = 0;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'talos-flood-'));
    const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: HOUR_MS });
    const server = await issue({
      ca,
      ...osServer({ nodeName: 'n', addresses: ['127.0.0.1'], controlPlane: false }),
    });
    const client = await issue({ ca, ...osClient({ role: 'os:reader', subject: 'ann' }) });
    tls = { ca: ca.cert, cert: client.certPem, key: client.keyPem };
    machined = new RpcServer({ trustForwardedIdentity: true }).add(System, { version: async () => ({}) });
    await machined.listen(`unix:${join(directory, 'machined.sock')}`);
    const write = (name: string, content: string | Uint8Array) => writeFile(join(directory, name), content);
    await Promise.all([
      write('ca.crt', ca.cert),
      write('server.crt', server.certPem),
      write('server.key', server.keyPem),
      write('config.json', '{}'),
      write('apid.mjs', (await bundle('node-agent/src/apid/main.ts')).content),
    ]);
    apid = spawn(
      process.execPath,
      [...smallNodeFlags(64), ...PASSING_ON_FLAGS, join(directory, 'apid.mjs'), join(directory, 'config.json')],
      {
        env: {
          MALLOC_ARENA_MAX: '2',
          TALOS_APID_ADDRESS: '127.0.0.1:0',
          TALOS_APID_METRICS_ADDRESS: '127.0.0.1:0',
          TALOS_MACHINED_SOCKET: join(directory, 'machined.sock'),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const listening = Promise.withResolvers<string>();
    apid.once('exit', (code, signal) => listening.reject(new Error(`apid ended early: ${signal ?? code}`)));
    createInterface({ input: apid.stdout! }).on('line', (line) => {
      lines++;
      const { msg, address } = JSON.parse(line) as { readonly msg: string; readonly address?: string };
      if (msg === 'listening') listening.resolve(address!);
    });
    port = Number((await listening.promise).split(':')[1]);
  });

  after(async () => {
    apid.kill('SIGKILL');
    await machined.close();
    await rm(directory, { recursive: true, force: true });
  });

  /**
   * A client that comes anew, as osctl does, and once: turned away is failed. It has no deadline of its own, for how long an answer
   * takes says how busy this computer is.
   */
  const ask = async (): Promise<void> => {
    using channel = openChannel({ address: `127.0.0.1:${port}`, tls });
    await createClient(System, channel).version({}, { timeoutMs: 0 });
  };
  /** The most that the process ever had, in MB. */
  const peak = async (): Promise<number> => {
    const status = await readFile(`/proc/${apid.pid}/status`, 'utf8');
    return (Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024) / 1e6;
  };

  const floods = [
    { kind: 'silent', from: MANY_ADDRESSES, connections: 10_000, atOnce: 10_000 },
    { kind: 'stalled', from: MANY_ADDRESSES, connections: 3_000, atOnce: 1_000 },
    { kind: 'handshake', from: ['127.0.0.3'], connections: 1_000, atOnce: 200 },
    { kind: 'handshake', from: MANY_ADDRESSES, connections: 3_000, atOnce: 1_000 },
  ] as const satisfies readonly Omit<Flood, 'port'>[];
  for (const flood of floods) {
    const { kind, from, connections, atOnce } = flood;
    it(`turns no client away during ${connections} ${kind} connections, ${atOnce} at once, of addresses: ${from.length}, and stays small`, async (t) => {
      await ask();
      const before = { peak: await peak(), lines };
      const strangers = startFlood({ ...flood, port });
      let stands = false;
      const standing = strangers.stands.finally(() => {
        stands = true;
      });
      standing.catch(() => {}); // thrown below, once an answer under way has come
      /** In milliseconds. */
      const answers: number[] = [];
      const askAgain = async (): Promise<void> => {
        const startedMs = performance.now();
        await ask();
        answers.push(performance.now() - startedMs);
      };
      try {
        while (!stands) await askAgain();
        await standing;
        // Strangers do not stop coming: these, too, are answers among them.
        for (let i = 0; i < 30; i++) await askAgain();
      } finally {
        await strangers.stop();
      }
      const grown = (await peak()) - before.peak;
      t.diagnostic(
        `${answers.length} answers, slowest ${Math.max(...answers).toFixed(0)} ms; peak ${(await peak()).toFixed(0)} MB, grown by ${grown.toFixed(0)} MB`,
      );
      assert.ok(grown < 64, `apid has grown by ${grown.toFixed(0)} MB`);
      assert.ok(lines - before.lines < 100, `${lines - before.lines} lines logged`);
    });
  }
});
