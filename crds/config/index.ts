/**
 * A node's configuration: documents of YAML, one schema for the file, the OS API and the custom resources.
 * Loads neither ajv nor the schema builder.
 */
export {
  canonicalJson,
  configHash,
  digestKey,
  isSecretDigest,
  mapSecrets,
  maskedHash,
  maskSecrets,
  restoreSecrets,
  secretDigest,
} from './canonical.ts';
export { checkDocuments } from './check.ts';
export type { ClusterConfig } from './cluster.ts';
export { diffDocuments, unifiedDiff } from './diff.ts';
export {
  type ConfigChange,
  type ConfigImpact,
  DISRUPTION_RULES,
  type Disruption,
  impactOf,
} from './disruption.ts';
export { ConfigError, type ConfigIssue, formatIssue, suggest } from './issue.ts';
export {
  CONFIG_API_VERSION,
  CONFIG_KINDS,
  type ConfigKind,
  KIND_FIELDS,
  type NodeDocuments,
  type PublicDocuments,
  type SubmittedDocuments,
} from './kinds.ts';
export type { KubeletConfig } from './kubelet.ts';
export type { NetworkConfig } from './network.ts';
export { MAX_CONFIG_BYTES, type ParseResult, parseDocuments, parseNodeDocuments } from './parse.ts';
export type { RegistryConfig } from './registry.ts';
export { renderDocuments, renderRedacted } from './render.ts';
export type { SystemConfig } from './system.ts';
export type { TrustConfig } from './trust.ts';
