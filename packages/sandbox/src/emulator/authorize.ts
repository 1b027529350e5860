import type { Authorization } from '../state/ledger.ts';
import type { Money } from '../state/money.ts';
import type { ProviderName } from '../state/provider-names.ts';
import type { Emulator, EmulatorContext } from './emulator.ts';

/** An authorization to be made. */
export interface NewAuthorization {
  readonly provider: ProviderName;
  readonly amount: Money;
  /** Generated if it is left out. */
  readonly id?: string;
  /**
   * The merchant's own id of the payment: PaymentOptions' merchant_txn_ref, freepayment's tracking_id. Captures inherit
   * it at these two, and it may be one of `TEST_REFERENCES` there.
   */
  readonly reference?: string;
  /** freepayment's notification_url. */
  readonly notificationUrl?: string;
}

/** Puts an authorization into the ledger. Throws a `RangeError` for what no provider could have authorized. */
export function authorize(
  requested: NewAuthorization,
  { authorizations }: Emulator,
  { ledger, ids, now }: EmulatorContext,
): Authorization {
  const { provider, amount, reference, notificationUrl } = requested;
  if (!authorizations) throw new RangeError(`${provider} charges a card directly: there is nothing to authorize.`);
  if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0) {
    throw new RangeError('amount.minor has to be a whole number above zero.');
  }
  if (!/^[A-Z]{3}$/.test(amount.currency)) throw new RangeError('amount.currency has to be an ISO 4217 code.');
  const id = requested.id ?? authorizations.newId(ids);
  if (ledger.authorization(provider, id)) throw new RangeError('There is an authorization with this id already.');
  const authorization: Authorization = {
    provider,
    id,
    amount: { minor: amount.minor, currency: amount.currency },
    ...(reference !== undefined && { reference }),
    ...(notificationUrl !== undefined && { notificationUrl }),
    singleCapture: authorizations.singleCapture,
    at: now(),
  };
  ledger.authorizations.push(authorization);
  return authorization;
}
