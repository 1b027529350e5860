import type { Sandbox } from '@capture/sandbox';
import type { Context } from 'hono';
import type { CaptureLimiter } from '../guarding/capture-limiter.ts';
import type { RunRegistry } from '../run/run-registry.ts';
import type { SandboxApi } from '../sandbox/sandbox-api.ts';
import type { Targets } from '../targets.ts';

/** The state and the services that handlers share. */
export interface RouteContext {
  readonly sandbox: Sandbox;
  readonly sandboxApi: SandboxApi;
  readonly targets: Targets;
  /** True if the process was started with `--live`. */
  readonly live: boolean;
  readonly limiter: CaptureLimiter;
  readonly registry: RunRegistry;
}

/** Handles the requests of one route. */
export type Handler = (context: Context) => Promise<Response>;
