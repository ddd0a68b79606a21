export { type AgentsMetrics, type AgentsOptions, createAgents } from './agents.ts';
export type * from './types.ts';
