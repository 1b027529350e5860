import { InvalidRequestError, type InputIssue } from '../src/errors/invalid-input.ts';

interface RefusalKind {
  is(value: unknown): value is { readonly issues: readonly InputIssue[] };
}

/** The error that an action throws; `undefined` where it throws none. */
export function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** The rules that an action breaks, which must be refused, each behind its path. */
export async function rulesOf(action: () => unknown, kind: RefusalKind = InvalidRequestError): Promise<string[]> {
  try {
    await action();
  } catch (error) {
    if (kind.is(error)) return error.issues.map(({ path, rule }) => `${path} ${rule}`.trim());
    throw error;
  }
  throw new Error('it was not refused');
}
