/** Asking several nodes at once: answers, failures, streams, exit codes. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Files, Services, System, Tunnel } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { parse } from 'yaml';
import { ConfigFile } from '../config/file.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

let cluster: FakeCluster;
/** Targets of tunnels. */
const asked: string[] = [];
/** Bytes that are no UTF-8. */
const BINARY = Uint8Array.from({ length: 512 }, (_, index) => index % 256);

before(async () => {
  cluster = await FakeCluster.start();
  for (const [name, version] of [
    ['cp-1', '1.0.0'],
    ['worker-1', '1.1.0'],
  ] as const) {
    await cluster.node(
      name,
      serve(System, {
        version: async () => ({ version, kubernetesVersion: 'v1.37.2', digest: `sha256:${'ab'.repeat(32)}` }),
        async *kernelLog({ follow }, { signal }) {
          yield { timeMs: 0, line: Buffer.from(`${name} says \u001b[2Jhello`), source: 'kernel' };
          if (follow) await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
        },
      }),
      serve(Files, {
        async *read() {
          yield { data: BINARY };
          yield { data: BINARY };
        },
      }),
    );
  }
  const worker = (await new ConfigFile(cluster.configPath).load()).contexts['test']?.members['worker-1'] ?? '';
  await cluster.node(
    'gateway',
    serve(Tunnel, {
      async *connect(chunks, { signal }) {
        const incoming = chunks[Symbol.asyncIterator]();
        const { target } = (await incoming.next()).value;
        asked.push(target);
        if (target !== '127.0.0.1') {
          const message = `"${target}" is not a member of this cluster`;
          throw new RpcError('PERMISSION_DENIED', message, { reason: 'TARGET_NOT_MEMBER' });
        }
        const line = connect(Number(worker.split(':')[1]), '127.0.0.1');
        await once(line, 'connect', { signal });
        const rest = (async () => {
          for (let next = await incoming.next(); !next.done; next = await incoming.next()) line.write(next.value.data);
          line.end();
        })();
        for await (const data of line) yield { data: data as Buffer };
        await rest;
      },
    }),
  );
  await cluster.node(
    'small',
    serve(System, {
      version: async () => {
        throw new RpcError('PERMISSION_DENIED', 'Version needs os:reader', { reason: 'ROLE_TOO_SMALL' });
      },
      processes: () => new Promise(() => {}),
    }),
    serve(Services, { list: async () => ({ services: [] }) }),
  );
});
after(() => cluster.close());

test('several nodes answer in one table; the node is named', async () => {
  const { code, stdout, stderr } = await cluster.run(['-n', 'cp-1,worker-1', 'version']);
  assert.equal(stderr, '2 of 2 nodes answered\n');
  assert.equal(code, 0);
  assert.match(stdout, /^NODE +VERSION +KUBERNETES/);
  assert.match(stdout, /^cp-1 +1\.0\.0 +v1\.37\.2 +sha256:abababababab$/m);
  assert.match(stdout, /^worker-1 +1\.1\.0/m);
});

test('one bad node does not hide the others, and is told with what to do', async () => {
  const { code, stdout, stderr } = await cluster.run(['-n', 'cp-1', '-n', 'small', 'version']);
  assert.equal(code, 1);
  assert.match(stdout, /^cp-1 +1\.0\.0/m);
  assert.match(
    stderr,
    /node small \(127\.0\.0\.1:\d+\): System\.Version: .*Version needs os:reader; the role of this context/,
  );
  assert.match(stderr, /1 of 2 nodes answered; not: small/);
});

test('a node is reached by way of another, its own certificate checked at the end of it', async () => {
  const direct = await cluster.run(['-n', 'worker-1', 'version', '-o', 'json']);
  const viaTunnel = await cluster.run(['-n', 'worker-1', '--via', 'gateway', 'version', '-o', 'json']);
  assert.deepEqual([viaTunnel.code, viaTunnel.stderr, viaTunnel.stdout], [0, '', direct.stdout]);
  assert.deepEqual(asked, ['127.0.0.1']);
  // What comes out of the tunnel is another node than the one that was asked for.
  const other = await cluster.run(['-n', 'cp-1', '--via', 'gateway', 'version']);
  assert.equal(other.code, 1);
  assert.match(other.stderr, /node cp-1 .*(altname|Hostname)/i);
});

