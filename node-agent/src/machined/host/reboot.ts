/**
 * machined's exit is the node's power cycle (container platform): tini passes the code on, the engine's policy `on-failure` restarts
 * everything but 0. A code that nobody chose must therefore never be 0; see the launcher's `--import`.
 */
export const EXIT = {
  powerOff: 0,
  /** Asked for: reboot, upgrade, the end of a failed trial. */
  reboot: 64,
  /** machined gave up on its own. */
  failed: 70,
} as const;

/** What a boot's init said as it went, as tini prints it with verbosity 2. */
export type InitExit =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string };

/** true: the end was in order, somebody asked for it. */
export function isOrderly(exit: InitExit): boolean {
  return exit.kind === 'exited' && (exit.code === EXIT.powerOff || exit.code === EXIT.reboot);
}
