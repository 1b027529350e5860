/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
import {
  assertNever,
  CaptureError,
  InvalidRequestError,
  money,
  acceptedOrThrow,
  Secret,
  resolveOutcome,
  type CaptureResult,
} from '@capture/core';
import { createNodeTransport, type NodeTransportOptions } from '@capture/core/node';
import { createFirstoken } from '@capture/firstoken';
import { createFreepayment } from '@capture/freepayment';
import { createPayfull, type PayfullCaptureRequest } from '@capture/payfull';
import { createPaymentOptions } from '@capture/paymentoptions';
import { createPockyt } from '@capture/pockyt';

// The types of a result and of a provider, as a user's compiler has to see them. Compiled, never run.
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const sure = <T extends true>(): T | undefined => undefined;

const payfull = createPayfull({ merchant: 'm', password: 'p', baseUrl: 'https://shop.payfull.com' });
const firstoken = createFirstoken({ environment: 'live', apiKey: 'k' });
const freepayment = createFreepayment({ environment: 'sandbox', shopId: '1', secretKey: 's' });
const paymentoptions = createPaymentOptions({ apiKey: 'k', merchantId: 'm', baseUrl: 'https://api.example' });
const options: NodeTransportOptions = { keepAlive: { maxSockets: 4 }, deadlines: { connect: 1000 } };
const transport = createNodeTransport(options);
const pockyt = createPockyt({ environment: 'sandbox', merchantNo: '1', storeNo: '2', token: 't', transport });

// @ts-expect-error There is no default host: an environment or a base URL is required.
createFirstoken({ apiKey: 'k' });
// @ts-expect-error Payfull's hosts are the merchants' own.
createPayfull({ merchant: 'm', password: 'p', environment: 'live' });

sure<Equal<typeof payfull.capabilities.captures, 'authorization'>>();
sure<Equal<typeof pockyt.capabilities.captures, 'card'>>();
sure<Equal<typeof payfull.capabilities.lookupBy, readonly ['reference']>>();
sure<Equal<typeof payfull.provider, 'payfull'>>();
// An operation that a provider lacks does not exist on its type.
sure<Equal<'webhook' extends keyof typeof payfull ? true : false, false>>();
sure<Equal<'webhook' extends keyof typeof pockyt ? true : false, true>>();

const request: PayfullCaptureRequest = { authorizationId: 'a', amount: money('1.00', 'TRY'), clientIp: '127.0.0.1' };
// @ts-expect-error A field that the provider does not document is refused.
void payfull.capture({ ...request, tip: 5 });
// @ts-expect-error Pockyt charges a card.
void pockyt.capture(request);
// An optional property may be undefined too, also with exactOptionalPropertyTypes.
void payfull.capture(request, { timeout: undefined });

export function described(result: CaptureResult): string {
  switch (result.status) {
    case 'captured':
    case 'pending':
      return result.captureId;
    case 'declined':
    case 'unsent':
      return result.error.advice;
    case 'unknown':
      return result.lookupKeys.reference ?? result.reason;
    default:
      return assertNever(result);
  }
}

export function forgetful(result: CaptureResult): void {
  switch (result.status) {
    case 'captured':
    case 'pending':
    case 'declined':
    case 'unsent':
      break;
    default:
      // @ts-expect-error A switch that forgets `unknown` does not compile.
      assertNever(result);
  }
}

export async function whole(): Promise<string | undefined> {
  try {
    const result = await payfull.capture(request, { timeout: 1000, signal: new AbortController().signal });
    if (result.status === 'unknown') return (await resolveOutcome(payfull, result, { delays: [0] })).status;
    return acceptedOrThrow(result).captureId;
  } catch (error) {
    if (InvalidRequestError.is(error)) return error.issues[0]?.path;
    if (CaptureError.is(error)) return error.code;
    return Secret.is(error) ? String(error) : undefined;
  }
}

export const all = [firstoken, freepayment, paymentoptions, pockyt, payfull].map(({ provider }): string => provider);
