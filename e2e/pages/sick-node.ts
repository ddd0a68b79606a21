/** Situations of the runbooks: the first worker with something wrong that a person or time has done, and a reader's editor. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { osServer } from '@talos/lib/trust/profiles.ts';
import { parseSecrets } from '@talos/lib/trust/secrets.ts';
import { issue } from '@talos/lib/trust/x509.ts';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { eventually, type TestCluster } from '../harness/cluster.ts';
import { inNode } from '../harness/inside.ts';
import type { Situation } from './situations.ts';

interface ConfigDocument {
  readonly apiVersion: string;
  readonly kind: string;
  spec: Record<string, unknown>;
}
type Change = (spec: Record<string, unknown>) => Record<string, unknown>;

const nodeOf = (cluster: TestCluster): string => `${cluster.name}-worker-1`;
/** What the node had before; there while a situation lasts. */
const keptAt = (cluster: TestCluster): string => join(dirname(cluster.facts.configPath), 'sick-node.yaml');

/** It failed, and three times again: between two ends, too, `osctl health` says so. */
const endsAgainAndAgain = (cluster: TestCluster): Promise<boolean> =>
  eventually('the kubelet to end again and again', 60_000, async () => {
    const kubelet = (await cluster.status(nodeOf(cluster))).services.find(({ id }) => id === 'kubelet');
    return (kubelet?.restarts ?? 0) >= 3;
  });

/** More memory than the machine has: the kubelet ends as soon as it sees that. */
const reserveTooMuch: Change = (spec) => ({
  ...spec,
  extraConfig: { ...(spec['extraConfig'] as object), systemReserved: { memory: '900Gi' } },
});
const reserveNothing: Change = (spec) => {
  const { systemReserved: _, ...rest } = spec['extraConfig'] as Record<string, unknown>;
  return { ...spec, extraConfig: rest };
};
export const kubeletBroken: Situation = {
  async begin(cluster) {
    await misconfigure(cluster, 'KubeletConfig', reserveTooMuch);
    await endsAgainAndAgain(cluster);
  },
  end: restore,
};

/** The reader's editor: changes worker-1.yaml in the directory where the page is typed. */
export const settingTakenOut: Situation = edited('KubeletConfig', reserveNothing);
function edited(kind: string, change: Change): Situation {
  return {
    async begin() {
      const text = await readFile('worker-1.yaml', 'utf8');
      await writeFile('worker-1.yaml', changed(text, kind, change));
    },
  };
}

/** A policy that needs processors of the kubelet's own, and none are set aside. */
const givePodsTheirOwnCpus: Change = (spec) => ({
  ...spec,
  extraConfig: { ...(spec['extraConfig'] as object), cpuManagerPolicy: 'static' },
});
export const cpusNotReserved: Situation = {
  async begin(cluster) {
    await misconfigure(cluster, 'KubeletConfig', givePodsTheirOwnCpus);
    await endsAgainAndAgain(cluster);
  },
  end: restore,
};

/** Of TEST-NET-1: nobody is there. */
const NOBODY = '192.0.2.53';
export const nameServerGone: Situation = {
  begin: (cluster) => misconfigure(cluster, 'NetworkConfig', (spec) => ({ ...spec, nameservers: [NOBODY] })),
  end: restore,
};

/** With the five minutes for which it was good before it was made, more than four fifths of its life are over. */
const LAST_MS = 70_000;

/** The reader's own. */
export const certificateEndsSoon: Situation = {
  async begin(cluster) {
    const env = { OSCTL_CONFIG: join(process.env['HOME'] ?? '', '.config', 'osctl', 'config.yaml') };
    const secrets = ['--secrets', 'secrets.yaml', '--lifetime', `${LAST_MS / 1000}s`];
    const client = await cluster.osctl(['gen', 'client', ...secrets, '--role', 'os:admin', '--name', 'ada'], { env });
    await writeFile('ending.yaml', client, { mode: 0o600 });
    await cluster.osctl(['context', 'merge', 'ending.yaml'], { env });
    await cluster.osctl(['context', 'use', `${cluster.name}-os-admin`], { env });
  },
};

/** The first worker's serving certificate, as if it had not been renewed. */
export const nodeCertificateEndsSoon: Situation = {
  async begin(cluster) {
    const nodeName = nodeOf(cluster);
    const { osCA } = parseSecrets(parse(await readFile('secrets.yaml', 'utf8')));
    const { addresses } = (await cluster.get<WithAddresses>('node', nodeName)).status;
    const address = addresses.find(({ type }) => type === 'InternalIP')?.address ?? '';
    const profile = osServer({ nodeName, addresses: [address], controlPlane: false });
    const { certPem, keyPem } = await issue({ ca: osCA, ...profile, lifetimeMs: LAST_MS });
    await inNode(
      `talos-${cluster.name}-${nodeName}`,
      `const { writeFileSync } = await import('node:fs');
       for (const directory of ['/var/lib/talos/pki/apid', '/run/talos/apid']) {
         writeFileSync(directory + '/server.key', input.keyPem);
         writeFileSync(directory + '/server.crt', input.certPem);
       }`,
      { certPem, keyPem },
    );
    await eventually(`${nodeName} to be met with it`, 30_000, async () => {
      const { stdout } = await cluster.tryOsctl(['-n', nodeName, '-o', 'json', 'health']);
      return /its serving certificate ends in/.test(stdout);
    });
  },
  /** Whatever became of the page: the start of apid has one made. */
  async end(cluster) {
    await inNode(
      `talos-${cluster.name}-${nodeOf(cluster)}`,
      `const { readdirSync, readFileSync } = await import('node:fs');
       const pid = readdirSync('/proc').find((name) => {
         try {
           return readFileSync('/proc/' + name + '/cmdline', 'utf8').includes('/usr/lib/talos/apid.mjs\\0');
         } catch {
           return false;
         }
       });
       if (pid !== undefined) process.kill(Number(pid), 'SIGKILL');`,
    );
  },
};

interface WithAddresses {
  readonly status: { readonly addresses: readonly { readonly type: string; readonly address: string }[] };
}

async function misconfigure(cluster: TestCluster, kind: string, change: Change): Promise<void> {
  const node = nodeOf(cluster);
  const before = await cluster.osctl(['-n', node, 'config', 'get']);
  if (!existsSync(keptAt(cluster))) await writeFile(keptAt(cluster), before, { mode: 0o600 });
  const wrong = `${keptAt(cluster)}.wrong`;
  await writeFile(wrong, changed(before, kind, change), { mode: 0o600 });
  await cluster.osctl(['-n', node, 'config', 'apply', '--file', wrong]);
  await rm(wrong);
}

async function restore(cluster: TestCluster): Promise<void> {
  const path = keptAt(cluster);
  if (!existsSync(path)) return;
  await cluster.osctl(['-n', nodeOf(cluster), 'config', 'apply', '--file', path]);
  await rm(path);
}

function documentsOf(text: string): ConfigDocument[] {
  return parseAllDocuments(text).map((document) => document.toJS() as ConfigDocument);
}

/** A document that is not there yet is added. */
function changed(text: string, kind: string, change: Change): string {
  const documents = documentsOf(text);
  const found = documents.find((document) => document.kind === kind);
  if (found === undefined) documents.push({ apiVersion: 'osctl.dev/v1alpha1', kind, spec: change({}) });
  else found.spec = change(found.spec);
  return documents.map((document) => stringify(document)).join('---\n');
}
