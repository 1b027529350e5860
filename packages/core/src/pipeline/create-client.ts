import type { Capabilities } from '../contract/capabilities.ts';
import type { CallOptions, CaptureOptions, LookupClient, PreparedRequest, PrepareOptions } from '../contract/client.ts';
import type { CaptureResult, LookupKeys } from '../contract/result.ts';
import type { WebhookClient } from '../contract/webhook-event.ts';
import type { CheckedOptions, CheckedRequest, ProviderDefinition } from '../provider/definition.ts';
import { captureOnce } from './capture-once.ts';
import { clientContext } from './client-context.ts';
import { lookupOnce } from './lookup-once.ts';
import { preparedRequests } from './prepared-requests.ts';

/** A client before `defineProvider` gives it the type of its definition. */
export interface AnyClient extends Partial<LookupClient & WebhookClient> {
  readonly provider: string;
  readonly capabilities: Capabilities;
  readonly capture: (request: unknown, options?: CaptureOptions) => Promise<CaptureResult>;
  readonly prepare: (request: unknown, options?: PrepareOptions) => PreparedRequest;
}

/** Creates a client that runs a provider's steps in their one order: validate, encode, sign, send, read, judge. */
export function createClient<Options extends CheckedOptions, Request extends CheckedRequest, Response, LookupResponse>(
  definition: ProviderDefinition<Options, Request, Response, LookupResponse>,
  givenOptions: unknown,
): AnyClient {
  const { id: provider, capabilities, lookup, webhook } = definition;
  const context = clientContext(definition, givenOptions);
  const prepared = preparedRequests(context);
  // A plain object that nothing here reads again: a test may replace its functions.
  return {
    provider,
    capabilities: copyOf(capabilities),
    capture: (request: unknown, callOptions?: CaptureOptions) => captureOnce(context, prepared, request, callOptions),
    prepare: prepared.prepare,
    ...(lookup && {
      lookup: (keys: LookupKeys, callOptions?: CallOptions) => lookupOnce(context, lookup, keys, callOptions),
    }),
    ...(webhook && { webhook: webhook(provider, context.options, context.endpoint) }),
  };
}

/** A copy that is the caller's. Much cheaper than a structured clone: only its lists are objects. */
function copyOf(capabilities: Capabilities): Capabilities {
  const { currencies, lookupBy, uniqueKeys, sharedKeys } = capabilities;
  return {
    ...capabilities,
    currencies: typeof currencies === 'string' ? currencies : [...currencies],
    lookupBy: [...lookupBy],
    uniqueKeys: [...uniqueKeys],
    sharedKeys: [...sharedKeys],
  };
}
