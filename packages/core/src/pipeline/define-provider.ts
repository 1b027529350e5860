import type { Capabilities } from '../contract/capabilities.ts';
import type { ProviderClient } from '../contract/client.ts';
import type { EndpointOptions, Environments } from '../contract/environment.ts';
import type { CheckedOptions, CheckedRequest, DeclaredOperations, ProviderDefinition } from '../provider/definition.ts';
import { createClient } from './create-client.ts';

/**
 * Declares a provider and returns the factory of its clients. The definition carries the type: options and request from
 * the schemas, `lookup` and `webhook` from `capabilities.lookupBy` and `capabilities.webhook`. A definition that
 * declares one of these and lacks it, or the reverse, does not compile.
 *
 * @example
 * ```ts
 * export const createAcme = defineProvider({
 *   id: 'acme', capabilities, environments, options, request, storable, encode, sign, response, judge,
 * });
 * ```
 */
export function defineProvider<
  const Id extends string,
  const C extends Capabilities,
  OptionsInput,
  Options extends CheckedOptions,
  RequestInput,
  Request extends CheckedRequest,
  Response,
  LookupResponse = never,
  const E extends Environments = Environments,
>(
  definition: ProviderDefinition<Options, Request, Response, LookupResponse, OptionsInput, RequestInput, Id, C, E> &
    DeclaredOperations<C>,
): (options: OptionsInput & EndpointOptions<E>) => ProviderClient<RequestInput, C, Id> {
  // The operations of createClient follow the definition, and DeclaredOperations ties them to the capabilities.
  return (options) => createClient(definition, options) as ProviderClient<RequestInput, C, Id>;
}
