/** KubeletConfig: what may be set of the kubelet. What the OS depends on (ports, paths, cgroups, authentication) may not. */
import Type, { type Static } from 'typebox';
import { closed } from './schema.ts';

const quantity = () =>
  Type.String({
    pattern: '^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$',
    maxLength: 32,
    description: 'a quantity such as 200Mi, 500m or 10% (quoted)',
  });
const duration = () =>
  Type.String({
    pattern: '^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$',
    maxLength: 32,
    description: 'a duration such as 90s or 5m',
  });
const thresholds = () =>
  Type.Record(
    Type.String({ pattern: '^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$' }),
    quantity(),
    {
      ...closed,
      maxProperties: 12,
      description: 'a map of eviction signal to threshold',
    },
  );
const reservation = () =>
  Type.Record(Type.String({ pattern: '^(cpu|memory|ephemeral-storage|pid)$' }), quantity(), {
    ...closed,
    maxProperties: 4,
    description: 'a map of cpu, memory, ephemeral-storage and pid to quantities',
  });
const percent = () => Type.Integer({ minimum: 0, maximum: 100, description: 'a whole number from 0 to 100' });

/** `prefix/name` or `name`, as the apiserver has it. */
const QUALIFIED = '^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$';
const labelValue = () =>
  Type.String({
    pattern: '^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$',
    maxLength: 63,
    description: "a label's value: at most 63 letters, digits, '-', '_' and '.' (quote numbers and booleans)",
  });

export const KubeletConfigSchema = Type.Object(
  {
    nodeLabels: Type.Optional(
      Type.Record(Type.String({ pattern: QUALIFIED }), labelValue(), {
        ...closed,
        maxProperties: 64,
        description: 'a map of label to value',
      }),
    ),
    /** Fields of KubeletConfiguration (kubelet.config.k8s.io/v1beta1), handed on as they are. */
    extraConfig: Type.Optional(
      Type.Object(
        {
          maxPods: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 1000, description: 'a whole number from 1 to 1000' }),
          ),
          podPidsLimit: Type.Optional(
            Type.Integer({ minimum: -1, maximum: 4_194_304, description: 'a whole number from -1 to 4194304' }),
          ),
          evictionHard: Type.Optional(thresholds()),
          evictionSoft: Type.Optional(thresholds()),
          evictionSoftGracePeriod: Type.Optional(
            Type.Record(
              Type.String({
                pattern: '^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$',
              }),
              duration(),
              { ...closed, maxProperties: 12, description: 'a map of eviction signal to duration' },
            ),
          ),
          systemReserved: Type.Optional(reservation()),
          kubeReserved: Type.Optional(reservation()),
          imageGCHighThresholdPercent: Type.Optional(percent()),
          imageGCLowThresholdPercent: Type.Optional(percent()),
          imageMinimumGCAge: Type.Optional(duration()),
          serializeImagePulls: Type.Optional(Type.Boolean({ description: 'true or false' })),
          maxParallelImagePulls: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 100, description: 'a whole number from 1 to 100' }),
          ),
          containerLogMaxFiles: Type.Optional(
            Type.Integer({ minimum: 2, maximum: 100, description: 'a whole number from 2 to 100' }),
          ),
          containerLogMaxSize: Type.Optional(quantity()),
          cpuManagerPolicy: Type.Optional(
            Type.Union([Type.Literal('none'), Type.Literal('static')], { description: 'none or static' }),
          ),
          topologyManagerPolicy: Type.Optional(
            Type.Union(
              [
                Type.Literal('none'),
                Type.Literal('best-effort'),
                Type.Literal('restricted'),
                Type.Literal('single-numa-node'),
              ],
              { description: 'none, best-effort, restricted or single-numa-node' },
            ),
          ),
        },
        { ...closed, description: 'a map' },
      ),
    ),
    registerWithTaints: Type.Optional(
      Type.Array(
        Type.Object(
          {
            key: Type.String({ pattern: QUALIFIED, maxLength: 317, description: "a taint's key" }),
            value: Type.Optional(labelValue()),
            effect: Type.Union(
              [Type.Literal('NoSchedule'), Type.Literal('PreferNoSchedule'), Type.Literal('NoExecute')],
              { description: 'NoSchedule, PreferNoSchedule or NoExecute' },
            ),
          },
          { ...closed, description: 'a map of key, value and effect' },
        ),
        { maxItems: 32, description: 'a list of at most 32 taints' },
      ),
    ),
  },
  { ...closed, description: 'a map' },
);
export type KubeletConfig = Static<typeof KubeletConfigSchema>;
