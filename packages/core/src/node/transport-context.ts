import type { Limits } from './check-options.ts';
import type { Connections } from './connections.ts';
import type { Targets } from './target.ts';

/** Shared by all exchanges of one transport. */
export interface TransportContext {
  readonly connections: Connections;
  readonly targets: Targets;
  readonly limits: Limits;
}
