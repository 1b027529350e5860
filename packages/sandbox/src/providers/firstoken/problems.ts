import type { Answer } from '../../emulator/http-types.ts';
import type { Problem, ProblemKind } from '../../emulator/problem.ts';

// *peer*: 400 for missing or wrong values, 403 for a key or source address that is not allowed, 500 for a temporary
// fault; there are no others. *guess*: the messages.
const STATUS: Readonly<Partial<Record<ProblemKind, number>>> = {
  credentials: 403,
  'no-such-path': 404,
  'transaction-not-found': 404,
  unauthorized: 401,
  'rate-limited': 429,
  'server-error': 500,
};

const TEXTS: Readonly<Partial<Record<ProblemKind, string>>> = {
  'authorization-not-found': 'Transaction not found',
  'already-captured': 'Transaction already captured',
  'amount-too-high': 'Amount is greater than the authorized amount',
};

/** A refusal. *page*: status, message and data. *peer*: data is an empty text on failure. */
export function problemAnswer(problem: Problem): Answer {
  const text = TEXTS[problem.kind] ?? (problem.path ? `${problem.path}: ${problem.message}` : problem.message);
  const status = STATUS[problem.kind] ?? 400;
  return { status, body: { status: status >= 500 ? 'error' : 'fail', message: text, data: '' } };
}
