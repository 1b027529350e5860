import * as v from 'valibot';
import type { CallOptions } from '../contract/client.ts';
import { timeout } from './options.ts';
import { checkRequest } from './validation.ts';

const schema = v.strictObject({
  signal: v.optional(
    v.custom<AbortSignal>(
      (value) => ['addEventListener', 'removeEventListener'].every((name) => isFunction(value, name)),
      'must be an AbortSignal',
    ),
  ),
  timeout: v.optional(timeout()),
});

/** Checks the options of one call. Throws `InvalidRequestError`. */
export function checkCallOptions(provider: string, input: unknown): CallOptions {
  return input === undefined ? {} : checkRequest(provider, schema, input);
}

function isFunction(value: unknown, name: string): boolean {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === 'function';
}
