/**
 * Evaluates one CEL expression in a thread of its own, which whoever started it ends when it takes too long: an expression is
 * a user's, and a regular expression in it may run for ever.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Environment } from '@marcbachmann/cel-js';
import type { CelAnswer, CelQuestion } from './cel.ts';

function answer({ expression, messageExpression, objects }: CelQuestion): CelAnswer {
  const environment = new Environment({ enableOptionalTypes: true }).registerVariable('objects', 'list');
  const variables = { objects: JSON.parse(objects, integers) as unknown };
  let value: unknown;
  try {
    value = environment.evaluate(expression, variables);
  } catch (error) {
    return { error: reason(error) };
  }
  if (typeof value !== 'boolean') return { error: 'the expression gives no boolean' };
  if (value || messageExpression === undefined) return { value };
  try {
    const message: unknown = environment.evaluate(messageExpression, variables);
    return { value, message: typeof message === 'string' ? message : 'its messageExpression gives no string' };
  } catch (error) {
    return { value, message: `its messageExpression fails: ${reason(error)}` };
  }
}

/** As the apiserver's own CEL sees objects: whole numbers are ints. */
function integers(_key: string, value: unknown, { source }: { readonly source?: string } = {}): unknown {
  return typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value;
}

/** Without the picture of the place, which takes several lines. */
const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? 'it fails';

// Its deadline counts from here.
parentPort?.postMessage('begins');
parentPort?.postMessage(answer(workerData as CelQuestion));
