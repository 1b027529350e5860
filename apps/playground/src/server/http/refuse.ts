import type { Context } from 'hono';

/** The statuses with which this server refuses a request. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 429;

/** A refusal: a code and a fixed message, which repeats nothing of the request. */
export function refuse(context: Context, status: RefusalStatus, code: string, message: string): Response {
  return context.json({ code, message }, status);
}
