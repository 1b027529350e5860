import * as v from 'valibot';
import type { CallOptions, CaptureClient, LookupClient, PreparedRequest } from '../contract/client.ts';
import type { LookupResult } from '../contract/lookup-result.ts';
import type { CaptureResult, LookupKeys } from '../contract/result.ts';
import type { WebhookClient } from '../contract/webhook-event.ts';
import { toWireRequest } from '../provider/call.ts';
import type { CheckedOptions, CheckedRequest, ProviderDefinition } from '../provider/definition.ts';
import { credentialsIn, timeout } from '../schemas/options.ts';
import { checkOptions, checkRequest } from '../schemas/validation.ts';
import { Secret } from '../secrets/secret.ts';
import { captureResult } from './capture-result.ts';
import { frozen } from './frozen.ts';
import { checkKeys } from './lookup-keys.ts';
import { lookupResult } from './lookup-result.ts';
import { exchange, transportOf } from './send-request.ts';
import { tell } from './tell.ts';

const callOptions = v.strictObject({
  signal: v.optional(
    v.custom<AbortSignal>(
      (value) => ['addEventListener', 'removeEventListener'].every((name) => isFunction(value, name)),
      'must be an AbortSignal',
    ),
  ),
  timeout: v.optional(timeout()),
});

/** Puts the steps of a provider in their one order: validate, encode, sign, send, read, judge. */
export function createClient<Options extends CheckedOptions, Request extends CheckedRequest, Answer, LookupAnswer>(
  definition: ProviderDefinition<Options, Request, Answer, LookupAnswer>,
  given: unknown,
): CaptureClient<unknown> & Partial<LookupClient & WebhookClient> {
  const { id: provider, capabilities, encode, sign, lookup, webhook } = definition;
  const options = checkOptions(provider, definition.options, given);
  const transport = transportOf(provider, options);
  const credentials = credentialsIn(options);
  const build = (request: Request) => sign(encode(request, options), options);
  let calls = 0;
  const sendAs = (operation: 'capture' | 'lookup') => {
    calls += 1;
    return { options, transport, credentials, context: { provider, operation, call: calls } };
  };

  return Object.freeze({
    provider,
    capabilities: frozen(capabilities),
    async capture(input: unknown, callInput?: CallOptions): Promise<CaptureResult> {
      const request = checkRequest(provider, definition.request, input);
      const call = checkCall(provider, callInput);
      const client = sendAs('capture');
      const answered = await exchange(build(request), definition.answer, client, call);
      const result = captureResult(provider, capabilities, request, answered, (answer, httpStatus) =>
        definition.judge(answer, { options, request, httpStatus }),
      );
      tell(options.hooks?.onResult, () => ({ ...client.context, result: frozen(result) }));
      return result;
    },
    prepare(input: unknown): PreparedRequest {
      const request = checkRequest(provider, definition.request, input);
      const { call, explain } = build(request);
      const exact = toWireRequest(options.baseUrl, call, 'revealed').body;
      const { method, url, headers, body } = toWireRequest(options.baseUrl, call, 'masked');
      return {
        method,
        url,
        headers,
        body,
        reference: request.reference,
        signature: explain?.(),
        exactBody: exact === undefined ? undefined : new Secret(exact),
      };
    },
    ...(lookup && {
      async lookup(input: LookupKeys, callInput?: CallOptions): Promise<LookupResult> {
        const keys = checkKeys(provider, capabilities.lookupBy, input);
        const call = checkCall(provider, callInput);
        const client = sendAs('lookup');
        const answered = await exchange(sign(lookup.encode(keys, options), options), lookup.answer, client, call);
        const result = lookupResult(provider, keys, answered, (answer, httpStatus) =>
          lookup.judge(answer, { options, request: keys, httpStatus }),
        );
        tell(options.hooks?.onLookup, () => ({ ...client.context, result: frozen(result) }));
        return result;
      },
    }),
    ...(webhook && { webhook: webhook(provider, options) }),
  });
}

function isFunction(value: unknown, name: string): boolean {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === 'function';
}

function checkCall(provider: string, input: unknown): CallOptions {
  if (input === undefined) return {};
  return checkRequest(provider, callOptions, input);
}
