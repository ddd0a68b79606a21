/** osctl.v1alpha1.Images */
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { collectImages, type ImageView, listImages, removeImage } from '../cri/images.ts';
import { askCri } from '../cri/runtime.ts';
import type { MachineStatus } from '../machine/types.ts';
import type { ApiDeps } from './deps.ts';
import { guardOf, imageReference } from './input.ts';
import { operationStreams } from './operation-streams.ts';

type Methods = typeof api.Images.methods;
type Deps = Pick<ApiDeps, 'machine' | 'audit' | 'containerd'>;

export function imagesHandlers(deps: Deps): Handlers<Methods> {
  const { machine } = deps;
  const streams = operationStreams(deps);
  return {
    async list(_request, { signal }) {
      const images = await askCri(deps.containerd, (cri) => listImages(cri, signal));
      return { images: [...osImages(machine.status()), ...images] };
    },
    pull: (request, ctx) =>
      streams.run(ctx, request, async () =>
        machine.pullImage({ ...guardOf(request, ctx), image: imageReference(request.image) }),
      ),
    async remove(request, { signal }) {
      const asked = imageReference(request.image);
      return { removed: await askCri(deps.containerd, (cri) => removeImage(cri, asked, signal)) };
    },
    async collect(request, { signal }) {
      return { removed: await askCri(deps.containerd, (cri) => collectImages(cri, request.dryRun, signal)) };
    },
  };
}

/** What the slots hold: nothing but an upgrade replaces it. */
function osImages({ boot, state, slots }: MachineStatus): readonly ImageView[] {
  return (['a', 'b'] as const).flatMap((name) => {
    const record = slots[name];
    if (record === undefined) return [];
    const role = name === boot.slot ? ', booted' : name === state.previous ? ', previous' : '';
    const names = [`${record.image.split('@')[0]}@${record.digest}`];
    return [
      { id: record.digest, names, sizeBytes: 0, pinned: true, usedBy: [`slot ${name} (${record.version}${role})`] },
    ];
  });
}
