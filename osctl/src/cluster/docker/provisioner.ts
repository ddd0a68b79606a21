/**
 * Nodes as containers of a Docker Engine (20.10 or later).
 *
 * Nothing is recorded beside what Docker itself keeps: networks, containers and volumes carry the cluster's name as a label.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { dockerArchive } from '@talos/lib/oci/docker-archive.ts';
import { OciLayout } from '@talos/lib/oci/layout.ts';
import Docker from 'dockerode';
import { pack } from 'tar-stream';
import {
  ClusterError,
  type ClusterNetwork,
  type ClusterSummary,
  type ImageSource,
  type NodeRole,
  type NodeSpec,
  type NodeSummary,
  type Provisioner,
} from '../types.ts';
import {
  ADDRESS_LABEL,
  CLUSTER_LABEL,
  containerName,
  NODE_LABEL,
  nodeContainer,
  ROLE_LABEL,
} from './node-container.ts';
import { freeNetwork, networkOf } from './subnet.ts';

const INITIAL_CONFIG = 'lib/talos/config/initial.yaml';

export class DockerProvisioner implements Provisioner {
  readonly name = 'docker';
  readonly #docker: Docker;

  constructor(docker: Docker = new Docker()) {
    this.#docker = docker;
  }

  async list(_signal: AbortSignal): Promise<readonly ClusterSummary[]> {
    const networks = await this.#try('list networks', () =>
      this.#docker.listNetworks({ filters: { label: [CLUSTER_LABEL] } }),
    );
    const containers = await this.#containers();
    return networks
      .map((network) => {
        const name = network.Labels?.[CLUSTER_LABEL] ?? '';
        return {
          name,
          provisioner: this.name,
          network: network.IPAM?.Config?.[0]?.Subnet ?? '',
          createdMs: Date.parse(network.Created),
          nodes: containers
            .filter(
              (container) => container.Labels[CLUSTER_LABEL] === name && container.Labels[NODE_LABEL] !== undefined,
            )
            .map(
              (container): NodeSummary => ({
                name: container.Labels[NODE_LABEL] ?? '',
                role: container.Labels[ROLE_LABEL] as NodeRole,
                address: container.Labels[ADDRESS_LABEL] ?? '',
                state: container.State,
              }),
            )
            .sort((a, b) => a.name.localeCompare(b.name)),
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  async createNetwork(cluster: string, _signal: AbortSignal): Promise<ClusterNetwork> {
    const name = networkName(cluster);
    const all = await this.#try('list networks', () => this.#docker.listNetworks());
    const existing = all.find((network) => network.Name === name)?.IPAM?.Config?.[0]?.Subnet;
    if (existing !== undefined) return networkOf(existing);
    const network = freeNetwork(all.flatMap((one) => (one.IPAM?.Config ?? []).map((config) => config.Subnet ?? '')));
    if (network === undefined)
      throw new ClusterError('every 10.N.0.0/24 overlaps a network of Docker: remove some with `docker network rm`');
    await this.#try(`create the network ${name}`, () =>
      this.#docker.createNetwork({
        Name: name,
        Driver: 'bridge',
        CheckDuplicate: true,
        Labels: { [CLUSTER_LABEL]: cluster },
        IPAM: { Driver: 'default', Config: [{ Subnet: network.cidr, Gateway: network.gateway }] },
      }),
    );
    return network;
  }

  async createRegistry(
    cluster: string,
    network: ClusterNetwork,
    image: ImageSource,
    signal: AbortSignal,
  ): Promise<string> {
    const tag = await this.#loadArchive(image, signal);
    const name = containerName(cluster, 'registry');
    await this.#replaceContainer(cluster, {
      name,
      Image: tag,
      Labels: { [CLUSTER_LABEL]: cluster, [ROLE_LABEL]: 'registry' },
      HostConfig: {
        CapDrop: ['ALL'],
        ReadonlyRootfs: true,
        RestartPolicy: { Name: 'unless-stopped' },
        Mounts: [{ Type: 'volume', Source: name, Target: '/var/lib/registry', ReadOnly: false }],
        NetworkMode: networkName(cluster),
        // Docker takes a registry without TLS only on a loopback address.
        PortBindings: { '5000/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }] },
      },
      ExposedPorts: { '5000/tcp': {} },
      NetworkingConfig: {
        EndpointsConfig: { [networkName(cluster)]: { IPAMConfig: { IPv4Address: network.registry } } },
      },
    });
    const url = await this.registryUrl(cluster);
    await waitForHttp(`${url}/v2/`, `the registry of cluster ${cluster}`, signal);
    return url;
  }

  async registryUrl(cluster: string): Promise<string> {
    return `http://${await this.#registryOnLoopback(cluster)}`;
  }

  async loadImage(cluster: string, _registryUrl: string, image: ImageSource, signal: AbortSignal): Promise<void> {
    const tag = localTag(image);
    if (await this.#imageIs(tag)) return;
    const path = image.repository.slice(image.repository.indexOf('/') + 1);
    const from = `${await this.#registryOnLoopback(cluster)}/${path}@${image.digest}`;
    await this.#try(`pull ${from}`, async () => {
      const stream = await this.#docker.pull(from, { abortSignal: signal });
      await followProgress(this.#docker, stream);
      const colon = tag.lastIndexOf(':');
      await this.#docker.getImage(from).tag({ repo: tag.slice(0, colon), tag: tag.slice(colon + 1) });
    });
  }

  async createNode(
    cluster: string,
    _network: ClusterNetwork,
    image: ImageSource,
    node: NodeSpec,
    signal: AbortSignal,
  ): Promise<void> {
    const options = nodeContainer(cluster, networkName(cluster), image, localTag(image), node);
    const name = containerName(cluster, node.name);
    const existing = await this.#find(name);
    // What never started may be without its configuration: a create was cut before it was in place.
    if (existing !== undefined && existing.State !== 'created') {
      if (existing.State !== 'running')
        await this.#try(`start ${name}`, () => this.#docker.getContainer(existing.Id).start());
      return;
    }
    const container =
      existing === undefined ? await this.#createNode(cluster, name, options) : this.#docker.getContainer(existing.Id);
    signal.throwIfAborted();
    // Before the first start: there is no open door of a node without a configuration.
    await this.#try(`put the configuration of ${name} in place`, () =>
      putFile(container, '/var', INITIAL_CONFIG, node.documents),
    );
    await this.#try(`start ${name}`, () => container.start());
  }

  async #createNode(cluster: string, name: string, options: Docker.ContainerCreateOptions): Promise<Docker.Container> {
    await this.#try(`create the volume ${name}`, () =>
      this.#docker.createVolume({ Name: name, Labels: { [CLUSTER_LABEL]: cluster } }),
    );
    return this.#try(`create ${name}`, () => this.#docker.createContainer(options));
  }

  async createLoadBalancer(
    cluster: string,
    network: ClusterNetwork,
    image: ImageSource,
    members: readonly string[],
    _signal: AbortSignal,
  ): Promise<void> {
    await this.#replaceContainer(cluster, {
      name: containerName(cluster, 'load-balancer'),
      Image: localTag(image),
      Entrypoint: [
        '/usr/bin/node',
        '--max-semi-space-size=1',
        '--max-old-space-size=32',
        '/usr/lib/talos/balancer.mjs',
      ],
      Cmd: ['--listen', '0.0.0.0:6443', '--members', members.map((member) => `${member}:6443`).join(',')],
      User: '51:51',
      Labels: { [CLUSTER_LABEL]: cluster, [ROLE_LABEL]: 'load-balancer' },
      HostConfig: {
        CapDrop: ['ALL'],
        ReadonlyRootfs: true,
        Init: false,
        RestartPolicy: { Name: 'unless-stopped' },
        NetworkMode: networkName(cluster),
      },
      NetworkingConfig: {
        EndpointsConfig: { [networkName(cluster)]: { IPAMConfig: { IPv4Address: network.loadBalancer } } },
      },
    });
  }

  async destroy(cluster: string, _signal: AbortSignal): Promise<void> {
    const containers = (await this.#containers()).filter((container) => container.Labels[CLUSTER_LABEL] === cluster);
    await Promise.all(
      containers.map((container) =>
        this.#try(`remove ${container.Names[0]}`, () =>
          this.#docker.getContainer(container.Id).remove({ force: true, v: true }),
        ).catch(ignoreMissing),
      ),
    );
    const { Volumes } = await this.#try('list volumes', () =>
      this.#docker.listVolumes({ filters: { label: [`${CLUSTER_LABEL}=${cluster}`] } as unknown as string }),
    );
    const named = [...(Volumes ?? []).map((volume) => volume.Name), containerName(cluster, 'registry')];
    for (const volume of named) {
      await this.#try(`remove the volume ${volume}`, () => this.#docker.getVolume(volume).remove()).catch(
        ignoreMissing,
      );
    }
    await this.#try(`remove the network ${networkName(cluster)}`, () =>
      this.#docker.getNetwork(networkName(cluster)).remove(),
    ).catch(ignoreMissing);
  }

  async #loadArchive(image: ImageSource, signal: AbortSignal): Promise<string> {
    const tag = localTag(image);
    if (await this.#imageIs(tag)) return tag;
    const layout = await OciLayout.open(image.layout);
    await this.#try(`load ${tag}`, async () => {
      const archive = await dockerArchive(layout, { tag, image: image.digest, signal });
      await followProgress(this.#docker, await this.#docker.loadImage(archive.stream, { quiet: true }));
    });
    return tag;
  }

  async #replaceContainer(cluster: string, options: Docker.ContainerCreateOptions): Promise<void> {
    const name = options.name ?? randomUUID();
    const existing = await this.#find(name);
    if (existing !== undefined)
      await this.#try(`remove ${name}`, () => this.#docker.getContainer(existing.Id).remove({ force: true }));
    const volume = options.HostConfig?.Mounts?.[0]?.Source;
    if (volume !== undefined) {
      await this.#try(`create the volume ${volume}`, () =>
        this.#docker.createVolume({ Name: volume, Labels: { [CLUSTER_LABEL]: cluster } }),
      );
    }
    const container = await this.#try(`create ${name}`, () => this.#docker.createContainer(options));
    await this.#try(`start ${name}`, () => container.start());
  }

  async #registryOnLoopback(cluster: string): Promise<string> {
    const name = containerName(cluster, 'registry');
    const details = await this.#try(`inspect ${name}`, () => this.#docker.getContainer(name).inspect());
    const port = details.NetworkSettings.Ports['5000/tcp']?.[0]?.HostPort;
    if (port === undefined)
      throw new ClusterError(`${name} publishes no port; destroy the cluster and create it again`);
    return `127.0.0.1:${port}`;
  }

  async #imageIs(tag: string): Promise<boolean> {
    try {
      await this.#docker.getImage(tag).inspect();
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw explain(`inspect the image ${tag}`, error);
    }
  }

  async #find(name: string): Promise<Docker.ContainerInfo | undefined> {
    return (await this.#containers()).find((container) => container.Names.includes(`/${name}`));
  }

  #containers(): Promise<Docker.ContainerInfo[]> {
    return this.#try('list containers', () =>
      this.#docker.listContainers({ all: true, filters: { label: [CLUSTER_LABEL] } }),
    );
  }

  async #try<T>(what: string, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw explain(what, error);
    }
  }
}

/** The tag by which Docker knows exactly this image: two builds of one version are two images. */
function localTag(image: ImageSource): string {
  return `${image.repository}:${image.tag}-${image.digest.slice('sha256:'.length, 'sha256:'.length + 12)}`;
}

