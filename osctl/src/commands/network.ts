/** Networks of nodes and of their pods: interfaces, routes, sockets; and how nodes resolve names. */
import {
  type InterfaceCounters,
  type NameServerAnswer,
  Network,
  type NetworkInterface,
  type Route,
  type Socket,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Column } from '../output/format.ts';
import { bytes, duration } from '../output/units.ts';
import { type CommandGroup, tableFromNodes } from './shared.ts';

interface WhoseOptions {
  readonly pod?: string;
  readonly pods?: boolean;
}
interface RoutesOptions extends WhoseOptions {
  readonly all?: boolean;
}
interface NetstatOptions extends WhoseOptions {
  readonly listening?: boolean;
  readonly all?: boolean;
  readonly tcp?: boolean;
  readonly udp?: boolean;
  readonly unix?: boolean;
}

export function addNetworkCommands({ program, bind }: CommandGroup): void {
  whose(program.command('interfaces'))
    .description('network interfaces of nodes, or of their pods')
    .action(
      bind(async (ctx, options: WhoseOptions) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Network).interfaces({ network: selector(options) }, node.unary),
          (answer) => answer.interfaces,
          withPod(options, INTERFACE_COLUMNS),
        ),
      ),
    );

  whose(program.command('routes'))
    .description('routes of nodes, or of their pods')
    .option('-a, --all', 'local, multicast and unreachable ones, too')
    .action(
      bind(async (ctx, options: RoutesOptions) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Network).routes({ network: selector(options), all: options.all ?? false }, node.unary),
          (answer) => answer.routes,
          withPod(options, ROUTE_COLUMNS),
        ),
      ),
    );

  whose(program.command('netstat'))
    .aliases(['ss'])
    .description('connections and listening sockets of nodes, or of their pods, with the programs that hold them')
    .addOption(new Option('-l, --listening', 'only what listens').conflicts('all'))
    .option('-a, --all', 'what is connected, and what listens')
    .option('-t, --tcp', 'TCP (default: with UDP)')
    .option('-u, --udp', 'UDP (default: with TCP)')
    .option('-x, --unix', 'unix sockets')
    .action(
      bind(async (ctx, options: NetstatOptions) =>
        tableFromNodes(
          ctx,
          (node) =>
            Array.fromAsync(
              node.client(Network).sockets(
                {
                  network: selector(options),
                  protocols: (['tcp', 'udp', 'unix'] as const).filter((protocol) => options[protocol] === true),
                  states: options.listening ? 'listening' : options.all ? 'all' : 'connected',
                },
                node.stream,
              ),
            ),
          (answer) => answer,
          withPod(options, SOCKET_COLUMNS),
        ),
      ),
    );

  program
    .command('resolve [name]')
    .description("ask each of a node's name servers for a name; without one, only whether they answer")
    .action(
      bind(async (ctx, _options, name) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Network).resolve({ name: name ?? '' }, node.unary),
          (answer) => answer.servers,
          ANSWER_COLUMNS,
        ),
      ),
    );
}

const whose = (command: Command): Command =>
  command
    .addOption(new Option('--pod <pod>', "a pod's network: namespace/name").argParser(podName))
    .addOption(new Option('--pods', "the node's network and every pod's").conflicts('pod'));

function podName(text: string): string {
  if (!/^[a-z0-9.-]+\/[a-z0-9.-]+$/.test(text)) throw new InvalidArgumentError(`"${text}" is not namespace/name.`);
  return text;
}

const selector = ({ pod, pods }: WhoseOptions) => ({ pod: pod ?? '', all: pods ?? false });

function withPod<Row extends { readonly pod: string }>(
  { pods }: WhoseOptions,
  columns: readonly Column<Row>[],
): readonly Column<Row>[] {
  return pods ? [{ title: 'POD', value: (row) => row.pod || '-' }, ...columns] : columns;
}

const traffic = (of: InterfaceCounters | undefined): string => bytes(of?.bytes ?? 0);
const INTERFACE_COLUMNS: readonly Column<NetworkInterface>[] = [
  { title: 'NAME', value: (row) => row.name },
  { title: 'STATE', value: (row) => row.state || '-' },
  { title: 'KIND', value: (row) => `${row.kind || '-'}${row.controller === '' ? '' : ` of ${row.controller}`}` },
  { title: 'MTU', value: (row) => (row.mtu === 0 ? '-' : String(row.mtu)), align: 'right' },
  { title: 'HARDWARE ADDRESS', value: (row) => row.hardwareAddress || '-' },
  { title: 'RECEIVED', value: (row) => traffic(row.received), align: 'right' },
  { title: 'SENT', value: (row) => traffic(row.sent), align: 'right' },
  {
    title: 'ERRORS',
    value: (row) => String((row.received?.errors ?? 0) + (row.sent?.errors ?? 0)),
    align: 'right',
  },
  {
    title: 'DROPPED',
    value: (row) => String((row.received?.dropped ?? 0) + (row.sent?.dropped ?? 0)),
    align: 'right',
  },
  { title: 'ADDRESSES', value: (row) => row.addresses.join(' ') },
];

const ROUTE_COLUMNS: readonly Column<Route>[] = [
  {
    title: 'DESTINATION',
    value: (row) => (/^(0\.0\.0\.0|::)\/0$/.test(row.destination) ? `default (${row.family})` : row.destination),
  },
  { title: 'GATEWAY', value: (row) => row.gateway || '-' },
  { title: 'INTERFACE', value: (row) => row.interface || '-' },
  { title: 'METRIC', value: (row) => String(row.metric), align: 'right' },
  { title: 'TYPE', value: (row) => row.type },
];

const SOCKET_COLUMNS: readonly Column<Socket>[] = [
  { title: 'PROTOCOL', value: (row) => row.protocol },
  { title: 'STATE', value: (row) => row.state },
  { title: 'RECV-Q', value: (row) => String(row.receiveQueueBytes), align: 'right' },
  { title: 'SEND-Q', value: (row) => String(row.sendQueueBytes), align: 'right' },
  { title: 'LOCAL', value: (row) => (row.protocol === 'unix' ? row.path : endpoint(row.localAddress, row.localPort)) },
  { title: 'REMOTE', value: (row) => (row.protocol === 'unix' ? '' : endpoint(row.remoteAddress, row.remotePort)) },
  { title: 'USER', value: (row) => (row.protocol === 'unix' ? '-' : String(row.userId)), align: 'right' },
  { title: 'PROCESS', value: (row) => (row.pid === 0 ? '-' : `${row.process} (${row.pid})`) },
];

const ANSWER_COLUMNS: readonly Column<NameServerAnswer>[] = [
  { title: 'NAME SERVER', value: (row) => row.server },
  { title: 'RESULT', value: (row) => row.result },
  { title: 'TOOK', value: (row) => duration(row.tookUs / 1000), align: 'right' },
  { title: 'ADDRESSES', value: (row) => row.addresses.join(' ') || '-' },
];

/** `*` for any address and any port. */
function endpoint(address: string, port: number): string {
  const host = ['', '0.0.0.0', '::'].includes(address) ? '*' : address.includes(':') ? `[${address}]` : address;
  return `${host}:${port === 0 ? '*' : port}`;
}
