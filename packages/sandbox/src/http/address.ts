import { isFaultName, NO_FAULT, type FaultName } from '../faults/faults.ts';
import { EMULATORS } from '../providers/index.ts';
import { PROVIDERS, type ProviderName } from '../state/provider-names.ts';

const LABEL = '[a-z0-9-]+';

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
  const provider = PROVIDERS.find((name) => rest.startsWith(`/${name}/`));
  const found = provider && destinationOfOnly(provider, rest.slice(`/${provider}`.length));
  return found && { ...found, ...(named !== undefined && { fault: named }) };
}

/** Resolves a URL at a provider's documented host, as a client's default base URL has it. */
export function documentedDestinationOf(url: URL): Destination | undefined {
  return destinationAtHost(`${url.origin}${url.pathname}`);
}

/** Resolves a path at a documented host name, for a server that is reached by that name. */
export function destinationOfHost(host: string, path: string): Destination | undefined {
  return destinationAtHost(`https://${host}${path}`);
}

function destinationAtHost(address: string): Destination | undefined {
  for (const provider of PROVIDERS) {
    for (const baseUrl of EMULATORS[provider].documentedBaseUrls) {
      const pattern = baseUrl.replaceAll('.', '\\.').replace('*', LABEL);
      const [, path] = new RegExp(`^${pattern}(/.*)$`).exec(address) ?? [];
      if (path !== undefined) return { provider, path };
    }
  }
  return undefined;
}

/** The documented host names, with `*` for one label. */
export const DOCUMENTED_HOSTS: readonly string[] = [
  ...new Set(Object.values(EMULATORS).flatMap((one) => one.documentedBaseUrls.map((url) => url.split('/')[2] ?? ''))),
];

/** Returns whether this is a documented host name of a provider. */
export function isDocumentedHost(host: string): boolean {
  return DOCUMENTED_HOSTS.some((known) =>
    new RegExp(`^${known.replaceAll('.', '\\.').replace('*', LABEL)}$`).test(host),
  );
}

/** Resolves a path where one provider is alone at the root. */
export function destinationOfOnly(provider: ProviderName, path: string): Destination | undefined {
  const { basePath, otherBasePaths = [] } = EMULATORS[provider];
  const base = [basePath, ...otherBasePaths].find((one) => path.startsWith(`${one}/`));
  return base === undefined ? undefined : { provider, path: path.slice(base.length) };
}
