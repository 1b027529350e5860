import { InvalidRequestError, type InputIssue } from '@capture/core';

/** The common part of the errors about a caller's own input. */
export interface Refusal extends Error {
  readonly provider: string | undefined;
  readonly issues: readonly InputIssue[];
}
interface RefusalKind {
  is(value: unknown): value is Refusal;
}

/** The error of an action that must be refused, thrown or rejected. */
export async function refusalOf(action: () => unknown, kind: RefusalKind = InvalidRequestError): Promise<Refusal> {
  try {
    await action();
  } catch (error) {
    if (kind.is(error)) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

/** The rules that an action breaks, which must be refused. */
export async function issuesOf(action: () => unknown, kind?: RefusalKind): Promise<readonly InputIssue[]> {
  return (await refusalOf(action, kind)).issues;
}

/** The fields whose rules an action breaks, in the order of the error. */
export async function pathsOf(action: () => unknown, kind?: RefusalKind): Promise<string[]> {
  return (await issuesOf(action, kind)).map(({ path }) => path);
}
