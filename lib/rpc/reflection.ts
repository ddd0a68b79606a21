/**
 * The standard reflection service, so that grpcurl and its like need no .proto files. Ours for the same reason as the
 * health service: @grpc/reflection reads files that a bundle does not have.
 */
import { fileDescriptor as healthFile } from '@talos/proto/gen/grpc/health.descriptor.ts';
import { fileDescriptor as reflectionFile } from '@talos/proto/gen/grpc/reflection.descriptor.ts';
import { type Init, ServerReflection, type ServerReflectionResponse } from '@talos/proto/gen/grpc/reflection.ts';
import { statusNumber } from './error.ts';
import type { Handlers, ServiceDescriptor } from './service.ts';

/** What `proto/gen/**.descriptor.ts` export. */
export interface FileDescriptor {
  readonly name: string;
  readonly package: string;
  readonly base64: string;
}

/** `services` is what callers may know about; `files` must hold their packages, but for health and reflection themselves. */
export function reflectionHandlers(
  services: readonly ServiceDescriptor[],
  files: readonly FileDescriptor[],
): Handlers<typeof ServerReflection.methods> {
  const known = [...files, healthFile, reflectionFile];
  const bytesOf = (file: FileDescriptor | undefined): Init<ServerReflectionResponse> =>
    file === undefined
      ? { errorResponse: { errorCode: statusNumber('NOT_FOUND'), errorMessage: 'not known here' } }
      : { fileDescriptorResponse: { fileDescriptorProto: [Buffer.from(file.base64, 'base64')] } };
  return {
    async *serverReflectionInfo(requests) {
      for await (const request of requests) {
        const { listServices, fileByFilename, fileContainingSymbol } = request;
        let answer: Init<ServerReflectionResponse>;
        if (listServices !== undefined) {
          answer = { listServicesResponse: { service: services.map(({ name }) => ({ name })) } };
        } else if (fileByFilename !== undefined) {
          answer = bytesOf(known.find((file) => file.name === fileByFilename));
        } else if (fileContainingSymbol !== undefined) {
          answer = bytesOf(known.find((file) => fileContainingSymbol.startsWith(`${file.package}.`)));
        } else {
          const errorMessage = 'there are no extensions here';
          answer = { errorResponse: { errorCode: statusNumber('UNIMPLEMENTED'), errorMessage } };
        }
        yield { validHost: request.host, originalRequest: request, ...answer };
      }
    },
  };
}

export { ServerReflection };
