import { currencyExponent, InvalidRequestError, money } from '@capture/core';
import type { Client, Provider } from '../../providers/index.ts';
import type { FormValues, Issue } from '../../shared/api.ts';
import { readAmount } from './read-amount.ts';

/**
 * Turns typed values into a request; an empty one is absent. Throws one `InvalidRequestError` with every issue: values
 * that cannot be read, and what the library finds wrong with the others.
 */
export function checkForm(client: Client, provider: Provider, values: FormValues): Record<string, unknown> {
  const { request, issues } = readForm(provider, values);
  try {
    client.prepare(request as never);
  } catch (error) {
    if (!InvalidRequestError.is(error)) throw error;
    const unread = issues.map(({ path }) => rootOf(path));
    issues.push(...error.issues.filter(({ path }) => !unread.includes(rootOf(path)) || isCurrency(path)));
  }
  if (issues.length > 0) throw new InvalidRequestError({ issues });
  return request;
}

function rootOf(path: string): string {
  return path.split('.')[0] ?? '';
}

/** Where an amount cannot be read, its currency is still the typed one. */
function isCurrency(path: string): boolean {
  return path.endsWith('.currency');
}

/** The values that can be read, and the issues of those that cannot. */
function readForm(provider: Provider, values: FormValues): { request: Record<string, unknown>; issues: Issue[] } {
  const request: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const [name, { kind }] of Object.entries(provider.fields)) {
    const typed = values[name] ?? '';
    const currency = values[`${name}.currency`] ?? '';
    try {
      if (kind === 'amount') request[name] = readAmount(name, typed, currency);
      else if (kind === 'card') request[name] = cardFrom(name, values);
      else if (typed !== '') request[name] = READ[kind](typed);
    } catch (error) {
      issues.push(...issuesOf(error, name));
      // A placeholder, so that the other fields are still checked.
      if (kind === 'amount')
        request[name] = currencyExponent(currency) === undefined ? provider.sample[name] : money('1', currency);
    }
  }
  return { request, issues };
}

/** The issues of a value that could not be read, with the path of its field. Rethrows any other error. */
function issuesOf(error: unknown, name: string): readonly Issue[] {
  if (InvalidRequestError.is(error)) return error.issues;
  if (error instanceof SyntaxError) return [{ path: name, rule: 'is not valid JSON' }];
  throw error;
}

const READ = {
  string: String,
  choice: String,
  // Anything else stays a string, which the library refuses with its own rule.
  integer: (typed: string) => (/^\d{1,9}$/.test(typed) ? Number(typed) : typed),
  boolean: (typed: string) => (typed === 'true' ? true : typed === 'false' ? false : typed),
  object: (typed: string) => JSON.parse(typed) as unknown,
} as const;

function cardFrom(name: string, values: FormValues): Record<string, string> {
  const parts = ['number', 'cvv', 'expiryMonth', 'expiryYear'];
  return Object.fromEntries(parts.map((part) => [part, values[`${name}.${part}`] ?? '']));
}
