export { createNodeTransport, type NodeTransport } from './node/node-transport.ts';
export type { KeepAlive, NodeTransportOptions, PhaseDeadlines } from './node/options.ts';
