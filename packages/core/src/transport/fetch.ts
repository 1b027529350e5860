/**
 * A `fetch` in place of the runtime's: undici's, or your own. It must make one attempt and follow no redirects. On Node
 * `init.body` is a stream that can be read once, so that a capture cannot be sent twice; read it as the runtime does,
 * with `new Request(url, init).text()`.
 */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
