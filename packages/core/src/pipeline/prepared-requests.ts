import type { PreparedRequest, PrepareOptions } from '../contract/client.ts';
import { InvalidRequestError } from '../errors/invalid-input.ts';
import { toWireRequest } from '../provider/call.ts';
import type { CheckedOptions, CheckedRequest, SignedCall } from '../provider/definition.ts';
import { checkPrepareOptions } from '../schemas/call-options.ts';
import { checkNoSecretInText } from '../schemas/secret-in-text.ts';
import { checkRequest } from '../schemas/validation.ts';
import { Secret } from '../secrets/secret.ts';
import { secretsIn } from '../secrets/secrets-in.ts';
import type { ClientContext } from './client-context.ts';
import { usableKeys } from './lookup-keys.ts';
import { storableOf } from './storable-fields.ts';

/** A checked request with the signed call for it. */
interface Signed<Request> {
  readonly request: Request;
  readonly signed: SignedCall;
  /** True where the caller gave no reference: then no earlier payment can have it. */
  readonly isReferenceGenerated: boolean;
}

/** A request that is about to be captured. */
export interface TakenRequest<Request> extends Signed<Request> {
  /** Allows a prepared request to be captured again. Called once it is proven that nothing was sent. */
  readonly release: () => void;
}

/** The prepared requests of one client, recognised by object identity and sent exactly as prepared. */
export interface PreparedRequests<Request> {
  readonly prepare: (input: unknown, options?: PrepareOptions) => PreparedRequest;
  /** Resolves the argument of `capture` to a request. Throws `InvalidRequestError`. */
  readonly take: (input: unknown, options: PrepareOptions) => TakenRequest<Request>;
}

/** Keeps a client's prepared requests, weakly. */
export function preparedRequests<
  Options extends CheckedOptions,
  Request extends CheckedRequest,
  Response,
  LookupResponse,
>(client: ClientContext<Options, Request, Response, LookupResponse>): PreparedRequests<Request> {
  const { id: provider, request: schema } = client.definition;
  const waiting = new WeakMap<object, Signed<Request> & { sent: boolean }>();
  const sign = (input: unknown, { allowCardLikeText }: PrepareOptions): Signed<Request> => {
    const isReferenceGiven = hasReference(input);
    const request = checkRequest(provider, schema, input, allowCardLikeText ? 'allowed' : 'refused');
    checkNoSecretInText(provider, request, [...client.credentials, ...secretsIn(request)]);
    const isReferenceGenerated = request.reference !== undefined && !isReferenceGiven;
    return { request, signed: client.signedCapture(request), isReferenceGenerated };
  };
  const refuse = (rule: string): never => {
    throw new InvalidRequestError({ provider, issues: [{ path: '', rule }] });
  };
  return {
    prepare(input, options) {
      const signed = sign(input, checkPrepareOptions(provider, options));
      const prepared = describe(client, signed);
      waiting.set(prepared, { ...signed, sent: false });
      return prepared;
    },
    take(input, options) {
      const found = typeof input === 'object' && input !== null ? waiting.get(input) : undefined;
      if (found) {
        if (found.sent) refuse('was captured before: look up that capture, or prepare a new request');
        found.sent = true;
        return { ...found, release: () => void (found.sent = false) };
      }
      if (isPreparedElsewhere(input)) refuse('must be the object that prepare() of this client returned, not a copy');
      return { ...sign(input, options), release: () => undefined };
    },
  };
}

/** Returns whether a caller gave a reference. A member that throws is left to the validation, which names it. */
function hasReference(input: unknown): boolean {
  try {
    return (Object(input) as CheckedRequest).reference !== undefined;
  } catch {
    return true;
  }
}

/**
 * Recognises a copy of a prepared request, or one of a different client: no call belongs to it, and its secrets are
 * masked.
 */
function isPreparedElsewhere(input: unknown): boolean {
  try {
    return typeof input === 'object' && input !== null && 'method' in input && 'url' in input && 'exactBody' in input;
  } catch {
    // A proxy of the caller's. Its validation will name it.
    return false;
  }
}

function describe<Options extends CheckedOptions, Request extends CheckedRequest, Response, LookupResponse>(
  { definition, endpoint }: ClientContext<Options, Request, Response, LookupResponse>,
  { request, signed: { call, explain }, isReferenceGenerated }: Signed<Request>,
): PreparedRequest {
  const exact = toWireRequest(endpoint.baseUrl, call, 'revealed').body;
  const { method, url, headers, body } = toWireRequest(endpoint.baseUrl, call, 'masked');
  const { reference, authorizationId, amount } = request;
  const keys = { reference, authorizationId, amount, knownCaptureIds: isReferenceGenerated ? [] : undefined };
  let explained: { readonly signature: PreparedRequest['signature'] } | undefined;
  return {
    method,
    url,
    headers,
    body,
    reference,
    lookupKeys: usableKeys(keys, definition.lookup?.referenceIn),
    storable: storableOf(request, definition.storable),
    // Made when it is read: what sends a prepared request has no use for it, and it costs more than to sign.
    get signature() {
      return (explained ??= { signature: explain?.() }).signature;
    },
    exactBody: exact === undefined ? undefined : new Secret(exact),
  };
}
