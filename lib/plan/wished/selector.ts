import type { LabelSelector } from '@talos/crds/selector.ts';

/** Whether something with these labels is selected. A selector that says nothing, or none at all, selects everything. */
export function selects(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  const has = (name: string): boolean => Object.hasOwn(labels, name);
  return (
    Object.entries(matchLabels).every(([name, value]) => has(name) && labels[name] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      switch (operator) {
        case 'In':
          return has(key) && values.includes(labels[key] ?? '');
        case 'NotIn':
          return !has(key) || !values.includes(labels[key] ?? '');
        case 'Exists':
          return has(key);
        case 'DoesNotExist':
          return !has(key);
        default:
          return operator satisfies never;
      }
    })
  );
}
