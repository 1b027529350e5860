import { formatMajor, Secret, type LookupKeys } from '@capture/core';
import {
  amount,
  card,
  clientOptions,
  contradictory,
  credential,
  defineProvider,
  endpointOptions,
  id,
  ifPresent,
  ipAddress,
  mustBe,
  parseResponseJson,
  reference,
  refused,
  shown,
  text,
  undecided,
  type Call,
  type EndpointOptions,
  type JudgeContext,
  type LookupVerdict,
  type ProviderDefinition,
  type SignedCall,
  type Verdict,
  type WebhookDefinition,
  verifier,
  words,
} from '@capture/core/provider';
import { constantTimeEqual, hmacSha256Hex, inByteOrder, makeSignature } from '@capture/core/signing';
import * as v from 'valibot';

/**
 * A made-up provider that keeps the contract: JSON, a signature in the body, lookup by two keys, signed notifications.
 * Each wrong provider is this one with one change.
 */
export const CURRENCIES = ['EUR', 'USD', 'JPY', 'KWD'] as const;

export const capabilities = {
  captures: 'authorization',
  partialCapture: 'yes',
  multipleCaptures: 'no',
  overcapture: 'no',
  reference: 'sent',
  currencies: CURRENCIES,
  amountForm: 'major-string',
  reportsAmount: true,
  authentication: 'body-signature',
  lookupBy: ['reference', 'captureId'],
  uniqueKeys: ['reference', 'captureId'],
  sharedKeys: [],
  webhook: 'signed',
} as const;

export const environments = { live: 'https://api.toy.example/v1', sandbox: 'https://test.toy.example/v1' } as const;

export const optionsSchema = v.strictObject({
  ...clientOptions,
  ...endpointOptions(environments, '/payments', '/find'),
  shop: id(),
  secret: credential(),
  /** Verifies notifications. */
  notificationSecret: v.optional(credential()),
});
type GivenToyOptions = v.InferInput<typeof optionsSchema>;
export type ToyOptions = GivenToyOptions & EndpointOptions<typeof environments>;
export type CheckedToyOptions = v.InferOutput<typeof optionsSchema>;

export const requestSchema = v.strictObject({
  authorizationId: id(),
  amount: amount(CURRENCIES),
  reference: reference(),
  note: v.optional(text(200)),
  payer: v.optional(card()),
  payerIp: v.optional(ipAddress()),
});
export type ToyRequest = v.InferInput<typeof requestSchema>;
export type CheckedToyRequest = v.InferOutput<typeof requestSchema>;

const optional = v.nullish(v.string());
export const responseSchema = v.object({
  ok: v.boolean(),
  live: v.nullish(v.boolean()),
  state: optional,
  code: optional,
  /** Absent with a success, or `none`. */
  objection: optional,
  message: words,
  /** Notifications only: `capture`, or the name of another transaction. */
  about: optional,
  payment: v.nullish(
    v.object({
      id: optional,
      of: optional,
      reference: optional,
      amount: optional,
      currency: optional,
      note: shown(v.string()),
    }),
  ),
});
export type ToyResponse = v.InferOutput<typeof responseSchema>;

export function encode(request: CheckedToyRequest): Call {
  return {
    method: 'POST',
    path: `/payments/${encodeURIComponent(request.authorizationId)}/capture`,
    body: {
      type: 'json',
      fields: {
        amount: formatMajor(request.amount),
        currency: request.amount.currency,
        reference: request.reference,
        note: request.note,
        payerIp: request.payerIp,
        cardNumber: request.payer?.number,
        cardCvv: request.payer?.cvv,
      },
    },
  };
}

/** HMAC-SHA256 over `name=value` lines. */
export function signToy(call: Call, { secret, shop }: CheckedToyOptions): SignedCall {
  const given: [string, unknown][] = Object.entries({ ...call.body?.fields, shop, at: call.path });
  const fields = given.filter(
    (field): field is [string, string | Secret] => typeof field[1] === 'string' || Secret.is(field[1]),
  );
  const signed = inByteOrder(fields);
  const signature = makeSignature({
    algorithm: 'HMAC-SHA256, lower-case hex',
    fields: signed,
    pieces: signed.flatMap(([name, value]) => [`${name}=`, value, '\n']),
    digest: (exact) => hmacSha256Hex(secret.reveal(), exact),
  });
  const body = { type: 'json', fields: { ...Object.fromEntries(signed), signature: signature.digest } } as const;
  return { call: { ...call, method: 'POST', body }, explain: () => signature };
}

