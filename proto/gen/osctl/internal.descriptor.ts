// Made by `npm run gen` from the .proto files. Do not edit.

/** google.protobuf.FileDescriptorProto of the whole package, for gRPC reflection. */
export const fileDescriptor: { readonly name: string; readonly package: string; readonly base64: string } = {
  name: 'osctl_internal_v1.proto',
  package: 'osctl.internal.v1',
  base64:
    'Chdvc2N0bF9pbnRlcm5hbF92MS5wcm90bxIRb3NjdGwuaW50ZXJuYWwudjEiJwoNUmVjb3JkUmVxdWVzdBIWCgdlbnRyaWVzGAEgAygLMgVFbnRyeSIQ' +
    'Cg5SZWNvcmRSZXNwb25zZSKfAQoFRW50cnkSFwoHdGltZV9tcxgBIAEoA1IGdGltZU1zEg8KB3N1YmplY3QYAiABKAkSDAoEcm9sZRgDIAEoCRIPCgdh' +
    'ZGRyZXNzGAQgASgJEg4KBnNlcmlhbBgFIAEoCRIOCgZtZXRob2QYBiABKAkSDgoGcmVhc29uGAcgASgJEg0KBWNvdW50GAggASgFEg4KBnRhcmdldBgJ' +
    'IAEoCSIQCg5Db2xsZWN0UmVxdWVzdCIfCg9Db2xsZWN0UmVzcG9uc2USDAoEdGV4dBgBIAEoDCIUChJOZXh0UHJvZmlsZVJlcXVlc3QiUAoTTmV4dFBy' +
    'b2ZpbGVSZXNwb25zZRIKCgJpZBgBIAEoAxIMCgRoZWFwGAIgASgIEh8KC2R1cmF0aW9uX21zGAMgASgDUgpkdXJhdGlvbk1zIk4KFURlbGl2ZXJQcm9m' +
    'aWxlUmVxdWVzdBIKCgJpZBgBIAEoAxIMCgRkYXRhGAIgASgMEgwKBGxhc3QYAyABKAgSDQoFZXJyb3IYBCABKAkiGAoWRGVsaXZlclByb2ZpbGVSZXNw' +
    'b25zZTJWCgVBdWRpdBJNCgZSZWNvcmQSIC5vc2N0bC5pbnRlcm5hbC52MS5SZWNvcmRSZXF1ZXN0GiEub3NjdGwuaW50ZXJuYWwudjEuUmVjb3JkUmVz' +
    'cG9uc2UyWwoHTWV0cmljcxJQCgdDb2xsZWN0EiEub3NjdGwuaW50ZXJuYWwudjEuQ29sbGVjdFJlcXVlc3QaIi5vc2N0bC5pbnRlcm5hbC52MS5Db2xs' +
    'ZWN0UmVzcG9uc2UywQEKCFByb2ZpbGVzElUKBE5leHQSJS5vc2N0bC5pbnRlcm5hbC52MS5OZXh0UHJvZmlsZVJlcXVlc3QaJi5vc2N0bC5pbnRlcm5h' +
    'bC52MS5OZXh0UHJvZmlsZVJlc3BvbnNlEl4KB0RlbGl2ZXISKC5vc2N0bC5pbnRlcm5hbC52MS5EZWxpdmVyUHJvZmlsZVJlcXVlc3QaKS5vc2N0bC5p' +
    'bnRlcm5hbC52MS5EZWxpdmVyUHJvZmlsZVJlc3BvbnNlYgZwcm90bzM=',
};
