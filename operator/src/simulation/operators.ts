/** The operators: the real one, started on its nodes as a DaemonSet would, killed with them, and started again. */
import { pino } from 'pino';
import { runOperator } from '../operator.ts';
import { Wire } from './network.ts';
import type { Death } from './scenario.ts';
import type { World } from './world.ts';

/** Two can show all that several can: more only take longer. */
const MOST = 2;

export class Operators {
  readonly #world: World;
  readonly #deaths: Death[];
  readonly #running = new Map<string, Wire>();
  readonly #startsAt = new Map<string, number>();
  readonly #logger;
  /** Faults of an operator itself: it may be killed, but it must not end by itself. */
  readonly failures: unknown[] = [];
  #lives = 0;

  constructor(world: World, deaths: readonly Death[], told: boolean) {
    this.#world = world;
    this.#deaths = [...deaths];
    const write = (line: string) => {
      const { level, msg, err, time: _, pid: __, hostname: ___, reconcileID: ____, life, ...rest } = JSON.parse(line);
      if (level >= 30 || told)
        world.tell(life, () => `${msg} ${JSON.stringify(rest)}${err === undefined ? '' : `: ${err.message}`}`);
    };
    this.#logger = told ? pino({ level: 'info' }, { write }) : pino({ level: 'silent' });
    world.runsOperator = (node) => this.#running.has(node);
  }

  get wires(): readonly Wire[] {
    return [...this.#running.values()];
  }

  /** Does something later, in the world's time. */
  after(ms: number, act: () => void): void {
    this.#world.clock.sleep(ms, new AbortController().signal).then(act);
  }

  /** Once a second. */
  tick(): void {
    const { clock, cluster, dice } = this.#world;
    const now = clock.monotonic();
    const homes = cluster.nodes.filter(({ role }) => role === 'control-plane').slice(0, MOST);
    for (const node of homes) {
      const wire = this.#running.get(node.name);
      const runs =
        clock.now() >= node.downUntil && clock.now() >= node.kubeletAt && node.running.behaviour !== 'no-kubelet';
      if (!runs) {
        wire?.kill(`its node ${node.name} is down`);
        this.#startsAt.set(node.name, now + dice.between(1_000, 5_000));
      } else if (wire === undefined && now >= (this.#startsAt.get(node.name) ?? 0)) this.#start(node.name);
    }
    for (const wire of this.#running.values()) wire.tick();
  }

  killAll(): void {
    for (const wire of this.#running.values()) wire.kill('all are');
  }

  #start(node: string): void {
    const world = this.#world;
    this.#lives += 1;
    const life = `op-${this.#lives}@${node}`;
    const wire = new Wire(life, world, this.#deaths.shift());
    const stopping = new AbortController();
    wire.onKill(() => {
      stopping.abort(wire.signal.reason);
      this.#running.delete(node);
      this.#startsAt.set(node, world.clock.monotonic() + world.dice.between(1_000, 8_000));
    });
    this.#running.set(node, wire);
    world.tell(life, () => 'starts');
    runOperator(
      {
        transport: wire.transport,
        clock: wire.clock,
        logger: this.#logger.child({ life }),
        node,
        identity: node,
        createAgents: (term) => wire.agents(term),
        // as by default, but asked for half as often
        lease: { leaseDurationMs: 15_000, renewDeadlineMs: 10_000, retryPeriodMs: 4_000 },
      },
      stopping.signal,
    ).then(
      () => {
        if (!wire.isDead) this.failures.push(new Error(`${life} ended by itself`));
      },
      (error: unknown) => {
        if (!wire.isDead) this.failures.push(error);
      },
    );
  }
}
