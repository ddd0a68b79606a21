/**
 * What a command may touch: everything comes in by this value, so that a test can hand in its own.
 */
import type { Readable } from 'node:stream';
import type { ConfigFile } from './config/file.ts';
import type { OutputFormat } from './output/format.ts';

export interface Writer {
  write(data: string | Uint8Array): void;
  /** Resolves once the reader has taken enough of what was written: streams wait for it, so that nothing piles up. */
  drained(signal: AbortSignal): Promise<void>;
  readonly isTTY: boolean;
  readonly columns: number;
  /** Of the terminal; where there is none, as many as there are lines. */
  readonly rows: number;
}

/** Flags that every command has. */
export interface GlobalOptions {
  /** Nodes to ask: addresses or names. Empty: those of the context. */
  readonly nodes: readonly string[];
  /** Name or address of the node through whose tunnel the others are reached; undefined: directly. */
  readonly via: string | undefined;
  /** Name of the context; undefined: the current one. */
  readonly context: string | undefined;
  readonly output: OutputFormat;
  /** Bound on each unary call, ms. */
  readonly timeoutMs: number;
}

/** Standard input: bytes, and where it is a terminal whose keys are read one by one, the switch for that. */
export type Input = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };

export interface CommandContext {
  readonly stdout: Writer;
  readonly stderr: Writer;
  /** Opened by the first who asks: most commands leave it alone. */
  readonly stdin: () => Input;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly config: ConfigFile;
  readonly options: GlobalOptions;
  /** Told when a context is used whose certificate has half of its life behind it. */
  readonly onDue?: (due: DueContext) => void;
}

/** A context by name, and the certificate that it had. */
export interface DueContext {
  readonly name: string;
  readonly certificate: string;
}

/**
 * Exit codes, for scripts.
 *
 * 0 everything was done; 1 it failed, on at least one node; 2 the command line or the configuration is wrong, nothing was
 * tried; 130 interrupted. `debug` ends with that of the program it ran, which may be any up to 255.
 */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;
export type ExitCode = number;

/** The command line or a file it names is wrong: nothing was tried. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
