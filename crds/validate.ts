/** Validation of our objects without a cluster, in agreement with the apiserver's. */
import { type SchemaError, validate as validateMachine } from './gen/machine.js';
import { validate as validateNodeConfig } from './gen/nodeconfig.js';
import { validate as validateNodePool } from './gen/nodepool.js';
import { validate as validateNodeState } from './gen/nodestate.js';
import { validate as validateRollout } from './gen/rollout.js';
import { machine } from './machine.ts';
import { nodeConfig } from './nodeconfig.ts';
import { nodePool } from './nodepool.ts';
import { nodeState } from './nodestate.ts';
import { rollout } from './rollout.ts';
import type { Kind } from './schema.ts';

export interface ValidationError {
  /** Dotted path of the field, e.g. spec.os.image. */
  readonly path: string;
  readonly message: string;
}

type Validator = typeof validateMachine;

const table: Readonly<Record<string, { readonly kind: Kind; readonly validate: Validator }>> = {
  Machine: { kind: machine, validate: validateMachine },
  NodeConfig: { kind: nodeConfig, validate: validateNodeConfig },
  NodePool: { kind: nodePool, validate: validateNodePool },
  NodeState: { kind: nodeState, validate: validateNodeState },
  Rollout: { kind: rollout, validate: validateRollout },
};

/**
 * The errors of one object, none when the apiserver would take it. `old` is the stored object, for rules about changes.
 * Unknown fields are errors, as under kubectl's strict validation.
 */
export function validateObject(object: unknown, old?: unknown): readonly ValidationError[] {
  const kindName = (object as { kind?: unknown } | null)?.kind;
  const entry = typeof kindName === 'string' && Object.hasOwn(table, kindName) ? table[kindName] : undefined;
  if (entry === undefined) return [{ path: 'kind', message: `kind is not one of ${Object.keys(table).join(', ')}` }];
  if (!entry.validate(object)) return (entry.validate.errors ?? []).map(toError);
  const errors: ValidationError[] = [];
  for (const rule of entry.kind.rules) {
    const self = pick(object, rule.at);
    const oldSelf = pick(old, rule.at);
    if (self === undefined || (rule.transition === true && oldSelf === undefined)) continue;
    if (rule.holds(self, oldSelf)) continue;
    const path = [...rule.at.split('/').slice(1), ...(rule.field === undefined ? [] : [rule.field])].join('.');
    errors.push({ path, message: rule.message });
  }
  return errors;
}

function toError(error: SchemaError): ValidationError {
  const extra = error.params['additionalProperty'] ?? error.params['missingProperty'] ?? error.params['propertyName'];
  const parts = [...error.instancePath.split('/').slice(1), ...(typeof extra === 'string' ? [extra] : [])];
  // as the apiserver writes it: spec.rollout.windows[0].schedule
  const path = parts.join('.').replace(/[.](\d+)(?=[.]|$)/g, '[$1]');
  const message =
    error.keyword === 'additionalProperties' ? `unknown field ${path}` : `${path} ${error.message ?? error.keyword}`;
  return { path, message };
}

function pick(object: unknown, pointer: string): unknown {
  let at = object;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at;
}
