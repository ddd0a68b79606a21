export { createHeartbeat, type Heartbeat } from './heartbeat.ts';
export { createMetrics, type Metrics, type StateSource } from './metrics.ts';
export { startMetricsServer } from './metrics-server.ts';
export { type ProbeServer, type ProbeServerOptions, startProbeServer } from './server.ts';
