import type { DeclineReason } from '../state/capture-state.ts';
import type { Money } from '../state/money.ts';
import type { ProviderName } from '../state/provider-names.ts';
import type { Authorization, AuthorizationState, Details } from '../state/transactions.ts';
import type { AuthorizationRules, EmulatorContext } from './emulator.ts';

/** An authorization to create. */
export interface NewAuthorization {
  readonly provider: ProviderName;
  readonly amount: Money;
  /** Generated if omitted. */
  readonly id?: string;
  /**
   * The merchant's own id of the payment: PaymentOptions' merchant_txn_ref, freepayment's tracking_id. At these two,
   * captures inherit it, and it may be one of `TEST_REFERENCES`.
   */
  readonly reference?: string;
  /** freepayment's notification_url. */
  readonly notificationUrl?: string;
  /**
   * freepayment: captures repeat the tracking_id of the authorization. *third-party*: not every child of a transaction
   * does. True by default.
   */
  readonly capturesRepeatReference?: boolean;
  /** From this time on the provider refuses to capture it. ISO 8601; a past time gives an expired one. */
  readonly expiresAt?: string;
}

/** The part of an authorization that its request at the provider decides. */
export interface AuthorizationOutcome {
  readonly state: AuthorizationState;
  readonly reason?: DeclineReason | undefined;
  readonly details?: Details;
}

/** Adds an authorization to the ledger. Throws a `RangeError` if no provider could have made it. */
export function authorize(
  requested: NewAuthorization,
  rules: AuthorizationRules | undefined,
  { ledger, ids, now }: EmulatorContext,
  { state, reason, details }: AuthorizationOutcome = { state: 'authorized' },
): Authorization {
  const { provider, amount, reference, notificationUrl, capturesRepeatReference, expiresAt } = requested;
  if (!rules) throw new RangeError(`${provider} charges a card directly and has no authorizations.`);
  if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0) {
    throw new RangeError('amount.minor must be a positive integer.');
  }
  if (!/^[A-Z]{3}$/.test(amount.currency)) throw new RangeError('amount.currency must be an ISO 4217 code.');
  if (expiresAt !== undefined && Number.isNaN(Date.parse(expiresAt))) {
    throw new RangeError('expiresAt must be a time in ISO 8601.');
  }
  const id = requested.id ?? rules.newId(ids);
  if (ledger.authorization(provider, id)) throw new RangeError('An authorization with this id already exists.');
  const authorization: Authorization = {
    provider,
    id,
    amount: { minor: amount.minor, currency: amount.currency },
    state,
    ...(reason !== undefined && { reason }),
    ...(details !== undefined && { details }),
    ...(reference !== undefined && { reference }),
    ...(notificationUrl !== undefined && { notificationUrl }),
    ...(capturesRepeatReference !== undefined && { capturesRepeatReference }),
    ...(expiresAt !== undefined && { expiresAt }),
    singleCapture: rules.singleCapture,
    at: now(),
  };
  ledger.recordAuthorization(authorization);
  return authorization;
}