test('what is wrong with the way to a node is told, and whose it is', async () => {
  const { code, stderr } = await cluster.run(['-n', '10.99.0.1', '--via', 'gateway', 'version']);
  assert.equal(code, 1);
  assert.match(stderr, /node 10\.99\.0\.1: .*by way of gateway: "10\.99\.0\.1" is not a member/);
  const away = await cluster.run(['-n', 'cp-1', '--via', '127.0.0.1:1', 'version']);
  assert.match(away.stderr, /by way of 127\.0\.0\.1:1: .*ECONNREFUSED/);
});

test('a node that does not answer in time is told with the time that it had', async () => {
  const { code, stderr } = await cluster.run(['-n', 'small', '--timeout', '100ms', 'processes']);
  assert.equal(code, 1);
  assert.match(stderr, /it did not answer within 100ms; ask again with a longer --timeout/);
});

test('-o json and yaml are one document, in the order of -n, errors included', async () => {
  const json = await cluster.run(['-n', 'small,cp-1', '-o', 'json', 'version']);
  const answers = JSON.parse(json.stdout) as Record<string, Record<string, string>>[];
  assert.deepEqual(
    answers.map((one) => [one['node'], one['result']?.['version'], one['error']?.['code'], one['error']?.['reason']]),
    [
      ['small', undefined, 'PERMISSION_DENIED', 'ROLE_TOO_SMALL'],
      ['cp-1', '1.0.0', undefined, undefined],
    ],
  );
  const yaml = await cluster.run(['-n', 'small,cp-1', '-o', 'yaml', 'version']);
  assert.deepEqual(
    (parse(yaml.stdout) as { node: string }[]).map((one) => one.node),
    ['small', 'cp-1'],
  );
  assert.equal(yaml.code, 1);
});

test("streams of several nodes are interleaved under their names, and can't steer the terminal", async () => {
  const terminal = { columns: 80, rows: 24 };
  const { code, stdout } = await cluster.run(['-n', 'cp-1,worker-1', 'dmesg'], { terminal });
  assert.equal(code, 0);
  assert.deepEqual(stdout.trim().split('\n').sort(), [
    'cp-1  cp-1 says \\x1b[2Jhello',
    'worker-1  worker-1 says \\x1b[2Jhello',
  ]);
});

test('with -o json a stream is one object a line, bytes as text', async () => {
  const { stdout } = await cluster.run(['-n', 'cp-1', '-o', 'json', 'dmesg']);
  assert.deepEqual(JSON.parse(stdout), {
    node: 'cp-1',
    timeMs: 0,
    line: 'cp-1 says \u001b[2Jhello',
    source: 'kernel',
  });
});

test('Ctrl-C ends streams quietly with 130', async () => {
  const controller = new AbortController();
  const { code, stdout, stderr } = await cluster.run(['-n', 'cp-1,worker-1', 'dmesg', '-f'], {
    signal: controller.signal,
    onOutput: (text) => {
      if (text.split('\n').length === 3) controller.abort(new Error('interrupted'));
    },
  });
  assert.equal(code, 130);
  assert.equal(stdout.trim().split('\n').length, 2);
  assert.equal(stderr, '');
});

