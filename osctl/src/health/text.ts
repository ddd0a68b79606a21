/** A health report for people. Pure. */
import { clean } from '../output/format.ts';
import type { Colour, Paint } from '../output/style.ts';
import type { HealthReport, State } from './report.ts';

const MARKS: Readonly<Record<State, readonly [string, Colour]>> = {
  ok: ['✓', 'green'],
  warning: ['!', 'yellow'],
  failed: ['✗', 'red'],
  unknown: ['?', 'dim'],
};

const VERDICTS: Readonly<Record<State, string>> = {
  ok: 'is healthy',
  warning: 'works, with warnings',
  failed: 'is not healthy',
  unknown: 'is healthy as far as could be seen',
};

export function healthText(report: HealthReport, paint: Paint): string {
  const width = Math.max(...report.checks.map(({ title }) => title.length));
  const lines = report.checks.flatMap(({ state, title, summary, findings }) => {
    const head = `${paint(MARKS[state][1], MARKS[state][0])} ${title.padEnd(width)}  ${clean(summary)}`.trimEnd();
    return [
      head,
      ...findings.flatMap((finding) => [
        `    ${paint(MARKS[finding.state][1], MARKS[finding.state][0])} ${clean(`${finding.node === undefined ? '' : `${finding.node}: `}${finding.evidence}`)}`,
        `      ${paint('dim', clean(`→ ${finding.action}`))}`,
      ]),
    ];
  });
  const findings = report.checks.flatMap((one) => one.findings);
  const counts = (['failed', 'warning', 'unknown'] as const).flatMap((state) => {
    const count = findings.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const verdict = `cluster ${report.context} ${VERDICTS[report.state]}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`;
  return `${[...lines, '', paint(MARKS[report.state][1], clean(verdict))].join('\n')}\n`;
}
