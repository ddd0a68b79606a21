/**
 * apid: the only listener of the OS API, on :50000, and of the node's metrics, on :50002. Runs as its own user with a read-only root, its keys and machined's socket.
 *
 * Usage: apid [config.json]; TALOS_APID_CONFIG names it too. The certificates are beside it: server.crt, server.key, ca.crt.
 */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Clock, systemClock } from '@talos/lib/control/clock.ts';
import { returnMemory } from '@talos/lib/control/memory.ts';
import type { ServerTls } from '@talos/lib/rpc/listener.ts';
import { type Logger, pino } from 'pino';
import { type ApidConfig, parseConfig } from './config.ts';
import { Door } from './door.ts';
import { MetricsDoor } from './metrics.ts';
import { heapTrimmer } from './trim.ts';

const DEFAULT_CONFIG = '/run/talos/apid/config.json';
const DEFAULT_SOCKET = '/run/talos/machined/machined.sock';
/** A rotation of the authorities waits for this several times. */
const RELOAD_EVERY_MS = 2_000;
const MISSING_RETRY_MS = 250;
/** For calls that are about to end; what is still open then is a watch, which would never end and holds up the node's reboot. */
const GRACE_MS = 500;

interface Files {
  readonly tls: ServerTls;
  readonly config: ApidConfig;
  /** Of what was on disk before it was read, to see a change. */
  readonly generation: string;
}

const pathsOf = (configPath: string): readonly string[] => [
  ...['server.crt', 'server.key', 'ca.crt'].map((name) => join(dirname(configPath), name)),
  configPath,
];

/** Another one when a file was written anew: that is a rename, which gives it another inode. Reading all of them takes 50 times as long. */
function generationOf(configPath: string): string {
  const stats = pathsOf(configPath).map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return stats.map((stat) => `${stat?.ino} ${stat?.mtimeNs} ${stat?.size}`).join();
}

async function readFiles(configPath: string): Promise<Files> {
  const generation = generationOf(configPath);
  const texts = await Promise.all(pathsOf(configPath).map((path) => readFile(path, 'utf8')));
  const [cert = '', key = '', ca = '', config = ''] = texts;
  return { tls: { cert, key, ca }, config: parseConfig(config), generation };
}

/** machined writes the files as soon as it has a certificate, which on a worker needs a control plane. */
async function firstFiles(configPath: string, logger: Logger, clock: Clock, signal: AbortSignal): Promise<Files> {
  for (let said = false; ; said = true) {
    try {
      return await readFiles(configPath);
    } catch (err) {
      if (!said) logger.warn({ err, path: configPath }, 'waiting for certificate and configuration');
      await clock.sleep(MISSING_RETRY_MS, signal);
    }
  }
}

export async function runApid(options: {
  readonly configPath: string;
  readonly address: string;
  readonly metricsAddress: string;
  readonly machined: string;
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { configPath, logger, signal } = options;
  const clock = options.clock ?? systemClock;
  let files = await firstFiles(configPath, logger, clock, signal);
  const door = new Door({
    ...files,
    machined: options.machined,
    clock,
    log: (message, fields) => logger.info(fields, message),
  });
  const metrics = new MetricsDoor({ ...files, machined: options.machined, clock });
  try {
    logger.info(
      { address: await listen(door, options.address), metrics: await listen(metrics, options.metricsAddress) },
      'listening',
    );
    for (;;) {
      await clock.sleep(RELOAD_EVERY_MS, signal);
      try {
        if (generationOf(configPath) === files.generation) continue;
        const latest = await readFiles(configPath);
        for (const one of [door, metrics]) {
          one.replaceTls(latest.tls);
          one.replaceConfig(latest.config);
        }
        files = latest;
        logger.info({ members: latest.config.members.length }, 'certificate and configuration reloaded');
      } catch (err) {
        // half-written or broken: what is in force stays
        logger.warn({ err }, 'reload failed');
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    // Also when only one of the two could be opened: half of apid is none, and machined starts it again.
    await Promise.all([door.close(GRACE_MS), metrics.close()]);
  }
}

/** Both families where the kernel has both. */
async function listen(door: Pick<Door, 'listen'>, address: string): Promise<string> {
  try {
    return await door.listen(address);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAFNOSUPPORT' || !address.startsWith('[::]:')) throw error;
    return await door.listen(address.replace('[::]', '0.0.0.0'));
  }
}

if (import.meta.main) {
  const logger = pino({ base: { program: 'apid' } }, pino.destination({ sync: true }));
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  void returnMemory({ clock: systemClock, signal: stop.signal, trim: heapTrimmer() });
  try {
    await runApid({
      configPath: process.argv[2] ?? process.env['TALOS_APID_CONFIG'] ?? DEFAULT_CONFIG,
      address: process.env['TALOS_APID_ADDRESS'] ?? '[::]:50000',
      metricsAddress: process.env['TALOS_APID_METRICS_ADDRESS'] ?? '[::]:50002',
      machined: process.env['TALOS_MACHINED_SOCKET'] ?? DEFAULT_SOCKET,
      logger,
      signal: stop.signal,
    });
  } catch (err) {
    if (!stop.signal.aborted) {
      logger.fatal({ err }, 'ended');
      process.exitCode = 1;
    }
  } finally {
    stop.abort();
  }
}
