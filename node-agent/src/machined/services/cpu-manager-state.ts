/**
 * What the kubelet's CPU manager has noted of who has which processors. A kubelet that is told another policy than the one that
 * wrote the note does not start ("configured policy … differs from state checkpoint policy …, please … delete the CPU manager
 * checkpoint file"): on a node without a shell nobody else could.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'cpu_manager_state';

/**
 * Removes the note when it is of another policy; the kubelet makes a new one. true: it was.
 * Guarantees: what it can't read it leaves to the kubelet.
 */
export async function forgetOtherCpuPolicy(kubeletRoot: string, policy: string): Promise<boolean> {
  const path = join(kubeletRoot, FILE);
  let noted: string | undefined;
  try {
    noted = policyOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return false;
  }
  if (noted === undefined || noted === policy) return false;
  await rm(path, { force: true });
  return true;
}

/** Of k8s.io/kubernetes/pkg/kubelet/cm/cpumanager/state: version 4 holds the earlier ones' fields beside its own, in a string. */
function policyOf(checkpoint: { readonly data?: unknown; readonly policyName?: unknown }): string | undefined {
  const inner = typeof checkpoint.data === 'string' ? JSON.parse(checkpoint.data) : checkpoint;
  return typeof inner.policyName === 'string' && inner.policyName !== '' ? inner.policyName : undefined;
}
