import { InvalidOptionsError, type Hooks, type Transport } from '@capture/core';
import type { FaultName, Sandbox, SandboxServer } from '@capture/sandbox';
import type { Client, Provider } from '../providers/index.ts';
import type { LiveAccount } from '../shared/api.ts';
import { credentialsOf, variableOf } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';

/** How a client is made, beside its provider. */
export interface ClientOptions {
  readonly fault?: FaultName | undefined;
  readonly hooks?: Hooks;
  readonly transport?: Transport;
}

/** Makes clients: of the sandbox, and of real accounts where the process was started for it. */
export interface Targets {
  readonly sandbox: (provider: Provider, options?: ClientOptions) => Client;
  readonly live: (provider: Provider, options?: ClientOptions) => Client | undefined;
  readonly liveAccount: (provider: Provider) => LiveAccount;
  /** Every secret of a real account, for the last look at what goes out. */
  readonly liveSecrets: readonly string[];
  readonly sandboxTimeout: number;
}

export function createTargets(given: {
  readonly providers: readonly Provider[];
  readonly sandbox: Sandbox;
  readonly server: SandboxServer;
  readonly sandboxTimeout: number;
  readonly live: boolean;
  readonly environment: NodeJS.ProcessEnv;
}): Targets {
  const { providers, sandbox, server, sandboxTimeout, live, environment } = given;
  // Read once, at the start: a later change of the environment changes no account.
  const accounts = new Map(live ? providers.map((provider) => [provider.id, accountOf(provider, environment)]) : []);
  const names = (provider: Provider): string[] => [...new Set([...provider.credentials, 'baseUrl'])];
  return {
    sandboxTimeout,
    liveSecrets: [...accounts.values()].flatMap((account) =>
      Object.entries(account ?? {})
        .filter(([name]) => name !== 'baseUrl')
        .map(([, value]) => value),
    ),
    sandbox: (provider, { fault, ...rest } = {}) =>
      provider.create({
        ...sandbox.credentials[provider.id],
        ...(provider.id === 'freepayment' ? { publicKey: sandbox.notifications.publicKey } : {}),
        baseUrl: server.baseUrl(provider.id, fault ? { fault } : {}),
        timeout: sandboxTimeout,
        ...rest,
      }),
    live: (provider, { hooks, transport } = {}) => {
      const account = accounts.get(provider.id);
      return account && provider.create({ ...account, ...(hooks && { hooks }), ...(transport && { transport }) });
    },
    liveAccount: (provider) => ({
      ready: accounts.get(provider.id) !== undefined,
      variables: names(provider).map((option) => {
        const name = variableOf(provider.id, option);
        return { name, set: live && (environment[name] ?? '') !== '' };
      }),
    }),
  };
}

/** The credentials of a real account, if they make a client. */
function accountOf(provider: Provider, environment: NodeJS.ProcessEnv): Record<string, string> | undefined {
  try {
    const account = credentialsOf(provider, undefined, environment);
    provider.create(account);
    return account;
  } catch (error) {
    if (error instanceof UsageError || InvalidOptionsError.is(error)) return undefined;
    throw error;
  }
}