test('a stream whose node goes away is a failure of that node', async () => {
  await cluster.node(
    'gone',
    serve(System, {
      async *kernelLog(_request, { signal }) {
        yield { timeMs: 0, line: Buffer.from('last words') };
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    }),
  );
  let stopped: Promise<void> | undefined;
  const { code, stdout, stderr } = await cluster.run(['-n', 'gone', 'dmesg', '-f'], {
    onOutput: () => {
      stopped ??= cluster.stop('gone');
    },
  });
  await stopped;
  assert.equal(code, 1);
  assert.equal(stdout, 'last words\n');
  assert.match(stderr, /node gone/);
});

test('a file comes as it is, and of one node only', async () => {
  const chunks: Buffer[] = [];
  const { code } = await cluster.run(['-n', 'cp-1', 'cat', '/x'], {
    onOutput: (text) => chunks.push(Buffer.from(text)),
  });
  assert.equal(code, 0);
  assert.equal(chunks.at(-1)?.toString(), Buffer.concat([BINARY, BINARY]).toString());
  const two = await cluster.run(['-n', 'cp-1,worker-1', 'cat', '/x']);
  assert.equal(two.code, 2);
  assert.match(two.stderr, /about one node, 2 are named: cp-1, worker-1/);
});

test('what is wrong on the command line is exit code 2, and nothing is asked', async () => {
  for (const [argv, told] of [
    [['-n', 'cp-1', 'versoin'], /Did you mean version/],
    [['--timeout', 'soon', 'version'], /--timeout.*"soon" is not a duration such as 90s/],
    [['-n', 'cp-1', 'logs', 'kubelet', '--tail', '-1'], /--tail.*not a whole number/],
    [['version'], /no node is named: use -n/],
    [['--context', 'prod', 'version'], /there is no context "prod".*contexts: test/],
    [['-o', 'xml', 'version'], /Allowed choices are table, json, yaml/],
  ] as const) {
    const { code, stdout, stderr } = await cluster.run(argv);
    assert.equal(code, 2, argv.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, told);
  }
});

test('a certificate that is over is named before any node is asked', async () => {
  await cluster.saveContext({ now: Date.now() - 7_200_000 });
  const { code, stderr } = await cluster.run(['-n', 'cp-1', 'version']);
  await cluster.saveContext();
  assert.equal(code, 2);
  assert.match(stderr, /certificate of context test ended on .*osctl gen client/);
});

test('a group stands for its nodes, from its definition to its end', async () => {
  const groups = (...args: string[]) => cluster.run(['context', 'group', ...args]);
  assert.equal((await groups('set', 'edge', 'cp-1', 'worker-1')).code, 0);
  assert.equal(
    (await groups('list')).stdout,
    'GROUP  NODES\n@all   cp-1, worker-1, gateway, small, gone\n@edge  cp-1, worker-1\n',
  );
  const { stdout, stderr, code } = await cluster.run(['-n', '@edge', 'version']);
  assert.equal(code, 0);
  assert.match(stdout, /^NODE +VERSION[\s\S]*^worker-1 +1\.1\.0/m);
  assert.equal(stderr, '2 of 2 nodes answered\n');
  for (const [args, told] of [
    [['set', 'edge', 'cp-2'], /the context knows no node cp-2; it knows cp-1, worker-1, gateway, small, gone/],
    [['set', 'all', 'cp-1'], /@all is every node/],
    [['set', 'Edge!', 'cp-1'], /a to z, 0 to 9 and -/],
    [['remove', 'core'], /there is no group core; groups: edge/],
  ] as const) {
    const refused = await groups(...args);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, told);
  }
  assert.equal((await groups('remove', '@edge')).code, 0);
  assert.match((await cluster.run(['-n', '@edge', 'version'])).stderr, /there is no group @edge/);
});

test('a node that comes up while it is asked is asked again', async () => {
  let calls = 0;
  await cluster.node(
    'waking',
    serve(System, {
      version: async () => {
        if (++calls === 1) throw new RpcError('UNAVAILABLE', 'machined is not there yet');
        return { version: '1.0.0' };
      },
    }),
    serve(Services, {
      restart: async () => {
        calls++;
        throw new RpcError('UNAVAILABLE', 'machined is not there yet');
      },
    }),
  );
  assert.equal((await cluster.run(['-n', 'waking', 'version'])).code, 0);
  assert.equal(calls, 2);
  // What changes a node is not: it may have happened.
  assert.equal((await cluster.run(['-n', 'waking', 'service', 'restart', 'kubelet'])).code, 1);
  assert.equal(calls, 3);
});

test('the restart of the service that carries the call is told by what came of it', async () => {
  const apid = (pid: number) => ({
    service: { id: 'apid', state: 'ACTIVE' as const, health: 'HEALTHY' as const, pid },
  });
  const up = (pid: number, gone: () => void) =>
    cluster.node(
      'door',
      serve(Services, {
        get: async () => apid(pid),
        restart: ({ id: _id }, ctx) => {
          gone();
          return new Promise((_, reject) => ctx.signal.addEventListener('abort', () => reject(ctx.signal.reason)));
        },
      }),
    );
  let again: Promise<void> | undefined;
  await up(7, () => {
    again = cluster.stop('door').then(() => up(8, () => {}));
  });
  const { code, stdout, stderr } = await cluster.run(['-n', 'door', 'service', 'restart', 'apid']);
  await again;
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^apid +active +healthy .* 8$/m);
});
