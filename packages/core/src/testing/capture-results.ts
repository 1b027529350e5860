import type {
  CapturedResult,
  CaptureResult,
  DeclinedResult,
  PendingResult,
  UnknownResult,
  UnsentResult,
} from '../contract/result.ts';
import { captureResult } from '../pipeline/capture-result.ts';
import type { Exchange } from '../pipeline/send-request.ts';
import { refused, undecided, type Verdict } from '../provider/verdict.ts';
import { CAPABILITIES, failed, responded, USUAL_CODE, endpointOf } from './exchanges.ts';
import type {
  EveryLookupKey,
  ExampleId,
  GivenAccepted,
  GivenDeclined,
  GivenResult,
  GivenUnknown,
  GivenUnsent,
  IdOf,
} from './given.ts';

interface Keys<Key extends keyof EveryLookupKey> {
  readonly lookupKeys: Pick<EveryLookupKey, Key>;
}

/**
 * Creates the result of a capture that succeeded, as a client returns it, for unit tests of code that captures.
 *
 * @throws `TypeError` where no captured result can have the given members, such as an HTTP status of 500.
 * @example
 * ```ts
 * vi.spyOn(client, 'capture').mockResolvedValue(capturedResult({ provider: client.provider }));
 * ```
 */
export function capturedResult<Id extends string = ExampleId>(
  given: Omit<GivenAccepted<Id>, 'nextAction'> = {},
): CapturedResult<IdOf<Id>> & Keys<keyof EveryLookupKey> {
  return build(
    'captured',
    given,
    responded(given.response ?? {}, given.httpStatus ?? 200),
    accepted('captured', given),
  );
}

/**
 * Creates the result of a capture that was accepted and is not final. See {@link capturedResult}.
 *
 * @throws `TypeError` where no pending result can have the given members.
 */
export function pendingResult<Id extends string = ExampleId>(
  given: GivenAccepted<Id> = {},
): PendingResult<IdOf<Id>> & Keys<keyof EveryLookupKey> {
  return build('pending', given, responded(given.response ?? {}, given.httpStatus ?? 200), accepted('pending', given));
}

/**
 * Creates the result of a capture that was declined, with a real `DeclinedError`. See {@link capturedResult}.
 *
 * @throws `TypeError` where no declined result can have the given members, such as the code `duplicate_reference`,
 * which leaves the outcome unknown.
 */
export function declinedResult<Id extends string = ExampleId>(given: GivenDeclined<Id> = {}): DeclinedResult<IdOf<Id>> {
  const verdict = refused(given.code ?? 'declined', given);
  return build('declined', given, responded(given.response ?? {}, given.httpStatus ?? 200), verdict);
}

/**
 * Creates the result of a capture that was not sent, with a real `UnsentError`. See {@link capturedResult}.
 */
export function unsentResult<Id extends string = ExampleId>(given: GivenUnsent<Id> = {}): UnsentResult<IdOf<Id>> {
  return build('unsent', given, failed('unsent', given.code ?? 'connection_refused'));
}

/**
 * Creates the result of a capture whose outcome is unknown, with a real `UnknownOutcomeError`. See
 * {@link capturedResult}.
 */
export function unknownResult<Id extends string = ExampleId>(
  given: GivenUnknown<Id> = {},
): UnknownResult<IdOf<Id>> & Keys<'reference' | 'authorizationId'> {
  const { reason = 'in-doubt', httpStatus, providerCode, providerMessage } = given;
  const { code = USUAL_CODE[reason] } = given;
  if (reason === 'in-doubt' || reason === 'unreadable')
    return build('unknown', given, failed(reason, code, httpStatus ?? (reason === 'unreadable' ? 200 : undefined)));
  const verdict = { status: 'unknown', reason, code, providerCode, providerMessage } as const;
  return build('unknown', given, responded(given.response ?? {}, httpStatus ?? 200), verdict);
}

const DEFAULT_AMOUNT = { minor: 2302, currency: 'EUR' };

function accepted<Id extends string>(status: 'captured' | 'pending', given: GivenAccepted<Id>): Verdict {
  const { amount = DEFAULT_AMOUNT, captureId = 'capture-1042', providerCode, providerTime, nextAction } = given;
  const found = { providerCode, providerTime, redirect: nextAction?.url };
  return { status, captureId, reported: amount, consistency: [], correlation: [], ...found };
}

/** Builds a result as the pipeline does, from what a provider's package would have concluded. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller's return type
function build<R>(
  status: CaptureResult['status'],
  given: GivenResult<string>,
  exchange: Exchange<unknown>,
  verdict: Verdict = undecided('unknown_status'),
): R {
  const { authorizationId = 'authorization-1042', reference = 'order-1042', amount = DEFAULT_AMOUNT } = given;
  const result = captureResult({
    provider: given.provider ?? 'acme',
    capabilities: CAPABILITIES,
    knownCaptureIds: undefined,
    request: { authorizationId, reference, amount },
    endpoint: endpointOf(given.live),
    exchange,
    judge: () => verdict,
  });
  if (result.status === status) return result as R;
  throw new TypeError(`no ${status} result has these members: it would be ${result.status}`);
}
