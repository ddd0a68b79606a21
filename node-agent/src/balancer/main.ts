/**
 * The API balancer as a program.
 *
 *     balancer --listen 127.0.0.1:7445 --members-file FILE [--prefer HOST:PORT]
 *     balancer --listen 0.0.0.0:6443 --members A:6443,B:6443
 */
import { readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@talos/lib/control/clock.ts';
import { returnMemory } from '@talos/lib/control/memory.ts';
import { startBalancer } from './balancer.ts';
import { parseMembers } from './members.ts';
import { apiServerReadiness, type ReadinessCheck } from './readiness.ts';

const readinessLimitMs = 2_000;

/** One JSON line an event, in pino's shape; pino itself would be a third of this process's memory. */
const log = (msg: string, fields: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify({ level: 30, time: Date.now(), name: 'balancer', msg, ...fields })}\n`);
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      listen: { type: 'string', default: '127.0.0.1:7445' },
      members: { type: 'string' },
      'members-file': { type: 'string' },
      prefer: { type: 'string' },
      'max-connections': { type: 'string', default: '4096' },
    },
  });
  const file = values['members-file'];
  if ((values.members === undefined) === (file === undefined)) {
    throw new Error('give either --members A:PORT,B:PORT or --members-file FILE');
  }
  let asking: Promise<ReadinessCheck> | undefined;
  const readiness: ReadinessCheck = async (address) => {
    asking ??= apiServerReadiness(readinessLimitMs);
    await (await asking)(address);
  };
  const balancer = await startBalancer({
    listen: values.listen,
    clock: systemClock,
    log,
    readiness,
    maxConnections: Number(values['max-connections']),
    ...(values.prefer === undefined ? {} : { prefer: values.prefer }),
  });

  let seen = '';
  const read = (): void => {
    try {
      const text = file === undefined ? (values.members as string).replaceAll(',', '\n') : readFileSync(file, 'utf8');
      if (text === seen) return;
      balancer.setMembers(parseMembers(text));
      seen = text;
    } catch (error) {
      // The members known so far stay: a file that is being replaced or is wrong must not cut the node off.
      log('members file not usable', { file, err: (error as Error).message });
    }
  };
  read();
  if (file !== undefined) {
    // The directory, not the file: each write replaces the inode. Polling as well, since inotify events may be lost.
    const changes = watch(dirname(file), (_event, name) => {
      if (name === null || name === basename(file)) read();
    });
    changes.on('error', () => undefined);
    setInterval(read, 5_000).unref();
  }
  log('listening', { listen: values.listen });

  void returnMemory({ clock: systemClock, signal: new AbortController().signal });

  const stop = (): void => void balancer.close().then(() => process.exit(0));
  // As PID 1 of its container it has no default actions for signals.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

main().catch((error: unknown) => {
  log('cannot start', { err: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
