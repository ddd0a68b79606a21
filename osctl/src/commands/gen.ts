/** What a cluster is made from when osctl does not make it: secrets, node configuration, client certificates. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLES, type Role } from '@talos/lib/rpc/roles.ts';
import { certificatesOf } from '@talos/lib/trust/authorities.ts';
import { Option } from 'commander';
import { stringify } from 'yaml';
import type { NodeRole } from '../cluster/types.ts';
import type { ConfigData, ConfigFile, Context } from '../config/file.ts';
import { EXIT, UsageError } from '../context.ts';
import { CLUSTER_NAME, CLUSTER_NAME_FORM, type CommandGroup, durationMs } from './shared.ts';

export function addGenCommands({ program, bind }: CommandGroup): void {
  const gen = program.command('gen').description('secrets, node configuration and client certificates');
  gen
    .command('secrets <cluster>')
    .description('new secrets of a cluster, as YAML: keep them, they cannot be made again')
    .action(
      bind(async (ctx, _flags, cluster) => {
        if (!CLUSTER_NAME.test(cluster)) throw new UsageError(`cluster name "${cluster}": ${CLUSTER_NAME_FORM}`);
        const { createSecrets } = await import('@talos/lib/trust/secrets.ts');
        ctx.stdout.write(stringify(await createSecrets({ clusterName: cluster, now: Date.now() })));
        return EXIT.ok;
      }),
    );

  gen
    .command('config')
    .description('configuration of every node, a client configuration, and the Secret of the operator')
    .requiredOption('--secrets <file>', 'of osctl gen secrets')
    .requiredOption('--endpoint <url>', 'where people reach the Kubernetes API, e.g. https://10.5.0.251:6443')
    .requiredOption('--control-plane <name=address…>', 'control planes', collect)
    .option('--worker <name=address…>', 'workers', collect, [])
    .option('--nameserver <address…>', 'name servers of the nodes', collect, [])
    .option('--mirror <host=url…>', 'registry mirrors of the nodes', collect, [])
    .requiredOption('--out <directory>', 'where the files go')
    .action(
      bind(async (ctx, flags: ConfigFlags) => {
        const { DEFAULT_NETWORK, nodeDocuments } = await import('../cluster/documents.ts');
        const { clientContext, nodeTrust, operatorClient } = await import('../gen/trust.ts');
        const { operatorSecret } = await import('../cluster/addons/operator.ts');
        const { formatIssue, parseDocuments } = await import('@talos/crds/config/index.ts');
        const { readSecrets } = await import('../gen/secrets-file.ts');
        const secrets = await readSecrets(flags.secrets);
        const nodes = [
          ...flags.controlPlane.map((text) => member(text, 'control-plane')),
          ...flags.worker.map((text) => member(text, 'worker')),
        ];
        const plan = {
          name: secrets.clusterName,
          endpoint: flags.endpoint,
          controlPlanes: nodes.filter((node) => node.role === 'control-plane').map((node) => node.address),
          ...DEFAULT_NETWORK,
          nameservers: flags.nameserver,
          mirrors: Object.fromEntries(
            flags.mirror.map((text) => {
              const { name, address } = pair(text, 'HOST=URL');
              return [name, [address]];
            }),
          ),
        };
        const configs = await Promise.all(
          nodes.map(async (node) => ({ node, documents: nodeDocuments(plan, await nodeTrust(secrets, node), node) })),
        );
        // What a node would refuse is refused here, before any file is written.
        const problems = configs.flatMap(({ node, documents }) =>
          parseDocuments(documents).errors.map((issue) => `${node.name}: ${formatIssue(issue)}`),
        );
        if (problems.length > 0) throw new UsageError(problems.join('\n'));
        await mkdir(flags.out, { recursive: true, mode: 0o700 });
        const write = async (name: string, content: string): Promise<void> => {
          await writeFile(join(flags.out, name), content, { mode: 0o600 });
          ctx.stderr.write(`${join(flags.out, name)}\n`);
        };
        for (const { node, documents } of configs) await write(`${node.name}.yaml`, documents);
        const config: ConfigData = {
          currentContext: secrets.clusterName,
          contexts: { [secrets.clusterName]: await clientContext(secrets, nodes) },
        };
        await write('osctl.yaml', stringify(config));
        await write('operator-secret.yaml', stringify(operatorSecret(await operatorClient(secrets))));
        return EXIT.ok;
      }),
    );

  gen
    .command('client')
    .description('a client configuration of a role')
    .requiredOption('--secrets <file>', 'of osctl gen secrets')
    .option('--role <role>', ROLES.join(', '), 'os:reader')
    .option('--name <subject>', 'who it is for; stands in the audit log', 'osctl')
    .addOption(
      new Option('--lifetime <duration>', 'how long it is good').argParser(durationMs).default(86_400_000, '24h'),
    )
    .option('--out <directory>', 'there ca.crt, client.crt and client.key, for other programs than osctl')
    .action(
      bind(async (ctx, flags: ClientFlags) => {
        if (!ROLES.includes(flags.role as Role))
          throw new UsageError(`--role ${flags.role}: roles are ${ROLES.join(', ')}`);
        const { clientIdentity } = await import('../gen/trust.ts');
        const { readSecrets } = await import('../gen/secrets-file.ts');
        const secrets = await readSecrets(flags.secrets);
        const identity = await clientIdentity(secrets, {
          role: flags.role as Role,
          subject: flags.name,
          lifetimeMs: flags.lifetime,
        });
        if (flags.out !== undefined) {
          await mkdir(flags.out, { recursive: true, mode: 0o700 });
          const { ca, certificate, key } = identity;
          for (const [file, content] of Object.entries({
            'ca.crt': ca,
            'client.crt': certificate,
            'client.key': key,
          })) {
            await writeFile(join(flags.out, file), content, { mode: 0o600 });
            ctx.stderr.write(`${join(flags.out, file)}\n`);
          }
          return EXIT.ok;
        }
        const name = `${secrets.clusterName}-${flags.role.replaceAll(':', '-')}`;
        const config: ConfigData = {
          currentContext: name,
          contexts: { [name]: { ...(await knownNodes(ctx.config, secrets.osCA.cert)), ...identity } },
        };
        ctx.stdout.write(stringify(config));
        return EXIT.ok;
      }),
    );
}

interface ClientFlags {
  readonly secrets: string;
  readonly role: string;
  readonly name: string;
  readonly lifetime: number;
  readonly out?: string;
}

interface ConfigFlags {
  readonly secrets: string;
  readonly endpoint: string;
  readonly controlPlane: readonly string[];
  readonly worker: readonly string[];
  readonly nameserver: readonly string[];
  readonly mirror: readonly string[];
  readonly out: string;
}

function collect(text: string, all: readonly string[] = []): readonly string[] {
  return [...all, ...text.split(',').filter((one) => one !== '')];
}

function pair(text: string, form: string): { readonly name: string; readonly address: string } {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new UsageError(`"${text}" is not of the form ${form}`);
  return { name: text.slice(0, at), address: text.slice(at + 1) };
}

function member(
  text: string,
  role: NodeRole,
): { readonly name: string; readonly address: string; readonly role: NodeRole } {
  return { ...pair(text, 'NAME=ADDRESS'), role };
}

/** What the configuration knows of a cluster's nodes, by its authority: whoever makes a client for it need not type them again. */
async function knownNodes(
  config: ConfigFile,
  ca: string,
): Promise<Pick<Context, 'endpoints' | 'nodes' | 'members' | 'groups'>> {
  const same = Object.values((await config.load()).contexts).find((one) =>
    certificatesOf(one.ca).some((pem) => pem.trim() === ca.trim()),
  );
  return { endpoints: same?.endpoints ?? [], nodes: [], members: same?.members ?? {}, groups: same?.groups ?? {} };
}
