import type { CallOptions } from '../contract/client.ts';
import type { LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys } from '../contract/result.ts';
import type { CheckedOptions, CheckedRequest, LookupDefinition } from '../provider/definition.ts';
import { checkCallOptions } from '../schemas/call-options.ts';
import { checkNoSecretInText } from '../schemas/secret-in-text.ts';
import type { ClientContext } from './client-context.ts';
import { copyOfResult } from './copy-of-result.ts';
import { checkKeys } from './lookup-keys.ts';
import { lookupResult } from './lookup-result.ts';
import { sendRequest } from './send-request.ts';
import { emit } from './emit-hook.ts';

/** Runs `lookup` of a client. */
export async function lookupOnce<
  Options extends CheckedOptions,
  Request extends CheckedRequest,
  Response,
  LookupResponse,
>(
  client: ClientContext<Options, Request, Response, LookupResponse>,
  lookup: LookupDefinition<Options, LookupResponse>,
  givenKeys: LookupKeys,
  givenCallOptions: CallOptions | undefined,
): Promise<LookupResult> {
  const { id: provider, capabilities, sign } = client.definition;
  const { options, endpoint } = client;
  const keys = checkKeys(provider, capabilities.lookupBy, lookup.referenceIn, givenKeys);
  checkNoSecretInText(provider, keys, client.credentials);
  const callOptions = checkCallOptions(provider, givenCallOptions);
  const session = client.startCall('lookup');
  const exchange = await sendRequest(
    sign(lookup.encode(keys, options), options),
    lookup.response,
    session,
    callOptions,
  );
  const result = lookupResult({
    provider,
    capabilities,
    keys,
    endpoint,
    exchange,
    judge: (response, httpStatus) => lookup.judge(response, { options, request: keys, httpStatus }),
  });
  emit(options.hooks?.onLookup, () => ({ ...session.context, result: copyOfResult(result) }));
  return result;
}
