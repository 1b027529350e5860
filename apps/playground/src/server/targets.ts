import { InvalidOptionsError, type ClientHooks, type Transport } from '@capture/core';
import type { FaultName, Sandbox, SandboxServer } from '@capture/sandbox';
import { credentialsOf, serverOptionsOf, variableOf } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';
import { createSandboxClient, type Client, type Provider } from '../providers/index.ts';
import type { LiveAccount } from '../shared/api.ts';

/** Settings of one client. */
export interface ClientOptions {
  readonly fault?: FaultName | undefined;
  readonly hooks?: ClientHooks;
  readonly transport?: Transport;
}

/** Creates clients for the sandbox and, if the process was started with `--live`, for live accounts. */
export interface Targets {
  readonly sandbox: (provider: Provider, options?: ClientOptions) => Client;
  readonly live: (provider: Provider, options?: ClientOptions) => Client | undefined;
  readonly liveAccount: (provider: Provider) => LiveAccount;
  /** The secrets of every live account, to mask them in output. */
  readonly liveSecrets: readonly string[];
  readonly sandboxTimeout: number;
}

/** Reads the live accounts from the environment, once. */
export function createTargets(given: {
  readonly providers: readonly Provider[];
  readonly sandbox: Sandbox;
  readonly server: SandboxServer;
  readonly sandboxTimeout: number;
  readonly live: boolean;
  readonly environment: NodeJS.ProcessEnv;
}): Targets {
  const { providers, sandbox, server, sandboxTimeout, live, environment } = given;
  // A later change of the environment does not change an account.
  const accounts = new Map(live ? providers.map((provider) => [provider.id, accountOf(provider, environment)]) : []);
  const names = (provider: Provider): string[] => [...provider.credentials, ...serverOptionsOf(provider)];
  return {
    sandboxTimeout,
    liveSecrets: [...accounts.values()].flatMap((account) =>
      Object.entries(account ?? {})
        .filter(([name]) => name !== 'baseUrl' && name !== 'environment')
        .map(([, value]) => value),
    ),
    sandbox: (provider, { fault, ...rest } = {}) =>
      createSandboxClient(provider, sandbox, {
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

/** The credentials of a live account, if a client accepts them. */
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
