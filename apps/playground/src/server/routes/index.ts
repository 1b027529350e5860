import type { Hono } from 'hono';
import { capture } from './capture.ts';
import { catalog } from './catalog.ts';
import { check } from './check.ts';
import { code } from './code.ts';
import { lookUp } from './lookup-outcome.ts';
import type { Handler, RouteContext } from './route-context.ts';
import { authorize } from './sandbox/authorize.ts';
import { complete } from './sandbox/complete.ts';
import { deliver } from './sandbox/deliver.ts';
import { reset } from './sandbox/reset.ts';
import { state } from './sandbox/state.ts';
import { explainSignature } from './signature.ts';
import { stop } from './stop.ts';

const ROUTES: Readonly<Record<string, (shared: RouteContext) => Handler>> = {
  '/api/catalog': catalog,
  '/api/check': check,
  '/api/capture': capture,
  '/api/stop': stop,
  '/api/lookup': lookUp,
  '/api/code': code,
  '/api/signature': explainSignature,
  '/api/sandbox': state,
  '/api/sandbox/reset': reset,
  '/api/sandbox/authorize': authorize,
  '/api/sandbox/complete': complete,
  '/api/sandbox/deliver': deliver,
};

/** Adds every route of the page to a server. All of them are POST: no GET has an effect. */
export function addRoutes(app: Hono, shared: RouteContext): void {
  for (const [path, handler] of Object.entries(ROUTES)) app.post(path, handler(shared));
}
