// Writes docs/errors.md from the codes in core. With --check it only says whether the file is stale.
import { ERROR_CODES, type ErrorCategory } from '../../packages/core/src/index.ts';
import { writeOrCheck } from './write-or-check.ts';

const CATEGORIES: Readonly<Record<ErrorCategory, string>> = {
  payment: 'The bank or the provider refused the money.',
  request: 'The provider refused what was asked.',
  credentials: 'The provider refused who asks.',
  limit: 'The provider asks for fewer requests.',
  transport: 'The way there or back failed.',
  answer: 'An answer came that is unreadable, contradictory or about something else.',
};

const sections = Object.entries(CATEGORIES).map(([category, meaning]) => {
  const rows = Object.entries(ERROR_CODES).filter(([, entry]) => entry.category === category);
  const table = rows.map(([code, { says, advice }]) => `| \`${code}\` | ${says} | ${advice} |`);
  return [
    `## \`${category}\``,
    '',
    meaning,
    '',
    '| Code | What it says | What to do |',
    '| --- | --- | --- |',
    ...table,
  ].join('\n');
});

await writeOrCheck(
  'docs/errors.md',
  `# Errors

Every result that is not \`captured\` or \`pending\` carries a \`CaptureError\` in \`result.error\`. It is data, not an exception: only \`orThrow\` throws it.

| Error | With status | Money moved | Meaning |
| --- | --- | --- | --- |
| \`DeclinedError\` | \`declined\` | no | The provider understood and refused. |
| \`UnsentError\` | \`unsent\` | no | It is proven that no byte of the request was written. |
| \`UnknownOutcomeError\` | \`unknown\` | unknown | It may have moved. Look it up; never send again on your own. |

\`error.code\` is one of the codes below, \`error.category\` says whose move it is, \`error.advice\` what to do now, \`error.retriable\` whether the same capture may be sent
again as it is (only ever where nothing can have moved), \`error.providerCode\` and \`error.providerMessage\` are the provider's own, redacted. Recognise errors with their
static \`is\` (\`DeclinedError.is(error)\`); \`instanceof\` does not know errors of another copy of the package. The same code can come with another status: \`timeout\` is
\`unsent\` before anything was written and \`unknown\` after.

Two errors are thrown, for the caller's own mistakes, before anything is sent: \`InvalidRequestError\` and \`InvalidOptionsError\`. Their \`issues\` name each path and rule,
never a value.

${sections.join('\n\n')}
`,
);
