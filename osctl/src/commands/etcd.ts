/** The cluster's store, as its members see it. */
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Etcd, type EtcdMember, type EtcdStatusResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askOneNode } from '../client/nodes.ts';
import { EXIT } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
import { bytes } from '../output/units.ts';
import { type CommandGroup, tableFromNodes } from './shared.ts';

export function addEtcdCommands({ program, bind }: CommandGroup): void {
  program
    .command('bootstrap')
    .description('start a new etcd cluster on one control plane: once in the life of a cluster')
    .action(
      bind(async (ctx) => {
        const answer = await askOneNode(ctx, (node) => node.client(Etcd).bootstrap({}, node.unary));
        printAnswer(ctx, answer, () => 'etcd is being bootstrapped; `osctl services` shows it coming up\n');
        return EXIT.ok;
      }),
    );

  const etcd = program.command('etcd').description("the cluster's store");
  etcd
    .command('status')
    .description('the members on the nodes asked')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Etcd).status({}, node.unary),
          (answer) => [answer],
          [
            { title: 'MEMBER', value: (row: EtcdStatusResponse) => row.memberId },
            { title: 'ROLE', value: (row) => (row.learner ? 'learner' : row.leader ? 'leader' : 'follower') },
            { title: 'VERSION', value: (row) => row.version },
            { title: 'DB', value: (row) => bytes(row.dbSizeBytes), align: 'right' },
            { title: 'IN USE', value: (row) => bytes(row.dbInUseBytes), align: 'right' },
            { title: 'TERM', value: (row) => String(row.raftTerm), align: 'right' },
            { title: 'INDEX', value: (row) => String(row.raftIndex), align: 'right' },
            { title: 'ERRORS', value: (row) => row.errors.join('; ') },
          ],
        ),
      ),
    );
  etcd
    .command('members')
    .description('all members, as the node asked knows them')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Etcd).members({}, node.unary),
          (answer) => answer.members,
          [
            { title: 'ID', value: (row: EtcdMember) => row.id },
            { title: 'NAME', value: (row) => row.name },
            { title: 'PEER', value: (row) => row.peerUrls.join(',') },
            { title: 'ROLE', value: (row) => (row.learner ? 'learner' : row.leader ? 'leader' : 'follower') },
            { title: 'HEALTHY', value: (row) => (row.healthy ? 'yes' : 'no') },
          ],
        ),
      ),
    );
  etcd
    .command('snapshot <path>')
    .description('save a snapshot of the store, its checksum verified')
    .action(
      bind(async (ctx, _options, path) => {
        const size = await askOneNode(ctx, async (node) => {
          const partial = `${path}.partial`;
          const file = await open(partial, 'w', 0o600);
          const hash = createHash('sha256');
          let expected = '';
          let written = 0;
          try {
            for await (const chunk of node.client(Etcd).snapshot({}, node.stream)) {
              hash.update(chunk.data);
              await file.write(chunk.data);
              written += chunk.data.length;
              if (chunk.sha256 !== '') expected = chunk.sha256;
            }
            const actual = hash.digest('hex');
            if (expected !== actual) {
              throw new Error(
                `the snapshot is not whole: its checksum is ${actual}, the node says ${expected === '' ? 'nothing' : expected}; nothing was kept`,
              );
            }
            await file.sync();
            await rename(partial, path);
          } finally {
            await file.close();
            await rm(partial, { force: true });
          }
          return written;
        });
        ctx.stderr.write(`${path}: ${bytes(size)}\n`);
        return EXIT.ok;
      }),
    );
  etcd
    .command('move-leader')
    .description('hand leadership to another member, where the node asked leads')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Etcd).moveLeader({}, node.unary),
          (answer) => [answer],
          [
            { title: 'LEADER', value: (row) => row.leaderId },
            { title: 'MOVED', value: (row) => (row.moved ? 'yes' : 'no') },
          ],
        ),
      ),
    );
}
