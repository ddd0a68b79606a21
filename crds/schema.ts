/**
 * What the custom resources' schemas are made of: bounded strings and lists (so that the cost of their CEL rules is
 * bounded too), the shapes that every kind shares, and the description of a kind.
 */
import { type Static, type TSchema, Type } from 'typebox';

export const group = 'osctl.dev';
export const version = 'v1alpha1';
export const apiVersion = `${group}/${version}`;

/**
 * A rule that one field's schema can't say. `cel` is what the apiserver evaluates, `holds` is the same in TypeScript, for
 * validation without a cluster; the corpus keeps the two in agreement. `at` is the JSON pointer of the object it is about.
 * A rule with `transition` compares with the stored object and is not asked when there is none.
 */
export interface Rule {
  readonly at: string;
  readonly cel: string;
  readonly message: string;
  /** The field below `at` that the error names. */
  readonly field?: string;
  readonly transition?: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: a rule sees the part of the object that `at` points to, whose shape the schema has checked
  readonly holds: (self: any, oldSelf: any) => boolean;
}

export interface PrinterColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date' | 'boolean';
  readonly jsonPath: string;
  readonly description: string;
  /** Columns above 0 are shown with `-o wide` only. */
  readonly priority?: number;
}

/** All that a CustomResourceDefinition, its validator and its page in the docs are generated from. */
export interface Kind {
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly summary: string;
  readonly writtenBy: string;
  readonly spec: TSchema;
  readonly specRequired: boolean;
  readonly status: TSchema;
  readonly rules: readonly Rule[];
  readonly columns: readonly PrinterColumn[];
  readonly example: string;
}

export interface ObjectMeta {
  readonly name: string;
  readonly uid?: string;
  readonly generation?: number;
  readonly resourceVersion?: string;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string;
    readonly uid: string;
    readonly controller?: boolean;
    readonly blockOwnerDeletion?: boolean;
  }[];
}

export const text = (description: string, maxLength = 1024) => Type.String({ description, maxLength });
export const name = (description: string) => Type.String({ description, minLength: 1, maxLength: 253 });
export const uid = (description: string) => Type.String({ description, minLength: 1, maxLength: 64 });
export const operationId = (description: string) =>
  Type.String({ description, pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$', maxLength: 63 });
export const digest = (description: string) =>
  Type.String({ description, pattern: '^sha256:[0-9a-f]{64}$', maxLength: 71 });
/** Repository with an optional tag and digest; a registry's host comes first, as the nodes have no default registry. */
export const image = (description: string) =>
  Type.String({
    description,
    pattern:
      '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
    maxLength: 512,
  });
/** An absolute time: RFC 3339 in UTC. */
export const time = (description: string) =>
  Type.String({
    description,
    format: 'date-time',
    maxLength: 40,
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$',
  });
/** A duration as Go and Kubernetes write it: 90s, 10m, 1h30m. */
export const duration = (description: string, fallback: string) =>
  Type.Optional(
    Type.String({
      description,
      pattern: '^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$',
      maxLength: 24,
      default: fallback,
    }),
  );
/** A number of things, or a share of them, as Kubernetes writes it: 3 or 10%. */
export const countOrPercent = (description: string, maximum: number, fallback?: number | string, minimum = 1) =>
  Type.Unsafe<number | string>({
    description,
    'x-kubernetes-int-or-string': true,
    anyOf: [{ type: 'integer' }, { type: 'string' }],
    minimum,
    maximum,
    pattern: '^([1-9][0-9]?|100)%$',
    ...(fallback === undefined ? {} : { default: fallback }),
  });
export const integer = (description: string, minimum = 0, maximum = 1_000_000) =>
  Type.Integer({ description, minimum, maximum });
export const oneOf = <const V extends readonly string[]>(values: V, description: string) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values], description });
export const listOf = <T extends TSchema>(items: T, maxItems: number, description: string, keys?: readonly string[]) =>
  Type.Array(items, {
    description,
    maxItems,
    ...(keys === undefined
      ? { 'x-kubernetes-list-type': 'atomic' }
      : { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': [...keys] }),
  });

/** metav1.Condition. */
export const Condition = Type.Object({
  type: Type.String({ description: 'What the condition is about.', maxLength: 64, minLength: 1 }),
  status: oneOf(['True', 'False', 'Unknown'], 'Whether it holds.'),
  observedGeneration: Type.Optional(integer('Generation that it was judged from.', 0, Number.MAX_SAFE_INTEGER)),
  lastTransitionTime: time('When the status last changed.'),
  reason: Type.String({
    description: 'Why, as one word.',
    pattern: '^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$',
    maxLength: 64,
  }),
  message: text('Why, as a sentence.', 4096),
});
export type Condition = Static<typeof Condition>;

export const conditions = Type.Optional(
  listOf(Condition, 16, 'Ready always; Reconciling and Stalled only while they are true (kstatus).', ['type']),
);

/** Who can remove what is in the way. */
export const owners = ['operator', 'agent', 'user', 'workload', 'cluster'] as const;
export type Owner = (typeof owners)[number];

/** Why something does not progress. */
export const BlockedBy = Type.Object({
  code: Type.String({ description: 'Stable code, e.g. NODE_NOT_READY.', pattern: '^[A-Z][A-Z0-9_]*$', maxLength: 64 }),
  message: text('What is in the way and what removes it.', 2048),
  node: Type.Optional(name('The node that it is about.')),
  pool: Type.Optional(name('The NodePool that it is about.')),
  since: time('Since when it is in the way.'),
  owner: oneOf(owners, 'Who can remove it.'),
  nextCheckTime: time('When it is looked at again, at the latest.'),
});
export type BlockedBy = Static<typeof BlockedBy>;
export const blockedBy = Type.Optional(listOf(BlockedBy, 32, 'Why it does not progress; empty while it does.'));

/** What a node printed before it turned back. */
export const Evidence = Type.Object({
  cause: text(
    'crashed, unhealthy, hung, unconfirmed, power-lost, or the code of the error that ended the operation.',
    64,
  ),
  message: text('The cause as a sentence.', 2048),
  operationID: Type.Optional(operationId('The operation that failed.')),
  time: time('When it failed.'),
  lastLines: Type.Optional(listOf(Type.String({ maxLength: 512 }), 50, 'The last lines of the failed boot.')),
});
export type Evidence = Static<typeof Evidence>;
