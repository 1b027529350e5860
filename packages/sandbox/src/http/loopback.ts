const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether the host is this machine only. A host name other than `localhost` is not: what it resolves to may change. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.has(host.replace(/^\[(.*)\]$/, '$1').toLowerCase());
}
