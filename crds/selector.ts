/** A label selector as Kubernetes writes it (metav1.LabelSelector). */
import { type Static, Type } from 'typebox';
import { listOf, oneOf } from './schema.ts';

const LABEL_KEY = '^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$';
const labelValue = () =>
  Type.String({
    pattern: '^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$',
    maxLength: 63,
    description: 'A value of a label.',
  });

export const labelSelector = (description: string) =>
  Type.Object(
    {
      matchLabels: Type.Optional(
        Type.Unsafe<Readonly<Record<string, string>>>({
          type: 'object',
          description: 'Labels that it must have.',
          patternProperties: { [LABEL_KEY]: labelValue() },
          additionalProperties: false,
          maxProperties: 16,
        }),
      ),
      matchExpressions: Type.Optional(
        listOf(
          Type.Object({
            key: Type.String({ description: 'A label.', pattern: LABEL_KEY, maxLength: 317 }),
            operator: oneOf(['In', 'NotIn', 'Exists', 'DoesNotExist'], 'How it is looked at.'),
            values: Type.Optional(listOf(labelValue(), 32, 'For In and NotIn.')),
          }),
          16,
          'What must hold of labels, all of it.',
        ),
      ),
    },
    { description },
  );
export type LabelSelector = Static<ReturnType<typeof labelSelector>>;

export const NodeSelector = labelSelector('The nodes that it is for, by labels; without it all.');

/** That values are there where the operator needs them: as CEL about the selector at `selector`, and the same in TypeScript. */
export const valuesCel = (selector: string): string =>
  `!has(${selector}.matchExpressions) || ${selector}.matchExpressions.all(e, (e.operator in ['In', 'NotIn']) == (has(e.values) && size(e.values) > 0))`;
export const VALUES_MESSAGE =
  'matchExpressions need values with In and NotIn, and have none with Exists and DoesNotExist';
export const valuesHold = ({ matchExpressions = [] }: LabelSelector): boolean =>
  matchExpressions.every(
    ({ operator, values = [] }) => (operator === 'In' || operator === 'NotIn') === values.length > 0,
  );
