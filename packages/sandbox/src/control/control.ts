import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectBody } from '../http/request-body.ts';
import type { Sandbox } from '../contract.ts';
import { streamRequests } from './event-stream.ts';
import { openApi } from './open-api.ts';
import { CONTROL_PATH, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { checkAgainst, ControlError } from './schema.ts';

/** Handles a request to the control API, below `CONTROL_PATH`. */
export type ControlHandler = (request: IncomingMessage, response: ServerResponse, origin: string) => Promise<void>;

/** The control API of a sandbox. */
export function createControl(sandbox: Sandbox): ControlHandler {
  return async (request, response, origin) => {
    try {
      const url = new URL(request.url ?? '', origin);
      const path = url.pathname.slice(CONTROL_PATH.length).replace(/\/$/, '') || '/';
      if (path === '/openapi.json') {
        respondJson(response, 200, openApi(origin));
        return;
      }
      if (path === '/events' && request.method === 'GET') {
        streamRequests(sandbox.requests, response);
        return;
      }
      const { route, parts } = routeFor(request.method ?? '', path);
      const body = await readJson(request, route);
      const query = Object.fromEntries(url.searchParams);
      checkQuery(route, query);
      const found = await route.run(sandbox, { path: parts, query, body, origin });
      const status = route.status ?? 200;
      if (found === undefined && status !== 204) throw new ControlError(404, 'There is nothing with this id.');
      respondJson(response, status, found);
    } catch (error) {
      respondError(response, error);
    }
  };
}

function routeFor(method: string, path: string): { route: Route; parts: Record<string, string> } {
  const matches = ROUTES.flatMap((route) => {
    const parts = partsOf(route.path, path);
    return parts ? [{ route, parts }] : [];
  });
  const [found] = matches.filter(({ route }) => route.method === method);
  if (found) return found;
  if (matches.length > 0)
    throw new ControlError(405, `This path takes ${matches.map(({ route }) => route.method).join(', ')}.`);
  throw new ControlError(404, `There is no such path. ${CONTROL_PATH}/openapi.json lists those that exist.`);
}

/** The parts of a path in place of those in braces; `undefined` where it does not fit. */
function partsOf(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [i, part] of expected.entries()) {
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (name !== undefined) parts[name] = decode(actual[i] ?? '');
    else if (part !== actual[i]) return undefined;
  }
  return parts;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ControlError(400, 'The path is not UTF-8.');
  }
}

async function readJson(request: IncomingMessage, { body: schema }: Route): Promise<unknown> {
  const text = await collectBody(request);
  if (text === undefined) throw new ControlError(413, 'The body must be UTF-8 and at most 64 KiB.');
  if (!schema) return {};
  const value = text.trim() === '' ? {} : parsed(text);
  checkAgainst(schema, value);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, 'The body must be JSON.');
  }
}

function checkQuery({ query = {} }: Route, given: Readonly<Record<string, string>>): void {
  const unknown = Object.keys(given).some((name) => !Object.hasOwn(query, name));
  if (unknown) throw new ControlError(400, `The query takes ${Object.keys(query).join(', ') || 'nothing'}.`);
}

function respondJson(response: ServerResponse, status: number, body: unknown): void {
  if (status === 204) response.writeHead(204).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}

function respondError(response: ServerResponse, error: unknown): void {
  const { name, message } = error as Error;
  if (name === 'ControlError') respondJson(response, (error as ControlError).status, { error: message });
  // A RangeError of the sandbox names the rule. Anything else is a defect, and its text stays here.
  else if (name === 'RangeError') respondJson(response, 400, { error: message });
  else respondJson(response, 500, { error: 'internal error' });
}
