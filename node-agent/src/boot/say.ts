import { writeSync } from 'node:fs';

/** One line of JSON on the container's output, as the agent's own logs are. Synchronous: the next statement may end the process. */
export function say(part: 'launcher' | 'guard', msg: string, fields: Readonly<Record<string, unknown>> = {}): void {
  const line = JSON.stringify({ level: 30, time: Date.now(), name: part, ...fields, msg });
  try {
    writeSync(1, `${line}\n`);
  } catch {
    // An output that nobody takes must not stop a boot.
  }
}
