import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCpuInfo, parseCpuStat, parseLoad, parsePressure, readCpu, readLoad } from './cpu.ts';
import { recorded } from './recorded.testing.ts';

test('how time was spent, of all processors and of each', () => {
  const stat = parseCpuStat(recorded('node/stat'));
  assert.deepEqual(stat.total, {
    userMs: 8_488_720,
    niceMs: 1_652_170,
    systemMs: 4_415_640,
    idleMs: 10_874_660,
    ioWaitMs: 165_820,
    interruptMs: 0,
    softInterruptMs: 177_710,
    stealMs: 15_010,
  });
  assert.deepEqual([...stat.byProcessor.keys()], [0, 1]);
  assert.equal(stat.byProcessor.get(1)?.userMs, 4_267_120);
  assert.deepEqual([stat.bootTimeMs, stat.interrupts], [1_795_401_007_000, 68_683_272]);
  assert.ok(stat.processesCreated > 0 && stat.contextSwitches > 0 && stat.processesRunning > 0);
});

test('processors by name, on x86 and on arm64', () => {
  const [first, second] = parseCpuInfo(recorded('node/cpuinfo'));
  assert.deepEqual(first, { number: 0, model: 'AMD EPYC', frequencyHz: 2_596_122_000, core: 0, socket: 0 });
  assert.equal(second?.number, 1);
  const arm = 'processor\t: 3\nBogoMIPS\t: 243.75\nCPU implementer\t: 0x41\nCPU part\t: 0xd0c\n\nHardware\t: x\n';
  assert.deepEqual(parseCpuInfo(arm), [
    { number: 3, model: 'implementer 0x41 part 0xd0c', frequencyHz: 0, core: 0, socket: 0 },
  ]);
});

test('load and pressure', () => {
  assert.deepEqual(parseLoad('3.68 2.62 2.45 4/773 26071\n'), {
    load1m: 3.68,
    load5m: 2.62,
    load15m: 2.45,
    runnable: 4,
    tasks: 773,
  });
  assert.deepEqual(
    parsePressure(
      'some avg10=80.67 avg60=72.55 avg300=51.81 total=4771084080\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n',
    ),
    {
      some: { percent10s: 80.67, percent60s: 72.55, percent300s: 51.81, totalUs: 4_771_084_080 },
      full: { percent10s: 0, percent60s: 0, percent300s: 0, totalUs: 0 },
    },
  );
  assert.equal(parsePressure(''), undefined);
});

test('this very machine has processors that have done something', async () => {
  const { stat, processors } = await readCpu();
  assert.equal(processors.length, stat.byProcessor.size);
  assert.ok(stat.total.userMs > 0 && stat.bootTimeMs < Date.now());
  assert.ok((await readLoad()).tasks > 0);
});
