/** osctl.v1alpha1.Etcd */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ApiDeps, EtcdNode } from './deps.ts';
import { invalid } from './input.ts';

type Methods = typeof api.Etcd.methods;

const KEPT_SNAPSHOTS = 3;
/** gRPC messages stay small, whatever etcd sends. */
const CHUNK = 256 * 1024;

export function etcdHandlers({
  etcd,
  config,
  nodeFiles,
}: Pick<ApiDeps, 'etcd' | 'config' | 'nodeFiles'>): Handlers<Methods> {
  const member = (): EtcdNode => {
    if (etcd !== undefined) return etcd;
    const planes = config.current().cluster.controlPlanes.join(', ');
    throw new RpcError('UNIMPLEMENTED', `this node is a worker and has no etcd; ask a control plane: ${planes}`, {
      reason: 'NOT_A_CONTROL_PLANE',
    });
  };
  /** Two at once would write the same file, and take each other's away. */
  let written: Promise<unknown> = Promise.resolve();
  return {
    async bootstrap(_request, ctx) {
      await member().bootstrap(ctx.signal);
      return {};
    },
    async status(_request, ctx) {
      return { ...(await member().status(ctx.signal)) };
    },
    async members(_request, ctx) {
      return { members: await member().members(ctx.signal) };
    },
    async *snapshot(_request, ctx) {
      const hash = createHash('sha256');
      for await (const { data, remainingBytes } of wholeSnapshot(member(), ctx.signal)) {
        for (let offset = 0; offset < data.length; offset += CHUNK) {
          const part = data.subarray(offset, offset + CHUNK);
          hash.update(part);
          yield { data: part, remainingBytes: remainingBytes + data.length - offset - part.length };
        }
      }
      yield { data: new Uint8Array(), remainingBytes: 0, sha256: hash.digest('hex') };
    },
    async snapshotToDisk(request, ctx) {
      if (!/^[a-z0-9]([a-z0-9-]{0,62})$/.test(request.name)) {
        throw invalid('name must be 1 to 63 lower-case letters, digits and hyphens');
      }
      const own = written.then(() => {
        ctx.signal.throwIfAborted();
        return writeSnapshot(member(), nodeFiles.snapshotsDir, request.name, ctx.signal);
      });
      written = own.catch(() => {});
      return own;
    },
    async moveLeader(_request, ctx) {
      return member().moveLeader(ctx.signal);
    },
  };
}

/** Errors: DATA_LOSS when the stream ends before etcd said that nothing remains. */
async function* wholeSnapshot(etcd: EtcdNode, signal: AbortSignal) {
  let remaining = Number.POSITIVE_INFINITY;
  for await (const part of etcd.snapshot(signal)) {
    remaining = part.remainingBytes;
    yield part;
  }
  if (remaining > 0) {
    throw new RpcError('DATA_LOSS', 'etcd ended the snapshot before its end; take it again', {
      reason: 'SNAPSHOT_CUT',
    });
  }
}

/** Guarantees: `<name>.db` is a whole snapshot or is not there; the newest three are kept. */
async function writeSnapshot(etcd: EtcdNode, directory: string, name: string, signal: AbortSignal) {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, `${name}.db`);
  const temporary = join(directory, `.${name}.tmp`);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(temporary, 'w', 0o600);
  try {
    for await (const { data } of wholeSnapshot(etcd, signal)) {
      hash.update(data);
      sizeBytes += data.length;
      await file.writeFile(data);
    }
    await file.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new RpcError('RESOURCE_EXHAUSTED', 'no space is left on the node for the snapshot', {
        reason: 'DISK_FULL',
        cause: error,
      });
    }
    throw error;
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(directory, 'r');
  await folder.sync().finally(() => folder.close());
  await removeOld(directory);
  return { path, sizeBytes, sha256: hash.digest('hex') };
}

async function removeOld(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.db'));
  const dated = await Promise.all(
    names.map(async (name) => ({ path: join(directory, name), time: (await stat(join(directory, name))).mtimeMs })),
  );
  for (const old of dated.sort((a, b) => b.time - a.time).slice(KEPT_SNAPSHOTS)) await rm(old.path, { force: true });
}
