/** The destination of a request, as `node:http` accepts it. */
export interface Target {
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
}

/** A host without the brackets of an IPv6 address, as sockets take it. */
export function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

const ORIGIN = /^https?:\/\/[^/?#]+/i;

/**
 * Splits URLs. Requests of one transport mostly go to one server, so the last origin is cached; the rest of a URL is
 * sent exactly as given.
 */
export class Targets {
  #origin = '';
  #target: Target | undefined;

  /** Returns the server and the path of a URL. Throws where the URL is invalid. */
  of(url: string): { readonly target: Target; readonly path: string } {
    const origin = ORIGIN.exec(url)?.[0] ?? '';
    if (!this.#target || origin !== this.#origin) {
      const { protocol, hostname, port } = new URL(origin);
      this.#target = { protocol, host: unbracketed(hostname), port };
      this.#origin = origin;
    }
    const [path = ''] = url.slice(origin.length).split('#', 1);
    return { target: this.#target, path: path.startsWith('/') ? path : `/${path}` };
  }
}
