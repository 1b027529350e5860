import { readBody } from '../http/read-body.ts';
import { explain } from '../signatures/signature-lab.ts';
import type { Handler } from './route-context.ts';
import { signatureRequest } from './schemas.ts';

/** Finds the mistake behind a pasted signature. */
export function explainSignature(): Handler {
  return async (context) => context.json(explain(await readBody(context, signatureRequest)));
}
