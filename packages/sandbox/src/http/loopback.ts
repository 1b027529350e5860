const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** True for loopback hosts. A host name other than `localhost` is none: its addresses may change. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.has(host.replace(/^\[(.*)\]$/, '$1').toLowerCase());
}
