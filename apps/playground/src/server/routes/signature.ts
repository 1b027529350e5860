import type { Hono } from 'hono';
import { readBody } from '../http/read-body.ts';
import { explain } from '../signatures/signature-lab.ts';
import { labOrder } from './schemas.ts';

/** The signature lab: says which mistake explains a signature that somebody else computed. */
export function labRoutes(app: Hono): void {
  app.post('/api/signature', async (context) => context.json(explain(await readBody(context, labOrder))));
}
