import type { WrongProvider } from './planted.ts';
import { alwaysCaptured, wrapTransport, overrideVerdict, wrong } from './planted.ts';
import { formatMajor } from '@capture/core';
import * as v from 'valibot';
import { responseSchema, definition, encode, judge, judgeLookup } from '../toy.ts';

/** A response whose payment is taken from an array. */
function firstPayment(response: unknown): unknown {
  const { payment } = Object(response) as { readonly payment?: unknown };
  return Array.isArray(payment) ? { ...(response as object), payment: payment[0] as unknown } : response;
}

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
  'takes a refused lookup for one that found nothing': wrong(['L8'], {
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
