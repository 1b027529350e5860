import type { Target } from './target.ts';

interface Exception {
  readonly name: string;
  /** Applies to names below `name`. */
  readonly below: boolean;
  /** Applies to `name` itself. */
  readonly itself: boolean;
  readonly port: string;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * Reads `NO_PROXY` as the `fetch` of Node does: names with or without a port, separated by commas or whitespace. A name
 * applies to itself and to the names below it, `*.name` only to the latter, `*` to every host. In Node 22, whose
 * `fetch` is that of undici 6, a plain name applies to itself alone. No ranges of addresses, no exception for this
 * machine.
 */
export function readNoProxy(list: string, undici = process.versions['undici']): (target: Target) => boolean {
  const exact = Number.parseInt(undici ?? '', 10) < 7;
  const exceptions = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => exceptionOf(entry, exact));
  return ({ protocol, host, port }) => {
    const name = host.replace(/\.$/, '');
    const actualPort = port === '' ? DEFAULT_PORTS[protocol] : port;
    return exceptions.some(
      (one) =>
        (one.port === '' || one.port === actualPort) &&
        (one.name === '*' || (one.itself && name === one.name) || (one.below && name.endsWith(`.${one.name}`))),
    );
  };
}

function exceptionOf(entry: string, exact: boolean): Exception {
  // More than one colon without brackets is an IPv6 address.
  const [, bracketed, plain, port = ''] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(entry) ?? [];
  const host = bracketed ?? plain ?? entry;
  const wildcard = host.startsWith('*.');
  const dotted = host.startsWith('.');
  return {
    name: host.replace(/^\*?\./, '').replace(/\.$/, ''),
    below: wildcard || dotted || !exact,
    itself: !wildcard && !(dotted && exact),
    port: port === '' ? '' : String(Number(port)),
  };
}
