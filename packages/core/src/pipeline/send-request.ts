import * as v from 'valibot';
import type { CallOptions, CaptureOptions } from '../contract/client.ts';
import type { HookContext } from '../contract/hooks.ts';
import type { ErrorDetail } from '../errors/error-details.ts';
import type { Secret } from '../secrets/secret.ts';
import { toWireRequest } from '../provider/call.ts';
import type { CheckedOptions, ProviderAdvice, SignedCall } from '../provider/definition.ts';
import type { Schema } from '../schemas/validation.ts';
import { createRedactor, type Redactor } from '../secrets/redaction.ts';
import { secretsIn } from '../secrets/secrets-in.ts';
import { sendWithin } from '../transport/deadline.ts';
import { failureOf } from '../transport/failure-of.ts';
import { type Transport, TransportError, type WireResponse } from '../transport/http.ts';
import { jsonFault } from '../transport/json-fault.ts';
import { parseResponseJson } from '../transport/response-json.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import { emit } from './emit-hook.ts';
import { exchangeFacts, type ExchangeFacts } from './exchange-facts.ts';
import { memberFault, type MemberFault } from './member-fault.ts';
import { readableRest } from './readable-rest.ts';

/** A response that arrived and could be read, or the failure in its place. */
export type Exchange<Response> = { readonly redactor: Redactor; readonly facts: ExchangeFacts } & (
  | ({ readonly kind: 'response' } & ReadResponse<Response>)
  | {
      readonly kind: 'failure';
      readonly failure: TransportError;
      /** The readable rest of a response of which a deciding member is unreadable: only its ids count. */
      readonly rest?: ReadResponse<Response> | undefined;
    }
);

/** The members of a response that were read. */
export interface ReadResponse<Response> {
  readonly httpStatus: number;
  readonly response: Response;
}

/** The requirements of sending one call, besides the signed request. */
export interface Session {
  readonly options: CheckedOptions;
  readonly endpoint: Endpoint;
  readonly transport: Transport;
  readonly credentials: readonly Secret[];
  readonly advice: ProviderAdvice | undefined;
  readonly context: HookContext;
}

/** Sends a signed call once and reads the response. */
export async function sendRequest<Response>(
  { call }: SignedCall,
  schema: Schema<unknown, Response>,
  session: Session,
  callOptions: CallOptions & Pick<CaptureOptions, 'lastCheck'>,
): Promise<Exchange<Response>> {
  const { options, endpoint, transport, credentials, advice, context } = session;
  const redactor = createRedactor(() => [...credentials, ...secretsIn(call)]);
  emit(options.hooks?.onRequest, () => ({ ...context, request: toWireRequest(endpoint.baseUrl, call, 'masked') }));
  const started = performance.now();
  const arrived = (response: WireResponse, bodyOmitted?: ErrorDetail): void => {
    emit(options.hooks?.onResponse, () => ({
      ...context,
      // A copy: a hook's changes to it must not affect the verdict.
      response: redactor.value({ ...response, headers: { ...response.headers } }),
      bodyOmitted,
      milliseconds: performance.now() - started,
    }));
  };
  const known = { url: endpoint.baseUrl + call.path, redactor, advice };
  try {
    const wireResponse = await sendWithin(transport, toWireRequest(endpoint.baseUrl, call, 'revealed'), {
      operation: context.operation,
      timeout: callOptions.timeout ?? options.timeout,
      signal: callOptions.signal,
      lastCheck: callOptions.lastCheck,
    });
    arrived(wireResponse);
    const { status: httpStatus, headers } = wireResponse;
    const read = readResponse(wireResponse, schema);
    if ('response' in read) {
      const facts = exchangeFacts({ ...known, httpStatus, headers });
      return { kind: 'response', httpStatus, response: read.response, redactor, facts };
    }
    const failure = new TransportError('unreadable', 'unreadable_response', httpStatus, { headers });
    const { detail, path } = read.fault ?? {};
    const facts = exchangeFacts({ ...known, httpStatus, headers, detail, path });
    const rest = read.rest && { httpStatus, response: read.rest };
    return { kind: 'failure', failure, redactor, facts, rest };
  } catch (error) {
    const failure = failureOf(error);
    const { phase, httpStatus, headers, detail, nativeCode } = failure;
    // The body is left out: in another charset or encoding no secret in it would be recognised.
    if (phase === 'unreadable' && httpStatus !== undefined)
      arrived({ status: httpStatus, headers: headers ?? {}, body: '' }, detail);
    return {
      kind: 'failure',
      failure,
      redactor,
      facts: exchangeFacts({ ...known, httpStatus, headers, detail, nativeCode }),
    };
  }
}

/** Reads a response, or names the reason for which it cannot be read and keeps the rest. */
function readResponse<Response>(
  { status, headers, body }: WireResponse,
  schema: Schema<unknown, Response>,
): { readonly response: Response } | { readonly fault?: Partial<MemberFault>; readonly rest?: Response | undefined } {
  // A redirect is not the provider's response, whatever its body contains.
  if (status < 200 || (status >= 300 && status < 400)) return {};
  const json = parseResponseJson(body);
  if (json === undefined) return { fault: { detail: jsonFault(body, headers['content-type']) } };
  const found = v.safeParse(schema, json);
  if (found.success) return { response: found.output };
  return { fault: memberFault(found.issues), rest: readableRest(schema, json) };
}
