import type * as v from 'valibot';
import type { ErrorDetail } from '../errors/error-details.ts';
import { UnreadableMember } from '../transport/unreadable-member.ts';
import { pathOf } from '../schemas/validation.ts';

type Issue = v.BaseIssue<unknown>;

/** The member for which a response is unreadable. */
export interface MemberFault {
  readonly detail: ErrorDetail;
  /** The member's path; never its value. */
  readonly path: string | undefined;
}

/**
 * Finds the member that keeps a response from being read. Of several, the deepest is taken, and one with a wrong type
 * before one that is missing: where a response has several forms, that is most likely the one that was meant.
 */
export function memberFault(issues: readonly Issue[]): MemberFault {
  const [found] = mostTellingFirst(issues);
  const path = found && pathOf(found);
  if (!path) return { detail: 'not_an_object', path: undefined };
  if (found.input instanceof UnreadableMember) return { detail: found.input.trouble, path };
  return { detail: isMissing(found) ? 'member_missing' : 'member_type', path };
}

/** The issues of single members, first that of the member which was most likely meant to be readable. */
export function mostTellingFirst(issues: readonly Issue[]): Issue[] {
  return issues.flatMap(innermost).sort((a, b) => rank(b) - rank(a));
}

/** Replaces an issue of a union with those of its options. */
function innermost(issue: Issue): Issue[] {
  const options = (issue.issues ?? []).flatMap(innermost);
  const prefix = issue.path ?? [];
  const deeper = options
    .filter(({ path }) => path !== undefined)
    .map((option) => ({ ...option, path: [...prefix, ...(option.path ?? [])] }) as Issue);
  return deeper.length > 0 ? deeper : [issue];
}

const rank = (issue: Issue): number => (issue.path?.length ?? 0) * 2 + (isMissing(issue) ? 0 : 1);

/** True where a member is absent, which the schema requires. */
export const isMissing = ({ received }: Issue): boolean => received === 'undefined';
