import * as v from 'valibot';
import { InvalidOptionsError, InvalidRequestError, type InputIssue } from '../errors/invalid-input.ts';

/** A valibot schema without promises, for what a caller gives or a provider answers. */
export type Schema<Input, Output> = v.GenericSchema<Input, Output>;

/** Checks what a caller asks. Throws {@link InvalidRequestError}; the values are in no message. */
export function checkRequest<Output>(provider: string, schema: Schema<unknown, Output>, request: unknown): Output {
  const found = v.safeParse(schema, request, config);
  if (found.success) return found.output;
  throw new InvalidRequestError({ provider, issues: issuesOf(found.issues) });
}

/** Checks the options of a provider. Throws {@link InvalidOptionsError}; the values are in no message. */
export function checkOptions<Output>(provider: string, schema: Schema<unknown, Output>, options: unknown): Output {
  const found = v.safeParse(schema, options, config);
  if (found.success) return found.output;
  throw new InvalidOptionsError({ provider, issues: issuesOf(found.issues) });
}

// valibot's own messages quote the input. This replaces them; the messages that our schemas write themselves are kept.
const config = { abortPipeEarly: true, message: (issue: v.BaseIssue<unknown>) => ruleOf(issue) };

const KINDS: Readonly<Record<string, string>> = {
  Object: 'an object',
  Array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
};

/** A broken rule in our words. */
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

const KNOWN = /^[A-Za-z]\w{0,40}$|^\d{1,4}$/;
const PERHAPS_A_NAME = /^[A-Za-z_]{1,24}$/;

function pathOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  // A key that nobody knows may be a value in the wrong place.
  const unknown = issue.type === 'strict_object' && issue.expected === 'never' ? keys.length - 1 : -1;
  return keys.map((key, i) => ((i === unknown ? PERHAPS_A_NAME : KNOWN).test(key) ? key : '[…]')).join('.');
}
