/** The kind of an environment: `live` moves money, `sandbox` is the provider's own for tests. */
export type Environment = 'live' | 'sandbox';

/**
 * The base URLs of a provider's environments. Both may be the same, where one host serves live and test payments. Empty
 * where no host is published, or each merchant has its own.
 */
export type Environments = Readonly<Partial<Record<Environment, string>>>;

/**
 * The options that choose the server: `environment`, one of the declared ones, or a `baseUrl`, which takes precedence.
 * There is no default: a client that names neither could capture in the wrong environment.
 */
export type EndpointOptions<E extends Environments> = [keyof E] extends [never]
  ? unknown
  : | { readonly environment: keyof E; readonly baseUrl?: string | undefined }
    | { readonly environment?: keyof E | undefined; readonly baseUrl: string };
