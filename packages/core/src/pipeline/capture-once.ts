import type { CaptureOptions } from '../contract/client.ts';
import type { CaptureResult } from '../contract/result.ts';
import type { CheckedOptions, CheckedRequest } from '../provider/definition.ts';
import { checkCaptureOptions } from '../schemas/call-options.ts';
import { checkNoSecretInText } from '../schemas/secret-in-text.ts';
import { captureResult } from './capture-result.ts';
import { copyOfResult } from './copy-of-result.ts';
import type { ClientContext } from './client-context.ts';
import type { PreparedRequests } from './prepared-requests.ts';
import { sendRequest } from './send-request.ts';
import { emit } from './emit-hook.ts';

/** Runs `capture` of a client. `input` is a caller's request, or one that `prepare` returned. */
export async function captureOnce<
  Options extends CheckedOptions,
  Request extends CheckedRequest,
  Response,
  LookupResponse,
>(
  client: ClientContext<Options, Request, Response, LookupResponse>,
  prepared: PreparedRequests<Request>,
  input: unknown,
  givenOptions: CaptureOptions | undefined,
): Promise<CaptureResult> {
  const { id: provider, capabilities, response: schema, judge, lookup } = client.definition;
  const { knownCaptureIds, allowCardLikeText, lastCheck, ...callOptions } = checkCaptureOptions(provider, givenOptions);
  if (knownCaptureIds) checkNoSecretInText(provider, { knownCaptureIds }, client.credentials);
  const { request, signed, isReferenceGenerated, release } = prepared.take(input, { allowCardLikeText });
  const session = client.startCall('capture');
  const exchange = await sendRequest(signed, schema, session, { ...callOptions, lastCheck: safe(lastCheck) });
  const { options, endpoint } = client;
  const result = captureResult({
    provider,
    capabilities,
    referenceIn: lookup?.referenceIn,
    request,
    endpoint,
    knownCaptureIds: knownCaptureIds ?? (isReferenceGenerated ? [] : undefined),
    exchange,
    judge: (response, httpStatus) => judge(response, { options, request, httpStatus }),
  });
  if (result.status === 'unsent') release();
  emit(options.hooks?.onResult, () => ({ ...session.context, result: copyOfResult(result) }));
  return result;
}

/** A check of the caller's that throws refuses. */
function safe(check: CaptureOptions['lastCheck']): CaptureOptions['lastCheck'] {
  return (
    check &&
    ((): boolean => {
      try {
        return check();
      } catch {
        return false;
      }
    })
  );
}
