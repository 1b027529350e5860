import type { Context } from 'hono';
import * as v from 'valibot';

/** A body that is not what the page sends. */
export class BadBody extends Error {
  readonly code: 'wrong_type' | 'bad_body';

  constructor(code: BadBody['code']) {
    super(code);
    this.code = code;
  }
}

/** Reads a JSON body strictly. */
export async function readBody<Output>(context: Context, schema: v.GenericSchema<unknown, Output>): Promise<Output> {
  if (!/^application\/json(?:; *charset=utf-8)?$/i.test(context.req.header('content-type') ?? ''))
    throw new BadBody('wrong_type');
  if (context.req.header('content-encoding') !== undefined) throw new BadBody('wrong_type');
  const found = v.safeParse(schema, parseCanonical(await context.req.text()));
  if (found.success) return found.output;
  throw new BadBody('bad_body');
}

/** Our page writes JSON with `JSON.stringify`. What is not written so (a name twice, a number that is not exact) has another author; nor does our page nest deeply. */
function parseCanonical(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    if (JSON.stringify(value) === text && !text.includes('"__proto__"') && !/(?:[[{][^[\]{}]*){8}/.test(text))
      return value;
  } catch {
    // Falls through: the text is repeated nowhere.
  }
  throw new BadBody('bad_body');
}
