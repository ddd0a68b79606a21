/** Examples in the help of each command. A test parses every one, and holds that no command is without. */
import type { Command } from 'commander';

export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'cluster create': [
    'osctl cluster create demo --workers 2',
    'osctl cluster create demo --control-planes 3 --image osctl.dev/talos:1.0.0 --kubeconfig ./kubeconfig',
  ],
  'cluster push': ['osctl cluster push demo --images out/images'],
  'cluster list': ['osctl cluster list', 'osctl cluster list -o json'],
  'cluster destroy': ['osctl cluster destroy demo'],
  'gen secrets': ['osctl gen secrets prod > secrets.yaml'],
  'gen config': [
    'osctl gen config --secrets secrets.yaml --endpoint https://10.5.0.251:6443 --control-plane cp-1=10.5.0.2 --worker worker-1=10.5.0.3 --out config',
  ],
  'gen client': ['osctl gen client --secrets secrets.yaml --role os:reader --name rita --lifetime 8h > rita.yaml'],
  'context list': ['osctl context list'],
  'context show': ['osctl context show', 'osctl context show demo -o json'],
  'context use': ['osctl context use demo'],
  'context renew': ['osctl context renew', 'osctl context renew prod'],
  'context remove': ['osctl context remove demo'],
  'context merge': ['osctl context merge config/osctl.yaml'],
  'context group list': ['osctl context group list', 'osctl -n @workers services'],
  'context group set': ['osctl context group set edge demo-worker-1 demo-worker-2'],
  'context group remove': ['osctl context group remove edge'],
  health: ['osctl health', 'osctl health --wait 5m', 'osctl -n @workers health -o json'],
  support: ['osctl support', 'osctl -n @control-planes support ./support.tar.gz'],
  dashboard: ['osctl dashboard', 'osctl -n @workers dashboard'],
  version: ['osctl version', 'osctl -n demo-cp-1,demo-worker-1 version -o json'],
  status: ['osctl -n @all status'],
  processes: [
    'osctl -n demo-worker-1 processes --sort pss --limit 10',
    'osctl -n demo-cp-1,demo-worker-1 processes --watch',
  ],
  cpu: ['osctl -n @all cpu', 'osctl -n demo-worker-1 cpu --interval 10s'],
  memory: ['osctl -n @all memory'],
  load: ['osctl -n @all load'],
  time: ['osctl -n @all time'],
  disks: ['osctl -n demo-worker-1 disks'],
  mounts: ['osctl -n demo-worker-1 mounts', 'osctl -n demo-worker-1 mounts --all'],
  df: ['osctl -n @all df'],
  du: ['osctl -n demo-worker-1 du /var/log --depth 2'],
  interfaces: ['osctl -n demo-worker-1 interfaces', 'osctl -n demo-cp-1 interfaces --pods'],
  routes: ['osctl -n demo-worker-1 routes', 'osctl -n demo-cp-1 routes --pod kube-system/coredns-abc'],
  netstat: [
    'osctl -n demo-worker-1 netstat --listening',
    'osctl -n demo-cp-1 netstat --all --tcp --pod kube-system/coredns-abc',
  ],
  resolve: ['osctl -n @all resolve', 'osctl -n demo-worker-1 resolve registry.example.com'],
  dmesg: ['osctl -n demo-worker-1 dmesg --follow', 'osctl -n demo-worker-1 dmesg --previous-boot --tail 50'],
  events: ['osctl -n demo-worker-1 events --tail 20 --follow', 'osctl -n demo-worker-1 events --type service,boot'],
  services: ['osctl -n demo-worker-1 services'],
  'service show': ['osctl -n demo-worker-1 service kubelet'],
  'service start': ['osctl -n demo-worker-1 service start kubelet'],
  'service stop': ['osctl -n demo-worker-1 service stop kubelet'],
  'service restart': ['osctl -n demo-worker-1 service restart kubelet'],
  containers: ['osctl -n demo-worker-1 containers', 'osctl -n demo-worker-1 containers --all'],
  stats: ['osctl -n demo-worker-1 stats --sort memory', 'osctl -n demo-worker-1 stats --watch'],
  'container restart': ['osctl -n demo-worker-1 container restart kube-system/coredns-abc/coredns'],
  get: [
    'osctl -n demo-cp-1 get kinds',
    'osctl -n demo-cp-1 get certificates',
    'osctl -n demo-worker-1 get document NetworkConfig -o yaml',
    'osctl -n demo-cp-1,demo-worker-1 get services --watch',
  ],
  images: ['osctl -n demo-worker-1 images'],
  'image pull': ['osctl -n demo-worker-1 image pull osctl.dev/coredns:1.14.7'],
  'image rm': ['osctl -n demo-worker-1 image rm osctl.dev/coredns:1.14.7'],
  'image gc': ['osctl -n demo-worker-1 image gc --dry-run', 'osctl -n demo-worker-1 image gc'],
  logs: [
    'osctl -n demo-worker-1 logs machined --previous-boot --tail 100',
    'osctl -n demo-cp-1,demo-worker-1 logs kubelet --follow',
    'osctl -n demo-cp-1 logs kube-system/kube-apiserver-demo-cp-1/kube-apiserver --tail 50',
  ],
  ls: ['osctl -n demo-worker-1 ls /var/log --depth 2'],
  cp: [
    'osctl cp demo-worker-1:/var/log/pods ./pods',
    'osctl -n demo-cp-1,demo-worker-1 cp /var/lib/talos/logs ./logs',
    'osctl cp demo-worker-1:/var/log/pods - > pods.tar',
  ],
  boots: ['osctl -n demo-worker-1 boots'],
  cat: ['osctl -n demo-worker-1 cat /usr/share/talos/release.json'],
  'rotate-ca': ['osctl rotate-ca --dry-run', 'osctl rotate-ca --secrets secrets.yaml --yes'],
  deny: [
    'osctl deny 5F3A91C20B7744E1D8A6C0FFEE12345678ABCDEF',
    'osctl deny --accept 5F3A91C20B7744E1D8A6C0FFEE12345678ABCDEF',
    'osctl deny',
  ],
  audit: ['osctl -n demo-cp-1 audit --since 1h', 'osctl -n @all audit --follow --refused'],
  'config get': ['osctl -n demo-worker-1 config get'],
  'config apply': [
    'osctl -n demo-worker-1 config apply --file node.yaml --dry-run',
    'osctl -n demo-worker-1 config apply --file node.yaml',
    'osctl -n demo-worker-1 config apply --file node.yaml --mode staged',
  ],
  'config patch': [
    'osctl -n demo-worker-1 config patch --patch-file kubelet.yaml --dry-run',
    'osctl -n demo-worker-1,demo-worker-2 config patch --patch-file kubelet.yaml --mode try --keep-within 2m',
  ],
  'config edit': ['osctl -n demo-worker-1 config edit'],
  'config validate': ['osctl config validate --file node.yaml'],
  'config explain': [
    'osctl -n demo-worker-1 config explain kubelet.extraConfig.maxPods',
    'osctl -n demo-worker-1 config explain system.sysctls -o json',
  ],
  'config adopt': [
    'osctl -n demo-worker-1 config adopt',
    'osctl -n demo-worker-1 config adopt kubelet.extraConfig.maxPods | kubectl apply -f -',
    'osctl -n demo-worker-1,demo-worker-2 config adopt system.sysctls --every-node --apply',
  ],
  'config diff': [
    'osctl -n demo-worker-1 config diff --file node.yaml',
    'osctl -n demo-worker-1 config diff --revision 3',
  ],
  'config keep': ['osctl -n demo-worker-1 config keep'],
  'config history': ['osctl -n demo-worker-1 config history'],
  'config rollback': ['osctl -n demo-worker-1 config rollback', 'osctl -n demo-worker-1 config rollback 3 --dry-run'],
  upgrade: [
    'osctl -n demo-worker-1 upgrade osctl.dev/talos:1.1.0',
    'osctl -n demo-worker-1 upgrade osctl.dev/talos:1.1.0 --operation-id to-1-1-0 --confirm-by 15m --no-wait',
    'osctl -n demo-worker-1 upgrade osctl.dev/talos:1.1.0 --stage',
  ],
  prepare: ['osctl -n demo-worker-1 prepare osctl.dev/talos:1.1.0'],
  rollback: ['osctl -n demo-worker-1 rollback'],
  reboot: ['osctl -n demo-worker-1 reboot', 'osctl -n demo-worker-1 reboot --mode force'],
  shutdown: ['osctl -n demo-worker-1 shutdown'],
  reset: [
    'osctl -n demo-worker-1 reset --dry-run',
    'osctl -n demo-worker-1 reset --yes',
    'osctl -n demo-worker-1 reset --keep-system --power-off',
  ],
  wipe: ['osctl -n metal-1 wipe /dev/sdb --yes'],
  confirm: ['osctl -n demo-worker-1 confirm to-1-1-0'],
  'operation list': ['osctl -n demo-worker-1 operation list'],
  'operation get': ['osctl -n demo-worker-1 operation get to-1-1-0'],
  'operation watch': ['osctl -n demo-worker-1 operation watch to-1-1-0'],
  'failed-boot': ['osctl -n demo-worker-1 failed-boot'],
  'rollout status': ['osctl rollout status', 'osctl rollout status --wait --wait-timeout 20m'],
  'rollout list': ['osctl rollout list -o json'],
  'rollout preview': ['osctl rollout preview', 'osctl rollout preview --file machine.yaml'],
  'rollout simulate': [
    'osctl rollout simulate --file machine.yaml',
    'osctl rollout simulate --file machine.yaml --fault bad-image=demo-worker-2 --fault blocked-drain=demo-worker-1',
    'osctl rollout simulate --file machine.yaml --dump cluster.json --at 2026-12-19T20:00:00Z',
  ],
  'rollout approve': ['osctl rollout approve'],
  'rollout cancel': ['osctl rollout cancel'],
  'rollout why': ['osctl rollout why demo-worker-2'],
  'rollout force': ['osctl rollout force demo-worker-2'],
  'rollout retry': ['osctl rollout retry', 'osctl rollout retry demo-worker-2 --yes'],
  'rollout skip': ['osctl rollout skip demo-worker-2'],
  'rollout pause': ['osctl rollout pause'],
  'rollout resume': ['osctl rollout resume'],
  pcap: [
    "osctl -n demo-worker-1 pcap dns.pcap --filter 'port 53' --duration 30s",
    'osctl -n demo-worker-1 pcap --pod default/web-0 | wireshark -k -i -',
  ],
  'profile cpu': ['osctl -n demo-worker-1 profile cpu machined.cpuprofile --duration 30s'],
  'profile heap': ['osctl -n demo-worker-1 profile heap apid.heapprofile --process apid'],
  debug: [
    'osctl -n demo-worker-1 debug --image docker.io/nicolaka/netshoot:v0.13',
    "osctl -n demo-worker-1 debug --image busybox:1.37 -- sh -c 'ls /host/var/log | wc -l'",
    'osctl -n demo-worker-1 debug --image busybox:1.37 -- sh < look.sh > found.txt',
  ],
  bootstrap: ['osctl -n 10.5.0.2 bootstrap'],
  'etcd status': ['osctl -n demo-cp-1 etcd status'],
  'etcd members': ['osctl -n demo-cp-1 etcd members'],
  'etcd snapshot': ['osctl -n demo-cp-1 etcd snapshot ./etcd.snapshot'],
  'etcd move-leader': ['osctl -n demo-cp-1 etcd move-leader'],
  kubeconfig: ['osctl kubeconfig ~/.kube/config', 'osctl kubeconfig --context demo --lifetime 8h ./kubeconfig'],
  completion: ['source <(osctl completion bash)'],
};

