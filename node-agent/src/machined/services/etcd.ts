import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { clientUrl, etcdClientPort, peerUrl } from '../etcd/etcd.ts';
import { nodeFiles } from '../host/paths.ts';
import type { ServiceDefinition } from '../machine/types.ts';
import { etcdUser } from '../trust/leaves.ts';
import { startContainer } from './container.ts';
import type { ServiceDeps } from './deps.ts';
import { NotYetError } from './supervisor.ts';

export interface EtcdArgsInput {
  readonly name: string;
  readonly address: string;
  readonly clusterName: string;
  readonly dataDir: string;
  readonly pkiDir: string;
  readonly state: 'new' | 'existing';
  readonly initialCluster: string;
}

/** Pure. Client and peer traffic is TLS with certificates both ways, by etcd's own CA. */
export const etcdArgs = (input: EtcdArgsInput): readonly string[] => [
  '/usr/bin/etcd',
  `--name=${input.name}`,
  `--data-dir=${input.dataDir}`,
  `--listen-client-urls=${[...new Set([`https://127.0.0.1:${etcdClientPort}`, clientUrl(input.address)])].join(',')}`,
  `--advertise-client-urls=${clientUrl(input.address)}`,
  `--listen-peer-urls=${peerUrl(input.address)}`,
  `--initial-advertise-peer-urls=${peerUrl(input.address)}`,
  `--initial-cluster=${input.initialCluster}`,
  `--initial-cluster-state=${input.state}`,
  `--initial-cluster-token=${input.clusterName}`,
  '--client-cert-auth=true',
  `--trusted-ca-file=${input.pkiDir}/ca.crt`,
  `--cert-file=${input.pkiDir}/server.crt`,
  `--key-file=${input.pkiDir}/server.key`,
  '--peer-client-cert-auth=true',
  `--peer-trusted-ca-file=${input.pkiDir}/ca.crt`,
  `--peer-cert-file=${input.pkiDir}/peer.crt`,
  `--peer-key-file=${input.pkiDir}/peer.key`,
  '--tls-min-version=TLS1.3',
  `--quota-backend-bytes=${8 * 1024 ** 3}`,
  '--listen-metrics-urls=http://127.0.0.1:2381',
  '--logger=zap',
];

/** Registered first and thus stopped last. Waits, without being at fault, until it is bootstrapped or may join. */
export const etcd = (deps: ServiceDeps): ServiceDefinition => {
  const { etcdDir, pkiDir } = nodeFiles(deps.paths);
  let args: readonly string[] = [];
  return {
    id: 'etcd',
    dependsOn: [],
    requiredForHealth: true,
    container: true,
    stopGraceMs: 15_000,
    async prepare(signal) {
      await deps.trust.ensureEtcd();
      mkdirSync(etcdDir, { recursive: true, mode: 0o700 });
      chownSync(etcdDir, etcdUser, etcdUser);
      chmodSync(etcdDir, 0o700);
      const step = await deps.etcd.advance(signal);
      if (step.kind === 'wait') throw new NotYetError(step.reason);
      const { cluster, system } = deps.documents();
      args = etcdArgs({
        name: system.nodeName,
        address: deps.address,
        clusterName: cluster.name,
        dataDir: etcdDir,
        pkiDir: join(pkiDir, 'etcd'),
        state: step.state,
        initialCluster: step.initialCluster,
      });
    },
    start: (log) =>
      startContainer(
        deps,
        {
          id: 'etcd',
          hostname: deps.documents().system.nodeName,
          uid: etcdUser,
          args,
          readOnly: [join(pkiDir, 'etcd'), '/etc/passwd', '/etc/group', '/etc/hosts', '/etc/resolv.conf'],
          writable: [etcdDir],
          pidsLimit: 256,
        },
        log,
      ),
    checkHealth: (signal) => deps.etcd.checkHealth(signal),
    async beforeStop(signal) {
      // Handing leadership on is milliseconds; losing it costs the others an election.
      const { moved, leaderId } = await deps.etcd.moveLeader(AbortSignal.any([signal, AbortSignal.timeout(5_000)]));
      if (moved) deps.log.info({ leader: leaderId }, 'etcd leadership handed on');
    },
  };
};
