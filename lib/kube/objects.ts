/** What every Kubernetes object has. Fields that we do not know are kept: objects are raw JSON, never typed copies. */
export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: ObjectMeta;
}

export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly generateName?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly finalizers?: readonly string[];
  readonly managedFields?: readonly unknown[];
}

export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/** Where a kind is served. `T` is the shape of its objects. */
export interface ResourceType<T extends KubeObject = KubeObject> {
  /** '' for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Lower-case plural, as in the URL. */
  readonly plural: string;
  readonly namespaced: boolean;
  /** Never set: it only carries T. */
  readonly _object?: T;
}

export function defineResource<T extends KubeObject = KubeObject>(type: ResourceType<T>): ResourceType<T> {
  return type;
}

/** `v1` or `apps/v1`. */
export function apiVersion(type: ResourceType): string {
  return type.group === '' ? type.version : `${type.group}/${type.version}`;
}

export interface ObjectAddress {
  /** Needed for a single object of a namespaced kind; without it a collection spans all namespaces. */
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  readonly subresource?: string | undefined;
}

/** The URL path of a collection, an object or its subresource. */
export function resourcePath(type: ResourceType, at: ObjectAddress = {}): string {
  if (type.namespaced && at.name !== undefined && at.namespace === undefined) {
    throw new TypeError(`${type.kind} ${at.name}: a namespaced object needs its namespace`);
  }
  return [
    type.group === '' ? '/api' : `/apis/${type.group}`,
    type.version,
    ...(type.namespaced && at.namespace !== undefined ? ['namespaces', encodeURIComponent(at.namespace)] : []),
    type.plural,
    ...(at.name !== undefined ? [encodeURIComponent(at.name)] : []),
    ...(at.subresource !== undefined ? [at.subresource] : []),
  ].join('/');
}

/** The key of an object in queues and stores: `name`, or `namespace/name`. */
export function keyOf(object: KubeObject): string {
  const { namespace, name } = object.metadata;
  return namespace ? `${namespace}/${name}` : name;
}

export function splitKey(key: string): { readonly namespace?: string; readonly name: string } {
  const slash = key.indexOf('/');
  return slash < 0 ? { name: key } : { namespace: key.slice(0, slash), name: key.slice(slash + 1) };
}

/**
 * Orders two resource versions of one kind: negative when `a` is older. They are decimal numbers that only grow; since
 * Kubernetes 1.35 clients may rely on it (KEP-5504). Any other form compares as older than everything.
 */
export function compareResourceVersions(a: string | undefined, b: string | undefined): number {
  const parse = (value: string | undefined) => (value !== undefined && /^\d+$/.test(value) ? BigInt(value) : -1n);
  const left = parse(a);
  const right = parse(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
