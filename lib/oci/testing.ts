import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { digestOf } from './digest.ts';
import { OciLayout } from './layout.ts';
import { packLayer, type TarEntry } from './pack.ts';
import type { Descriptor, ImageConfig } from './types.ts';

/** A registry in this process, for faults that a real one can't be told to have. The contract test runs against the real one. */
export class FakeRegistry {
  readonly blobs = new Map<string, Buffer>();
  readonly manifests = new Map<string, Buffer>();
  readonly requests: string[] = [];
  /** Called before a request is answered; true when it has answered it itself. */
  intercept: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.requests.push(`${request.method} ${request.url} ${request.headers.range ?? ''}`.trim());
      if (!this.intercept(request, response)) void this.#answer(request, response);
    });
  }

  static async start(t: TestContext): Promise<FakeRegistry> {
    const registry = new FakeRegistry();
    await new Promise<void>((resolve) => registry.#server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
      registry.#server.closeAllConnections();
      registry.#server.close();
    });
    return registry;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.endpoint);
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const [kind, name] = url.pathname.split('/').slice(-2);
    if (request.method === 'POST') {
      response.writeHead(202, { location: `${url.pathname}1` }).end();
    } else if (request.method === 'PUT' && kind === 'manifests') {
      const content = Buffer.concat(body);
      this.manifests.set(name!, content).set(digestOf(content), content);
      response.writeHead(201).end();
    } else if (request.method === 'PUT') {
      this.blobs.set(url.searchParams.get('digest')!, Buffer.concat(body));
      response.writeHead(201).end();
    } else {
      this.serve(kind === 'manifests' ? this.manifests.get(name!) : this.blobs.get(name!), request, response);
    }
  }

  serve(content: Buffer | undefined, request: IncomingMessage, response: ServerResponse): void {
    if (content === undefined) {
      response.writeHead(404).end(JSON.stringify({ errors: [{ code: 'NAME_UNKNOWN', message: 'not here' }] }));
      return;
    }
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const headers = from > 0 ? { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` } : {};
    response.writeHead(from > 0 ? 206 : 200, { ...headers, 'content-length': content.length - from });
    response.end(request.method === 'HEAD' ? undefined : content.subarray(from));
  }
}

export async function temporaryDirectory(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'oci-test-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A layout with one image `osctl.dev/test:1` of the given layers. */
export async function makeImage(
  directory: string,
  layers: readonly (readonly TarEntry[])[],
): Promise<{ readonly layout: OciLayout; readonly manifest: Descriptor }> {
  const signal = new AbortController().signal;
  const layout = await OciLayout.create(directory);
  const packed = [];
  for (const [index, entries] of layers.entries()) {
    const path = join(directory, `layer-${index}`);
    const layer = await packLayer(entries, path, { signal });
    await layout.putStream(createReadStream(path), layer.descriptor.mediaType, { signal, expected: layer.descriptor });
    await rm(path);
    packed.push(layer);
  }
  const config: ImageConfig = {
    architecture: 'amd64',
    os: 'linux',
    config: { Entrypoint: ['/bin/app'] },
    rootfs: { type: 'layers', diff_ids: packed.map((layer) => layer.diffId) },
  };
  const manifest = await layout.putImage({
    name: 'osctl.dev/test:1',
    config,
    layers: packed.map((layer) => layer.descriptor),
  });
  return { layout, manifest };
}
