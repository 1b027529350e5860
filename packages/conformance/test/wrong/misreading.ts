import { verifier, type WebhookDefinition } from '@capture/core/provider';
import * as v from 'valibot';
import {
  definition,
  judge,
  judgeLookup,
  judgePayment,
  responseSchema,
  webhook,
  type CheckedToyOptions,
  type ToyResponse,
} from '../toy.ts';
import { changeResult, wrapTransport, wrong, type WrongProvider } from './planted.ts';

const demanding = v.object({ ...responseSchema.entries, kit_unknown_member: v.nullish(v.string()) });
/** A response whose state is taken for granted. */
const withState = (response: ToyResponse): ToyResponse => ({ ...response, state: response.state ?? 'done' });

const withWebhook = (change: Partial<WebhookDefinition<CheckedToyOptions, ToyResponse>>) => ({
  definition: { webhook: verifier({ ...webhook, ...change }) },
});

/** Providers that read too little, or too much, in the members of a response. */
export const MISREADING: Readonly<Record<string, WrongProvider>> = {
  'requires what decides nothing': wrong(['O20'], { definition: { response: demanding } }),
  'believes the last of a repeated member': wrong(['O21', 'O11'], {
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      return { ...response, body: readAgain(response.body) };
    }),
  }),
  'overlooks what is added to a success': wrong(['O22'], {
    definition: { judge: (response, context) => judge({ ...response, objection: undefined }, context) },
  }),
  'drops the id of a capture whose response it cannot read': wrong(['O23'], {
    client: changeResult((result) =>
      result.status === 'unknown' && result.reason === 'unreadable'
        ? { ...result, lookupKeys: { ...result.lookupKeys, captureId: undefined } }
        : result,
    ),
  }),
  'takes a missing state for a success': wrong(['O24', 'O6'], {
    definition: { judge: (response, context) => judge(withState(response), context) },
  }),
  'requires in a lookup what decides nothing': wrong(['L13'], {
    definition: { lookup: { ...definition.lookup, response: demanding } },
  }),
  'believes the last of a repeated member in a lookup': wrong(['L14'], {
    options: wrapTransport(async (inner, request, context) => {
      const response = await inner.send(request, context);
      return context.operation === 'lookup' ? { ...response, body: readAgain(response.body) } : response;
    }),
  }),
  'takes a missing state for a success in a lookup': wrong(['L15'], {
    definition: {
      lookup: {
        ...definition.lookup,
        judge: (response: ToyResponse, context: Parameters<typeof judgeLookup>[1]) =>
          judgeLookup(withState(response), context),
      },
    },
  }),
  'requires in a notification what decides nothing': wrong(['N17'], withWebhook({ response: demanding })),
  'refuses a notification that it cannot read': wrong(['N18'], {
    client: (client) => {
      const { webhook: inner } = client;
      if (!inner) return client;
      return {
        ...client,
        webhook: {
          verify: async (body, headers) => {
            const verdict = await inner.verify(body, headers);
            const isRead = verdict.status !== 'verified' || verdict.event.code !== 'unreadable_response';
            return isRead ? verdict : { status: 'refused', reason: 'the body is malformed' };
          },
        },
      };
    },
  }),
  'takes a notification without a type for one of a capture': wrong(
    ['N19'],
    withWebhook({
      read: (response) => {
        const reference = response.payment?.reference ?? undefined;
        const transactionType = response.about ?? undefined;
        if (transactionType !== undefined && transactionType !== 'capture') return { transactionType, reference };
        return { verdict: judgePayment(response, {}), reference };
      },
    }),
  ),
};

/** The JSON of a body as most programs read it, or the body itself. */
function readAgain(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}