/** Commands that do something, by their words: "cluster create". */
export function leafCommands(
  command: Command,
  path: readonly string[] = [],
): readonly { readonly path: string; readonly command: Command }[] {
  if (command.commands.length === 0) return [{ path: path.join(' '), command }];
  return command.commands.flatMap((child) => leafCommands(child, [...path, child.name()]));
}

/** A group has one of each of its commands, and no more than fit at a glance. */
const OF_A_GROUP = 6;

function groups(command: Command): readonly Command[] {
  return command.commands.filter(({ commands }) => commands.length > 0).flatMap((child) => [child, ...groups(child)]);
}

function pathOf(command: Command): readonly string[] {
  return command.parent === null ? [] : [...pathOf(command.parent), command.name()];
}

export function addExamples(program: Command): void {
  const add = (command: Command, examples: readonly string[]): void => {
    if (examples.length === 0) return;
    command.addHelpText('after', `\nExamples:\n${examples.map((one) => `  ${one}`).join('\n')}`);
  };
  for (const { path, command } of leafCommands(program)) add(command, EXAMPLES[path] ?? []);
  for (const group of groups(program)) {
    const leaves = leafCommands(group, pathOf(group));
    add(group, leaves.flatMap(({ path }) => EXAMPLES[path]?.slice(0, 1) ?? []).slice(0, OF_A_GROUP));
  }
  program.addHelpText(
    'after',
    `
Examples:
  osctl cluster create demo --workers 2        a cluster on this computer
  osctl -n 10.5.0.3 services                   what runs on a node
  osctl -n demo-cp-1,demo-worker-1 logs kubelet -f
  osctl rollout status                         what is going on in the whole cluster

Environment:
  OSCTL_CONFIG    the file of contexts (default ~/.config/osctl/config.yaml)
  KUBECONFIG      for osctl rollout, config explain and config adopt

Exit codes: 0 done, 1 failed on at least one node, 2 wrong command line, 130 interrupted`,
  );
}
