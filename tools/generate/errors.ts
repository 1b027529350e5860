import {
  ERROR_CODES,
  ERROR_DETAILS,
  type ErrorCategory,
  type ErrorDetailSource,
} from '../../packages/core/src/index.ts';
import { table } from './markdown.ts';
import type { Generated } from './write.ts';

const CATEGORIES: Readonly<Record<ErrorCategory, string>> = {
  payment: 'The payment was declined by the issuer or the provider.',
  request: 'The provider refused the request.',
  credentials: 'The provider refused the credentials.',
  limit: 'The provider limits the rate of requests.',
  transport: 'The request or its response was lost on the way.',
  response: 'The response is unreadable, contradicts itself or is about something else.',
};

const SOURCES: Readonly<Record<ErrorDetailSource, string>> = {
  dns: 'the name server',
  connection: 'the connection',
  tls: 'the TLS handshake',
  proxy: 'a proxy on the way',
  response: 'the response',
};

/** The reference of error codes and details, from their tables in core. */
export function errors(): Generated[] {
  const sections = Object.entries(CATEGORIES).map(([category, meaning]) => {
    const codes = Object.entries(ERROR_CODES).filter(([, entry]) => entry.category === category);
    const rows = codes.map(([code, entry]) => [`\`${code}\``, entry.meaning, entry.advice]);
    return `## \`${category}\`\n\n${meaning}\n\n${table(['Code', 'Meaning', 'What to do'], rows)}`;
  });
  const rows = Object.entries(ERROR_DETAILS).map(([detail, { source, meaning }]) => [
    `\`${detail}\``,
    SOURCES[source],
    meaning,
  ]);
  const details = `${DETAILS}\n${table(['Detail', 'Seen at', 'Meaning'], rows)}`;
  return [{ file: 'docs/errors.md', content: `${[HEAD, ...sections, details].join('\n\n')}\n` }];
}

const HEAD = `# Errors

Every result that is not \`captured\` or \`pending\` carries a \`CaptureError\` in \`result.error\`. It is data, not an
exception: only \`acceptedOrThrow\` throws it.

| Error | With status | Money moved | Meaning |
| --- | --- | --- | --- |
| \`DeclinedError\` | \`declined\` | no | The provider understood the request and refused it. |
| \`UnsentError\` | \`unsent\` | no | It is proven that no byte of the request was written. |
| \`UnknownOutcomeError\` | \`unknown\` | unknown | Money may have moved. Look the payment up; never capture again on your own. |

\`error.code\` is one of the codes below, \`error.category\` names the party that has to act, \`error.advice\` the next step,
and \`error.retriable\` is true only where the same capture may be sent again as it is, which is never the case where money
may have moved. \`error.providerCode\` and \`error.providerMessage\` are the provider's own, redacted and otherwise
verbatim: write them to a terminal or to a log of lines through \`printable\`. The message repeats them, the code cut to
64 and the message to 200 characters, with control and format characters escaped. \`error.detail\` is one of the
[details](#details). \`error.retryAfter\` is the wait that the response demands (\`Retry-After\` in either form), in whole
seconds from 0 to a day. After a 404, a redirect or an HTML page the message points to \`baseUrl\` and names host and
path of the request. Recognise errors with their static \`is\` (\`DeclinedError.is(error)\`); \`instanceof\` does not know
errors of another copy of the package.
\`result.errorData\` holds the same members as plain data, for where an error loses them: a structured clone, a message to
a worker or another process, a store. Like everything in a result it is the caller's own; nothing is frozen.
The same code can come with another status: \`timeout\` is \`unsent\` before anything was written and \`unknown\` after.

Two errors are thrown for mistakes of the caller, before anything is sent: \`InvalidRequestError\` and
\`InvalidOptionsError\`. Their \`issues\` name each path and rule, never a value. A request with a secret, or with a
number like that of a card, in its free text is one of them. A structured clone keeps their message, which has every path
and rule; \`error.toJSON()\` is all of it as plain data.
`;

const DETAILS = `## Details

\`error.detail\` names the trouble behind a code where the transport or the parser knows it. It stands in for
\`error.cause\`, which is always empty: an error of the network may hold the request. With \`member_missing\` and
\`member_type\`, \`error.path\` is the path of the member; its value is never repeated. A transport reports what its
runtime lets it know, so a detail may be absent. Where a response has no readable body for \`charset\`, \`not_utf_8\`,
\`too_long\` or \`content_encoding\`, \`onResponse\` gets its status and headers, and the detail as \`bodyOmitted\`.
`;
