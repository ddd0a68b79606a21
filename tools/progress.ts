import * as cliProgress from 'cli-progress';

/**
 * One long step that is being shown. `done` and `fail` end it; a task that ended ignores what follows.
 */
export interface ProgressTask {
  /** `done` in the task's unit, `message` what it is at right now. */
  update(done: number, message?: string): void;
  done(message?: string): void;
  fail(message?: string): void;
}

/**
 * Shows long steps: bars on a terminal, plain lines elsewhere (a log wants one line where a step starts and one where
 * it ends, not a thousand).
 *
 * Guarantees: writes nothing after `stop()`; never throws.
 */
export interface Progress {
  task(name: string, total?: number, unit?: 'bytes' | 'steps'): ProgressTask;
  /** A line of its own, above the bars where there are any. */
  log(line: string): void;
  stop(): void;
}

export interface ProgressOptions {
  readonly stream?: NodeJS.WriteStream;
  /** Milliseconds, monotonic. */
  readonly now?: () => number;
}

/** Bars when `stream` (standard error unless said) is a terminal, lines otherwise. */
export function createProgress(options: ProgressOptions = {}): Progress {
  const stream = options.stream ?? process.stderr;
  const now = options.now ?? (() => performance.now());
  return stream.isTTY ? barProgress(stream, now) : lineProgress((line) => stream.write(`${line}\n`), now);
}

/** For callers that show nothing. */
export function silentProgress(): Progress {
  return {
    task: () => ({ update() {}, done() {}, fail() {} }),
    log() {},
    stop() {},
  };
}

/** Plain lines: start, at most one every ten seconds in between, end. */
export function lineProgress(write: (line: string) => void, now: () => number): Progress {
  const quietMs = 10_000;
  let stopped = false;
  const print = (line: string) => {
    if (!stopped) {
      write(line);
    }
  };
  return {
    task(name, total, unit = 'steps') {
      const start = now();
      let last = start;
      let open = true;
      print(`${name} …`);
      const end = (line: string) => {
        if (open) {
          open = false;
          print(line);
        }
      };
      return {
        update(done, message) {
          if (!open || now() - last < quietMs) {
            return;
          }
          last = now();
          print(`${name}: ${amount(done, total, unit)}${message ? ` ${message}` : ''}`);
        },
        done: (message) => end(`${name}: done in ${seconds(now() - start)}${message ? `, ${message}` : ''}`),
        fail: (message) => end(`${name}: failed after ${seconds(now() - start)}${message ? `: ${message}` : ''}`),
      };
    },
    log: print,
    stop() {
      stopped = true;
    },
  };
}

function barProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
  const bars = new cliProgress.MultiBar(
    { stream, hideCursor: true, clearOnComplete: false, gracefulExit: false, stopOnComplete: false, forceRedraw: true },
    cliProgress.Presets.shades_classic,
  );
  let stopped = false;
  return {
    task(name, total, unit = 'steps') {
      const start = now();
      let open = true;
      // Without a known end there is no bar, only what is being done and for how long.
      const format = total === undefined ? ' {name} {state}' : ' {name} {bar} {percentage}% {state}';
      const bar = bars.create(total ?? 1, 0, { name, state: '' }, { format });
      const end = (state: string) => {
        if (!open || stopped) {
          return;
        }
        open = false;
        bar.update(total ?? 1, { name, state });
        bars.remove(bar);
        bars.log(`${name}: ${state}\n`);
        bars.update();
      };
      return {
        update(done, message) {
          if (open && !stopped) {
            bar.update(total === undefined ? 0 : Math.min(done, total), {
              name,
              state: `${amount(done, total, unit)} ${seconds(now() - start)} ${(message ?? '').slice(0, 60)}`,
            });
          }
        },
        done: (message) => end(`done in ${seconds(now() - start)}${message ? `, ${message}` : ''}`),
        fail: (message) => end(`failed after ${seconds(now() - start)}${message ? `: ${message}` : ''}`),
      };
    },
    log(line) {
      if (!stopped) {
        bars.log(`${line}\n`);
        bars.update();
      }
    },
    stop() {
      if (!stopped) {
        stopped = true;
        bars.stop();
      }
    },
  };
}

function amount(done: number, total: number | undefined, unit: 'bytes' | 'steps'): string {
  const show = unit === 'bytes' ? (n: number) => `${(n / 1e6).toFixed(1)} MB` : (n: number) => String(n);
  return total === undefined ? show(done) : `${show(done)} of ${show(total)}`;
}

function seconds(ms: number): string {
  return ms < 60_000
    ? `${(ms / 1000).toFixed(1)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
