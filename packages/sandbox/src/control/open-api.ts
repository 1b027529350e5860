import { CONTROL_PATH, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import type { JsonSchema } from './schema.ts';

/** The control API as an OpenAPI 3.1 document, made from its routes. */
export function openApi(origin: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of [...ROUTES, ...DOCUMENTS])
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Capture sandbox: control',
      version: '1',
      description: 'Authorize, fail, inspect and reset the emulators. On loopback only, without authentication.',
    },
    servers: [{ url: origin + CONTROL_PATH }],
    paths,
  };
}

/** The two routes that respond otherwise than in JSON of their own. */
const DOCUMENTS: readonly Pick<Route, 'method' | 'path' | 'summary'>[] = [
  { method: 'GET', path: '/openapi.json', summary: 'This document.' },
  {
    method: 'GET',
    path: '/events',
    summary: 'Every request from now on, as server-sent events: `request`, with the same JSON as /requests.',
  },
];

function operationOf({
  method,
  path,
  summary,
  query,
  body,
  status = 200,
}: Partial<Route> & Pick<Route, 'path'>): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })); // prettier-ignore
  const inQuery = Object.entries(query ?? {}).map(([name, description]) => ({ name, in: 'query', required: false, description, schema: { type: 'string' } })); // prettier-ignore
  const isStream = path === '/events';
  return {
    operationId: `${String(method).toLowerCase()}${path.replaceAll(/[^a-z]+(\w?)/gi, (_, first: string) => first.toUpperCase())}`,
    summary,
    ...(inPath.length + inQuery.length > 0 && { parameters: [...inPath, ...inQuery] }),
    ...(body && {
      requestBody: { required: 'required' in body, content: { 'application/json': { schema: documented(body) } } },
    }),
    responses: {
      [String(status)]:
        status === 204
          ? { description: 'Done.' }
          : { description: 'Done.', content: { [isStream ? 'text/event-stream' : 'application/json']: {} } },
      ...(body && { '400': { description: 'The request breaks a rule: `error` names the path and the rule.' } }),
      ...(inPath.length > 0 && { '404': { description: 'There is nothing with this id.' } }),
    },
  };
}

/** The same schema in the terms of JSON Schema: a body takes no other members, and null is a type. */
function documented(schema: JsonSchema): object {
  if (schema.type !== 'object') return schema;
  const { nullable = false, properties, ...rest } = schema;
  return {
    ...rest,
    type: nullable ? ['object', 'null'] : 'object',
    properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, documented(member)])),
    additionalProperties: false,
  };
}
