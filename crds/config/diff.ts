/**
 * Unified diff of two configurations, secrets masked. Our own small one: the agent ships no diff package for a text of a
 * few hundred lines.
 */
import { maskSecrets } from './canonical.ts';
import { impactOf } from './disruption.ts';
import type { PublicDocuments, SubmittedDocuments } from './kinds.ts';
import { renderDocuments } from './render.ts';

/** Empty when nothing changes. Of trust only which fields change is shown. */
export function diffDocuments(previous: SubmittedDocuments, next: SubmittedDocuments, key: Buffer): string {
  const masked = (documents: PublicDocuments) => renderDocuments(maskSecrets(documents, key));
  const text = unifiedDiff(masked(previous), masked(next), 'current', 'proposed');
  const trust = impactOf(previous, next).changes.filter((change) => change.path.startsWith('TrustConfig.'));
  return text + trust.map((change) => `~ ${change.path} changes (not shown)\n`).join('');
}

/** Above this many comparisons the changed middle is shown as a whole: time and memory stay bounded. */
const MAX_CELLS = 4_000_000;

export function unifiedDiff(before: string, after: string, fromName: string, toName: string, context = 3): string {
  if (before === after) return '';
  const edits = editScript(lines(before), lines(after));
  const hunks = groupHunks(edits, context);
  return `--- ${fromName}\n+++ ${toName}\n${hunks.map(formatHunk).join('')}`;
}

interface Edit {
  readonly op: ' ' | '-' | '+';
  readonly text: string;
  /** Number of lines before this one in the old and in the new text. */
  readonly oldLine: number;
  readonly newLine: number;
}
const lines = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

function editScript(a: readonly string[], b: readonly string[]): Edit[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;

  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  const keep = () => edits.push({ op: ' ', text: a[i]!, oldLine: i++, newLine: j++ });
  const remove = () => edits.push({ op: '-', text: a[i]!, oldLine: i++, newLine: j });
  const add = () => edits.push({ op: '+', text: b[j]!, oldLine: i, newLine: j++ });

  while (i < start) keep();
  const [aEnd, bEnd] = [a.length - end, b.length - end];
  const common = longestCommon(a.slice(start, aEnd), b.slice(start, bEnd));
  while (i < aEnd || j < bEnd) {
    if (i < aEnd && j < bEnd && a[i] === b[j]) keep();
    else if (i < aEnd && (j >= bEnd || common(i + 1 - start, j - start) >= common(i - start, j + 1 - start))) remove();
    else add();
  }
  while (i < a.length) keep();
  return edits;
}

/** length(i, j) of the longest common subsequence of a[i…] and b[j…]. */
function longestCommon(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  if (a.length * b.length > MAX_CELLS) return () => 0;
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  return (i, j) => table[i * width + j]!;
}

function groupHunks(edits: readonly Edit[], context: number): Edit[][] {
  const shown = new Set<number>();
  edits.forEach((edit, index) => {
    if (edit.op === ' ') return;
    for (let near = index - context; near <= index + context; near++) shown.add(near);
  });
  const hunks: Edit[][] = [];
  edits.forEach((edit, index) => {
    if (!shown.has(index)) return;
    if (index === 0 || !shown.has(index - 1)) hunks.push([]);
    hunks.at(-1)!.push(edit);
  });
  return hunks;
}

function formatHunk(hunk: readonly Edit[]): string {
  const first = hunk[0]!;
  const range = (line: number, count: number) => `${count === 0 ? line : line + 1}${count === 1 ? '' : `,${count}`}`;
  const oldCount = hunk.filter((edit) => edit.op !== '+').length;
  const newCount = hunk.filter((edit) => edit.op !== '-').length;
  return `@@ -${range(first.oldLine, oldCount)} +${range(first.newLine, newCount)} @@\n${hunk.map((edit) => `${edit.op}${edit.text}\n`).join('')}`;
}
