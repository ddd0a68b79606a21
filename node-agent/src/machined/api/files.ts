/** osctl.v1alpha1.Files: which role may read what is in the table of host/files.ts. */
import { RpcError, type StatusName } from '@talos/lib/rpc/error.ts';
import { framedBytes } from '@talos/lib/rpc/framed.ts';
import { roleIncludes } from '@talos/lib/rpc/roles.ts';
import type { CallContext, Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import {
  FILE_ROOTS,
  FileError,
  type FileErrorCode,
  type FileRoot,
  type ResolvedPath,
  resolvePath,
} from '../host/files.ts';
import type { AuditTrail } from './audit.ts';
import type { ApiDeps } from './deps.ts';
import { count } from './input.ts';

type Methods = typeof api.Files.methods;
/** FileChunk.data */
const DATA_FIELD = 1;
/** What a reader that does not read costs. */
const READ_BUFFERS = { size: 256 * 1024, buffers: 4 };
type Deps = Pick<ApiDeps, 'files' | 'audit'>;

const STATUS: Readonly<Record<FileErrorCode, StatusName>> = {
  NOT_ALLOWED: 'PERMISSION_DENIED',
  ESCAPES: 'PERMISSION_DENIED',
  INVALID: 'INVALID_ARGUMENT',
  NOT_FOUND: 'NOT_FOUND',
  NOT_A_FILE: 'FAILED_PRECONDITION',
  TOO_LARGE: 'RESOURCE_EXHAUSTED',
  NOT_A_DIRECTORY: 'FAILED_PRECONDITION',
  UNSUPPORTED: 'UNIMPLEMENTED',
  FAILED: 'UNAVAILABLE',
};

/** Finds the root of a path and holds its role; reading where secrets are is recorded. Errors: FileError, RpcError. */
export function admission(audit: AuditTrail, roots: readonly FileRoot[] = FILE_ROOTS) {
  return (path: string, ctx: CallContext, request: object): ResolvedPath => {
    const resolved = resolvePath(path, roots);
    if (!roleIncludes(ctx.caller.role, resolved.root.role)) {
      const message = `${resolved.path} is below ${resolved.root.path}, which needs the role ${resolved.root.role}`;
      throw new RpcError('PERMISSION_DENIED', message, { reason: 'ROLE_TOO_SMALL' });
    }
    if (resolved.root.role === 'os:admin') audit.accepted(ctx, request);
    return resolved;
  };
}

export function filesHandlers({ files, audit }: Deps): Handlers<Methods> {
  const admit = admission(audit);
  return {
    async *list(request, ctx) {
      try {
        const path = admit(request.path, ctx, request);
        yield* files.list(path, count(request.depth, 'depth'), ctx.signal);
      } catch (error) {
        throw fileRpcError(error);
      }
    },
    async *read(request, ctx) {
      try {
        const range = {
          offset: count(request.offsetBytes, 'offset_bytes'),
          limit: count(request.limitBytes, 'limit_bytes'),
        };
        const path = admit(request.path, ctx, request);
        const opened = files.openFile(path);
        try {
          const { entry } = opened;
          const offset = request.ifVersion === '' || request.ifVersion === entry.version ? range.offset : 0;
          yield { file: entry, offsetBytes: offset };
          let position = offset;
          let left = range.limit === 0 ? Number.POSITIVE_INFINITY : range.limit;
          const fill = async (target: Buffer): Promise<number> => {
            const read = await opened.readInto(left < target.length ? target.subarray(0, left) : target, position);
            position += read;
            left -= read;
            return read;
          };
          yield* framedBytes(fill, { ...READ_BUFFERS, field: DATA_FIELD, signal: ctx.signal });
        } finally {
          opened.close();
        }
      } catch (error) {
        throw fileRpcError(error);
      }
    },
    async *archive(request, ctx) {
      try {
        const path = admit(request.path, ctx, request);
        const { archive } = await import('./archive.ts');
        yield* archive(files.walk(path, ctx.signal), path.path, ctx.signal);
      } catch (error) {
        throw fileRpcError(error);
      }
    },
  };
}

/** A FileError as the API tells it; anything else as it is. */
export function fileRpcError(error: unknown): unknown {
  if (!(error instanceof FileError)) return error;
  return new RpcError(STATUS[error.code], error.message, { reason: `PATH_${error.code}`, cause: error });
}
