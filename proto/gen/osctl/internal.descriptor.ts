// Made by `npm run gen` from the .proto files. Do not edit.

/** google.protobuf.FileDescriptorProto of the whole package, for gRPC reflection. */
export const fileDescriptor: { readonly name: string; readonly package: string; readonly base64: string } = {
  name: 'osctl_internal_v1.proto',
  package: 'osctl.internal.v1',
  base64:
    'Chdvc2N0bF9pbnRlcm5hbF92MS5wcm90bxIRb3NjdGwuaW50ZXJuYWwudjEiOwoNUmVjb3JkUmVxdWVzdBIWCgdlbnRyaWVzGAEgAygLMgVFbnRyeRIS' +
    'CgRzZWVuGAIgAygLMgRTZWVuIhAKDlJlY29yZFJlc3BvbnNlIp8BCgVFbnRyeRIXCgd0aW1lX21zGAEgASgDUgZ0aW1lTXMSDwoHc3ViamVjdBgCIAEo' +
    'CRIMCgRyb2xlGAMgASgJEg8KB2FkZHJlc3MYBCABKAkSDgoGc2VyaWFsGAUgASgJEg4KBm1ldGhvZBgGIAEoCRIOCgZyZWFzb24YByABKAkSDQoFY291' +
    'bnQYCCABKAUSDgoGdGFyZ2V0GAkgASgJIoMBCgRTZWVuEhcKB3RpbWVfbXMYASABKANSBnRpbWVNcxIPCgdzdWJqZWN0GAIgASgJEgwKBHJvbGUYAyAB' +
    'KAkSDgoGc2VyaWFsGAQgASgJEhEKCWF1dGhvcml0eRgFIAEoCRIgCgxub3RfYWZ0ZXJfbXMYBiABKANSCm5vdEFmdGVyTXMiEAoOQ29sbGVjdFJlcXVl' +
    'c3QiHwoPQ29sbGVjdFJlc3BvbnNlEgwKBHRleHQYASABKAwiFAoSTmV4dFByb2ZpbGVSZXF1ZXN0IlAKE05leHRQcm9maWxlUmVzcG9uc2USCgoCaWQY' +
    'ASABKAMSDAoEaGVhcBgCIAEoCBIfCgtkdXJhdGlvbl9tcxgDIAEoA1IKZHVyYXRpb25NcyJOChVEZWxpdmVyUHJvZmlsZVJlcXVlc3QSCgoCaWQYASAB' +
    'KAMSDAoEZGF0YRgCIAEoDBIMCgRsYXN0GAMgASgIEg0KBWVycm9yGAQgASgJIhgKFkRlbGl2ZXJQcm9maWxlUmVzcG9uc2UyVgoFQXVkaXQSTQoGUmVj' +
    'b3JkEiAub3NjdGwuaW50ZXJuYWwudjEuUmVjb3JkUmVxdWVzdBohLm9zY3RsLmludGVybmFsLnYxLlJlY29yZFJlc3BvbnNlMlsKB01ldHJpY3MSUAoH' +
    'Q29sbGVjdBIhLm9zY3RsLmludGVybmFsLnYxLkNvbGxlY3RSZXF1ZXN0GiIub3NjdGwuaW50ZXJuYWwudjEuQ29sbGVjdFJlc3BvbnNlMsEBCghQcm9m' +
    'aWxlcxJVCgROZXh0EiUub3NjdGwuaW50ZXJuYWwudjEuTmV4dFByb2ZpbGVSZXF1ZXN0GiYub3NjdGwuaW50ZXJuYWwudjEuTmV4dFByb2ZpbGVSZXNw' +
    'b25zZRJeCgdEZWxpdmVyEigub3NjdGwuaW50ZXJuYWwudjEuRGVsaXZlclByb2ZpbGVSZXF1ZXN0Gikub3NjdGwuaW50ZXJuYWwudjEuRGVsaXZlclBy' +
    'b2ZpbGVSZXNwb25zZWIGcHJvdG8z',
};
