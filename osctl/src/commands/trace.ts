/** Watching a node at work: packets, and the agent's own time and memory. */
import { open } from 'node:fs/promises';
import { type CaptureEnd, type CaptureSummary, Trace } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { askOneNode } from '../client/nodes.ts';
import { type CommandContext, EXIT, UsageError } from '../context.ts';
import { bytes } from '../output/units.ts';
import { byteSize, type CommandGroup, count, durationMs } from './shared.ts';

interface CaptureFlags {
  readonly interface?: string;
  readonly pod?: string;
  readonly duration: number;
  readonly maxBytes: number;
  readonly packetBytes?: number;
}

const ENDS: Readonly<Record<CaptureEnd, string>> = {
  CAPTURE_END_UNSPECIFIED: '',
  TIME_LIMIT: '',
  BYTE_LIMIT: '; ended by --max-bytes',
  INTERFACE_GONE: '; ended because the interface went away',
};

export function addTraceCommands({ program, bind }: CommandGroup): void {
  program
    .command('pcap [file]')
    .description('capture packets of one node, or of one of its pods, into a file for Wireshark or tcpdump')
    .option('--interface <name>', 'only of that interface (osctl interfaces); default: all')
    .option('--pod <namespace/name>', "in the pod's network instead of the node's")
    .option('--filter <expression>', "which packets, as tcpdump takes it: 'port 53 and host 10.5.0.3'", '')
    .addOption(new Option('--duration <duration>', 'how long, at most 1h').argParser(durationMs).default(60_000, '1m'))
    .addOption(
      new Option('--max-bytes <size>', 'how large the file may grow, at most 4GiB')
        .argParser(byteSize)
        .default(64 * 1024 * 1024, '64MiB'),
    )
    .option('--packet-bytes <bytes>', 'keep that much of each packet; default: all of it', count)
    .action(
      bind(async (ctx, flags: CaptureFlags & { readonly filter: string }, path?: string) => {
        const target = destination(ctx, path, 'capture.pcap');
        let summary: CaptureSummary | undefined;
        let size = 0;
        const request = {
          interface: flags.interface ?? '',
          pod: flags.pod ?? '',
          filter: flags.filter,
          durationMs: flags.duration,
          maxBytes: flags.maxBytes,
          packetBytes: flags.packetBytes ?? 0,
        };
        try {
          await askOneNode(ctx, async (node) => {
            for await (const chunk of node.client(Trace).capture(request, node.stream)) {
              if (chunk.summary !== undefined) summary = chunk.summary;
              if (chunk.data.length > 0) await target.write(chunk.data);
              size += chunk.data.length;
            }
          });
        } finally {
          // What has come is a whole file, whatever ended it.
          await target.close();
          if (size > 0) ctx.stderr.write(`${target.name}: ${summaryText(summary, size)}\n`);
        }
        return EXIT.ok;
      }),
    );

  const profile = program.command('profile').description('where the agent of one node spends time or memory');
  for (const [kind, what, extension] of [
    ['cpu', 'where machined or apid spends time', 'cpuprofile'],
    ['heap', 'what machined or apid keeps of the memory that it takes meanwhile', 'heapprofile'],
  ] as const) {
    profile
      .command(`${kind} [file]`)
      .description(`${what}: a .${extension} for Chrome's developer tools or speedscope`)
      .addOption(
        new Option('--duration <duration>', 'how long, at most 1m').argParser(durationMs).default(10_000, '10s'),
      )
      .addOption(
        new Option('--process <name>', 'which process of the agent').choices(['machined', 'apid']).default('machined'),
      )
      .action(
        bind(
          async (ctx, flags: { readonly duration: number; readonly process: 'machined' | 'apid' }, path?: string) => {
            const target = destination(ctx, path, `${flags.process}.${extension}`);
            let size = 0;
            try {
              await askOneNode(ctx, async (node) => {
                const request = {
                  kind: kind === 'cpu' ? 'CPU' : 'HEAP',
                  durationMs: flags.duration,
                  process: flags.process === 'apid' ? 'APID' : 'MACHINED',
                } as const;
                for await (const { data } of node.client(Trace).profile(request, node.stream)) {
                  await target.write(data);
                  size += data.length;
                }
              });
            } finally {
              await target.close();
            }
            ctx.stderr.write(`${target.name}: ${bytes(size)}\n`);
            return EXIT.ok;
          },
        ),
      );
  }
}

interface Destination {
  readonly name: string;
  write(data: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** A file, made at the first byte, so that a call that is refused leaves none; or standard output that is no terminal. */
function destination(ctx: CommandContext, path: string | undefined, example: string): Destination {
  if (path === undefined) {
    if (ctx.stdout.isTTY)
      throw new UsageError(`this is no text for a terminal: name a file (${example}), or use a pipe`);
    return {
      name: 'standard output',
      async write(data) {
        ctx.stdout.write(data);
        await ctx.stdout.drained(ctx.signal);
      },
      close: async () => {},
    };
  }
  let file: Awaited<ReturnType<typeof open>> | undefined;
  return {
    name: path,
    async write(data) {
      // What others said is nobody else's business on this computer either.
      file ??= await open(path, 'w', 0o600);
      await file.write(data);
    },
    close: async () => file?.close(),
  };
}

function summaryText(summary: CaptureSummary | undefined, size: number): string {
  if (summary === undefined) return `${bytes(size)}; cut before its end`;
  const dropped = summary.dropped === 0 ? '' : `; ${summary.dropped} more came too fast to be taken`;
  return `${summary.packets} packets, ${bytes(summary.bytes)}${dropped}${ENDS[summary.end]}`;
}
