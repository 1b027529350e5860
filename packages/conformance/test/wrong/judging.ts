import type { WrongProvider } from './planted.ts';
import assert from 'node:assert/strict';
import { alwaysCaptured, changeResult, wrapTransport, overrideVerdict, wrong } from './planted.ts';
import { formatMajor } from '@capture/core';
import * as v from 'valibot';
import { refused } from '@capture/core/provider';
import { capabilities, responseSchema, definition, encode, judge, judgeLookup } from '../toy.ts';

/** A response whose payment is taken from an array. */
function firstPayment(response: unknown): unknown {
  const { payment } = Object(response) as { readonly payment?: unknown };
  return Array.isArray(payment) ? { ...(response as object), payment: payment[0] as unknown } : response;
}

/** Any object with `ok: false`, unless it says otherwise. */
const withOk = (response: unknown): unknown =>
  typeof response === 'object' && response !== null ? { ok: false, ...response } : response;

/** Providers that believe too much, or send wrong amounts. */
export const JUDGING: Readonly<Record<string, WrongProvider>> = {
  'trusts HTTP 200': wrong(['O4', 'O5', 'O6'], { definition: { judge: alwaysCaptured } }),
  'trusts HTTP 200 without a readable body': wrong(['O11', 'F11'], {
    definition: { judge: alwaysCaptured },
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      return { ...response, body: response.status < 300 ? '{"ok":true}' : response.body };
    }),
  }),
  'trusts a success with any HTTP status': wrong(['O9'], {
    options: wrapTransport(async (inner, request, context) => ({
      ...(await inner.send(request, context)),
      status: 200,
    })),
  }),
  'believes that a request is done when it was only accepted': wrong(['O9', 'O10'], {
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      return { ...response, status: response.status < 300 ? 200 : response.status };
    }),
  }),
  'takes the refusal of anything in between for its own': wrong(['O4', 'O11', 'O14'], {
    definition: {
      response: v.pipe(v.unknown(), v.transform(withOk), responseSchema),
      judge: (response, context) => {
        const verdict = judge(response, context);
        const isRefusal = !response.ok && verdict.status === 'unknown' && verdict.reason === 'undecided';
        return isRefusal ? refused('declined', verdict) : verdict;
      },
    },
  }),
  'takes the authorization for the capture': wrong(['O15'], {
    client: changeResult((result) => {
      const { response, authorizationId } = result as {
        response?: { payment?: { id?: string } };
        authorizationId?: string;
      };
      const isAuthorization = authorizationId !== undefined && response?.payment?.id === authorizationId;
      return isAuthorization ? { ...result, status: 'captured', captureId: authorizationId } : result;
    }),
  }),
  'takes a capture that is known for a new one': wrong(['O16'], {
    client: (client) => ({ ...client, capture: (request: never) => client.capture(request) }),
  }),
  'drops the id of a capture that it doubts': wrong(['O17'], {
    client: changeResult((result) => {
      if (result.status !== 'unknown') return result;
      return { ...result, lookupKeys: { ...result.lookupKeys, captureId: undefined } };
    }),
  }),
  'forgets which captures are others': wrong(['L8'], {
    client: (client) => ({
      ...client,
      lookup: ({ knownCaptureIds, ...keys }, call) =>
        client.lookup?.({ ...keys, ...(knownCaptureIds && { knownCaptureIds: [] }) }, call) ??
        Promise.reject(new Error()),
    }),
  }),
  'takes an earlier refusal for that of this capture': wrong(['L9', 'L2'], {
    client: (client) => ({
      ...client,
      lookup: (keys, call) =>
        client
          .lookup?.({ ...keys, knownCaptureIds: keys.knownCaptureIds ?? [] }, call)
          .then((result) => ({ ...result, keys })) ?? Promise.reject(new Error()),
    }),
  }),
  'takes the only capture of a shared key for this one': wrong(['L10'], {
    definition: { capabilities: { ...capabilities, uniqueKeys: ['captureId'], sharedKeys: ['reference'] } },
    client: (client) => ({
      ...client,
      lookup: async (keys, call) => {
        const result = (await client.lookup?.(keys, call)) ?? assert.fail();
        const { captureId, status } = result.candidates[0] ?? {};
        return status === 'captured' ? { ...result, status, captureId, decides: true } : result;
      },
    }),
  }),
  'takes pending for captured': wrong(['O2'], {
    definition: {
      judge: (response, context) =>
        judge(response.state === 'waiting' ? { ...response, state: 'done' } : response, context),
    },
  }),
  'takes the outer success for the whole response': wrong(['O4', 'O6'], {
    definition: {
      judge: (response, context) => (response.ok ? alwaysCaptured(response, context) : judge(response, context)),
    },
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      return { ...response, body: response.body.replace('"ok":false', '"ok":true') };
    }),
  }),
  'ignores a contradiction': wrong(['O5', 'O6'], { definition: { judge: overrideVerdict({ consistency: [] }) } }),
  'takes the first element of an array for the object': wrong(['O13'], {
    definition: { response: v.pipe(v.unknown(), v.transform(firstPayment), responseSchema) },
  }),
  'ignores which payment it is': wrong(['O8'], { definition: { judge: overrideVerdict({ correlation: [] }) } }),
  'ignores the reported amount': wrong(['M3', 'M4'], {
    definition: {
      judge: (response, context) => {
        const { amount } = context.request;
        return overrideVerdict({ reported: { major: formatMajor(amount), currency: amount.currency } })(
          response,
          context,
        );
      },
    },
  }),
  'takes the currency for granted': wrong(['M3'], {
    definition: {
      judge: (response, context) => {
        const reported = { major: response.payment?.amount ?? undefined, currency: context.request.amount.currency };
        return overrideVerdict({ reported })(response, context);
      },
    },
  }),
  'rounds to two decimals': wrong(['M1'], {
    definition: {
      encode: (request) => {
        const call = encode(request);
        const amount = Number(formatMajor(request.amount)).toFixed(2);
        return { ...call, body: { type: 'json', fields: { ...call.body?.fields, amount } } };
      },
    },
  }),
  'sends minor units instead of major units': wrong(['M1'], {
    definition: {
      encode: (request) => {
        const call = encode(request);
        return {
          ...call,
          body: { type: 'json', fields: { ...call.body?.fields, amount: String(request.amount.minor) } },
        };
      },
    },
  }),
  'takes a refused lookup for one that found nothing': wrong(['L11'], {
    definition: {
      lookup: {
        ...definition.lookup,
        judge: (response, context) => (response.ok ? judgeLookup(response, context) : { status: 'not-found' }),
      },
    },
  }),
  'declines a duplicate, which may be its own': wrong(['O4'], {
    definition: {
      judge: (response, context) =>
        response.code === '409' ? { status: 'declined', code: 'declined', correlation: [] } : judge(response, context),
    },
  }),
  'accepts JSON with a duplicate key': wrong(['O11'], {
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      try {
        return { ...response, body: JSON.stringify(JSON.parse(response.body)) };
      } catch {
        return response;
      }
    }),
  }),
};
