import type { WrongProvider } from './planted.ts';
import { alwaysCaptured, wrong, type Context, type Definition } from './planted.ts';
import { baseUrl, bodyReference, verifier } from '@capture/core/provider';
import * as v from 'valibot';
import { responseSchema, definition, encode, optionsSchema, requestSchema, signToy, webhook } from '../toy.ts';
import { toySubject } from '../toy-subject.ts';

/** Providers that accept invalid input, sign wrongly, declare falsely, or trust others. */
export const DECLARING: Readonly<Record<string, WrongProvider>> = {
  'accepts unknown fields': wrong(['I6'], { definition: { request: v.object(requestSchema.entries) } }),
  'accepts an invalid amount': wrong(['I4'], {
    definition: {
      request: v.strictObject({ ...requestSchema.entries, amount: v.object({ minor: v.any(), currency: v.any() }) }),
    },
  }),
  'accepts its own endpoint as a base URL': wrong(['I11'], {
    definition: { options: v.strictObject({ ...optionsSchema.entries, baseUrl: baseUrl() }) },
  }),
  'takes a reference that its own lookup refuses': wrong(['I13'], {
    definition: { request: v.strictObject({ ...requestSchema.entries, reference: bodyReference() }) },
  }),
  'sends an address as it was given': wrong(['I14'], {
    definition: { request: v.strictObject({ ...requestSchema.entries, payerIp: v.optional(v.string()) }) },
  }),
  'leaves a signed field out of the signature': wrong(['S1', 'S2'], {
    definition: {
      sign: (call, options) => {
        const { note, ...fields } = call.body?.fields ?? {};
        const signed = signToy({ ...call, body: { type: 'json', fields } }, options);
        const body = { type: 'json', fields: { ...signed.call.body?.fields, note } } as const;
        return { ...signed, call: { ...signed.call, body } };
      },
    },
  }),
  'puts its key into the URL': wrong(['W8', 'S9'], {
    definition: {
      sign: (call, options) => {
        const signed = signToy(call, options);
        return {
          ...signed,
          call: { ...signed.call, path: `${call.path}?key=${encodeURIComponent(options.secret.reveal())}` },
        };
      },
    },
  }),
  'builds the path without encoding': wrong(['W7'], {
    definition: {
      encode: (request) => ({ ...encode(request), path: `/payments/${request.authorizationId}/capture` }),
      request: v.strictObject({ ...requestSchema.entries, authorizationId: v.string() }),
    },
  }),
  'sends an empty string for an omitted field': wrong(['W4'], {
    definition: {
      encode: (request) => {
        const call = encode(request);
        return { ...call, body: { type: 'json', fields: { ...call.body?.fields, note: request.note ?? '' } } };
      },
    },
  }),
  'has a lookup that it does not declare': wrong(['K3'], {
    definition: { capabilities: { ...definition.capabilities, lookupBy: [] } },
  }),
  'declares notifications that it cannot verify': wrong(['K4'], {
    client: (client) => ({ ...client, webhook: undefined as never }),
  }),
  'declares fewer currencies than it accepts': wrong(['K6'], {
    definition: {
      request: v.strictObject({
        ...requestSchema.entries,
        amount: v.object({ minor: v.number(), currency: v.string() }),
      }),
    },
  }),
  'ignores which payment a lookup returns': wrong(['L3'], {
    definition: {
      lookup: { ...lookupOf(), judge: (response) => ({ ...alwaysCaptured(response, context()), correlation: [] }) },
    },
  }),
  'takes “not found” for a decline': wrong(['L2'], {
    definition: {
      lookup: { ...lookupOf(), judge: () => ({ status: 'declined', code: 'declined', correlation: [] }) },
    },
  }),
  'trusts every notification': wrong(['N3', 'N4', 'N5'], {
    definition: {
      webhook: verifier({
        ...webhook,
        verify: ({ text }) => Promise.resolve({ status: 'verified', content: JSON.parse(text) as unknown }),
      }),
    },
  }),
  'compares only the beginning of a signature': wrong(['N5'], {
    definition: {
      webhook: verifier({
        ...webhook,
        verify: async (raw, options) => {
          const head = raw.text.slice(0, 60);
          const first = head === toySubject.webhook?.captured().body.slice(0, 60);
          return first
            ? { status: 'verified', content: v.parse(responseSchema, JSON.parse(raw.text)) }
            : webhook.verify(raw, options);
        },
      }),
    },
  }),
};

function lookupOf(): NonNullable<Definition['lookup']> {
  return definition.lookup;
}

/** The context of the sample, for a lookup that ignores it. */
function context(): Context {
  return {
    request: { amount: { minor: 2302, currency: 'EUR' }, authorizationId: 'A-1', reference: 'x' },
  } as unknown as Context;
}
