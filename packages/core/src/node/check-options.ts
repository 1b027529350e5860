import { X509Certificate } from 'node:crypto';
import * as v from 'valibot';
import { timeout } from '../schemas/options.ts';
import { checkOptions } from '../schemas/validation.ts';
import type { NodeTransportOptions, PhaseDeadlines } from './options.ts';

/** All deadlines, in milliseconds. */
export type Limits = { readonly [Phase in keyof PhaseDeadlines]-?: number };

/** The checked options. */
export interface CheckedNodeOptions {
  readonly pool: { readonly maxSockets: number; readonly idleTimeout: number } | undefined;
  readonly limits: Limits;
  readonly ca: string[] | undefined;
}

/** Checked here, because Node ignores invalid certificates, and would then trust no server without giving a reason. */
const certificate = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return new X509Certificate(text).subject !== '';
    } catch {
      return false;
    }
  }, 'must be PEM certificates'),
);

const COUNT = 'must be a whole number from 1';
/** The defaults of a pool. The number of sockets is the largest that Node accepts: no limit. */
const POOL = { maxSockets: Number.MAX_SAFE_INTEGER, idleTimeout: 4000 };

const schema = v.strictObject({
  keepAlive: v.optional(
    v.union(
      [
        v.boolean(),
        v.strictObject({
          maxSockets: v.optional(v.pipe(v.number(), v.integer(COUNT), v.minValue(1, COUNT)), POOL.maxSockets),
          idleTimeout: v.optional(timeout(), POOL.idleTimeout),
        }),
      ],
      'must be true, false or { maxSockets, idleTimeout }',
    ),
    false,
  ),
  deadlines: v.optional(
    v.strictObject({
      dns: v.optional(timeout(), 2000),
      connect: v.optional(timeout(), 5000),
      firstByte: v.optional(timeout(), 10_000),
      headers: v.optional(timeout(), 60_000),
      body: v.optional(timeout(), 15_000),
    }),
    {},
  ),
  ca: v.optional(v.union([certificate, v.array(certificate)], 'must be PEM certificates')),
});

/** Validates options and fills in the defaults. Throws `InvalidOptionsError`. */
export function checkNodeOptions(given: NodeTransportOptions): CheckedNodeOptions {
  const { keepAlive, deadlines, ca } = checkOptions<v.InferOutput<typeof schema>>('node transport', schema, given);
  return {
    pool: keepAlive === true ? POOL : keepAlive || undefined,
    limits: deadlines,
    ca: typeof ca === 'string' ? [ca] : ca,
  };
}
