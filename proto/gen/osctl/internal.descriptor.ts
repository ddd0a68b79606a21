// Made by `npm run gen` from the .proto files. Do not edit.

/** google.protobuf.FileDescriptorProto of the whole package, for gRPC reflection. */
export const fileDescriptor: { readonly name: string; readonly package: string; readonly base64: string } = {
  name: 'osctl_internal_v1.proto',
  package: 'osctl.internal.v1',
  base64:
    'Chdvc2N0bF9pbnRlcm5hbF92MS5wcm90bxIRb3NjdGwuaW50ZXJuYWwudjEiKgoNUmVjb3JkUmVxdWVzdBIZCghyZWZ1c2FscxgBIAMoCzIHUmVmdXNh' +
    'bCIQCg5SZWNvcmRSZXNwb25zZSKRAQoHUmVmdXNhbBIXCgd0aW1lX21zGAEgASgDUgZ0aW1lTXMSDwoHc3ViamVjdBgCIAEoCRIMCgRyb2xlGAMgASgJ' +
    'Eg8KB2FkZHJlc3MYBCABKAkSDgoGc2VyaWFsGAUgASgJEg4KBm1ldGhvZBgGIAEoCRIOCgZyZWFzb24YByABKAkSDQoFY291bnQYCCABKAUyVgoFQXVk' +
    'aXQSTQoGUmVjb3JkEiAub3NjdGwuaW50ZXJuYWwudjEuUmVjb3JkUmVxdWVzdBohLm9zY3RsLmludGVybmFsLnYxLlJlY29yZFJlc3BvbnNlYgZwcm90' +
    'bzM=',
};
