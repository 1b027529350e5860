import * as v from 'valibot';
import type { ClientHooks } from '../contract/hooks.ts';

const hook = <K extends keyof ClientHooks>() =>
  v.optional(v.custom<NonNullable<ClientHooks[K]>>((value) => typeof value === 'function', 'must be a function'));

/** Schema of {@link ClientHooks}. */
export const hooksSchema = v.strictObject({
  onRequest: hook<'onRequest'>(),
  onResponse: hook<'onResponse'>(),
  onResult: hook<'onResult'>(),
  onLookup: hook<'onLookup'>(),
});
