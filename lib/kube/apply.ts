import { isNotFound } from './errors.ts';
import { apiVersion, type KubeObject, type ObjectAddress, type ResourceType, resourcePath } from './objects.ts';
import type { PatchType, Transport } from './transport.ts';

/** One object's place. */
export interface Target extends Pick<ObjectAddress, 'namespace'> {
  readonly name: string;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
  /** Let the server check and default, but store nothing. */
  readonly dryRun?: boolean;
}

export interface ApplyOptions extends WriteOptions {
  readonly fieldManager: string;
  /** Take fields over from other managers instead of failing with a conflict. For the one writer of those fields. */
  readonly force?: boolean;
}

const dryRun = (options: WriteOptions) => (options.dryRun ? 'All' : undefined);

/** Reads one object. Errors: isNotFound. */
export function get<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  at: Target,
  options: { readonly signal: AbortSignal },
): Promise<T> {
  return transport.request<T>({ path: resourcePath(type, at), signal: options.signal });
}

/** Reads one object; undefined when there is none. */
export async function find<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  at: Target,
  options: { readonly signal: AbortSignal },
): Promise<T | undefined> {
  try {
    return await get(transport, type, at, options);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Creates an object. Errors: isAlreadyExists. */
export function create<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  object: DeepPartial<T>,
  options: WriteOptions & { readonly fieldManager?: string },
): Promise<T> {
  return transport.request<T>({
    method: 'POST',
    path: resourcePath(type, { namespace: metadataOf(object).namespace }),
    query: { fieldManager: options.fieldManager, dryRun: dryRun(options) },
    body: { ...object, apiVersion: apiVersion(type), kind: type.kind },
    signal: options.signal,
  });
}

/** Replaces a whole object; with metadata.resourceVersion a compare-and-swap. Errors: isConflict, isNotFound. */
export function replace<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  object: T,
  options: WriteOptions & { readonly fieldManager?: string },
): Promise<T> {
  return transport.request<T>({
    method: 'PUT',
    path: resourcePath(type, object.metadata),
    query: { fieldManager: options.fieldManager, dryRun: dryRun(options) },
    body: { ...object, apiVersion: apiVersion(type), kind: type.kind },
    signal: options.signal,
  });
}

/**
 * Server-side apply: says which fields we want to own, and their values; creates the object if there is none. Fields
 * that we applied before and leave out now are given up.
 *
 * Errors: isConflict when another manager owns a field with another value, unless forced.
 */
export function apply<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  object: DeepPartial<T>,
  options: ApplyOptions,
): Promise<T> {
  return applyTo(transport, type, object, options, undefined);
}

/** The same on the status subresource. The object must exist. */
export function applyStatus<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  object: DeepPartial<T>,
  options: ApplyOptions,
): Promise<T> {
  return applyTo(transport, type, object, options, 'status');
}

export interface MergePatchOptions extends WriteOptions {
  readonly fieldManager?: string;
  /** Makes the patch a compare-and-swap: it fails with a conflict unless the object is still at this version. */
  readonly resourceVersion?: string | undefined;
  readonly subresource?: 'status' | 'scale';
}

/** JSON merge patch (RFC 7386): null removes a field, a list is replaced as a whole. Errors: isConflict, isNotFound. */
export function mergePatch<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  at: Target,
  patch: Readonly<Record<string, unknown>>,
  options: MergePatchOptions,
): Promise<T> {
  const metadata = patch['metadata'] as object | undefined;
  const body =
    options.resourceVersion === undefined
      ? patch
      : { ...patch, metadata: { ...metadata, resourceVersion: options.resourceVersion } };
  return sendPatch(transport, type, { ...at, subresource: options.subresource }, body, {
    contentType: 'application/merge-patch+json',
    query: { fieldManager: options.fieldManager, dryRun: dryRun(options) },
    signal: options.signal,
  });
}

/** Merge patch of the status subresource. */
export function patchStatus<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  at: Target,
  status: Readonly<Record<string, unknown>>,
  options: Omit<MergePatchOptions, 'subresource'>,
): Promise<T> {
  return mergePatch(transport, type, at, { status }, { ...options, subresource: 'status' });
}

export interface RemoveOptions extends WriteOptions {
  /** Delete only this very object, not a namesake made since. */
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly propagation?: 'Foreground' | 'Background' | 'Orphan';
  readonly gracePeriodSeconds?: number;
}

/** Deletes one object; true if there was one. */
export async function remove(
  transport: Transport,
  type: ResourceType,
  at: Target,
  options: RemoveOptions,
): Promise<boolean> {
  try {
    await transport.request({
      method: 'DELETE',
      path: resourcePath(type, at),
      query: { dryRun: dryRun(options) },
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid: options.uid, resourceVersion: options.resourceVersion },
        propagationPolicy: options.propagation,
        gracePeriodSeconds: options.gracePeriodSeconds,
      },
      signal: options.signal,
    });
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** What callers write: any part of an object. */
export type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly DeepPartial<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

function metadataOf(object: unknown): { readonly name?: string; readonly namespace?: string } {
  return (object as { metadata?: { name?: string; namespace?: string } }).metadata ?? {};
}

function applyTo<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  object: DeepPartial<T>,
  options: ApplyOptions,
  subresource: 'status' | undefined,
): Promise<T> {
  const { name, namespace } = metadataOf(object);
  if (name === undefined) throw new TypeError(`apply of a ${type.kind}: metadata.name is not set`);
  const body = { ...object, apiVersion: apiVersion(type), kind: type.kind };
  return sendPatch(transport, type, { namespace, name, subresource }, body, {
    contentType: 'application/apply-patch+yaml',
    query: { fieldManager: options.fieldManager, force: options.force ?? false, dryRun: dryRun(options) },
    signal: options.signal,
  });
}

function sendPatch<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  at: ObjectAddress,
  body: unknown,
  options: {
    readonly contentType: PatchType;
    readonly query: Readonly<Record<string, string | boolean | undefined>>;
    readonly signal: AbortSignal;
  },
): Promise<T> {
  return transport.request<T>({ method: 'PATCH', path: resourcePath(type, at), body, ...options });
}
