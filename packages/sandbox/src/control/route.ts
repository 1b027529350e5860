import type { Sandbox } from '../contract.ts';
import type { JsonSchema } from './schema.ts';

/** The path below which a sandbox is controlled. */
export const CONTROL_PATH = '/_sandbox/v1';

/** A request to the control API, after its path, query and body were read. */
export interface ControlRequest {
  /** The parts of the path that stand in braces. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Checked against the schema of the route; `{}` where it takes none. */
  readonly body: unknown;
  /** The address of the server: `http://127.0.0.1:4100`. */
  readonly origin: string;
}

/** One route of the control API: what it does, and its documentation. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/_sandbox/v1`, with parts in braces. */
  readonly path: string;
  readonly summary: string;
  /** The names of the query parameters, each with its description. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonSchema;
  /** The status of a success. 200 by default. */
  readonly status?: number;
  readonly run: (sandbox: Sandbox, request: ControlRequest) => unknown;
}
