import * as v from 'valibot';
import type { CallOptions } from '../contract/client.ts';
import type { HookContext } from '../contract/hooks.ts';
import type { Secret } from '../secrets/secret.ts';
import { toWireRequest } from '../provider/call.ts';
import type { CheckedOptions, SignedCall } from '../provider/definition.ts';
import type { Schema } from '../schemas/validation.ts';
import { createRedactor, type Redactor } from '../secrets/redaction.ts';
import { secretsIn } from '../secrets/secrets-in.ts';
import { sendWithin } from '../transport/deadline.ts';
import { failureOf } from '../transport/failure-of.ts';
import { type Transport, TransportError, type WireResponse } from '../transport/http.ts';
import { parseStrictJson } from '../transport/strict-json.ts';
import { emit } from './emit-hook.ts';

/** A response that arrived and could be read, or the failure in its place. */
export type Exchange<Response> =
  | { readonly kind: 'response'; readonly httpStatus: number; readonly response: Response; readonly redactor: Redactor }
  | { readonly kind: 'failure'; readonly failure: TransportError; readonly redactor: Redactor };

/** The requirements of sending one call, besides the signed request. */
export interface Session {
  readonly options: CheckedOptions;
  readonly transport: Transport;
  readonly credentials: readonly Secret[];
  readonly context: HookContext;
}

/** Sends a signed call once and reads the response. */
export async function sendRequest<Response>(
  { call }: SignedCall,
  schema: Schema<unknown, Response>,
  session: Session,
  callOptions: CallOptions,
): Promise<Exchange<Response>> {
  const { options, transport, credentials, context } = session;
  const redactor = createRedactor(() => [...credentials, ...secretsIn(call)]);
  emit(options.hooks?.onRequest, () => ({ ...context, request: toWireRequest(options.baseUrl, call, 'masked') }));
  const started = performance.now();
  try {
    const wireResponse = await sendWithin(transport, toWireRequest(options.baseUrl, call, 'revealed'), {
      operation: context.operation,
      timeout: callOptions.timeout ?? options.timeout,
      signal: callOptions.signal,
    });
    emit(options.hooks?.onResponse, () => ({
      ...context,
      // A copy: a hook's changes to it must not affect the verdict.
      response: redactor.value({ ...wireResponse, headers: { ...wireResponse.headers } }),
      milliseconds: performance.now() - started,
    }));
    const read = readResponse(wireResponse, schema);
    if (read === undefined) throw new TransportError('unreadable', 'unreadable_response', wireResponse.status);
    return { kind: 'response', httpStatus: wireResponse.status, response: read, redactor };
  } catch (error) {
    return { kind: 'failure', failure: failureOf(error), redactor };
  }
}

function readResponse<Response>(
  { status, body }: WireResponse,
  schema: Schema<unknown, Response>,
): Response | undefined {
  // A redirect is not the provider's response, whatever its body contains.
  if (status < 200 || (status >= 300 && status < 400)) return undefined;
  const found = v.safeParse(schema, parseStrictJson(body));
  return found.success ? found.output : undefined;
}
