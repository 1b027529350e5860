import { isFaultName, NO_FAULT, type FaultName } from '../faults/faults.ts';
import { EMULATORS } from '../providers/index.ts';
import { PROVIDERS, type ProviderName } from '../state/provider-names.ts';

/** The target of a request: the emulator, the documented path, and the fault that the URL names. */
export interface Destination {
  readonly provider: ProviderName;
  readonly path: string;
  readonly fault?: FaultName | typeof NO_FAULT;
}

/** The path of a provider's base URL at the sandbox: `/payfull`, `/~hang/payfull`, `/freepayment/beyag`. */
export function basePathOf(provider: ProviderName, fault?: FaultName | typeof NO_FAULT): string {
  return `${fault === undefined ? '' : `/~${fault}`}/${provider}${EMULATORS[provider].basePath}`;
}

/**
 * Resolves a path at the sandbox; `undefined` if it leads to no emulator. Paths are not normalized: `//` stays `//`.
 */
export function destinationOf(path: string): Destination | undefined {
  const [, named, rest = path] = /^\/~([a-z0-9-]+)(\/.*)$/.exec(path) ?? [];
  if (named !== undefined && named !== NO_FAULT && !isFaultName(named)) return undefined;
  const provider = PROVIDERS.find((name) => rest.startsWith(`${basePathOf(name)}/`));
  if (!provider) return undefined;
  return { provider, path: rest.slice(basePathOf(provider).length), ...(named !== undefined && { fault: named }) };
}

/** Resolves a URL at a provider's documented host, as a client's default base URL has it. */
export function documentedDestinationOf(url: URL): Destination | undefined {
  for (const provider of PROVIDERS) {
    for (const baseUrl of EMULATORS[provider].documentedBaseUrls) {
      const pattern = baseUrl.replaceAll('.', '\\.').replace('*', '[a-z0-9-]+');
      const [, path] = new RegExp(`^${pattern}(/.*)$`).exec(url.origin + url.pathname) ?? [];
      if (path !== undefined) return { provider, path };
    }
  }
  return undefined;
}
