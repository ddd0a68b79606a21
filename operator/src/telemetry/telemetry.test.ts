import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createMetrics } from './metrics.ts';
import { startProbeServer } from './server.ts';

describe('the probe server', () => {
  it('says whether loops move and caches have synced', async () => {
    const clock = new FakeClock();
    const stop = new AbortController();
    const heartbeat = createHeartbeat({ name: 'rollout', clock, boundMs: 60_000 });
    let waiting: string | undefined = 'the store of Node has not synced';
    const server = await startProbeServer({
      address: '127.0.0.1:0',
      stuck: () => heartbeat.stuck(),
      notReady: () => waiting,
      signal: stop.signal,
    });
    const ask = async (path: string, method = 'GET') => {
      const response = await fetch(`http://${server.address}${path}`, { method });
      return { status: response.status, text: await response.text() };
    };
    try {
      assert.equal((await ask('/healthz')).status, 200);
      assert.deepEqual(await ask('/readyz'), { status: 503, text: 'the store of Node has not synced\n' });
      waiting = undefined;
      assert.deepEqual(await ask('/readyz'), { status: 200, text: 'ok\n' });
      heartbeat.beat();
      clock.jumpWall(3_600_000);
      await clock.advance(60_000);
      assert.equal((await ask('/healthz')).status, 200);
      await clock.advance(1_000);
      assert.match((await ask('/healthz')).text, /rollout has not moved for 61 s/);
      assert.equal((await ask('/readyz')).status, 503);
      heartbeat.rest();
      assert.equal((await ask('/healthz')).status, 200);
      assert.equal((await ask('/metrics')).status, 404, 'those are not for everybody');
      assert.equal((await ask('/healthz', 'POST')).status, 405);
    } finally {
      stop.abort();
      await server.closed;
    }
    await assert.rejects(fetch(`http://${server.address}/healthz`));
  });
});

it('what was measured is told in Prometheus words, and nothing that is over', async () => {
  const metrics = createMetrics({ version: '1.2.3' });
  metrics.controller('rollout').reconciled?.('done', 30);
  metrics.agents.reachable?.(2, 3);
  metrics.agents.called?.('Status', 'OK', 4);
  metrics.step('drain', 'done', 1_500);
  metrics.leader(true);
  const phases = new Map([['Draining', 1]]);
  metrics.observe({
    nodesByPhase: () => phases,
    rolloutPhase: () => 'Progressing',
    blockedBy: () => [
      { code: 'WINDOW_CLOSED', owner: 'user', since: 9_000 },
      { code: 'WINDOW_CLOSED', owner: 'user', since: 5_000 },
    ],
    certificateEnd: () => 7_000,
  });
  const first = await metrics.registry.metrics();
  for (const line of [
    'talos_operator_build_info{version="1.2.3"} 1',
    'talos_operator_reconcile_duration_seconds_count{controller="rollout",result="done"} 1',
    'talos_operator_queue_depth{controller="rollout"} 0',
    'talos_operator_agents{reachable="false"} 1',
    'talos_operator_agent_call_duration_seconds_sum{method="Status",code="OK"} 0.004',
    'talos_operator_step_duration_seconds_sum{kind="drain",result="done"} 1.5',
    'talos_operator_leader 1',
    'talos_operator_nodes{phase="Draining"} 1',
    'talos_operator_rollout_phase{phase="Progressing"} 1',
    'talos_operator_blocked_by{code="WINDOW_CLOSED"} 2',
    'talos_operator_blocked_since_seconds{code="WINDOW_CLOSED",owner="user"} 5',
    'talos_operator_client_certificate_not_after_seconds 7',
  ]) {
    assert.ok(first.split('\n').includes(line), `${line} in ${first}`);
  }
  // a phase that no node is in any longer is gone, not stale
  phases.clear();
  assert.doesNotMatch(await metrics.registry.metrics(), /phase="Draining"/);
  const names = (await metrics.registry.getMetricsAsJSON()).map(({ name }) => name);
  assert.deepEqual(
    names.filter((name) => !name.startsWith('talos_operator_')),
    [],
  );
});
