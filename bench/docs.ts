/** docs/benchmarks.md, made of results. */
import { meetsBar, type Results, type Row, showBar, showValue } from './results.ts';
import { DEFINITIONS } from './rows.ts';

export function renderDocs(results: Results): string {
  const { machine } = results;
  const verdict = (row: Row): string => ({ true: 'met', false: '**missed**', undefined: '' })[`${meetsBar(row)}`];
  const table = results.rows.map(
    (row) =>
      `| ${row.name} | ${showValue(row.value, row.unit)} | ${showBar(row)} | ${verdict(row)} | ${DEFINITIONS.get(row.name)?.meaning ?? ''} |`,
  );
  return `# Benchmarks

Made by \`${results.command}\` (${results.date.slice(0, 16).replace('T', ' ')} UTC, commit ${results.commit}); do not edit. It brings up a
cluster of its own, measures, and takes everything down again; everything it uses comes with this project or with Debian.

| | |
| --- | --- |
| cores | ${machine.cores} |
| memory | ${machine.memoryGiB} GiB |
| system | ${machine.system}, kernel ${machine.kernel} |
| cgroup | ${machine.cgroup} |
| Docker Engine | ${machine.docker} |
| Node | ${machine.node} |
| OpenSSH | ${machine.ssh} |
| load average at the start | ${machine.load} |

All nodes of the cluster share this one computer: three kubelets, an apiserver and an etcd compete for its cores.

| figure | value | bar | | what it is |
| --- | ---: | --- | --- | --- |
${table.join('\n')}
${results.leftOut.map(({ name, why }) => `\nLeft out: ${name}: ${why}.\n`).join('')}
## How it is measured

- **Upgrades.** The bench applies a Machine with another OS image, as a user would, and watches. The taint and its release are what
  a watch of the Nodes shows; when the agent took the operation, and when it had stopped everything, is in the agent's record of
  the operation (\`osctl operation get\`); the boot's time is from \`osctl status\`; when the proof was whole, and when it had
  been steady, is in the NodeState. All clocks are the same, that of the computer. The parts add up to the whole.
- **An API's absence.** A client asks every 200 ms, with a limit of 1 s for each try, and opens a new connection after each failure. What
  counts is the time from the last answer before to the first answer after, its own pauses included.
- **Memory.** \`/proc/<pid>/smaps_rollup\` of the processes in the nodes' containers, read from outside. RSS counts a page once for each
  process that has it; PSS divides it among them. The idle cluster is read before and 20 s after its upgrade,
  a trial boot when its node is Ready; of several readings the largest counts.
- **osctl beside ssh.** Both are whole processes, started by turns, each round beginning with another one, after a warm-up round; medians. Both
  connect anew, prove who they are with Ed25519 keys and ask one thing. sshd is Debian's, on a free port of 127.0.0.1, with
  Debian's settings and a throw-away key; the node is a container on the same computer. ssh starts a process of the user's there,
  osctl reads what a service knows: the two do what one needs to ask a node something. Where osctl's time goes, as processor time of the
  best of 20 runs on a busy computer, 117 ms: 28 a bare Node; 25 Node's own modules of TLS and HTTP/2, made anew at each start; 15 finding
  and loading osctl's 23 files, from the compile cache; 17 the command line and the YAML of the context; 32 the handshake, the call, the
  table and the end. What is left is mostly Node's.
- **Calls.** ghz calls \`System.Version\` of a worker, and then the same method of a bare grpc-js server in a process of its own on this
  computer, which answers with the same bytes; by turns, rounds of 3 s after a warm-up round, medians. Both ask for a certificate of the
  same authority and speak TLS 1.3; 50 calls at once on 10 connections. A node's calls pass two processes, that server's one, and
  ghz takes from the same cores as they do.
- **Following a log.** A container in a pod on a worker prints the time of the kernel's monotonic clock every 23 ms; \`osctl logs --follow\`
  and \`ssh 127.0.0.1 tail -f\` of the file in which containerd keeps them follow it side by side for 12 s. Age counts at the reader's
  end of the pipe. containerd's part of the way is in both.
- **Watchers.** 10 clients, each with a connection and a certificate of its own, have 20 watches of the node's services open each. Memory
  is read every 200 ms from before the first until they have stood for 8 s.
- **Floods.** Strangers are a process in the network of a worker, with its loopback addresses as theirs, and open the next connection
  when one is closed. Clients ask \`System.Version\` one after the other, each over a connection of its own, from outside; the time is from
  its beginning to the answer. Counted are those that are asked when all strangers have come. They take from the same cores.
- **Idle processors.** What \`/proc/<pid>/stat\` counts for the processes within 60 s, while nobody asks anything of the cluster but its own
  parts: kubelets their apiserver, the operator its nodes.
- **Copying.** A file of 1 GiB on a worker's volume, which \`osctl cp NODE:FILE -\` and \`ssh 127.0.0.1 cat FILE\` read by turns; whole
  processes, medians of five, output thrown away. Memory is read every 200 ms while one copy runs, and 5 s after a client has
  stopped reading; what the idle agent had before is taken off.

Once more, or in part: \`npm run bench -- --help\`.
`;
}
