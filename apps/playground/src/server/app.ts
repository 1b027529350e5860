import type { Sandbox } from '@capture/sandbox';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createCaptureLimiter } from './guarding/capture-limiter.ts';
import { ownHostOnly, ownPageOnly, pathOnly, securityHeaders, withToken } from './guarding/guard.ts';
import { MAX_BODY_BYTES } from './guarding/limits.ts';
import { problemOf } from './http/problems.ts';
import { refuse } from './http/refuse.ts';
import type { PageFile } from './http/static-files.ts';
import { addRoutes } from './routes/index.ts';
import { createRunRegistry } from './run/run-registry.ts';
import { createSandboxApi } from './sandbox/sandbox-api.ts';
import type { Targets } from './targets.ts';

/** The parts that a server is assembled from. */
export interface AppOptions {
  readonly sandbox: Sandbox;
  readonly targets: Targets;
  readonly page: ReadonlyMap<string, PageFile>;
  readonly token: string;
  readonly live: boolean;
  readonly port: () => number;
}

/** Serves the page and its API, behind every guard. */
export function createApp({ sandbox, targets, page, token, live, port }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders, ownHostOnly(port), pathOnly, ownPageOnly);
  app.onError((error, context) => {
    const { status, body } = problemOf(error);
    return context.json(body, status);
  });
  app.notFound((context) => refuse(context, 404, 'not_found', 'Not found.'));
  app.use(
    '/api/*',
    withToken(token),
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (context) => refuse(context, 413, 'too_large', 'The request is larger than 64 KiB. Shorten a field.'),
    }),
  );
  addRoutes(app, {
    sandbox,
    sandboxApi: createSandboxApi(sandbox),
    targets,
    live,
    limiter: createCaptureLimiter(),
    registry: createRunRegistry(),
  });
  app.get('*', (context) => {
    const file = page.get(context.req.path);
    if (!file) return refuse(context, 404, 'not_found', 'Not found.');
    return context.body(file.bytes, 200, { 'content-type': file.type });
  });
  return app;
}
