import type http from 'node:http';
import { createRequire } from 'node:module';

type Process = Partial<Pick<typeof process, 'getBuiltinModule'>>;

/**
 * `node:http`, without the `fetch` of Node: an import statement reads every export of the module, and one of them, the
 * class `WebSocket`, loads all of undici. That is 30 ms of CPU before the first capture of a process. Node 22.0 to 22.2
 * lack `getBuiltinModule`.
 */
export const nodeHttp: typeof http =
  (process as Process).getBuiltinModule?.('node:http') ?? (createRequire('/')('node:http') as typeof http);
