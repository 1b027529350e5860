import type { FormValues, ProviderInfo } from '../../shared/api.ts';
import { newReference } from './new-reference.ts';
import { authorize } from './sandbox.ts';

/**
 * These values with a new authorization of the sandbox and a new reference, so that the request repeats no earlier one.
 * An absent reference stays absent: the library generates one.
 */
export async function freshValues({ id, capabilities }: ProviderInfo, values: FormValues): Promise<FormValues> {
  const { amount = '', 'amount.currency': currency = '' } = values;
  const reference = (values['reference'] ?? '') === '' ? {} : { reference: newReference() };
  if (capabilities.captures === 'card') return { ...values, ...reference };
  return { ...values, ...reference, authorizationId: await authorize({ provider: id, amount, currency }) };
}

const IDENTITY = ['authorizationId', 'reference'];

/** The values that make a request the same one again. */
export function identityOf(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => IDENTITY.includes(name)));
}
