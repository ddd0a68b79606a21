/** What the dashboard shows, and how keys and answers change it. Pure. */
import type { Process, ServiceStatus, StatusResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';

export const VIEWS = ['nodes', 'processes', 'services', 'logs'] as const;
export type View = (typeof VIEWS)[number];

/** How many samples of load are remembered, and lines of a log. */
const HISTORY = 120;
const LOG_LINES = 1_000;

export interface Sample {
  /** Processors in use, 1 is one whole. */
  readonly cpu: number;
  readonly memoryBytes: number;
}

export interface ProcessLoad extends Process {
  /** Processors in use since the answer before; 0 at first. */
  readonly cpu: number;
}

export interface NodeView {
  readonly name: string;
  readonly status: StatusResponse | undefined;
  readonly processes: readonly ProcessLoad[];
  /** Oldest first. */
  readonly history: readonly Sample[];
  /** When it last answered, Unix time, ms; 0: never. */
  readonly answeredMs: number;
  /** Why it does not answer now. */
  readonly error: string | undefined;
}

export interface LogTarget {
  readonly node: string;
  readonly id: string;
}

export interface DashboardState {
  readonly context: string;
  readonly view: View;
  readonly nodes: readonly NodeView[];
  readonly node: number;
  /** The row of the view that is chosen: a service, or how far processes are scrolled. */
  readonly row: number;
  /** The log that is followed. */
  readonly log: LogTarget | undefined;
  readonly logLines: readonly string[];
  readonly logError: string | undefined;
  /** Lines above the newest; 0 follows it. */
  readonly logBack: number;
  readonly done: boolean;
}

export type DashboardEvent =
  | { readonly type: 'key'; readonly key: string }
  | {
      readonly type: 'answer';
      readonly node: string;
      readonly nowMs: number;
      readonly status: StatusResponse;
      readonly processes: readonly Process[];
    }
  | { readonly type: 'failure'; readonly node: string; readonly error: string }
  /** What comes now is from the log's tail on. */
  | { readonly type: 'log-begin'; readonly target: LogTarget }
  | { readonly type: 'log'; readonly target: LogTarget; readonly line: string }
  | { readonly type: 'log-failure'; readonly target: LogTarget; readonly error: string };

const EMPTY_LOG = { logLines: [], logError: undefined, logBack: 0 } as const;

export function initialState(context: string, nodes: readonly string[]): DashboardState {
  return {
    context,
    view: 'nodes',
    nodes: nodes.map((name) => ({
      name,
      status: undefined,
      processes: [],
      history: [],
      answeredMs: 0,
      error: undefined,
    })),
    node: 0,
    row: 0,
    log: undefined,
    ...EMPTY_LOG,
    done: false,
  };
}

export function currentNode(state: DashboardState): NodeView | undefined {
  return state.nodes[state.node];
}

export function servicesOf(node: NodeView | undefined): readonly ServiceStatus[] {
  return (node?.status?.services ?? []).toSorted((a, b) => a.id.localeCompare(b.id));
}

export function reduce(state: DashboardState, event: DashboardEvent): DashboardState {
  switch (event.type) {
    case 'key':
      return press(state, event.key);
    case 'answer':
      return change(state, event.node, (node) => answered(node, event));
    case 'failure':
      return change(state, event.node, (node) => ({ ...node, error: event.error }));
    case 'log-begin':
      return sameLog(state.log, event.target) ? { ...state, ...EMPTY_LOG } : state;
    case 'log': {
      if (!sameLog(state.log, event.target)) return state;
      const logLines = [...state.logLines, event.line].slice(-LOG_LINES);
      // Who reads further back is not moved by what arrives.
      const logBack = state.logBack === 0 ? 0 : Math.min(state.logBack + 1, logLines.length);
      return { ...state, logLines, logBack, logError: undefined };
    }
    case 'log-failure':
      return sameLog(state.log, event.target) ? { ...state, logError: event.error } : state;
  }
}

export function sameLog(a: LogTarget | undefined, b: LogTarget | undefined): boolean {
  return a?.node === b?.node && a?.id === b?.id;
}

function change(state: DashboardState, name: string, to: (node: NodeView) => NodeView): DashboardState {
  return { ...state, nodes: state.nodes.map((node) => (node.name === name ? to(node) : node)) };
}

function answered(node: NodeView, event: Extract<DashboardEvent, { type: 'answer' }>): NodeView {
  const elapsedMs = node.answeredMs === 0 ? 0 : event.nowMs - node.answeredMs;
  const before = new Map(node.processes.map((one) => [one.pid, one.cpuTimeMs]));
  const processes = event.processes.map((one): ProcessLoad => {
    const since = one.cpuTimeMs - (before.get(one.pid) ?? one.cpuTimeMs);
    return { ...one, cpu: elapsedMs > 0 ? Math.max(0, since) / elapsedMs : 0 };
  });
  const sample = {
    cpu: processes.reduce((sum, one) => sum + one.cpu, 0),
    memoryBytes: processes.reduce((sum, one) => sum + (one.proportionalBytes || one.residentBytes), 0),
  };
  return {
    ...node,
    status: event.status,
    processes: processes.toSorted((a, b) => b.cpu - a.cpu || b.residentBytes - a.residentBytes),
    history: [...node.history, ...(elapsedMs > 0 ? [sample] : [])].slice(-HISTORY),
    answeredMs: event.nowMs,
    error: undefined,
  };
}

const KEYS: Readonly<Record<string, View>> = { n: 'nodes', p: 'processes', s: 'services', l: 'logs' };

function press(state: DashboardState, key: string): DashboardState {
  const view = KEYS[key];
  if (view !== undefined) return show(state, view);
  switch (key) {
    case 'q':
    case '\u0003':
      return { ...state, done: true };
    case 'up':
    case 'k':
      return move(state, -1);
    case 'down':
    case 'j':
      return move(state, 1);
    case 'left':
      return toNode(state, state.node - 1);
    case 'right':
    case '\t':
      return toNode(state, state.node + 1);
    case '\r':
      return state.view === 'nodes' ? show(state, 'services') : state.view === 'services' ? show(state, 'logs') : state;
    default:
      return state;
  }
}

function show(state: DashboardState, view: View): DashboardState {
  if (view !== 'logs') return { ...state, view, row: view === state.view ? state.row : 0 };
  const node = currentNode(state);
  const services = servicesOf(node);
  // From the list of services the chosen one's; else the kubelet's, which most questions are about.
  const id =
    state.view === 'services'
      ? services[state.row]?.id
      : (state.log?.id ?? services.find((one) => one.id === 'kubelet')?.id);
  return follow({ ...state, view }, node, id ?? 'machined');
}

function follow(state: DashboardState, node: NodeView | undefined, id: string): DashboardState {
  const log = node === undefined ? undefined : { node: node.name, id };
  return sameLog(log, state.log) ? state : { ...state, log, ...EMPTY_LOG };
}

function toNode(state: DashboardState, index: number): DashboardState {
  const count = state.nodes.length;
  if (count === 0) return state;
  const moved = { ...state, node: (index + count) % count, row: 0 };
  return state.view === 'logs' ? follow(moved, currentNode(moved), state.log?.id ?? 'machined') : moved;
}

function move(state: DashboardState, by: number): DashboardState {
  const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
  switch (state.view) {
    case 'nodes':
      return { ...state, node: within(state.node + by, state.nodes.length) };
    case 'services':
      return { ...state, row: within(state.row + by, servicesOf(currentNode(state)).length) };
    case 'processes':
      return { ...state, row: within(state.row + by, currentNode(state)?.processes.length ?? 0) };
    case 'logs':
      return { ...state, logBack: within(state.logBack - by, state.logLines.length) };
  }
}
