import { createSandbox, FAULTS, type FaultName } from '@capture/sandbox';
import { credentialsOf } from '../accounts/credentials.ts';
import { UsageError } from '../accounts/usage-error.ts';
import { createSandboxClient, type Client, type Provider } from '../providers/index.ts';

/** The options of a command that choose where it sends. */
export const CONNECTION_OPTIONS = {
  live: { type: 'boolean' },
  sandbox: { type: 'string' },
  credentials: { type: 'string' },
} as const;

/** Their values. */
export interface ConnectionValues {
  readonly live?: boolean | undefined;
  readonly sandbox?: string | undefined;
  readonly credentials?: string | undefined;
  readonly fault?: string | undefined;
}

/** A client, and the options with which another command reaches the same provider. */
export interface Connection {
  readonly client: Client;
  /** Absent where the sandbox ends with the command. */
  readonly options?: readonly string[];
  readonly close: () => Promise<void>;
}

const TIMEOUT = 5000;
const nothing = (): Promise<void> => Promise.resolve();

/** The live account, the sandbox that runs at an address, or a new one that ends with the command. */
export async function connect(
  provider: Provider,
  { live, sandbox: address, credentials, fault: named }: ConnectionValues,
  environment: NodeJS.ProcessEnv,
): Promise<Connection> {
  const fault = named === undefined ? undefined : faultOf(named);
  if (live && address !== undefined) throw new UsageError('--live and --sandbox exclude each other');
  if (live && fault) throw new UsageError('--fault is for the sandbox only, not for a live endpoint');
  if (live) {
    const client = provider.create(credentialsOf(provider, credentials, environment));
    const file = credentials === undefined ? [] : ['--credentials', credentials];
    return { client, options: ['--live', ...file], close: nothing };
  }
  const sandbox = createSandbox();
  if (address !== undefined) {
    const origin = loopbackOrigin(address);
    const { pathname } = new URL(sandbox.baseUrl(provider.id));
    const baseUrl = `${origin}${fault ? `/~${fault}` : ''}${pathname}`;
    const client = createSandboxClient(provider, sandbox, { baseUrl, timeout: TIMEOUT });
    return { client, options: ['--sandbox', origin], close: nothing };
  }
  const server = await sandbox.listen();
  const baseUrl = server.baseUrl(provider.id, fault ? { fault } : {});
  const client = createSandboxClient(provider, sandbox, { baseUrl, timeout: TIMEOUT });
  return { client, close: () => server.close() };
}

function faultOf(name: string): FaultName {
  if (Object.hasOwn(FAULTS, name)) return name as FaultName;
  throw new UsageError(`--fault must be one of ${Object.keys(FAULTS).join(', ')}`);
}

/** The origin of a sandbox's address. Elsewhere than on loopback it would not be a sandbox. */
function loopbackOrigin(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return url.origin;
  throw new UsageError('--sandbox must be the address of a sandbox on this machine, such as http://127.0.0.1:4100');
}
