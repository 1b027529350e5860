import * as v from 'valibot';
import { unwrap, Secret } from '../secrets/secret.ts';
import { secretsIn } from '../secrets/secrets-in.ts';
import { baseUrlFault } from '../transport/base-url.ts';
import type { Transport } from '../transport/http.ts';
import type { Fetch } from '../transport/fetch.ts';
import type { Environment, Environments } from '../contract/environment.ts';
import { hooksSchema } from './hooks.ts';

/** The default deadline in milliseconds. */
export const DEFAULT_TIMEOUT = 30_000;

/** Options that all providers share. Spread them into the provider's own strict object. */
export const clientOptions = {
  /**
   * A `fetch` to send with, through ky: one attempt, no redirects followed. Cannot be combined with `transport`.
   *
   * @defaultValue none: Node sends with `node:http`, any other runtime with its own `fetch`
   */
  fetch: v.optional(v.custom<Fetch>((value) => typeof value === 'function', 'must be a function')),
  /**
   * A transport in place of the default one; see `Transport` for its obligations.
   *
   * @defaultValue on Node one on `node:http`, elsewhere ky on `fetch`
   */
  transport: v.optional(
    v.custom<Transport>(
      (value) => typeof (value as Partial<Transport> | null)?.send === 'function',
      'must have a send function',
    ),
  ),
  /**
   * The deadline in milliseconds over a whole call, the response body included.
   *
   * @defaultValue 30 000
   */
  timeout: v.optional(timeout(), DEFAULT_TIMEOUT),
  /** Observability callbacks. Every secret is masked. */
  hooks: v.optional(hooksSchema),
};

/**
 * The options that choose the server of a provider with declared environments. Spread them beside
 * {@link clientOptions}; core requires one of the first two.
 */
export function endpointOptions<const E extends Environments>(environments: E, ...endpoints: readonly string[]) {
  const declared = Object.keys(environments) as (keyof E & Environment)[];
  return {
    /** The environment, by its declared host. Required where `baseUrl` is not given: there is no default host. */
    environment: v.optional(oneOf(declared)),
    /** A base URL in place of the declared one: a proxy, or a local sandbox. */
    baseUrl: v.optional(baseUrl(...endpoints)),
    /**
     * The only environment whose responses count. One that is known to be of the other kind, as it states or by its
     * host, makes a result `unknown` with the code `other_environment`.
     */
    expect: v.optional(oneOf<Environment>(['live', 'sandbox'])),
  };
}

function oneOf<const Name extends string>(names: readonly Name[]) {
  return v.picklist(names, `must be ${names.map((name) => `"${name}"`).join(' or ')}`);
}

/** Milliseconds that a timer can hold: 1 to 2^31 - 1. */
export function timeout() {
  return v.pipe(
    v.number('must be a number of milliseconds'),
    v.check(
      (value) => Number.isInteger(value) && value > 0 && value < 2 ** 31,
      'must be a whole number of milliseconds from 1 to 2147483647',
    ),
  );
}

/**
 * A base URL: everything before the documented path. Pass the beginnings of the provider's paths, so that a URL that
 * already has one is refused by name: `baseUrl('/v1/payments')`.
 */
export function baseUrl(...endpoints: readonly string[]) {
  return v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed ? baseUrlFault(dataset.value, endpoints) : undefined;
      if (fault !== undefined) addIssue({ message: fault });
    }),
  );
}

/**
 * A key, token or password: a string or a {@link Secret}, printable, without surrounding whitespace. Becomes a
 * `Secret`.
 */
export function credential() {
  return v.pipe(
    v.union([v.string(), v.custom<Secret>((value) => Secret.is(value))], 'must be a string or a Secret'),
    v.transform(unwrap),
    // Built from an unset environment variable.
    v.string('must hold a string'),
    v.check((value) => value !== '', 'must not be empty'),
    v.check((value) => /^[^\p{Cc}\p{Surrogate}]+$/u.test(value), 'must not contain control characters or line breaks'),
    v.check((value) => value.trim() === value, 'must not have leading or trailing whitespace'),
    v.transform((value) => new Secret(value)),
  );
}

/**
 * A {@link credential} that is sent in a header: printable ASCII only, since `fetch` quotes anything else in its error.
 */
export function headerCredential() {
  return v.pipe(
    credential(),
    v.check((secret) => /^[\x20-\x7e]+$/.test(secret.reveal()), 'must be printable ASCII'),
  );
}

/**
 * The secrets among checked options. Shared options are skipped: a caller's transport may contain anything, even
 * itself.
 */
export function credentialsIn(options: object): Secret[] {
  return Object.entries(options).flatMap(([name, value]) => (name in clientOptions ? [] : secretsIn(value)));
}
