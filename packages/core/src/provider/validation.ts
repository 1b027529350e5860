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

function ruleOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') return 'is not a known field';
    if (issue.expected?.startsWith('"')) return 'is required';
  }
  return `must be ${issue.expected ?? 'valid'}`;
}

function issuesOf(issues: readonly v.BaseIssue<unknown>[]): InputIssue[] {
  return issues.map((issue) => ({ path: pathOf(issue), rule: issue.message }));
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  // A key that is no plain name may be a value in the wrong place.
  return (issue.path ?? [])
    .map(({ key }) => (/^[A-Za-z]\w{0,40}$|^\d{1,4}$/.test(String(key)) ? String(key) : '[…]'))
    .join('.');
}