function networkName(cluster: string): string {
  return `talos-${cluster}`;
}

async function putFile(container: Docker.Container, base: string, path: string, content: string): Promise<void> {
  const archive = pack();
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    archive.entry({
      name: `${parts.slice(0, depth).join('/')}/`,
      type: 'directory',
      mode: depth === parts.length - 1 ? 0o700 : 0o755,
    });
  }
  archive.entry({ name: path, mode: 0o600 }, content);
  archive.finalize();
  await container.putArchive(archive as unknown as NodeJS.ReadableStream, { path: base });
}

function followProgress(docker: Docker, stream: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    docker.modem.followProgress(
      stream,
      (error: Error | null, output: readonly { readonly error?: string }[] | null) => {
        const failure = error?.message ?? output?.find((line) => line.error !== undefined)?.error;
        if (failure === undefined) resolve();
        else reject(new Error(failure));
      },
    );
  });
}

async function waitForHttp(url: string, what: string, signal: AbortSignal): Promise<void> {
  let last = '';
  for (let attempt = 0; attempt < 150; attempt++) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal });
      if (response.ok) return;
      last = `HTTP ${response.status}`;
    } catch (error) {
      last = ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
    }
    await sleep(200, undefined, { signal });
  }
  throw new ClusterError(`${what} does not answer at ${url} after 30 s: ${last}`);
}

function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number }).statusCode;
}

function explain(what: string, error: unknown): Error {
  if (error instanceof ClusterError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const code = (error as NodeJS.ErrnoException).code;
  const next =
    code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'EACCES'
      ? '; is the Docker Engine running, and may you use it?'
      : '';
  const result = new ClusterError(`could not ${what}: ${reason}${next}`, { cause: error });
  return Object.assign(result, { statusCode: statusOf(error) });
}

/** What is gone already need not be removed. */
function ignoreMissing(error: unknown): void {
  if (statusOf(error) !== 404) throw error;
}
