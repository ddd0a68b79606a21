/**
 * Programs inside a node and inside the containers of its own services: a way in that only the tests have, by the container engine
 * that happens to run the node. The node's one interpreter does the work, since there is no shell.
 */
import { tryCommand } from './command.ts';

export interface NodeProcess {
  readonly pid: number;
  readonly uids: readonly number[];
  readonly effective: string;
  readonly bounding: string;
  readonly noNewPrivileges: boolean;
  readonly seccomp: number;
  readonly command: string;
}

/** Runs `script` as root of the node, in its mount namespace; it prints JSON. `value` is what it gets as `input`. */
export async function inNode<T>(container: string, script: string, value: unknown = null): Promise<T> {
  return answered(await tryCommand('docker', ['exec', container, '/usr/bin/node', ...evaluated(script, value)]));
}

/** Runs `script` as another process of a service's container: same user, namespaces, capabilities and system call filter. */
export async function inService<T>(container: string, id: string, script: string, value: unknown = null): Promise<T> {
  const runc = ['/usr/sbin/runc', '--root', '/run/talos/runc', 'exec', id];
  return answered(
    await tryCommand('docker', ['exec', container, ...runc, '/usr/bin/node', ...evaluated(script, value)]),
  );
}

function evaluated(script: string, value: unknown): readonly string[] {
  return [
    '--input-type=module',
    '--eval',
    `const input = JSON.parse(process.argv[1]);
     const result = await (async () => { ${script} })();
     console.log(JSON.stringify(result ?? null));`,
    JSON.stringify(value),
  ];
}

function answered<T>(result: { readonly status: number; readonly stdout: string; readonly stderr: string }): T {
  if (result.status !== 0) throw new Error(`the program ended with ${result.status}\n${result.stderr}${result.stdout}`);
  return JSON.parse(result.stdout) as T;
}

/** Every process of the node with what the kernel says it may do. */
export async function processesOf(container: string): Promise<readonly NodeProcess[]> {
  return inNode(
    container,
    `const { readdirSync, readFileSync } = await import('node:fs');
     return readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).flatMap((pid) => {
       try {
         const status = new Map(readFileSync('/proc/' + pid + '/status', 'utf8').split('\\n').map((line) => line.split(/:\\s*/)));
         return [{
           pid: Number(pid),
           uids: status.get('Uid').trim().split(/\\s+/).map(Number),
           effective: status.get('CapEff'),
           bounding: status.get('CapBnd'),
           noNewPrivileges: status.get('NoNewPrivs') === '1',
           seccomp: Number(status.get('Seccomp')),
           command: readFileSync('/proc/' + pid + '/cmdline', 'utf8').replaceAll('\\0', ' ').trim(),
         }];
       } catch {
         return []; // it ended while we looked
       }
     });`,
  );
}
