/**
 * machined: the machine. Root, no network listener. This file puts the parts together and is the only one that knows them all:
 * host → platform → config → trust → services → machine → API.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { systemClock } from '@talos/lib/control/clock.ts';
import { returnMemory } from '@talos/lib/control/memory.ts';
import { RegistryClient } from '@talos/lib/oci/registry.ts';
import { bootStore } from '../boot/store.ts';
import { type ServedApi, serveApi } from './api/index.ts';
import { openAuditLog } from './audit.ts';
import { keepConfig } from './config/keep.ts';
import { type OpenedConfigStore, openConfigStore } from './config/store.ts';
import { containerdAddress } from './cri/pods.ts';
import { pullImage } from './cri/pull.ts';
import { openEtcd } from './etcd/client.ts';
import { createEtcd } from './etcd/etcd.ts';
import { applyEtc } from './host/etc.ts';
import { realAtomicFs } from './host/fs-atomic.ts';
import { currentMounts } from './host/mounts.ts';
import { hostPaths, nodeFiles } from './host/paths.ts';
import { processes } from './host/processes.ts';
import { EXIT } from './host/reboot.ts';
import { openReserve, reservedFs } from './host/reserve.ts';
import { loadSyscalls } from './host/syscalls.ts';
import { applySysctls, NODE_SYSCTLS } from './host/sysctls.ts';
import { openBootHistory } from './machine/boots.ts';
import { eventBus } from './machine/events.ts';
import { type EtcdMembership, leaveAfterCut } from './machine/leave-etcd.ts';
import { createMachine } from './machine/machine.ts';
import { openOperations } from './machine/operations.ts';
import { createResets, firstStartHurts, noteWipe, type ResetMark, resetPlan } from './machine/reset.ts';
import { type Phase, runSequence } from './machine/sequencer.ts';
import type { BootInfo, EventBus } from './machine/types.ts';
import { sayWhy } from './machine/way-down.ts';
import { openOwnLog } from './own-log.ts';
import { containerPlatform } from './platform/container.ts';
import { startContainer } from './services/container.ts';
import type { ServiceDeps } from './services/deps.ts';
import { applyLiveConfig, helpKubelet, maintainTrust, registerServices } from './services/index.ts';
import { KERNEL_LOG, KERNEL_LOG_POLL_MS, keepKernelLog } from './services/kernel-log.ts';
import { openLogStore } from './services/log-store.ts';
import { createProbe } from './services/probe.ts';
import { parseRelease } from './services/release.ts';
import { createSupervisor } from './services/supervisor.ts';
import { requestServing } from './trust/join.ts';
import { createNodeTrust } from './trust/node-trust.ts';
import { createSigner, isSigner } from './trust/signer.ts';

const APID_GROUP = 50;

const files = nodeFiles(hostPaths());
const logs = openLogStore({ directory: files.logsDir, bootId: bootIdOf(files.bootId), now: systemClock.now });
const log = openOwnLog(isSigner ? undefined : () => logs.open('machined'));

/** Says why the boot ends, once there is a history to say it to. */
let onGivingUp: (message: string) => void = () => {};

