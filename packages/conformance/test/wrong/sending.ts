import * as v from 'valibot';
import { TransportError } from '@capture/core';
import { createNodeTransport } from '@capture/core/node';
import { requestSchema } from '../toy.ts';
import type { WrongProvider } from './planted.ts';
import { wrapTransport, changeResult, wrong } from './planted.ts';

/** Takes everything for a lookup, and so keeps the connections of captures. */
const KEEPING = createNodeTransport({ keepAlive: true });

/** Providers that send too often, time out too late, or misreport how far a request got. */
export const SENDING: Readonly<Record<string, WrongProvider>> = {
  'sends again when the connection is reset': wrong(['F5'], {
    options: wrapTransport((inner, request, context) =>
      inner.send(request, context).catch(() => inner.send(request, context)),
    ),
  }),
  'sends again when the connection is closed': wrong(['F6'], {
    options: wrapTransport((inner, request, context) =>
      inner.send(request, context).catch(() => inner.send(request, context)),
    ),
  }),
  'sends again when the server is busy': wrong(['F12'], {
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      return response.status === 503 ? inner.send(request, context) : response;
    }),
  }),
  'drops the detail of a failure': wrong(['F16', 'F17'], {
    options: wrapTransport((inner, request, context) =>
      inner.send(request, context).catch((error: unknown) => {
        if (!TransportError.is(error)) throw error;
        throw new TransportError(error.phase, error.code, error.httpStatus);
      }),
    ),
  }),
  'keeps the error of the network as the cause': wrong(['F16'], {
    client: changeResult((result) => {
      if ('error' in result) result.error.cause = new Error('connect ECONNREFUSED');
      return result;
    }),
  }),
  'drops the response headers': wrong(['F18'], {
    options: wrapTransport(async (inner, request, context) => ({
      ...(await inner.send(request, context)),
      headers: {},
    })),
  }),
  'hides that another server responded': wrong(['F19'], {
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      const isForeign = response.status === 404 || response.body.startsWith('<');
      return isForeign ? { ...response, status: 200, body: '{}' } : response;
    }),
  }),
  'sends captures over connections that are kept': wrong(['W12'], {
    options: wrapTransport((_inner, request, context) => KEEPING.send(request, { ...context, operation: 'lookup' })),
  }),
  'sends everything twice': wrong(['W1'], {
    options: wrapTransport(async (inner, request, context) => {
      await inner.send(request, context);
      return inner.send(request, context);
    }),
  }),
  'follows redirects': wrong(['F13'], {
    options: (options) => ({ ...options, fetch: (request) => fetch(new Request(request, { redirect: 'follow' })) }),
  }),
  'believes a truncated body': wrong(['F8'], {
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      const opened = response.body.split('{').length - response.body.split('}').length;
      return { ...response, body: response.body + '}'.repeat(Math.max(0, opened)) };
    }),
  }),
  'reports a lost response as declined': wrong(['F5', 'F6', 'F7'], {
    client: changeResult((result) => (result.status === 'unknown' ? { ...result, status: 'declined' } : result)),
  }),
  'reports a lost response as unsent': wrong(['F5', 'C3'], {
    client: changeResult((result) => (result.status === 'unknown' ? { ...result, status: 'unsent' } : result)),
  }),
  'trusts the error code of the socket': wrong(['C10'], {
    client: changeResult((result) =>
      result.status === 'unknown' && result.reason === 'in-doubt' ? { ...result, status: 'unsent' } : result,
    ),
  }),
  'reports every failure as unknown, even where nothing was sent': wrong(['F1', 'F3', 'C1'], {
    client: changeResult((result) => (result.status === 'unsent' ? { ...result, status: 'unknown' } : result)),
  }),
  'throws when the connection breaks': wrong(['F5', 'F10'], {
    client: changeResult((result) => {
      if (result.status === 'unknown') throw result.error;
      return result;
    }),
  }),
  'takes a proxy page for a decline': wrong(['F12'], {
    client: changeResult((result) =>
      result.status === 'unknown' && (result.httpStatus ?? 0) >= 400 ? { ...result, status: 'declined' } : result,
    ),
  }),
  'ignores the caller’s abort signal': wrong(['C3'], {
    client: (client) => ({
      ...client,
      capture: (request: never) => client.capture(request, { timeout: 300 }),
    }),
  }),
  'never times out': wrong(['C8'], { options: (options) => ({ ...options, timeout: 600_000 }) }),
  'sends although the last check refuses': wrong(['C13'], {
    client: (client) => ({
      ...client,
      capture: (request: never, call) => client.capture(request, { ...call, lastCheck: () => true }),
    }),
  }),
  'changes a stored request when it is prepared again': wrong(['W16'], {
    definition: {
      request: v.strictObject({
        ...requestSchema.entries,
        note: v.optional(v.pipe(v.string(), v.transform((note) => `${note}.`))), // prettier-ignore
      }),
    },
  }),
};
