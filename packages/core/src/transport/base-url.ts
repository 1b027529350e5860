/** Other names under `localhost` are resolved like any name, so they may lead to any machine. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The ports that the fetch standard blocks. A request to one would fail in a way that proves nothing, for ever. */
const BLOCKED_PORTS = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 ' +
    '135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 ' +
    '995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);

/**
 * The rule that a base URL breaks, or `undefined`. A base URL is used as given, repeated path segments included, and
 * the documented path, one of `endpoints`, is appended to it. `http:` is for loopback hosts only: card data and
 * credentials must not cross a network unencrypted.
 */
export function baseUrlFault(text: string, endpoints: readonly string[] = []): string | undefined {
  if (/^[a-z]+:\/\/\[[^\]]*%/i.test(text)) return 'must not contain an IPv6 zone such as "%eth0"';
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
  if (BLOCKED_PORTS.has(url.port)) return 'must not have a port that fetch blocks, such as 25 or 6000';
  const endpoint = endpoints.find((path) => overlaps(url.pathname.toLowerCase(), path));
  return endpoint && `must end before the documented path ${endpoint}, which is appended to it`;
}

/** Finds an endpoint that a path contains, or with whose first segments it ends: it would be in the URL twice. */
function overlaps(pathname: string, endpoint: string): boolean {
  const segments = endpoint.split('/').slice(1);
  const beginnings = segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`);
  return `${pathname}/`.includes(`${endpoint}/`) || beginnings.some((beginning) => pathname.endsWith(beginning));
}
