import {
  createSandbox,
  type FaultName,
  type ProviderName,
  type Sandbox,
  type SandboxOptions,
  type TrueCapture,
} from '@capture/sandbox';
import { onTestFinished } from 'vitest';

/** A sandbox with clients of one provider. */
export interface World<Client> {
  readonly sandbox: Sandbox;
  /** Creates a client in process, with these options laid over the usual ones. */
  readonly connect: (options?: object) => Client;
  /** A client that no fault strikes. */
  readonly client: Client;
  /** A client whose every request meets the fault of this world. */
  readonly faulty: Client;
  /** The provider's captures as they really are. */
  readonly truth: () => TrueCapture[];
  /** The number of capture requests that the provider received. */
  readonly requests: () => number;
  /** The same world with clients that reach it over a server on loopback, until the test is over. */
  readonly overLoopback: () => Promise<World<Client>>;
}

/** Options of a world: those of its sandbox, and the fault that strikes. */
export type WorldOptions = SandboxOptions & { readonly fault?: FaultName | undefined };

/** Creates worlds of a provider, each with a sandbox of its own. */
export function sandboxWorlds<P extends ProviderName, Client>(
  provider: P,
  create: (options: Sandbox['credentials'][P] & Pick<Sandbox, 'fetch'>) => Client,
  usual: SandboxOptions = {},
) {
  return ({ fault, ...options }: WorldOptions = {}): World<Client> => {
    const sandbox = createSandbox({ ...usual, ...options });
    const at = fault === undefined ? {} : { fault };
    const connect = (change: object = {}) =>
      create({ ...sandbox.credentials[provider], fetch: sandbox.fetch, ...change });
    const world = {
      sandbox,
      connect,
      client: connect(),
      faulty: connect(fault ? { baseUrl: sandbox.baseUrl(provider, at), ...patience(fault, 200) } : {}),
      truth: () => sandbox.truth.captures({ provider }),
      requests: () => sandbox.truth.requests({ provider }),
    };
    const overLoopback = async () => {
      const server = await sandbox.listen();
      onTestFinished(() => server.close());
      return {
        ...world,
        overLoopback,
        client: connect({ fetch: undefined, baseUrl: server.baseUrl(provider) }),
        faulty: connect({ fetch: undefined, baseUrl: server.baseUrl(provider, at), ...patience(fault, 1500) }),
      };
    };
    return { ...world, overLoopback };
  };
}

/** Only a response that never comes is waited for, and for no longer than a request needs to arrive. */
const patience = (fault: FaultName | undefined, timeout: number) => (fault === 'hang' ? { timeout } : {});

/** The references with which a sandbox declines a capture, and the code of each reason. */
export const DECLINES = [
  ['decline-insufficient-funds', 'insufficient_funds'],
  ['decline-do-not-honor', 'declined'],
  ['decline-expired-card', 'card_expired'],
  ['decline-suspected-fraud', 'suspected_fraud'],
] as const;
