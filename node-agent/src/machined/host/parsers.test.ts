/** Every reader of a text of the kernel takes any text: half-read files, other kernels, hostile names. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainIpv6, prefixLength, wordAddress } from './addresses.ts';
import { parseCpuInfo, parseCpuStat, parseLoad, parsePressure } from './cpu.ts';
import { diskTransport, parseDiskStats } from './disks.ts';
import { fileSystemsOf, isOfWorkload } from './filesystems.ts';
import { interfaceKind, parseInterfaceCounters, parseIpv6Addresses, parseLocalIpv4, placeIpv4 } from './interfaces.ts';
import { parseCpuLimit, parseMemoryLimit } from './limits.ts';
import { parseMountInfo } from './mounts.ts';
import { podNames, podUidOf } from './network-namespaces.ts';
import { maskCommandLine, parseCgroup, parseMeminfo, parseStat } from './proc.ts';
import { recorded } from './recorded.testing.ts';
import { parseIpv6Routes, parseRoutes } from './routes.ts';
import { nameOfProgram, parseInternetSocket, parseUnixSocket } from './sockets.ts';

const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  stat: parseCpuStat,
  cpuinfo: parseCpuInfo,
  loadavg: parseLoad,
  pressure: parsePressure,
  diskstats: parseDiskStats,
  transport: diskTransport,
  mounts: (text) => fileSystemsOf(parseMountInfo(text).filter((mount) => !isOfWorkload(mount))),
  meminfo: parseMeminfo,
  processStat: parseStat,
  cgroup: (text) => podUidOf(parseCgroup(text)),
  podNames: (text) => podNames(text.split('\n')),
  commandLine: (text) => maskCommandLine(text.split('\0')),
  program: (text) => nameOfProgram(text.slice(0, 15), text.split('\0')),
  memoryLimit: parseMemoryLimit,
  cpuLimit: parseCpuLimit,
  address: (text) => [wordAddress(text), plainIpv6(text), prefixLength(text)],
  routes: parseRoutes,
  ipv6Routes: parseIpv6Routes,
  interfaceCounters: parseInterfaceCounters,
  ipv6Addresses: parseIpv6Addresses,
  ipv4Addresses: (text) => placeIpv4(parseLocalIpv4(text), text),
  interfaceKind: (text) => interfaceKind({ type: '1', uevent: text, link: text, entries: [text] }),
  tcp: (text) => text.split('\n').map((line) => parseInternetSocket(line, 'tcp')),
  udp6: (text) => text.split('\n').map((line) => parseInternetSocket(line, 'udp6')),
  unix: (text) => text.split('\n').map(parseUnixSocket),
};

const TEXTS = ['node', 'pod'].flatMap((directory) =>
  readdirSync(new URL(`./testdata/${directory}`, import.meta.url)).map((name) => recorded(`${directory}/${name}`)),
);

/** A recorded text: cut somewhere, with something else in place of a part, or pieces of two after one another. */
const damaged = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    other: fc.oneof(
      fc.constantFrom(...TEXTS),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constant('9'.repeat(400)),
    ),
    from: fc.nat({ max: 4000 }),
    length: fc.nat({ max: 200 }),
  })
  .map(({ text, other, from, length }) => {
    const at = from % (text.length + 1);
    return text.slice(0, at) + other.slice(0, 2000) + (length % 3 === 0 ? '' : text.slice(at + length));
  });

/** Numbers that the wire can carry: no NaN, no infinity, no fraction of a count that is none. */
function holdNumbers(value: unknown): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), String(value));
  else if (value instanceof Map) for (const one of value.values()) holdNumbers(one);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) holdNumbers(one);
}

for (const [name, parse] of Object.entries(PARSERS)) {
  test(`${name}: any text is taken`, () => {
    const property = fc.property(fc.oneof(damaged, fc.string({ unit: 'binary', maxLength: 300 })), (text) =>
      holdNumbers(parse(text)),
    );
    fc.assert(property, { numRuns: 150 });
  });
}

/** CPU time, µs: how busy the machine is does not matter. */
function spent(parse: (text: string) => unknown, text: string): number {
  const begin = process.cpuUsage();
  parse(text);
  return process.cpuUsage(begin).user;
}

test('a text eight times as long takes about eight times as long, not sixty-four', () => {
  for (const filler of ['a', '0', ' ', '/', ':', 'avg10=', 'cpu ', '[', '\\0', '- ']) {
    const text = filler.repeat(Math.ceil(200_000 / filler.length));
    for (const [name, parse] of Object.entries(PARSERS)) {
      const whole = spent(parse, text);
      // What is over at once tells nothing of how it grows, and need not.
      if (whole < 200_000) continue;
      const part = spent(parse, text.slice(0, text.length / 8));
      assert.ok(whole < 24 * part, `${name} of ${JSON.stringify(filler)}: ${part} µs, then ${whole} µs`);
    }
  }
});
