import { providerPackages } from '../workspace/workspace.ts';

/** A program that captures, or does the same work without a library. */
export interface Contender {
  readonly id: string;
  readonly kind: 'ours' | 'floor' | 'theirs';
  /** The program below `programs/`, without its ending. */
  readonly program: string;
  /** The package that a user installs for it; none where Node has it built in. */
  readonly package: string | undefined;
  /** A connection for each capture or reused ones, by default or by option. */
  readonly connection: string;
  /** Ours only: how it sends. */
  readonly way?: Way;
  /** More for the program's `open`. */
  readonly given?: object;
}

/**
 * The ways in which ours are measured: as a user gets them on Node; through the `fetch` of the runtime, as every other
 * runtime has them; and lookups over kept connections, because a capture always has one of its own.
 */
export type Way = 'default' | 'fetch' | 'kept';

const CONNECTION: Readonly<Record<Way, string>> = {
  default: 'fresh, always',
  fetch: 'fresh, always',
  kept: 'kept, by option, for lookups',
};

/** All of them. */
export const WAYS = Object.keys(CONNECTION) as readonly Way[];

/** The ways of a capture: the default of Node, and that of other runtimes. */
export const DEFAULTS = ['default', 'fetch'] as const satisfies readonly Way[];

/** The id of one of ours, sending in a way. */
export const oursWith = (provider: string, way: Way): string =>
  way === 'kept' ? `${provider} (lookup, kept)` : `${provider} (${way})`;

/** Our providers by their ids. */
export const PROVIDERS: readonly string[] = providerPackages().map(({ id }) => id);

/** The one of our providers whose memory and growth are measured: what waits is the same for all. */
export const ONE_OF_OURS = 'firstoken';

const OURS: readonly Contender[] = providerPackages().flatMap(({ id, name }) =>
  WAYS.map((way) => ({
    id: oursWith(id, way),
    kind: 'ours',
    program: `ours/${id}`,
    package: name,
    connection: CONNECTION[way],
    way,
  })),
);

const FLOOR: readonly Contender[] = [
  { id: 'node:http, fresh', program: 'floor/http', connection: 'fresh, by option', package: undefined },
  { id: 'node:http, kept', program: 'floor/http', connection: 'kept, by option', package: undefined, given: { kept: true } },
  { id: 'undici.request', program: 'floor/undici', connection: 'kept, by default', package: 'undici' },
  { id: 'fetch', program: 'floor/fetch', connection: 'kept, by default', package: undefined },
  { id: 'ky', program: 'floor/ky', connection: 'fresh, by option', package: 'ky' },
].map((one) => ({ ...one, kind: 'floor' as const })); // prettier-ignore

const THEIRS: readonly Contender[] = [
  { id: 'stripe', program: 'theirs/stripe', connection: 'kept, by default', package: 'stripe' },
  { id: 'square', program: 'theirs/square', connection: 'kept, by default', package: 'square' },
  { id: 'adyen', program: 'theirs/adyen', connection: 'fresh, always', package: '@adyen/api-library' },
  { id: 'mollie', program: 'theirs/mollie', connection: 'fresh, always', package: '@mollie/api-client' },
  { id: 'braintree', program: 'theirs/braintree', connection: 'kept, by default', package: 'braintree' },
].map((one) => ({ ...one, kind: 'theirs' as const }));

/** All of them, ours first. */
export const CONTENDERS: readonly Contender[] = [...OURS, ...FLOOR, ...THEIRS];
