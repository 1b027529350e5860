import type { WrongProvider } from './planted.ts';
import { captured, behind, without, wrong } from './planted.ts';
import { formatMajor } from '@capture/core';
import * as v from 'valibot';
import { answerSchema, encode, judge } from '../toy.ts';

/** An answer whose payment is taken out of its list. */
function firstPayment(answer: unknown): unknown {
  const { payment } = Object(answer) as { readonly payment?: unknown };
  return Array.isArray(payment) ? { ...(answer as object), payment: payment[0] as unknown } : answer;
}

/** Providers that believe too much, or write money wrongly. */
export const JUDGING: Readonly<Record<string, WrongProvider>> = {
  'trusts HTTP 200': wrong(['O4', 'O5', 'O6'], { definition: { judge: captured } }),
  'trusts HTTP 200 without a readable body': wrong(['O11', 'F11'], {
    definition: { judge: captured },
    options: behind(async (inner, request, context) => {
      const response = await inner.send(request, context);
      return { ...response, body: response.status < 300 ? '{"ok":true}' : response.body };
    }),
  }),
  'trusts a success with any HTTP status': wrong(['O9'], {
    options: behind(async (inner, request, context) => ({ ...(await inner.send(request, context)), status: 200 })),
  }),
  'takes pending for settled': wrong(['O2'], {
    definition: {
      judge: (answer, context) => judge(answer.state === 'waiting' ? { ...answer, state: 'done' } : answer, context),
    },
  }),
  'takes the outer success for all of it': wrong(['O4', 'O6'], {
    definition: { judge: (answer, context) => (answer.ok ? captured(answer, context) : judge(answer, context)) },
    options: behind(async (inner, request, context) => {
      const response = await inner.send(request, context);
      return { ...response, body: response.body.replace('"ok":false', '"ok":true') };
    }),
  }),
  'ignores a contradiction': wrong(['O5', 'O6'], { definition: { judge: without({ consistency: [] }) } }),
  'takes the first of a list for the object': wrong(['O13'], {
    definition: { answer: v.pipe(v.unknown(), v.transform(firstPayment), answerSchema) },
  }),
  'ignores which payment it is': wrong(['O8'], { definition: { judge: without({ correlation: [] }) } }),
  'ignores the reported amount': wrong(['M3', 'M4'], {
    definition: {
      judge: (answer, context) => {
        const { amount } = context.request;
        return without({ reported: { major: formatMajor(amount), currency: amount.currency } })(answer, context);
      },
    },
  }),
  'takes the currency for granted': wrong(['M3'], {
    definition: {
      judge: (answer, context) => {
        const reported = { major: answer.payment?.amount ?? undefined, currency: context.request.amount.currency };
        return without({ reported })(answer, context);
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
  'sends minor units where major ones are due': wrong(['M1'], {
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
  'declines a duplicate, which may be its own': wrong(['O4'], {
    definition: {
      judge: (answer, context) =>
        answer.code === '409' ? { status: 'declined', code: 'declined', correlation: [] } : judge(answer, context),
    },
  }),
  'reads JSON with a key twice': wrong(['O11'], {
    options: behind(async (inner, request, context) => {
      const response = await inner.send(request, context);
      try {
        return { ...response, body: JSON.stringify(JSON.parse(response.body)) };
      } catch {
        return response;
      }
    }),
  }),
};
