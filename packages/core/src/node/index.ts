export { createNodeTransport, type NodeTransport } from './node-transport.ts';
export type { KeepAlive, NodeTransportOptions, PhaseDeadlines } from './options.ts';
