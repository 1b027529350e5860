import { formatMajor, type Money } from '@capture/core';
import type { FormValues } from '../../shared/api.ts';

/** A request as the values of its form, by field path. */
export function formValuesOf(request: Readonly<Record<string, unknown>>): FormValues {
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
        return Object.entries(value!).map(([part, item]) => [`${name}.${part}`, String(item)]);
      }
      return [[name, `${value as string | number}`]];
    }),
  );
}
