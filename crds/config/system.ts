/** SystemConfig: which node this is. */
import Type, { type Static } from 'typebox';
import { closed, label } from './schema.ts';

export const SystemConfigSchema = Type.Object(
  {
    nodeName: label(),
    role: Type.Union([Type.Literal('control-plane'), Type.Literal('worker')], {
      description: 'control-plane or worker',
    }),
    /** Written to /proc/sys after the agent's own; a name that the kernel does not know is a warning, not a failed boot. */
    sysctls: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$' }),
        Type.String({ maxLength: 256, pattern: '^[^\\n\\0]*$', description: 'a string of one line (quote numbers)' }),
        { ...closed, maxProperties: 128, description: 'a map of sysctl name to value' },
      ),
    ),
    /** Whether `osctl debug` may run containers on this node; absent: no. */
    allowDebug: Type.Optional(Type.Boolean({ description: 'true or false' })),
  },
  { ...closed, description: 'a map' },
);
export type SystemConfig = Static<typeof SystemConfigSchema>;
