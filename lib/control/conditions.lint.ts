import { type Condition, READY, RECONCILING, STALLED } from './conditions.ts';

/** What the linter looks at: any object with a status. */
export interface Linted {
  readonly metadata: { readonly generation?: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly conditions?: readonly Condition[];
  };
}

/**
 * Checks an object's status against kstatus and the API conventions; returns one line a violation, none when it is
 * clean. For tests: run it on every object that a controller has written.
 */
export function lintStatus(object: Linted): readonly string[] {
  const conditions = object.status?.conditions ?? [];
  const get = (type: string) => conditions.find((condition) => condition.type === type);
  const findings: string[] = [];
  const check = (id: string, ok: boolean, text: string) => {
    if (!ok) findings.push(`${id} ${text}`);
  };
  const ready = get(READY);
  check('S01', ready !== undefined, 'Ready is missing: it is there always');
  for (const type of [RECONCILING, STALLED]) {
    const condition = get(type);
    check('S02', condition?.status !== 'False', `${type} is False: abnormal-true conditions are left out instead`);
  }
  check('S03', !(get(RECONCILING) && get(STALLED)), 'Reconciling and Stalled at once');
  check(
    'S04',
    !(ready?.status === 'True' && (get(RECONCILING) || get(STALLED))),
    'Ready is True while Reconciling or Stalled is there',
  );
  check(
    'S05',
    !ready || ready.status === 'True' || get(RECONCILING) !== undefined || get(STALLED) !== undefined,
    'Ready is not True, and neither Reconciling nor Stalled says why',
  );
  check('S06', new Set(conditions.map(({ type }) => type)).size === conditions.length, 'a type appears twice');
  const { generation } = object.metadata;
  for (const condition of conditions) {
    check('S07', /^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/.test(condition.reason), `${condition.type}: bad reason`);
    check('S08', condition.message !== '', `${condition.type}: empty message`);
    check('S09', !Number.isNaN(Date.parse(condition.lastTransitionTime)), `${condition.type}: bad lastTransitionTime`);
    check(
      'S10',
      condition.observedGeneration === undefined || condition.observedGeneration <= (generation ?? Infinity),
      `${condition.type}: speaks of a generation that does not exist yet`,
    );
  }
  check(
    'S11',
    ready?.status !== 'True' || ready.observedGeneration === undefined || ready.observedGeneration === generation,
    'Ready is True for an older generation',
  );
  return findings;
}
