import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileDescriptor as cri } from '@talos/proto/gen/cri.descriptor.ts';
import { fileDescriptor as api } from '@talos/proto/gen/osctl/v1alpha1.descriptor.ts';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor.js';
import { generateProto } from './proto.ts';

describe('the generated API', () => {
  it('is the same every time', async () => {
    const first = await generateProto();
    for (const [path, content] of await generateProto()) assert.ok(content === first.get(path), path);
  });

  for (const file of [api, cri]) {
    it(`of ${file.package} has a descriptor that strict readers take`, () => {
      const bytes = Buffer.from(file.base64, 'base64');
      const decoded = descriptor.FileDescriptorProto.decode(bytes) as object as descriptor.IFileDescriptorProto;
      assert.equal(decoded.package, file.package);
      let entries = 0;
      for (const type of decoded.messageType ?? []) {
        for (const nested of type.nestedType ?? []) {
          if (!nested.options?.mapEntry) continue;
          entries++;
          // the rule of protoc, which Go's protodesc holds readers to
          const field = type.field?.find(
            (candidate: descriptor.IFieldDescriptorProto) =>
              candidate.typeName === `.${file.package}.${type.name}.${nested.name}`,
          );
          const camel = field?.name?.replace(/(^|_)([a-z])/g, (_all: string, _bar: string, letter: string) =>
            letter.toUpperCase(),
          );
          assert.equal(nested.name, `${camel}Entry`);
        }
      }
      assert.ok(entries > 0);
      const root = protobuf.Root.fromDescriptor({ file: [decoded] });
      root.resolveAll();
      assert.ok(root.lookupType(`${file.package}.StatusResponse`));
    });
  }
});
