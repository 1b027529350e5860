import { createPrivateKey, X509Certificate } from 'node:crypto';
import * as v from 'valibot';
import { InvalidOptionsError } from '../errors/invalid-input.ts';
import { timeout } from '../schemas/options.ts';
import { checkOptions } from '../schemas/validation.ts';
import { Secret, unwrap } from '../secrets/secret.ts';
import { type ChooseProxy, environmentProxies } from './environment-proxies.ts';
import type { NodeTransportOptions, PhaseDeadlines } from './options.ts';
import { proxyFault, proxyOf } from './proxy.ts';

const NAME = 'node transport';

/** All deadlines, in milliseconds. */
export type Limits = { readonly [Phase in keyof PhaseDeadlines]-?: number };

/** A client certificate with its key. */
export interface Identity {
  readonly cert: string;
  readonly key: Secret;
}

/** The checked options. */
export interface CheckedNodeOptions {
  readonly pool: { readonly maxSockets: number; readonly idleTimeout: number } | undefined;
  readonly limits: Limits;
  readonly ca: string[] | undefined;
  readonly identity: Identity | undefined;
  readonly chooseProxy: ChooseProxy | undefined;
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

const secret = v.custom<Secret>((value) => Secret.is(value));

const privateKey = v.pipe(
  v.union([v.string(), secret], 'must be a string or a Secret'),
  v.transform((given) => new Secret(unwrap(given))),
  v.check((key) => {
    try {
      return createPrivateKey(key.reveal()).type === 'private';
    } catch {
      return false;
    }
  }, 'must be a private key in PEM, not encrypted'),
);

const proxy = v.pipe(
  v.union([v.literal(false), v.string(), secret], 'must be the URL of a proxy (a string or a Secret), or false'),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed && dataset.value !== false ? proxyFault(dataset.value) : undefined;
    if (fault !== undefined) addIssue({ message: fault });
  }),
  v.transform((given) => given && proxyOf(given)),
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
  cert: v.optional(certificate),
  key: v.optional(privateKey),
  proxy: v.optional(proxy),
});

/** Validates options and fills in the defaults. Throws `InvalidOptionsError`. */
export function checkNodeOptions(given: NodeTransportOptions): CheckedNodeOptions {
  const options = checkOptions<v.InferOutput<typeof schema>>(NAME, schema, given);
  const { keepAlive, deadlines, ca, proxy: chosen } = options;
  return {
    pool: keepAlive === true ? POOL : keepAlive || undefined,
    limits: deadlines,
    ca: typeof ca === 'string' ? [ca] : ca,
    identity: identityOf(options),
    chooseProxy: chosen === undefined ? environmentProxies() : chosen ? () => chosen : undefined,
  };
}

/** A certificate and its key, which come together and belong together. */
function identityOf({
  cert,
  key,
}: {
  readonly cert?: string | undefined;
  readonly key?: Secret | undefined;
}): Identity | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    return refuse(cert === undefined ? 'cert' : 'key', 'is required: `cert` and `key` belong together');
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key.reveal())))
    return refuse('key', 'must be the key of the first certificate in `cert`');
  return { cert, key };
}

function refuse(path: string, rule: string): never {
  throw new InvalidOptionsError({ provider: NAME, issues: [{ path, rule }] });
}
