import type { EmulatorContext } from './emulator.ts';
import type { Authorization } from '../state/ledger.ts';
import type { NewAuthorization } from '../options.ts';
import { EMULATORS } from '../providers/index.ts';

/** Puts an authorization into the ledger. Throws a `RangeError` for what no provider could have authorized. */
export function authorize(wanted: NewAuthorization, { ledger, ids, now }: EmulatorContext): Authorization {
  const { provider, amount, reference, notificationUrl } = wanted;
  const { authorizations } = EMULATORS[provider];
  if (!authorizations) throw new RangeError(`${provider} charges a card directly: there is nothing to authorize.`);
  if (!Number.isSafeInteger(amount.minor) || amount.minor <= 0) {
    throw new RangeError('amount.minor has to be a whole number above zero.');
  }
  if (!/^[A-Z]{3}$/.test(amount.currency)) throw new RangeError('amount.currency has to be an ISO 4217 code.');
  const id = wanted.id ?? authorizations.newId(ids);
  if (ledger.authorization(provider, id)) throw new RangeError('There is an authorization with this id already.');
  const made: Authorization = {
    provider,
    id,
    amount: { minor: amount.minor, currency: amount.currency },
    ...(reference !== undefined && { reference }),
    ...(notificationUrl !== undefined && { notificationUrl }),
    singleCapture: authorizations.singleCapture,
    at: now(),
  };
  ledger.authorizations.push(made);
  return made;
}
