/** osctl.v1alpha1.Storage. Its readers are loaded when somebody asks. */
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { USAGE_ROOTS } from '../host/files.ts';
import { currentMounts } from '../host/mounts.ts';
import type { ApiDeps } from './deps.ts';
import { admission, fileRpcError } from './files.ts';
import { belongsTo } from './host.ts';
import { count } from './input.ts';

type Methods = typeof api.Storage.methods;
type Deps = Pick<ApiDeps, 'files' | 'audit' | 'syscalls' | 'platform'>;

export function storageHandlers({ files, audit, syscalls, platform }: Deps): Handlers<Methods> {
  const admit = admission(audit, USAGE_ROOTS);
  const mounts = async (all: boolean) => {
    const { isOfWorkload } = await import('../host/filesystems.ts');
    return currentMounts().filter((mount) => all || !isOfWorkload(mount));
  };
  return {
    async disks(_request, ctx) {
      const { readDisks } = await import('../host/disks.ts');
      return { belongsTo: belongsTo(platform), disks: await readDisks(currentMounts(), ctx.signal) };
    },
    async mounts({ all }) {
      return {
        mounts: (await mounts(all)).map(({ device, source, mountPoint, root, fsType, options, superOptions }) => ({
          source,
          mountPoint,
          type: fsType,
          options,
          fileSystemOptions: superOptions,
          root,
          device,
        })),
      };
    },
    async fileSystems({ all }, ctx) {
      const { readFileSystems } = await import('../host/filesystems.ts');
      return { fileSystems: await readFileSystems(await mounts(all), ctx.signal) };
    },
    async *usage(request, ctx) {
      const { readUsage } = await import('../host/usage.ts');
      try {
        const path = admit(request.path, ctx, request);
        yield* readUsage(files, syscalls, path, count(request.depth, 'depth'), ctx.signal);
      } catch (error) {
        throw fileRpcError(error);
      }
    },
  };
}
