// Made by `npm run gen` from the .proto files. Do not edit.

/** google.protobuf.FileDescriptorProto of the whole package, for gRPC reflection. */
export const fileDescriptor: { readonly name: string; readonly package: string; readonly base64: string } = {
  name: 'osctl_internal_v1.proto',
  package: 'osctl.internal.v1',
  base64:
    'Chdvc2N0bF9pbnRlcm5hbF92MS5wcm90bxIRb3NjdGwuaW50ZXJuYWwudjEiJwoNUmVjb3JkUmVxdWVzdBIWCgdlbnRyaWVzGAEgAygLMgVFbnRyeSIQ' +
    'Cg5SZWNvcmRSZXNwb25zZSKfAQoFRW50cnkSFwoHdGltZV9tcxgBIAEoA1IGdGltZU1zEg8KB3N1YmplY3QYAiABKAkSDAoEcm9sZRgDIAEoCRIPCgdh' +
    'ZGRyZXNzGAQgASgJEg4KBnNlcmlhbBgFIAEoCRIOCgZtZXRob2QYBiABKAkSDgoGcmVhc29uGAcgASgJEg0KBWNvdW50GAggASgFEg4KBnRhcmdldBgJ' +
    'IAEoCSIQCg5Db2xsZWN0UmVxdWVzdCIfCg9Db2xsZWN0UmVzcG9uc2USDAoEdGV4dBgBIAEoDDJWCgVBdWRpdBJNCgZSZWNvcmQSIC5vc2N0bC5pbnRl' +
    'cm5hbC52MS5SZWNvcmRSZXF1ZXN0GiEub3NjdGwuaW50ZXJuYWwudjEuUmVjb3JkUmVzcG9uc2UyWwoHTWV0cmljcxJQCgdDb2xsZWN0EiEub3NjdGwu' +
    'aW50ZXJuYWwudjEuQ29sbGVjdFJlcXVlc3QaIi5vc2N0bC5pbnRlcm5hbC52MS5Db2xsZWN0UmVzcG9uc2ViBnByb3RvMw==',
};
