/** The dashboard as a value: keys and answers in, the lines of a screen out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Process, ServiceStatus, StatusResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { plain } from '../output/style.ts';
import { render, sparkline } from './render.ts';
import { type DashboardEvent, type DashboardState, initialState, reduce } from './state.ts';
import { keysOf } from './terminal.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const empty = new Uint8Array();

function answer(
  node: string,
  over: { readonly nowMs?: number; readonly cpuTimeMs?: number; readonly status?: object } = {},
): DashboardEvent {
  const service = (id: string, more: object = {}): ServiceStatus =>
    ({
      ...ServiceStatus.decode(empty),
      id,
      state: 'ACTIVE',
      health: 'HEALTHY',
      sinceMs: NOW - 3_600_000,
      ...more,
    }) as ServiceStatus;
  return {
    type: 'answer',
    node,
    nowMs: over.nowMs ?? NOW,
    status: {
      ...StatusResponse.decode(empty),
      role: node === 'cp-1' ? 'control-plane' : 'worker',
      stage: 'RUNNING',
      ready: true,
      version: '1.0.0',
      uptimeMs: 7_200_000,
      services: [
        service('kubelet'),
        service('containerd'),
        service('apid', { state: 'FAILED', health: 'UNHEALTHY', restarts: 3, message: 'exit \u001b[31m1' }),
      ],
      ...over.status,
    } as StatusResponse,
    processes: [
      {
        ...Process.decode(empty),
        pid: 1,
        executable: 'machined',
        commandLine: '/usr/bin/node machined',
        residentBytes: 80e6,
        proportionalBytes: 60e6,
        cpuTimeMs: over.cpuTimeMs ?? 1_000,
      } as Process,
      { ...Process.decode(empty), pid: 7, executable: 'kworker', residentBytes: 0, cpuTimeMs: 0 } as Process,
    ],
  };
}
const key = (name: string): DashboardEvent => ({ type: 'key', key: name });
const play = (...events: readonly DashboardEvent[]): DashboardState =>
  events.reduce(reduce, initialState('demo', ['cp-1', 'worker-1', 'worker-2']));
const screen = (state: DashboardState, columns: number, rows: number): string =>
  render(state, { columns, rows, nowMs: NOW + 2_000, paint: plain }).join('\n');

const ALL: readonly DashboardEvent[] = [
  answer('cp-1'),
  answer('worker-1'),
  answer('cp-1', { nowMs: NOW + 2_000, cpuTimeMs: 2_000 }),
  answer('worker-1', { nowMs: NOW + 2_000, status: { ready: false, unmet: ['kubelet is unhealthy'] } }),
  { type: 'failure', node: 'worker-2', error: 'node worker-2 (10.5.0.4): connect ECONNREFUSED' },
];

test('100×10: the nodes, what they do, and why one is not well', () => {
  assert.equal(
    screen(play(...ALL), 100, 10),
    `\
demo  1 of 3 ready  nodes                                                                  12:00:02Z
────────────────────────────────────────────────────────────────────────────────────────────────────
  NODE      ROLE           STAGE    VERSION  CPU    MEMORY  UP  WHY
› cp-1      control-plane  running  1.0.0    50%  57.2 MiB  2h
  worker-1  worker         running  1.0.0     0%  57.2 MiB  2h  kubelet is unhealthy
  worker-2                 away                                 node worker-2 (10.5.0.4): connect E…


────────────────────────────────────────────────────────────────────────────────────────────────────
n nodes  p processes  s services  l logs  q quit  │ ↑↓ choose  enter its services`,
  );
});

test('60×11: the services of the chosen node; what a node sends cannot steer the terminal', () => {
  assert.equal(
    screen(play(...ALL, key('down'), key('\r'), key('j')), 60, 11),
    `\
demo  1 of 3 ready  worker-1  services             12:00:02Z
────────────────────────────────────────────────────────────
not ready: kubelet is unhealthy
  SERVICE     STATE   HEALTH     RESTARTS  SINCE  MESSAGE
  apid        failed  unhealthy         3     1h  exit ?[31…
› containerd  active  healthy           0     1h
  kubelet     active  healthy           0     1h


────────────────────────────────────────────────────────────
n nodes  p processes  s services  l logs  q quit  │ ↑↓ choo…`,
  );
});

test('70×10: load over time and the processes that make it', () => {
  const busy = answer('cp-1', { nowMs: NOW + 4_000, cpuTimeMs: 6_000 });
  assert.equal(
    screen(play(...ALL, busy, key('p')), 70, 10),
    `\
demo  1 of 3 ready  cp-1  processes                          12:00:02Z
──────────────────────────────────────────────────────────────────────
ready
cpu          200%  ▂█
memory   57.2 MiB  ██
PID     CPU    MEMORY  COMMAND
  1  200.0%  57.2 MiB  /usr/bin/node machined
  7    0.0%       0 B  [kworker]
──────────────────────────────────────────────────────────────────────
n nodes  p processes  s services  l logs  q quit  │ ↑↓ scroll  ←→ node`,
  );
});

test("logs: the chosen service's, following the newest line until one scrolls back", () => {
  const target = { node: 'cp-1', id: 'apid' };
  const line = (text: string): DashboardEvent => ({ type: 'log', target, line: text });
  const lines = Array.from({ length: 9 }, (_, index) => line(`line ${index + 1}`));
  const state = play(...ALL, key('s'), key('l'), ...lines);
  assert.deepEqual(state.log, target);
  const body = (one: DashboardState) => screen(one, 60, 8).split('\n').slice(2, 6);
  assert.deepEqual(body(state), ['line 6', 'line 7', 'line 8', 'line 9']);
  const back = [key('up'), key('up'), line('line 10')].reduce(reduce, state);
  assert.deepEqual(body(back), ['line 4', 'line 5', 'line 6', 'line 7']);
  // Lines of a log that is no longer looked at are nothing.
  assert.deepEqual(reduce(reduce(back, key('right')), line('late')).logLines, []);
  assert.deepEqual(reduce(back, key('right')).log, { node: 'worker-1', id: 'apid' });
  const gone = reduce(back, { type: 'log-failure', target, error: 'node cp-1: gone' });
  assert.equal(body(gone)[0], 'node cp-1: gone');
  // Begun anew it brings its tail once more: nothing is shown twice.
  assert.deepEqual(reduce(reduce(gone, { type: 'log-begin', target }), line('line 10')).logLines, ['line 10']);
});

test('every size is filled to the row and never overrun, whatever is shown', () => {
  const states = ['n', 'p', 's', 'l'].map((name) => play(...ALL, key(name)));
  for (const state of [...states, play(), initialState('demo', [])]) {
    for (const [columns, rows] of [
      [1, 1],
      [39, 24],
      [40, 6],
      [80, 24],
      [250, 70],
    ] as const) {
      const lines = render(state, { columns, rows, nowMs: NOW, paint: plain });
      assert.ok(
        lines.every((one) => one.length <= Math.max(columns, 1)),
        `${columns}×${rows}`,
      );
      assert.ok(columns < 40 ? lines.length <= rows : lines.length === rows);
    }
  }
});

test('the chosen row stays in sight, and choosing stops at the ends', () => {
  const names = Array.from({ length: 40 }, (_, index) => `node-${index + 1}`);
  const down = Array.from({ length: 60 }, () => key('down'));
  const state = down.reduce(reduce, initialState('demo', names));
  assert.equal(state.node, 39);
  assert.match(screen(state, 80, 12), /^› node-40/m);
  assert.equal(reduce(state, key('right')).node, 0);
});

test('keys, arrows and what is neither', () => {
  assert.deepEqual(keysOf('q\u001b[A\u001bOBj\u001b[1;5Cx\u0003\u001b'), ['q', 'up', 'down', 'j', 'x', '\u0003']);
  assert.equal(play(key('q')).done, true);
  assert.equal(play(key('\u0003')).done, true);
  assert.equal(sparkline([0, 1, 2]), ' ▄█');
  assert.equal(sparkline([0, 0]), '  ');
});
