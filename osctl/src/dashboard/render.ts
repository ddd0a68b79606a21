/** The dashboard's state as the lines of a screen. Pure: as many lines as it has rows, none wider than its columns. */
import { type Column, clean } from '../output/format.ts';
import type { Colour, Paint } from '../output/style.ts';
import { age, bytes, duration } from '../output/units.ts';
import { currentNode, type DashboardState, type NodeView, type ProcessLoad, type Sample, servicesOf } from './state.ts';

export interface Screen {
  readonly columns: number;
  readonly rows: number;
  readonly nowMs: number;
  readonly paint: Paint;
}

/** Below this there is no room for a table. */
const MIN_COLUMNS = 40;
const MIN_ROWS = 6;
/** Two polls missed: what is shown is old. */
const STALE_MS = 7_000;
const BARS = ' ▁▂▃▄▅▆▇█';

interface Line {
  readonly text: string;
  readonly colour?: Colour | undefined;
}

export function render(state: DashboardState, screen: Screen): readonly string[] {
  const { columns, rows } = screen;
  if (columns < MIN_COLUMNS || rows < MIN_ROWS) {
    return fit([{ text: `osctl: too small (${columns}×${rows})` }, { text: 'q quits' }], screen);
  }
  const height = rows - 4;
  const lines = [
    { text: header(state, screen), colour: 'bold' as const },
    { text: '─'.repeat(columns), colour: 'dim' as const },
    ...pad(body(state, screen, height), height),
    { text: '─'.repeat(columns), colour: 'dim' as const },
    { text: KEYS[state.view], colour: 'dim' as const },
  ];
  return fit(lines, screen);
}

const GLOBAL_KEYS = 'n nodes  p processes  s services  l logs  q quit';
const KEYS = {
  nodes: `${GLOBAL_KEYS}  │ ↑↓ choose  enter its services`,
  processes: `${GLOBAL_KEYS}  │ ↑↓ scroll  ←→ node`,
  services: `${GLOBAL_KEYS}  │ ↑↓ choose  enter its log  ←→ node`,
  logs: `${GLOBAL_KEYS}  │ ↑↓ scroll  ←→ node`,
} as const;

function header(state: DashboardState, { columns, nowMs }: Screen): string {
  const ready = state.nodes.filter((node) => node.error === undefined && node.status?.ready === true).length;
  const node = currentNode(state);
  const where = state.view === 'nodes' ? '' : `  ${node?.name ?? ''}`;
  const what = state.view === 'logs' && state.log !== undefined ? `  ${state.log.id}` : '';
  const left = `${state.context}  ${ready} of ${state.nodes.length} ready${where}  ${state.view}${what}`;
  const time = `${new Date(nowMs).toISOString().slice(11, 19)}Z`;
  return `${left.slice(0, columns - time.length - 1).padEnd(columns - time.length)}${time}`;
}

function body(state: DashboardState, screen: Screen, height: number): readonly Line[] {
  const node = currentNode(state);
  if (node === undefined) return [{ text: 'no nodes' }];
  switch (state.view) {
    case 'nodes':
      return nodesBody(state, screen, height);
    case 'processes':
      return [...loadLines(node, screen), ...processTable(node, state.row, height - 3)];
    case 'services':
      return [...troubleLines(node, screen), ...serviceTable(node, state.row, screen, height - 1)];
    case 'logs':
      return logBody(state, height);
  }
}

function nodesBody(state: DashboardState, screen: Screen, height: number): readonly Line[] {
  const columns: readonly Column<NodeView>[] = [
    { title: 'NODE', value: (one) => one.name },
    { title: 'ROLE', value: (one) => one.status?.role ?? '' },
    { title: 'STAGE', value: (one) => stageOf(one) },
    { title: 'VERSION', value: (one) => one.status?.version ?? '' },
    { title: 'CPU', value: (one) => cpuText(one.history.at(-1)), align: 'right' },
    { title: 'MEMORY', value: (one) => memoryText(one.history.at(-1)), align: 'right' },
    { title: 'UP', value: (one) => (one.status === undefined ? '' : duration(one.status.uptimeMs)), align: 'right' },
    { title: 'WHY', value: (one) => one.error ?? one.status?.unmet.join('; ') ?? '' },
  ];
  const colour = (one: NodeView): Colour | undefined =>
    one.error !== undefined ? 'red' : one.status?.ready === false || isStale(one, screen.nowMs) ? 'yellow' : undefined;
  return table(columns, state.nodes, { chosen: state.node, height, colour });
}

function stageOf(node: NodeView): string {
  if (node.error !== undefined) return 'away';
  return node.status === undefined ? '…' : node.status.stage.toLowerCase().replace('_', ' ');
}

function isStale(node: NodeView, nowMs: number): boolean {
  return node.answeredMs > 0 && nowMs - node.answeredMs > STALE_MS;
}

function troubleLines(node: NodeView, { nowMs }: Screen): readonly Line[] {
  if (node.error !== undefined) return [{ text: node.error, colour: 'red' }];
  if (node.status === undefined) return [{ text: 'asking …', colour: 'dim' }];
  if (isStale(node, nowMs)) return [{ text: `last answer ${age(node.answeredMs, nowMs)} ago`, colour: 'yellow' }];
  if (node.status.ready) return [{ text: 'ready', colour: 'green' }];
  return [{ text: `not ready: ${node.status.unmet.join('; ')}`, colour: 'yellow' }];
}

