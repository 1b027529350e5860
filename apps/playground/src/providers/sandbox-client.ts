import type { Sandbox } from '@capture/sandbox';
import type { Client, ClientOptions, Provider } from './provider.ts';

/** Creates a client of the sandbox, with the sandbox's own credentials. */
export function createSandboxClient(
  { id, create, sandboxOptions }: Provider,
  sandbox: Sandbox,
  options: ClientOptions & { readonly baseUrl: string },
): Client {
  return create({ ...sandbox.credentials[id], ...sandboxOptions?.(sandbox), ...options });
}
