import {
  currencyExponent,
  formatMajor,
  InvalidAmountError,
  InvalidRequestError,
  money,
  type Money,
} from '@capture/core';
import type { Client, Provider } from '../providers/index.ts';
import type { FormValues, Issue } from '../shared/api.ts';

/** What is typed in the form as a request; what is left empty is absent. Throws one `InvalidRequestError` with everything that is wrong: what cannot be read, and what the library says of the rest. */
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

/** The one part that is not made up where an amount cannot be read. */
function isCurrency(path: string): boolean {
  return path.endsWith('.currency');
}

/** What can be read, and what is wrong with the rest. */
function readForm(provider: Provider, values: FormValues): { request: Record<string, unknown>; issues: Issue[] } {
  const request: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const [name, { kind }] of Object.entries(provider.fields)) {
    const typed = values[name] ?? '';
    const currency = values[`${name}.currency`] ?? '';
    try {
      if (kind === 'amount') request[name] = money(typed, currency);
      else if (kind === 'card') request[name] = cardFrom(name, values);
      else if (typed !== '') request[name] = READ[kind](typed);
    } catch (error) {
      issues.push(...issuesOf(error, name));
      // Another amount in its place, so that the other fields can be checked beside it.
      if (kind === 'amount')
        request[name] = currencyExponent(currency) === undefined ? provider.sample[name] : money('1', currency);
    }
  }
  return { request, issues };
}

/** The issues of a value that could not be read, with the path of its field. Throws anything that is not about the value. */
function issuesOf(error: unknown, name: string): readonly Issue[] {
  if (InvalidRequestError.is(error)) return error.issues;
  if (InvalidAmountError.is(error))
    return error.issues.map(({ path, rule }) => ({ path: path === '' ? name : `${name}.${path}`, rule }));
  if (error instanceof SyntaxError) return [{ path: name, rule: 'is not valid JSON' }];
  throw error;
}

/** The other way: a request as it stands in the form. */
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
  object: (typed: string) => JSON.parse(typed) as unknown,
} as const;

function cardFrom(name: string, values: FormValues): Record<string, string> {
  const parts = ['number', 'cvv', 'expiryMonth', 'expiryYear'];
  return Object.fromEntries(parts.map((part) => [part, values[`${name}.${part}`] ?? '']));
}
