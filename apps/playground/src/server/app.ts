import type { Sandbox } from '@capture/sandbox';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { readBody } from './http/read-body.ts';
import { catalogOf } from './routes/catalog.ts';
import { codeRoutes } from './routes/code.ts';
import { sandboxRoutes } from './routes/sandbox.ts';
import { ownHostOnly, ownPageOnly, refuse, securityHeaders, withToken } from './guarding/guard.ts';
import { signatureRoutes } from './routes/signature.ts';
import { MAX_BODY_BYTES } from './guarding/limits.ts';
import { problemOf } from './http/problems.ts';
import { runRoutes } from './routes/capture.ts';
import { nothing } from './routes/schemas.ts';
import type { PageFile } from './http/static-files.ts';
import type { Targets } from './targets.ts';

/** What the server is made from. */
export interface Parts {
  readonly sandbox: Sandbox;
  readonly targets: Targets;
  readonly page: ReadonlyMap<string, PageFile>;
  readonly token: string;
  readonly live: boolean;
  readonly port: () => number;
}

/** The page and what stands behind it. */
export function createApp(parts: Parts): Hono {
  const { page, token, targets, live, port } = parts;
  const app = new Hono();
  app.use(securityHeaders, ownHostOnly(port), ownPageOnly);
  app.onError((error, context) => {
    const { status, body } = problemOf(error);
    return context.json(body, status);
  });
  app.notFound((context) => refuse(context, 404, 'not_found', 'There is nothing here.'));

  app.use(
    '/api/*',
    withToken(token),
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (context) => refuse(context, 413, 'too_large', 'At most 64 KiB.'),
    }),
  );
  app.post('/api/catalog', async (context) => {
    await readBody(context, nothing);
    return context.json(catalogOf(targets, live));
  });
  runRoutes(app, parts);
  sandboxRoutes(app, parts);
  signatureRoutes(app);
  codeRoutes(app, parts);

  app.get('*', (context) => {
    const file = page.get(context.req.path);
    if (!file) return refuse(context, 404, 'not_found', 'There is nothing here.');
    return context.body(file.bytes, 200, { 'content-type': file.type });
  });
  return app;
}
