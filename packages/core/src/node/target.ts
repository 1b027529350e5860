/** Where a request goes, as `node:http` takes it. */
export interface Target {
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
}

const ORIGIN = /^https?:\/\/[^/?#]+/i;

/** Reads URLs. Requests of one transport mostly go to one server, so the last origin is kept; the rest of a URL goes out exactly as it is written. */
export class Targets {
  #origin = '';
  #target: Target | undefined;

  /** The server and the path of a URL. Throws where it is none. */
  of(url: string): { readonly target: Target; readonly path: string } {
    const origin = ORIGIN.exec(url)?.[0] ?? '';
    if (!this.#target || origin !== this.#origin) {
      const { protocol, hostname, port } = new URL(origin);
      this.#target = { protocol, host: hostname.replace(/^\[(.*)\]$/, '$1'), port };
      this.#origin = origin;
    }
    const [path = ''] = url.slice(origin.length).split('#', 1);
    return { target: this.#target, path: path.startsWith('/') ? path : `/${path}` };
  }
}
