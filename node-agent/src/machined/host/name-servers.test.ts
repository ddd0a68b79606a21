/** Name servers of all sorts, on the loopback. */
import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { askNameServers } from './name-servers.ts';

const sockets: Socket[] = [];
after(() => {
  for (const socket of sockets) socket.close();
});

const RCODE = { noError: 0, serverFailure: 2, nameError: 3, refused: 5 };

/** Answers every question with that code, and questions of the A kind with that address. */
async function serverThat(rcode: number | undefined, address?: readonly number[]): Promise<string> {
  const socket = createSocket('udp4');
  sockets.push(socket);
  socket.on('message', (question, from) => {
    if (rcode === undefined) return;
    const end = question.indexOf(0, 12) + 5;
    const isA = question.readUInt16BE(end - 4) === 1;
    const answers = address !== undefined && isA ? 1 : 0;
    const header = Buffer.alloc(12);
    question.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | rcode, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answers, 6);
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...(address ?? [])]);
    const answer = Buffer.concat([header, question.subarray(12, end), ...(answers === 1 ? [record] : [])]);
    socket.send(answer, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return `127.0.0.1:${socket.address().port}`;
}

const results = async (servers: readonly string[], name: string) =>
  (await askNameServers(servers, name, new AbortController().signal, 300)).map(({ result }) => result);

test('each server is told of by itself, in the order of the configuration', async () => {
  const servers = [
    await serverThat(undefined),
    await serverThat(RCODE.noError, [10, 1, 2, 3]),
    await serverThat(RCODE.nameError),
    await serverThat(RCODE.refused),
    await serverThat(RCODE.serverFailure),
  ];
  const answers = await askNameServers(servers, 'registry.example', new AbortController().signal, 300);
  assert.deepEqual(
    answers.map(({ server, result, addresses }) => [server, result, addresses]),
    [
      [servers[0], 'silent', []],
      [servers[1], 'answered', ['10.1.2.3']],
      [servers[2], 'no-such-name', []],
      [servers[3], 'refused', []],
      [servers[4], 'server-failed', []],
    ],
  );
});

test('without a name the root is asked for, and no answer of it is as good as an answer', async () => {
  assert.deepEqual(await results([await serverThat(RCODE.noError), await serverThat(RCODE.nameError)], ''), [
    'answered',
    'no-such-name',
  ]);
  assert.deepEqual(await results([], ''), []);
});

test('nobody at that address is told, and a caller who leaves ends it', async () => {
  const gone = createSocket('udp4').bind(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address();
  gone.close();
  assert.deepEqual(await results([`127.0.0.1:${port}`], 'a.example'), ['unreachable']);
  const leaving = new AbortController();
  const asked = askNameServers([await serverThat(undefined)], 'a.example', leaving.signal, 60_000);
  leaving.abort(new Error('left'));
  await assert.rejects(asked, /left/);
});
