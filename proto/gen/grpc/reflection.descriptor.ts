// Made by `npm run gen` from the .proto files. Do not edit.

/** google.protobuf.FileDescriptorProto of the whole package, for gRPC reflection. */
export const fileDescriptor: { readonly name: string; readonly package: string; readonly base64: string } = {
  name: 'grpc_reflection_v1.proto',
  package: 'grpc.reflection.v1',
  base64:
    'ChhncnBjX3JlZmxlY3Rpb25fdjEucHJvdG8SEmdycGMucmVmbGVjdGlvbi52MSLZAgoXU2VydmVyUmVmbGVjdGlvblJlcXVlc3QSDAoEaG9zdBgBIAEo' +
    'CRIqChBmaWxlX2J5X2ZpbGVuYW1lGAMgASgJSABSDmZpbGVCeUZpbGVuYW1lEjYKFmZpbGVfY29udGFpbmluZ19zeW1ib2wYBCABKAlIAFIUZmlsZUNv' +
    'bnRhaW5pbmdTeW1ib2wSTgoZZmlsZV9jb250YWluaW5nX2V4dGVuc2lvbhgFIAEoCzIQRXh0ZW5zaW9uUmVxdWVzdEgAUhdmaWxlQ29udGFpbmluZ0V4' +
    'dGVuc2lvbhJCCh1hbGxfZXh0ZW5zaW9uX251bWJlcnNfb2ZfdHlwZRgGIAEoCUgAUhlhbGxFeHRlbnNpb25OdW1iZXJzT2ZUeXBlEiUKDWxpc3Rfc2Vy' +
    'dmljZXMYByABKAlIAFIMbGlzdFNlcnZpY2VzQhEKD21lc3NhZ2VfcmVxdWVzdCJmChBFeHRlbnNpb25SZXF1ZXN0EicKD2NvbnRhaW5pbmdfdHlwZRgB' +
    'IAEoCVIOY29udGFpbmluZ1R5cGUSKQoQZXh0ZW5zaW9uX251bWJlchgCIAEoBVIPZXh0ZW5zaW9uTnVtYmVyIsoDChhTZXJ2ZXJSZWZsZWN0aW9uUmVz' +
    'cG9uc2USHQoKdmFsaWRfaG9zdBgBIAEoCVIJdmFsaWRIb3N0EkIKEG9yaWdpbmFsX3JlcXVlc3QYAiABKAsyF1NlcnZlclJlZmxlY3Rpb25SZXF1ZXN0' +
    'Ug9vcmlnaW5hbFJlcXVlc3QSUgoYZmlsZV9kZXNjcmlwdG9yX3Jlc3BvbnNlGAQgASgLMhZGaWxlRGVzY3JpcHRvclJlc3BvbnNlSABSFmZpbGVEZXNj' +
    'cmlwdG9yUmVzcG9uc2USXgoeYWxsX2V4dGVuc2lvbl9udW1iZXJzX3Jlc3BvbnNlGAUgASgLMhdFeHRlbnNpb25OdW1iZXJSZXNwb25zZUgAUhthbGxF' +
    'eHRlbnNpb25OdW1iZXJzUmVzcG9uc2USSwoWbGlzdF9zZXJ2aWNlc19yZXNwb25zZRgGIAEoCzITTGlzdFNlcnZpY2VSZXNwb25zZUgAUhRsaXN0U2Vy' +
    'dmljZXNSZXNwb25zZRI2Cg5lcnJvcl9yZXNwb25zZRgHIAEoCzINRXJyb3JSZXNwb25zZUgAUg1lcnJvclJlc3BvbnNlQhIKEG1lc3NhZ2VfcmVzcG9u' +
    'c2UiTAoWRmlsZURlc2NyaXB0b3JSZXNwb25zZRIyChVmaWxlX2Rlc2NyaXB0b3JfcHJvdG8YASADKAxSE2ZpbGVEZXNjcmlwdG9yUHJvdG8iagoXRXh0' +
    'ZW5zaW9uTnVtYmVyUmVzcG9uc2USJAoOYmFzZV90eXBlX25hbWUYASABKAlSDGJhc2VUeXBlTmFtZRIpChBleHRlbnNpb25fbnVtYmVyGAIgAygFUg9l' +
    'eHRlbnNpb25OdW1iZXIiNwoTTGlzdFNlcnZpY2VSZXNwb25zZRIgCgdzZXJ2aWNlGAEgAygLMg9TZXJ2aWNlUmVzcG9uc2UiHwoPU2VydmljZVJlc3Bv' +
    'bnNlEgwKBG5hbWUYASABKAkiUwoNRXJyb3JSZXNwb25zZRIdCgplcnJvcl9jb2RlGAEgASgFUgllcnJvckNvZGUSIwoNZXJyb3JfbWVzc2FnZRgCIAEo' +
    'CVIMZXJyb3JNZXNzYWdlMokBChBTZXJ2ZXJSZWZsZWN0aW9uEnUKFFNlcnZlclJlZmxlY3Rpb25JbmZvEisuZ3JwYy5yZWZsZWN0aW9uLnYxLlNlcnZl' +
    'clJlZmxlY3Rpb25SZXF1ZXN0GiwuZ3JwYy5yZWZsZWN0aW9uLnYxLlNlcnZlclJlZmxlY3Rpb25SZXNwb25zZSgBMAFiBnByb3RvMw==',
};
