import * as v from 'valibot';
import type { CallOptions, CaptureOptions, PrepareOptions } from '../contract/client.ts';
import { timeout } from './options.ts';
import { knownCaptureIds } from './request-fields.ts';
import { checkRequest } from './validation.ts';

const entries = {
  signal: v.optional(
    v.custom<AbortSignal>(
      (value) => ['addEventListener', 'removeEventListener'].every((name) => isFunction(value, name)),
      'must be an AbortSignal',
    ),
  ),
  timeout: v.optional(timeout()),
};
const allowCardLikeText = v.optional(v.boolean('must be true or false'));
const callSchema = v.strictObject(entries);
const prepareSchema = v.strictObject({ allowCardLikeText });
const captureSchema = v.strictObject({
  ...entries,
  allowCardLikeText,
  knownCaptureIds: v.optional(knownCaptureIds()),
  lastCheck: v.optional(v.custom<() => boolean>((value) => typeof value === 'function', 'must be a function')),
});

/** Checks the options of one call. Throws `InvalidRequestError`. */
export function checkCallOptions(provider: string, input: unknown): CallOptions {
  return input === undefined ? {} : checkRequest(provider, callSchema, input);
}

/** Checks the options of one capture. Throws `InvalidRequestError`. */
export function checkCaptureOptions(provider: string, input: unknown): CaptureOptions {
  return input === undefined ? {} : checkRequest(provider, captureSchema, input);
}

/** Checks the options of a dry run. Throws `InvalidRequestError`. */
export function checkPrepareOptions(provider: string, input: unknown): PrepareOptions {
  return input === undefined ? {} : checkRequest(provider, prepareSchema, input);
}

function isFunction(value: unknown, name: string): boolean {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === 'function';
}
