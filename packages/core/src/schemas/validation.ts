import * as v from 'valibot';
import { arrayForObject, throwingMember } from './caller-input.ts';
import { InvalidOptionsError, InvalidRequestError, type InputIssue } from '../errors/invalid-input.ts';

/** A synchronous valibot schema, for a caller's input or a provider's response. */
export type Schema<Input, Output> = v.GenericSchema<Input, Output>;

/**
 * Validates a caller's request. Throws {@link InvalidRequestError}, which never repeats a value. With `cardLikeText:
 * 'refused'` no free text may contain a number like that of a card.
 */
export function checkRequest<Output>(
  provider: string,
  schema: Schema<unknown, Output>,
  request: unknown,
  cardLikeText: CardLikeText = 'allowed',
): Output {
  const found = validate(schema, request, cardLikeText === 'refused' ? refusingConfig : config);
  if (found.valid) return found.output;
  throw new InvalidRequestError({ provider, issues: found.issues });
}

/** Validates the options of a provider. Throws {@link InvalidOptionsError}, which never repeats a value. */
export function checkOptions<Output>(provider: string, schema: Schema<unknown, Output>, options: unknown): Output {
  const found = validate(schema, options, config);
  if (found.valid) return found.output;
  throw new InvalidOptionsError({ provider, issues: found.issues });
}

type Validated<Output> =
  { readonly valid: true; readonly output: Output } | { readonly valid: false; readonly issues: readonly InputIssue[] };

function validate<Output>(schema: Schema<unknown, Output>, input: unknown, how: typeof config): Validated<Output> {
  try {
    const found = v.safeParse(schema, input, how);
    if (!found.success) return { valid: false, issues: issuesOf(found.issues) };
    const path = arrayForObject(input, found.output);
    if (path === undefined) return { valid: true, output: found.output };
    return { valid: false, issues: [{ path, rule: 'must be an object, not an array' }] };
  } catch {
    // A getter or a proxy of the caller's. Its error may contain anything.
    return { valid: false, issues: [{ path: throwingMember(input), rule: 'must be readable: reading it threw' }] };
  }
}

/** The treatment of a number like that of a card in free text: refused in requests, allowed in keys and options. */
export type CardLikeText = 'allowed' | 'refused';

// Replaces valibot's own messages, which quote the input. The messages in our schemas are kept.
const config = { abortPipeEarly: true, message: (issue: v.BaseIssue<unknown>) => ruleOf(issue) };
// Valibot passes only its own settings on to the checks: the function itself marks the treatment.
const refusingConfig = { ...config, message: (issue: v.BaseIssue<unknown>) => ruleOf(issue) };

/** Reads the treatment of card-like text from the configuration with which a schema runs. */
export function refusesCardLikeText({ message }: { readonly message?: unknown }): boolean {
  return message === refusingConfig.message;
}

const KINDS: Readonly<Record<string, string>> = {
  Object: 'an object',
  Array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
};

/** The wording of a broken rule. */
export function ruleOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') return 'is an unknown field';
    if (issue.expected?.startsWith('"')) return 'is required';
  }
  const expected = issue.expected ?? 'valid';
  return `must be ${KINDS[expected] ?? expected}`;
}

function issuesOf(issues: readonly v.BaseIssue<unknown>[]): InputIssue[] {
  return issues.map((issue) => ({ path: pathOf(issue), rule: issue.message }));
}

const KNOWN_NAME = /^[A-Za-z]\w{0,40}$|^\d{1,4}$/;
const PLAUSIBLE_NAME = /^[A-Za-z_]{1,24}$/;

/** The path of a member that the schema knows; a name that could be a value is left out. */
export function pathOfKeys(keys: readonly string[]): string {
  return keys.map((key) => (KNOWN_NAME.test(key) ? key : '[…]')).join('.');
}

/** The path of an issue. A name that may be a value in the wrong place is not shown. */
export function pathOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  // An unknown key may be a value in the wrong place.
  const unknown = issue.type === 'strict_object' && issue.expected === 'never' ? keys.length - 1 : -1;
  return keys.map((key, i) => ((i === unknown ? PLAUSIBLE_NAME : KNOWN_NAME).test(key) ? key : '[…]')).join('.');
}
