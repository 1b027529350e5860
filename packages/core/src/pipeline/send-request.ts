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

/** An answer that arrived and could be read, or what went wrong. */
export type Exchange<Answer> =
  | { readonly kind: 'answered'; readonly httpStatus: number; readonly answer: Answer; readonly redactor: Redactor }
  | { readonly kind: 'failed'; readonly failure: TransportError; readonly redactor: Redactor };

/** What sending one call needs besides the signed request. */
export interface Session {
  readonly options: CheckedOptions;
  readonly transport: Transport;
  readonly credentials: readonly Secret[];
  readonly context: HookContext;
}

/** Sends a signed call once and reads the answer. */
export async function sendRequest<Answer>(
  { call }: SignedCall,
  schema: Schema<unknown, Answer>,
  session: Session,
  callOptions: CallOptions,
): Promise<Exchange<Answer>> {
  const { options, transport, credentials, context } = session;
  const redactor = createRedactor(() => [...credentials, ...secretsIn(call)]);
  emit(options.hooks?.onRequest, () => ({ ...context, request: toWireRequest(options.baseUrl, call, 'masked') }));
  const started = performance.now();
  try {
    const response = await sendWithin(transport, toWireRequest(options.baseUrl, call, 'revealed'), {
      timeout: callOptions.timeout ?? options.timeout,
      signal: callOptions.signal,
    });
    emit(options.hooks?.onResponse, () => ({
      ...context,
      // A copy: what a hook does to it must not change what is judged.
      response: redactor.value({ ...response, headers: { ...response.headers } }),
      milliseconds: performance.now() - started,
    }));
    const answer = readAnswer(response, schema);
    if (answer === undefined) throw new TransportError('unreadable', 'unreadable_answer', response.status);
    return { kind: 'answered', httpStatus: response.status, answer, redactor };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error), redactor };
  }
}

function readAnswer<Answer>({ status, body }: WireResponse, schema: Schema<unknown, Answer>): Answer | undefined {
  // A redirect is somebody else's answer, whatever its body says.
  if (status < 200 || (status >= 300 && status < 400)) return undefined;
  const found = v.safeParse(schema, parseStrictJson(body));
  return found.success ? found.output : undefined;
}
