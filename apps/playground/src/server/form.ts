import { formatMajor, money, type Money } from '@capture/core';
import type { Provider } from '../providers/index.ts';
import type { FormValues } from '../shared/api.ts';

/** What is typed in the form as a request. What is left empty is absent. Throws `InvalidRequestError` for an amount that is none. */
export function requestFrom(provider: Provider, values: FormValues): Record<string, unknown> {
  const request: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(provider.fields)) {
    const typed = values[name] ?? '';
    if (kind === 'amount') request[name] = money(typed, values[`${name}.currency`] ?? '');
    else if (kind === 'card') request[name] = cardFrom(name, values);
    else if (typed !== '') request[name] = READ[kind](typed);
  }
  return request;
}

/** The other way: a request as it stands in the form. */
export function formFrom(request: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(
    Object.entries(request).flatMap(([name, value]): [string, string][] => {
      if (name === 'amount') {
        const amount = value as Money;
        return [
          [name, formatMajor(amount)],
          [`${name}.currency`, amount.currency],
        ];
      }
      if (typeof value === 'object') {
        return Object.entries(value!).map(([part, text]) => [`${name}.${part}`, String(text)]);
      }
      return [[name, `${value as string | number}`]];
    }),
  );
}

const READ = {
  text: String,
  choice: String,
  // What is no number stays text, so that the library says what is wrong with it.
  'whole number': (typed: string) => (/^\d{1,9}$/.test(typed) ? Number(typed) : typed),
  'yes or no': (typed: string) => (typed === 'true' ? true : typed === 'false' ? false : typed),
  object: (typed: string): unknown => {
    try {
      return JSON.parse(typed) as unknown;
    } catch {
      return typed;
    }
  },
} as const;

function cardFrom(name: string, values: FormValues): Record<string, string> {
  const parts = ['number', 'cvv', 'expiryMonth', 'expiryYear'];
  return Object.fromEntries(parts.map((part) => [part, values[`${name}.${part}`] ?? '']));
}
