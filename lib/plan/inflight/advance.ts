/**
 * The way of the node under disruption, from the taint to its release: which file plans its phase. Every function in
 * this directory plans either a write that stores the next step with its deadline, or effects of the step that is
 * stored; never an effect of what is not.
 */
import type { InFlight } from '@talos/crds/machine.ts';
import type { Context, Subject } from '../context.ts';
import { applying } from './applying.ts';
import { draining } from './draining.ts';
import { enter } from './enter.ts';
import { rebooting } from './rebooting.ts';
import { releasing } from './releasing.ts';
import { verifying } from './verifying.ts';

export function advance(context: Context, subject: Subject, entry: InFlight): void {
  switch (subject.way.phase) {
    case 'Draining':
      draining(context, subject, entry);
      return;
    case 'Applying':
      applying(context, subject, entry);
      return;
    case 'Rebooting':
      rebooting(context, subject, entry);
      return;
    case 'Verifying':
      verifying(context, subject);
      return;
    case 'Releasing':
      releasing(context, subject);
      return;
    default:
      enter(context, subject, entry);
      return;
  }
}
