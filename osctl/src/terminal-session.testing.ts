/** A program in a real terminal, which util-linux' script gives it; what it writes comes out of a pipe. */
import { type ChildProcess, spawn } from 'node:child_process';

export class TerminalSession {
  readonly #child: ChildProcess;
  #output = '';
  readonly #watchers = new Set<() => void>();
  readonly ended: Promise<void>;

  /** `command` is for /bin/sh; the terminal has 80 columns and 20 rows. The first line is `pid=` and the shell's. */
  constructor(command: string, env: Readonly<Record<string, string | undefined>>) {
    this.#child = spawn('script', ['-qfec', `stty cols 80 rows 20; echo "pid=$$"; ${command}`, '/dev/null'], {
      env: { ...process.env, TERM: 'xterm', SHELL: '/bin/sh', ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString('utf8');
      for (const tell of this.#watchers) tell();
    });
    this.ended = new Promise((resolve) => this.#child.on('close', () => resolve()));
  }

  get output(): string {
    return this.#output;
  }

  /** Resolves once it is there, from `after` on. Errors: the program ended without. */
  async sees(pattern: RegExp, after = 0): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#output.slice(after));
      if (found !== null) return found;
      await new Promise<void>((resolve, reject) => {
        const tell = (): void => {
          this.#watchers.delete(tell);
          resolve();
        };
        this.#watchers.add(tell);
        void this.ended.then(() => reject(new Error(`ended without ${pattern}: ${this.#output}`)));
      });
    }
  }

  type(keys: string): void {
    this.#child.stdin?.write(keys);
  }
}
