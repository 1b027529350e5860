import type { PreparedRequest } from '../contract/client.ts';
import { InvalidRequestError } from '../errors/invalid-input.ts';
import { toWireRequest } from '../provider/call.ts';
import type { CheckedOptions, CheckedRequest, SignedCall } from '../provider/definition.ts';
import { checkRequest } from '../schemas/validation.ts';
import { Secret } from '../secrets/secret.ts';
import type { ClientContext } from './client-context.ts';

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
  readonly prepare: (input: unknown) => PreparedRequest;
  /** Resolves the argument of `capture` to a request. Throws `InvalidRequestError`. */
  readonly take: (input: unknown) => TakenRequest<Request>;
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
  const sign = (input: unknown): Signed<Request> => {
    const isReferenceGiven = (Object(input) as CheckedRequest).reference !== undefined;
    const request = checkRequest(provider, schema, input);
    const isReferenceGenerated = request.reference !== undefined && !isReferenceGiven;
    return { request, signed: client.signedCapture(request), isReferenceGenerated };
  };
  const refuse = (rule: string): never => {
    throw new InvalidRequestError({ provider, issues: [{ path: '', rule }] });
  };
  return {
    prepare(input) {
      const signed = sign(input);
      const prepared = describe(client.options.baseUrl, signed.signed, signed.request.reference);
      waiting.set(prepared, { ...signed, sent: false });
      return prepared;
    },
    take(input) {
      const found = typeof input === 'object' && input !== null ? waiting.get(input) : undefined;
      if (found) {
        if (found.sent) refuse('was captured before: look up that capture, or prepare a new request');
        found.sent = true;
        return { ...found, release: () => void (found.sent = false) };
      }
      if (isPreparedElsewhere(input)) refuse('must be the object that prepare() of this client returned, not a copy');
      return { ...sign(input), release: () => undefined };
    },
  };
}

/**
 * Recognises a copy of a prepared request, or one of a different client: no call belongs to it, and its secrets are
 * masked.
 */
function isPreparedElsewhere(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'method' in input && 'url' in input && 'exactBody' in input;
}

function describe(baseUrl: string, { call, explain }: SignedCall, reference: string | undefined): PreparedRequest {
  const exact = toWireRequest(baseUrl, call, 'revealed').body;
  const { method, url, headers, body } = toWireRequest(baseUrl, call, 'masked');
  return {
    method,
    url,
    headers,
    body,
    reference,
    signature: explain?.(),
    exactBody: exact === undefined ? undefined : new Secret(exact),
  };
}
