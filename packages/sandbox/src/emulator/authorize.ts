import type { Authorization } from '../state/ledger.ts';
import type { Money } from '../state/money.ts';
import type { ProviderName } from '../state/provider-names.ts';
import type { Emulator, EmulatorContext } from './emulator.ts';

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
}

/** Adds an authorization to the ledger. Throws a `RangeError` if no provider could have made it. */
export function authorize(
  requested: NewAuthorization,
  { authorizations }: Emulator,
  { ledger, ids, now }: EmulatorContext,
): Authorization {
  const { provider, amount, reference, notificationUrl, capturesRepeatReference } = requested;
  if (!authorizations) throw new RangeError(`${provider} charges a card directly and has no authorizations.`);
  if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0) {
    throw new RangeError('amount.minor must be a positive integer.');
  }
  if (!/^[A-Z]{3}$/.test(amount.currency)) throw new RangeError('amount.currency must be an ISO 4217 code.');
  const id = requested.id ?? authorizations.newId(ids);
  if (ledger.authorization(provider, id)) throw new RangeError('An authorization with this id already exists.');
  const authorization: Authorization = {
    provider,
    id,
    amount: { minor: amount.minor, currency: amount.currency },
    ...(reference !== undefined && { reference }),
    ...(notificationUrl !== undefined && { notificationUrl }),
    ...(capturesRepeatReference !== undefined && { capturesRepeatReference }),
    singleCapture: authorizations.singleCapture,
    at: now(),
  };
  ledger.addAuthorization(authorization);
  return authorization;
}
