import type { Agent } from 'node:http';
import https from 'node:https';
import { InvalidOptionsError } from '../errors/invalid-input.ts';
import { nodeHttp } from './node-http.ts';
import { readNoProxy } from './no-proxy.ts';
import { type Proxy, proxyFault, proxyOf } from './proxy.ts';
import type { Target } from './target.ts';

/** Chooses the proxy of a target; `undefined` for a direct connection. */
export type ChooseProxy = (target: Target) => Proxy | undefined;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment whose proxies Node itself uses: with `NODE_USE_ENV_PROXY=1`, `--use-env-proxy` or
 * `http.setGlobalProxyFromEnv`. Its global agents carry it, whatever switched it on.
 */
function environmentInUse(): Environment | undefined {
  const proxyEnvOf = ({ globalAgent }: { readonly globalAgent: Agent }): unknown =>
    (globalAgent as { readonly options?: { readonly proxyEnv?: unknown } } | undefined)?.options?.proxyEnv;
  return (proxyEnvOf(https) ?? proxyEnvOf(nodeHttp)) as Environment | undefined;
}

/**
 * The proxies of the environment, where the `fetch` of Node would use them, read once; `undefined` where it would not.
 * Throws `InvalidOptionsError` with the name of a variable that is not the URL of a proxy.
 */
export function environmentProxies(environment = environmentInUse()): ChooseProxy | undefined {
  if (!environment) return undefined;
  const plain = proxyIn(environment, 'HTTP_PROXY');
  // As `fetch` does it: the proxy for http: is that for https: too, where there is no other.
  const secure = proxyIn(environment, 'HTTPS_PROXY') ?? plain;
  if (!plain && !secure) return undefined;
  const isExcepted = readNoProxy(environment['no_proxy'] ?? environment['NO_PROXY'] ?? '');
  return (target) => (isExcepted(target) ? undefined : target.protocol === 'https:' ? secure : plain);
}

/** The proxy in a variable. Its name in lower case takes precedence, even if it is empty. */
function proxyIn(environment: Environment, name: string): Proxy | undefined {
  const text = environment[name.toLowerCase()] ?? environment[name] ?? '';
  if (text === '') return undefined;
  const rule = proxyFault(text);
  if (rule !== undefined) throw new InvalidOptionsError({ provider: 'node transport', issues: [{ path: name, rule }] });
  return proxyOf(text);
}
