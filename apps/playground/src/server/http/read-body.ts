import { InvalidRequestError } from '@capture/core';
import type { Context } from 'hono';
import * as v from 'valibot';

/** A body that the page would not send. */
export class MalformedBodyError extends Error {
  readonly code: 'wrong_type' | 'bad_body';

  constructor(code: MalformedBodyError['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads a JSON body strictly. Throws `InvalidRequestError` where a typed value is too long, and a
 * {@link MalformedBodyError} for everything that the page would not send.
 */
export async function readBody<Output>(context: Context, schema: v.GenericSchema<unknown, Output>): Promise<Output> {
  if (!/^application\/json(?:; *charset=utf-8)?$/i.test(context.req.header('content-type') ?? ''))
    throw new MalformedBodyError('wrong_type');
  if (context.req.header('content-encoding') !== undefined) throw new MalformedBodyError('wrong_type');
  const body = parseCanonical(await context.req.text());
  // A schema of an object accepts an array as one without members.
  if (Array.isArray(body)) throw new MalformedBodyError('bad_body');
  const found = v.safeParse(schema, body);
  if (found.success) return found.output;
  if (found.issues.every(({ type }) => type === 'max_length'))
    throw new InvalidRequestError({ issues: found.issues.map(tooLong) });
  throw new MalformedBodyError('bad_body');
}

/** The page sends typed values as they are, so one can be too long. Its path is that of the field in the form. */
function tooLong({ path, requirement, input }: v.BaseIssue<unknown>): { path: string; rule: string } {
  const keys = path?.map(({ key }) => String(key)) ?? [];
  const unit = typeof input === 'string' ? 'characters' : 'entries';
  return {
    path: keys.slice(keys[0] === 'values' ? 1 : 0).join('.'),
    rule: `must have at most ${String(requirement)} ${unit}`,
  };
}

const MAX_DEPTH = 7;

/**
 * Accepts only what `JSON.stringify` writes, because the page writes its bodies so. A duplicate name or an inexact
 * number comes from another client; nor does the page nest deeply.
 */
function parseCanonical(body: string): unknown {
  try {
    const value = JSON.parse(body) as unknown;
    if (JSON.stringify(value) === body && isPlain(value, MAX_DEPTH)) return value;
  } catch {
    // Falls through: the error of the parser would repeat the body.
  }
  throw new MalformedBodyError('bad_body');
}

/** No `__proto__` member, and no deeper nesting than allowed. Strings may hold anything. */
function isPlain(value: unknown, depthLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depthLeft === 0) return false;
  return Object.entries(value).every(([name, member]) => name !== '__proto__' && isPlain(member, depthLeft - 1));
}
