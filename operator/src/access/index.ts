export { type ControlPlaneLabelOptions, runControlPlaneLabeller } from './control-plane-label.ts';
export {
  CLIENT_DIRECTORY,
  CLIENT_SECRET,
  type Identity,
  type IdentityOptions,
  loadIdentity,
  type RenewalOptions,
  runRenewal,
} from './identity.ts';
export { type KubeletCsrOptions, runKubeletCsrApprover } from './kubelet-csr.ts';
