import { ERROR_CODES, type ErrorCategory } from '../../packages/core/src/index.ts';
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

/** The reference of error codes, from their table in core. */
export function errors(): Generated[] {
  const sections = Object.entries(CATEGORIES).map(([category, meaning]) => {
    const codes = Object.entries(ERROR_CODES).filter(([, entry]) => entry.category === category);
    const rows = codes.map(([code, entry]) => [`\`${code}\``, entry.meaning, entry.advice]);
    return `## \`${category}\`\n\n${meaning}\n\n${table(['Code', 'Meaning', 'What to do'], rows)}`;
  });
  return [{ file: 'docs/errors.md', content: `${HEAD}\n${sections.join('\n\n')}\n` }];
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
may have moved. \`error.providerCode\` and \`error.providerMessage\` are the provider's own, redacted. Recognise errors
with their static \`is\` (\`DeclinedError.is(error)\`); \`instanceof\` does not know errors of another copy of the package.
\`result.errorData\` holds the same members as plain data, for where an error loses them: a structured clone, a message to
a worker or another process, a store. Like everything in a result it is the caller's own; nothing is frozen.
The same code can come with another status: \`timeout\` is \`unsent\` before anything was written and \`unknown\` after.

Two errors are thrown for mistakes of the caller, before anything is sent: \`InvalidRequestError\` and
\`InvalidOptionsError\`. Their \`issues\` name each path and rule, never a value. A structured clone keeps their message,
which has every path and rule; \`error.toJSON()\` is all of it as plain data.
`;