function loadLines(node: NodeView, screen: Screen): readonly Line[] {
  const room = Math.max(0, screen.columns - 24);
  const last = node.history.at(-1);
  const graph = (label: string, text: string, value: (sample: Sample) => number): Line => ({
    text: `${label.padEnd(7)}${text.padStart(10)}  ${sparkline(node.history.slice(-room).map(value))}`,
  });
  return [
    ...troubleLines(node, screen),
    graph('cpu', cpuText(last), ({ cpu }) => cpu),
    graph('memory', memoryText(last), ({ memoryBytes }) => memoryBytes),
  ];
}

/** Bars from 0 to the highest of the values. */
export function sparkline(values: readonly number[]): string {
  const top = Math.max(...values, 0);
  return values.map((value) => BARS[top === 0 ? 0 : Math.round((value / top) * (BARS.length - 1))]).join('');
}

function processTable(node: NodeView, from: number, height: number): readonly Line[] {
  const columns: readonly Column<ProcessLoad>[] = [
    { title: 'PID', value: (one) => String(one.pid), align: 'right' },
    { title: 'CPU', value: (one) => `${(one.cpu * 100).toFixed(1)}%`, align: 'right' },
    { title: 'MEMORY', value: (one) => bytes(one.proportionalBytes || one.residentBytes), align: 'right' },
    { title: 'COMMAND', value: (one) => one.commandLine || `[${one.executable}]` },
  ];
  return table(columns, node.processes.slice(from), { height });
}

function serviceTable(node: NodeView, chosen: number, { nowMs }: Screen, height: number): readonly Line[] {
  const services = servicesOf(node);
  type Service = (typeof services)[number];
  const columns: readonly Column<Service>[] = [
    { title: 'SERVICE', value: (one) => one.id },
    { title: 'STATE', value: (one) => one.state.toLowerCase() },
    { title: 'HEALTH', value: (one) => one.health.toLowerCase() },
    { title: 'RESTARTS', value: (one) => String(one.restarts), align: 'right' },
    { title: 'SINCE', value: (one) => age(one.sinceMs, nowMs), align: 'right' },
    { title: 'MESSAGE', value: (one) => one.message },
  ];
  const colour = (one: Service): Colour | undefined =>
    one.state === 'FAILED' || one.health === 'UNHEALTHY' ? 'red' : one.state === 'ACTIVE' ? undefined : 'yellow';
  return table(columns, services, { chosen, height, colour });
}

function logBody(state: DashboardState, height: number): readonly Line[] {
  if (state.logError !== undefined) return [{ text: state.logError, colour: 'red' }];
  if (state.logLines.length === 0) return [{ text: 'no lines yet', colour: 'dim' }];
  const end = Math.max(height, state.logLines.length - state.logBack);
  return state.logLines.slice(Math.max(0, end - height), end).map((text) => ({ text }));
}

interface TableOptions<Row> {
  readonly height: number;
  readonly chosen?: number;
  readonly colour?: (row: Row) => Colour | undefined;
}

/** Aligned columns, the chosen row marked and always in sight. */
function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  options: TableOptions<Row>,
): readonly Line[] {
  const { height, chosen, colour } = options;
  const room = Math.max(1, height - 1);
  const first = chosen === undefined ? 0 : Math.max(0, Math.min(chosen - Math.floor(room / 2), rows.length - room));
  const shown = rows.slice(first, first + room);
  const cells = [columns.map(({ title }) => title), ...shown.map((row) => columns.map((one) => clean(one.value(row))))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  return cells.map((line, index) => {
    const row = shown[index - 1];
    const mark = chosen === undefined ? '' : row !== undefined && first + index - 1 === chosen ? '› ' : '  ';
    const text = line.map((cell, at) =>
      columns[at]?.align === 'right' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
    );
    return { text: `${mark}${text.join('  ')}`.trimEnd(), colour: row === undefined ? 'dim' : colour?.(row) };
  });
}

function cpuText(sample: Sample | undefined): string {
  return sample === undefined ? '' : `${(sample.cpu * 100).toFixed(0)}%`;
}
function memoryText(sample: Sample | undefined): string {
  return sample === undefined ? '' : bytes(sample.memoryBytes);
}

function pad(lines: readonly Line[], height: number): readonly Line[] {
  return [
    ...lines.slice(0, height),
    ...Array.from({ length: Math.max(0, height - lines.length) }, () => ({ text: '' })),
  ];
}

/** Cut to the screen, then painted: what a node sends has no control characters left by then. */
function fit(lines: readonly Line[], { columns, rows, paint }: Screen): readonly string[] {
  return lines.slice(0, rows).map(({ text, colour }) => {
    const plain = clean(text);
    const cut = (plain.length > columns ? `${plain.slice(0, columns - 1)}…` : plain).trimEnd();
    return colour === undefined || cut === '' ? cut : paint(colour, cut);
  });
}
