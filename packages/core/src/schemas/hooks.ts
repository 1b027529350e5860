import * as v from 'valibot';
import type { Hooks } from '../contract/hooks.ts';

const hook = <K extends keyof Hooks>() =>
  v.optional(v.custom<NonNullable<Hooks[K]>>((value) => typeof value === 'function', 'must be a function'));

/** Schema of {@link Hooks}. */
export const hooksSchema = v.strictObject({
  onRequest: hook<'onRequest'>(),
  onResponse: hook<'onResponse'>(),
  onResult: hook<'onResult'>(),
  onLookup: hook<'onLookup'>(),
});
