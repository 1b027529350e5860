import type { Hono } from 'hono';
import { readBody } from '../http/read-body.ts';
import { explain } from '../signatures/signature-lab.ts';
import { signatureRequest } from './schemas.ts';

/** The signature lab: says which mistake explains a signature that somebody else computed. */
export function signatureRoutes(app: Hono): void {
  app.post('/api/signature', async (context) => context.json(explain(await readBody(context, signatureRequest))));
}
