import type { Phase } from '../machine/sequencer.ts';

/** What differs between a node in a container and one on metal. Everything else is the same program. */
export interface Platform {
  readonly kind: 'container' | 'metal';
  /** What the ground needs before there is a config. Each phase may run on a ground that is prepared already (machined restarted). */
  readonly phases: readonly Phase[];
  /** This node's address within the cluster; one of `preferred` where the node has it. Errors: the node has none. */
  address(preferred: readonly string[]): string;
  /** Ends this process and with it the node's boot. */
  power(how: 'reboot' | 'power-off'): never;
}
