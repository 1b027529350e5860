import * as v from 'valibot';
import type { CallOptions, CaptureOptions } from '../contract/client.ts';
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
const callSchema = v.strictObject(entries);
const captureSchema = v.strictObject({ ...entries, knownCaptureIds: v.optional(knownCaptureIds()) });

/** Checks the options of one call. Throws `InvalidRequestError`. */
export function checkCallOptions(provider: string, input: unknown): CallOptions {
  return input === undefined ? {} : checkRequest(provider, callSchema, input);
}

/** Checks the options of one capture. Throws `InvalidRequestError`. */
export function checkCaptureOptions(provider: string, input: unknown): CaptureOptions {
  return input === undefined ? {} : checkRequest(provider, captureSchema, input);
}

function isFunction(value: unknown, name: string): boolean {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === 'function';
}
