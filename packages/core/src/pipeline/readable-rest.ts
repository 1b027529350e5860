import * as v from 'valibot';
import type { Schema } from '../schemas/validation.ts';
import { isMissing, mostTellingFirst } from './member-fault.ts';

/** The most members that are left out of one response. */
const MOST = 8;

/**
 * Reads a response without the members that its schema refuses, only for the ids in the rest: what became of the money
 * stays unknown. Where the schema requires what is left out, the rest lacks it, so a judge may throw.
 */
export function readableRest<Response>(schema: Schema<unknown, Response>, body: unknown): Response | undefined {
  let rest = body;
  for (let removed = 0; removed <= MOST; removed += 1) {
    const found = v.safeParse(schema, rest);
    if (found.success) return found.output;
    const fault = mostTellingFirst(found.issues).find((issue) => !isMissing(issue));
    // Only a requirement is broken: the output is the object without it.
    if (fault === undefined) return found.output as Response;
    const keys = (fault.path ?? []).map(({ key }) => String(key));
    if (keys.length === 0) return undefined;
    rest = without(rest, keys);
  }
  return undefined;
}

/** A copy without the member at a path; an entry of a list becomes `undefined`. */
function without(value: unknown, [key, ...inner]: readonly string[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? without(item, inner) : item));
  const { [key]: member, ...others } = value as Readonly<Record<string, unknown>>;
  return inner.length === 0 ? others : { ...others, [key]: without(member, inner) };
}
