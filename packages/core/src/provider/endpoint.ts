import type { Environment, Environments } from '../contract/environment.ts';
import { InvalidOptionsError } from '../errors/invalid-input.ts';

/** The checked options that choose the server. */
export interface EndpointChoice {
  readonly environment?: Environment | undefined;
  readonly baseUrl?: string | undefined;
  readonly expect?: Environment | undefined;
}

/** The server of a client. */
export interface Endpoint {
  readonly baseUrl: string;
  /** The kind of environment that the host is known to be; `undefined` where it is not declared, or serves both. */
  readonly live: boolean | undefined;
  /** The only kind of environment whose responses count, where the caller chose one. */
  readonly expect: Environment | undefined;
}

/**
 * Resolves the server of a client from its options. Throws `InvalidOptionsError` where none is named, or where the
 * options contradict each other about its environment: no request may leave for the wrong one.
 */
export function endpointOf(provider: string, environments: Environments, options: EndpointChoice): Endpoint {
  const { environment, expect } = options;
  const refuse = (path: string, rule: string): never => {
    throw new InvalidOptionsError({ provider, issues: [{ path, rule }] });
  };
  const baseUrl = options.baseUrl ?? (environment && environments[environment]);
  if (baseUrl === undefined)
    return refuse('environment', `is required where baseUrl is not given: ${declaredNames(environments)}`);
  const host = environmentOfHost(baseUrl, environments);
  if (environment && host && host !== environment)
    return refuse('baseUrl', `is the ${host} host of the provider, but environment is "${environment}"`);
  if (expect && environment && expect !== environment)
    return refuse('expect', `must be "${environment}", like environment`);
  if (expect && host && expect !== host) return refuse('expect', `must be "${host}": baseUrl is the ${host} host`);
  return { baseUrl, live: host && host === 'live', expect };
}

function declaredNames(environments: Environments): string {
  return Object.keys(environments)
    .map((name) => `"${name}"`)
    .join(' or ');
}

/** The declared environment whose host a base URL has. None where both have it: the host alone proves neither then. */
function environmentOfHost(baseUrl: string, { live, sandbox }: Environments): Environment | undefined {
  const isHostOf = (declared: string | undefined): boolean =>
    declared !== undefined && hostOf(declared) === hostOf(baseUrl);
  if (isHostOf(live) === isHostOf(sandbox)) return undefined;
  return isHostOf(live) ? 'live' : 'sandbox';
}

/** The host of a URL. A trailing dot names the same one. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, '');
}
