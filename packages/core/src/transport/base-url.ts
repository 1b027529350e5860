const LOOPBACK = /^(?:localhost|(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The rule that a base URL breaks, or `undefined`. A base URL is used as given, repeated path segments included, and
 * the documented path is appended to it. `http:` is for loopback hosts only: card data and credentials must not cross a
 * network unencrypted.
 */
export function baseUrlFault(text: string): string | undefined {
  if (!URL.canParse(text)) return 'must be an absolute URL';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must start with https:';
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    return 'must start with https: (http: is for loopback hosts only)';
  if (url.username !== '' || url.password !== '') return 'must not contain credentials';
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) return 'must not contain a query or fragment';
  if (text.endsWith('/')) return 'must not end with a slash: the documented path is appended to it';
  if (text !== url.href && `${text}/` !== url.href)
    return 'must be in normalized form (lower-case host, no dot segments, no default port)';
  return undefined;
}
