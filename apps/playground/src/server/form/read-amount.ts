import { InvalidAmountError, InvalidRequestError, money, type Money } from '@capture/core';

/** Reads a typed amount. Throws an `InvalidRequestError` whose paths begin with the name of the field. */
export function readAmount(field: string, major: string, currency: string): Money {
  try {
    return money(major, currency);
  } catch (error) {
    if (!InvalidAmountError.is(error)) throw error;
    const issues = error.issues.map(({ path, rule }) => ({ path: path === '' ? field : `${field}.${path}`, rule }));
    throw new InvalidRequestError({ issues });
  }
}
