import { defaultTransport } from '#default-transport';
import { checkDigests } from '#digests';
import type { CheckedOptions, CheckedRequest, ProviderDefinition, SignedCall } from '../provider/definition.ts';
import { credentialsIn } from '../schemas/options.ts';
import { checkOptions } from '../schemas/validation.ts';
import type { Secret } from '../secrets/secret.ts';
import type { Operation, Transport } from '../transport/http.ts';
import { InvalidOptionsError, InvalidRequestError } from '../errors/invalid-input.ts';
import { endpointOf, type Endpoint } from '../provider/endpoint.ts';
import type { Session } from './send-request.ts';

/** The parts of one client: a definition, checked options, and whatever follows from them for every call. */
export interface ClientContext<
  Options extends CheckedOptions,
  Request extends CheckedRequest,
  Response,
  LookupResponse,
> {
  readonly definition: ProviderDefinition<Options, Request, Response, LookupResponse>;
  readonly options: Options;
  readonly endpoint: Endpoint;
  readonly transport: Transport;
  readonly credentials: readonly Secret[];
  /** Encodes and signs a checked capture request. */
  readonly signedCapture: (request: Request) => SignedCall;
  /** Opens the next call of this client, and counts it. */
  readonly startCall: (operation: Operation) => Session;
}

/** Creates the context of a client from its options. Throws `InvalidOptionsError`. */
export function clientContext<Options extends CheckedOptions, Request extends CheckedRequest, Response, LookupResponse>(
  definition: ProviderDefinition<Options, Request, Response, LookupResponse>,
  givenOptions: unknown,
): ClientContext<Options, Request, Response, LookupResponse> {
  const { id: provider, advice, digests = [], encode, sign } = definition;
  const options = checkOptions(provider, definition.options, givenOptions);
  checkDigests(provider, digests);
  const endpoint = endpointOf(provider, definition.environments, options);
  const transport = transportOf(provider, options);
  const credentials = credentialsIn(options);
  let calls = 0;
  return {
    definition,
    options,
    endpoint,
    transport,
    credentials,
    signedCapture: (request) => named(provider, () => sign(encode(request, options), options)),
    startCall(operation) {
      calls += 1;
      return { options, endpoint, transport, credentials, advice, context: { provider, operation, call: calls } };
    },
  };
}

/**
 * The transport of a client: the caller's, ky over the caller's `fetch`, or the default of the runtime. Throws
 * `InvalidOptionsError` where both are given.
 */
function transportOf(provider: string, { transport, fetch }: CheckedOptions): Transport {
  if (transport && fetch)
    throw new InvalidOptionsError({
      provider,
      issues: [{ path: 'fetch', rule: 'must not be combined with transport' }],
    });
  return transport ?? defaultTransport(fetch);
}

/** Adds the provider's name to a refusal of its own `encode`, such as of an amount that its wire form cannot hold. */
function named<T>(provider: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!InvalidRequestError.is(error) || error.provider !== undefined) throw error;
    throw new InvalidRequestError({ provider, issues: error.issues });
  }
}