async function main(): Promise<void> {
  const clock = systemClock;
  const paths = hostPaths();
  const syscalls = loadSyscalls();
  const boot = JSON.parse(readFileSync(files.bootInfo, 'utf8')) as BootInfo;
  const release = parseRelease(readFileSync(files.release, 'utf8'));
  const platform = containerPlatform(syscalls, paths);
  const reserve = openReserve(files.reserveDir);
  const fs = reservedFs(reserve, realAtomicFs);
  const store = bootStore(files, fs);
  const events = logged(eventBus(clock, boot.bootId));
  const lifetime = new AbortController();
  const signer = createSigner();

  const supervisor = createSupervisor({
    clock,
    openLog: (id) => logs.open(id),
    onChange: (next, previous) => {
      if (next.state === previous.state && next.health === previous.health) return;
      const { id, state, health, message, restarts } = next;
      events.emit({
        type: 'service',
        subject: id,
        action: state,
        message,
        fields: { health, restarts: String(restarts) },
      });
    },
  });
  const { version, digest = '' } = { version: release.version, ...store.records()[boot.slot] };
  const boots = openBootHistory({
    path: files.bootHistory,
    boot,
    version,
    digest,
    failed: store.failed(),
    now: clock.now,
    lastWrite: logs.lastWrite,
    onError: (err) => log.error({ err }, 'history of boots damaged or not written'),
  });
  onGivingUp = (message) =>
    boots.ending({ reason: 'CRASHED', message, operationId: '', operationType: '', requestedBy: '' });
  logs.prune(boots.list().map(({ bootId }) => bootId));
  const operations = openOperations({
    directory: files.operationsDir,
    clock,
    fs,
    onChange: ({ id, type, state, phase, message }) => {
      events.emit({ type: 'operation', subject: id, action: state, message, fields: { kind: type, phase } });
      if (state !== 'RUNNING') reserve.refill();
    },
    onDamaged: (reason) => log.warn({ reason }, 'operation record left out'),
    onUnwritten: (err, operation) => log.error({ err, operation }, 'operation record not written'),
  });

  let opened: OpenedConfigStore | undefined;
  const config = (): OpenedConfigStore => {
    if (opened === undefined) throw new Error('The configuration is asked for before it is loaded');
    return opened;
  };
  const documents = () => config().current();
  let api: ServedApi | undefined;
  const registry = () => {
    const { mirrors, auth } = documents().registry;
    return new RegistryClient({ ...(mirrors && { mirrors }), ...(auth && { auth }) });
  };

  const resets = createResets({ paths, files, slot: boot.slot, mounts: currentMounts, syscalls, boots, fs });
  const isControlPlane = () => documents().system.role === 'control-plane';
  const resetBlockers = async (firstStart: boolean, signal: AbortSignal) => [
    ...(isControlPlane() ? [await services?.etcd.leavingHurts(signal)] : []),
    ...(firstStart ? [firstStartHurts(files, clock.now())] : []),
  ];
  const membership: EtcdMembership = {
    leave: async (signal) => services?.etcd.leave(signal),
    left: async (signal) => (await services?.etcd.left(signal)) ?? true,
  };
  /** A reset that was cut: gone on with before anything of the node is in use. */
  const finishReset = async (mark: ResetMark): Promise<never> => {
    log.warn({ operation: mark.operationId, step: mark.step }, 'going on with a reset');
    if (mark.step === 'leave-etcd') resets.mark({ ...mark, step: 'wipe' });
    noteWipe(files, mark, fs);
    sayWhy({ operations, boots }, mark.operationId);
    await resets.wipe(mark);
    resets.unmark();
    return platform.power(mark.powerOff ? 'power-off' : 'reboot');
  };

  const machine = createMachine({
    boot,
    files,
    store,
    operations,
    boots,
    events,
    supervisor,
    syscalls,
    clock,
    registry,
    pullImage: (image, options) =>
      pullImage({
        ...options,
        image,
        clock,
        address: containerdAddress,
        layers: async (signal) => (await registry().manifest(image, { signal })).manifest.layers,
      }),
    onTrialConfirmed: () => config().trialConfirmed(),
    soleControlPlane: () => {
      const { system, cluster } = documents();
      return system.role === 'control-plane' && cluster.controlPlanes.length === 1;
    },
    power: async (how) => {
      lifetime.abort(new Error('The node is on its way down'));
      await api?.stop();
      log.info({ how }, 'power');
      return platform.power(how);
    },
    onError: (err, doing) => log.error({ err, doing }, 'machine error'),
    reset: {
      ...resets,
      plan: async (scope, signal) => {
        const blockers = await resetBlockers(!scope.keepSystem && !scope.powerOff, signal);
        const said = blockers.filter((blocker) => blocker !== undefined);
        return resetPlan(scope, paths, { controlPlane: isControlPlane(), blockers: said });
      },
      etcd: membership,
    },
    wipeDisk:
      platform.kind === 'container'
        ? undefined
        : async (...args) => (await import('./host/wipe-disk.ts')).wipeDisk(...args),
    fs,
  });

  // PID 1 is tini, which passes these on: the engine's stop, and a person's Ctrl-C.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void machine.terminate());

  const address = () => platform.address(documents().cluster.controlPlanes);
  const etc = () => {
    const { system, network } = documents();
    applyEtc(syscalls, paths, {
      nodeName: system.nodeName,
      address: address(),
      nameservers: network.nameservers,
      searchDomains: network.searchDomains ?? [],
      hosts: network.hosts ?? [],
    });
  };

  let services: ServiceDeps | undefined;
  const phases: readonly Phase[] = [
    ...platform.phases,
    {
      name: 'reset',
      run: async () => {
        const mark = resets.pending();
        if (mark?.step === 'wipe') await finishReset(mark);
        reserve.refill();
      },
    },
    {
      name: 'config',
      run: () => {
        opened = openConfigStore({
          files,
          slot: boot.slot,
          onTrial: boot.trial !== null,
          now: clock.now,
          fs,
          onUnwritten: (err) => log.error({ err }, 'configuration not stored'),
          onListenerError: (err) => log.error({ err }, 'configuration listener failed'),
        });
        log.info({ source: opened.source, hash: opened.hash() }, 'configuration loaded');
        if (boot.trial !== null) return;
        try {
          keepConfig(files, boot.slot);
        } catch (err) {
          // A full disk must not keep the node from booting: the documents kept before are as good as they were.
          log.warn({ err }, 'configuration not kept for the slot');
        }
      },
    },
    { name: 'etc', run: etc },
    {
      name: 'sysctls',
      run: () => {
        for (const failed of applySysctls({ ...NODE_SYSCTLS, ...documents().system.sysctls })) {
          log.warn(failed, 'sysctl not set');
        }
      },
    },
    {
      name: 'trust',
      run: async () => {
        const self = { name: documents().system.nodeName, address: address() };
        const trust = createNodeTrust({
          paths,
          documents,
          address: self.address,
          now: clock.now,
          signer,
          onIssued: (path, reason) => log.info({ path, reason }, 'certificate issued'),
          requestServing: requestServing({ documents, clock }),
        });
        const etcd = createEtcd({
          paths,
          clock,
          open: (target) => openEtcd(target, trust.etcdClientTls()),
          self,
          others: () => documents().cluster.controlPlanes.filter((other) => other !== self.address),
        });
        services = {
          paths,
          processes: processes(),
          probe: createProbe(),
          clock,
          documents,
          release,
          address: self.address,
          trust,
          etcd,
          platform: platform.kind,
          log,
        };
      },
    },
    {
      name: 'leave-etcd',
      run: async (signal) => {
        const mark = resets.pending();
        if (mark === undefined) return;
        const onError = (err: unknown, doing: string) => log.warn({ err, doing }, 'etcd keeps this member');
        const wipes = await leaveAfterCut(mark, { etcd: membership, clock, resets, operations, onError }, signal);
        if (wipes) await finishReset(mark);
      },
    },
    {
      name: 'api',
      run: async () => {
        // Roots of debug containers of an earlier boot; their processes ended with it.
        const emptied = rm(files.debugDir, { recursive: true, force: true }).catch((err: unknown) =>
          log.warn({ err }, 'roots of debug containers not removed'),
        );
        api = await serveApi({
          machine,
          supervisor,
          config: config(),
          events,
          etcd: documents().system.role === 'control-plane' ? services?.etcd : undefined,
          nodeFiles: files,
          logs,
          boots,
          clock,
          signer,
          nodeTrust: (services as ServiceDeps).trust,
          release,
          platform: platform.kind,
          socketPath: files.machinedSocket,
          socketGroup: APID_GROUP,
          auditLog: openAuditLog({
            path: files.auditLog,
            now: clock.now,
            onError: (err) => log.error({ err }, 'audit record lost'),
          }),
          syscalls,
          debug: async function* (...call) {
            const [{ createDebugSession }, { startDebugContainer }] = await Promise.all([
              import('./debug/session.ts'),
              import('./debug/container.ts'),
            ]);
            await emptied;
            const { processes: started } = services as ServiceDeps;
            const directory = files.debugDir;
            const nodeName = () => documents().system.nodeName;
            const parts = { paths, processes: started, syscalls, clock, registry, nodeName, directory };
            yield* createDebugSession({ ...parts, mounts: currentMounts, startContainer: startDebugContainer })(
              ...call,
            );
          },
          startTool: (input, { stdout, stderr }) =>
            startContainer(services as ServiceDeps, input, { write: stderr }, stdout),
          onInternalError: (err, method) => log.error({ err, method }, 'call failed'),
        });
      },
    },
    {
      name: 'services',
      run: () => {
        const deps = services as ServiceDeps;
        registerServices(supervisor, deps);
        config().onChange((next) => {
          applyLiveConfig(deps, next);
          deps.trust
            .ensureApid(lifetime.signal)
            .catch((err: unknown) => log.warn({ err }, 'certificate of the API not renewed; tried again later'));
          etc();
          // A trial keeps its documents once it is confirmed.
          if (store.state().kind === 'ok' && machine.status().state.trial === null) keepConfig(files, boot.slot);
        });
        supervisor.startAll();
        machine.start();
        void helpKubelet(supervisor, deps, lifetime.signal);
        void maintainTrust(deps, lifetime.signal);
        void returnMemory({ clock, signal: lifetime.signal, trim: () => syscalls.trimHeap() });
        // A container shares the kernel, and its log, with whatever was there before.
        const sinceMs = platform.kind === 'container' ? clock.now() : 0;
        const pollMs = KERNEL_LOG_POLL_MS[platform.kind];
        void keepKernelLog({
          log: logs.open(KERNEL_LOG),
          syscalls,
          clock,
          sinceMs,
          pollMs,
          signal: lifetime.signal,
        }).catch((err: unknown) => log.warn({ err }, 'kernel log not kept'));
      },
    },
  ];

  log.info({ bootId: boot.bootId, slot: boot.slot, version: release.version, trial: boot.trial !== null }, 'boot');
  await runSequence('boot', phases, { clock, events }, lifetime.signal, machine.addBootPhase);
  machine.setBooted();
}

/** Every event is a line in the log, too: what a boot did must be readable when nobody can connect. */
function logged(bus: EventBus): EventBus {
  return {
    ...bus,
    emit(event) {
      bus.emit(event);
      const { type, subject, action, message, fields } = event;
      log.info({ type, subject, action, detail: message, ...fields }, 'event');
    },
  };
}

/** A boot without an id has no launcher of ours; main says what is missing. */
function bootIdOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

function fail(err: unknown): never {
  log.fatal({ err }, 'machined gives up');
  onGivingUp(`The agent gave up: ${err instanceof Error ? err.message : String(err)}`);
  process.exit(EXIT.failed);
}

// The thread that signs certificates runs this same file when it is bundled.
if (!isSigner) {
  process.exitCode = EXIT.failed;
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  try {
    await main();
  } catch (error) {
    fail(error);
  }
}