const REFUSALS: ReadonlyMap<
  string | undefined,
  'insufficient_funds' | 'credentials_rejected' | 'authorization_not_found' | 'duplicate_reference'
> = new Map([
  ['51', 'insufficient_funds'],
  ['401', 'credentials_rejected'],
  ['404', 'authorization_not_found'],
  ['409', 'duplicate_reference'],
] as const);

export function judge(response: ToyResponse, { request }: JudgeContext<CheckedToyOptions, CheckedToyRequest>): Verdict {
  return judgePayment(response, request);
}

export function judgePayment(response: ToyResponse, keys: LookupKeys | CheckedToyRequest): Verdict {
  return { ...judgeState(response, keys), live: response.live ?? undefined };
}

function judgeState(response: ToyResponse, keys: LookupKeys | CheckedToyRequest): Verdict {
  const { ok, state, code, message, payment } = response;
  const stated = { providerCode: code ?? undefined, providerMessage: message ?? undefined };
  const facts = { ...stated, captureId: payment?.id ?? undefined };
  const correlation = [
    ...(keys.reference === undefined ? [] : [mustBe('payment.reference', keys.reference, payment?.reference)]),
    ...ifPresent('payment.of', keys.authorizationId, payment?.of),
    ...ifPresent('payment.id', 'captureId' in keys ? keys.captureId : undefined, payment?.id),
  ];
  if (ok && (state === 'done' || state === 'waiting'))
    return {
      status: state === 'done' ? 'captured' : 'pending',
      captureId: payment?.id ?? undefined,
      reported: { major: payment?.amount ?? undefined, currency: payment?.currency ?? undefined },
      consistency: [mustBe('code', '00', code), ...ifPresent('objection', 'none', response.objection)],
      correlation,
    };
  if (ok || state === 'done' || code === '00') return contradictory([mustBe('ok', state === 'done', ok)], stated);
  const refusal = REFUSALS.get(code ?? undefined);
  return refusal
    ? refused(
        refusal,
        facts,
        correlation.filter(({ found }) => found !== '(absent)'),
      )
    : undecided('unknown_status', stated);
}

export function judgeLookup(
  response: ToyResponse,
  { request, httpStatus }: JudgeContext<CheckedToyOptions, LookupKeys>,
): LookupVerdict {
  if (httpStatus === 404 && response.code === 'none') return { status: 'not-found', live: response.live ?? undefined };
  if (httpStatus >= 300) return undecided('provider_error');
  return judgePayment(response, request);
}

export const webhook: WebhookDefinition<CheckedToyOptions, ToyResponse> = {
  body: 'json',
  verify: ({ text: body, header }, { notificationSecret: secret }) => {
    if (!secret) return Promise.resolve({ status: 'unverifiable', reason: 'no secret is configured' });
    const valid = constantTimeEqual(header('x-signature') ?? '', hmacSha256Hex(secret.reveal(), body));
    return Promise.resolve(
      valid
        ? { status: 'verified', content: parseResponseJson(body) }
        : { status: 'refused', reason: 'the signature does not match the body' },
    );
  },
  response: responseSchema,
  read: (response) => {
    const reference = response.payment?.reference ?? undefined;
    if (response.about !== 'capture') return { transactionType: response.about ?? undefined, reference };
    return { verdict: judgePayment(response, {}), reference };
  },
};

export const definition: ProviderDefinition<
  CheckedToyOptions,
  CheckedToyRequest,
  ToyResponse,
  ToyResponse,
  GivenToyOptions,
  ToyRequest,
  'toy',
  typeof capabilities,
  typeof environments
> & { readonly lookup: object; readonly webhook: object } = {
  id: 'toy',
  capabilities,
  environments,
  options: optionsSchema,
  request: requestSchema,
  storable: { authorizationId: true, amount: true, reference: true, note: true, payer: false, payerIp: true },
  encode,
  sign: signToy,
  response: responseSchema,
  judge,
  lookup: {
    encode: ({ reference: own, captureId }) => ({
      method: 'POST',
      path: '/find',
      body: { type: 'json', fields: { reference: own, captureId } },
    }),
    response: responseSchema,
    judge: judgeLookup,
  },
  webhook: verifier(webhook),
};

export const createToy = defineProvider(definition);

export type ToyClient = ReturnType<typeof createToy>;

/** The toy with anything changed, whatever its types would say to that. */
export function createChangedToy(change: object, options: object): ToyClient {
  return defineProvider({ ...definition, ...change })(options as ToyOptions);
}
