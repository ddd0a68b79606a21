// Made by `npm run gen` from the .proto files. Do not edit.

/** google.protobuf.FileDescriptorProto of the whole package, for gRPC reflection. */
export const fileDescriptor: { readonly name: string; readonly package: string; readonly base64: string } = {
  name: 'containerd_services_content_v1.proto',
  package: 'containerd.services.content.v1',
  base64:
    'CiRjb250YWluZXJkX3NlcnZpY2VzX2NvbnRlbnRfdjEucHJvdG8SHmNvbnRhaW5lcmQuc2VydmljZXMuY29udGVudC52MSIdCgtJbmZvUmVxdWVzdBIO' +
    'CgZkaWdlc3QYASABKAkiIgoMSW5mb1Jlc3BvbnNlEhIKBGluZm8YASABKAsyBEluZm8iJAoESW5mbxIOCgZkaWdlc3QYASABKAkSDAoEc2l6ZRgCIAEo' +
    'AyImChNMaXN0U3RhdHVzZXNSZXF1ZXN0Eg8KB2ZpbHRlcnMYASADKAkiMAoUTGlzdFN0YXR1c2VzUmVzcG9uc2USGAoIc3RhdHVzZXMYASADKAsyBlN0' +
    'YXR1cyI0CgZTdGF0dXMSCwoDcmVmGAMgASgJEg4KBm9mZnNldBgEIAEoAxINCgV0b3RhbBgFIAEoAzLnAQoHQ29udGVudBJhCgRJbmZvEisuY29udGFp' +
    'bmVyZC5zZXJ2aWNlcy5jb250ZW50LnYxLkluZm9SZXF1ZXN0GiwuY29udGFpbmVyZC5zZXJ2aWNlcy5jb250ZW50LnYxLkluZm9SZXNwb25zZRJ5CgxM' +
    'aXN0U3RhdHVzZXMSMy5jb250YWluZXJkLnNlcnZpY2VzLmNvbnRlbnQudjEuTGlzdFN0YXR1c2VzUmVxdWVzdBo0LmNvbnRhaW5lcmQuc2VydmljZXMu' +
    'Y29udGVudC52MS5MaXN0U3RhdHVzZXNSZXNwb25zZWIGcHJvdG8z',
};
