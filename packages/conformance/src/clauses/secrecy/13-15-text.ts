import assert from 'node:assert/strict';
import { assertNamesPath, rejectionOf } from '../../support/assert-result.ts';
import { canariesOf } from '../../support/canaries.ts';
import { captureWith } from '../../support/capture-with.ts';
import { clientOf } from '../../support/client.ts';
import { textPathsOf } from '../../support/free-text.ts';
import { mapLeaves, withValueAt } from '../../support/paths.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { assertNoSecret } from '../../support/visible-surfaces.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each } from '../../clause.ts';
import type { AnySubject, Respond, SampleRequest } from '../../subject.ts';

/** The test card of several networks, which no page of a provider has. */
const CARD_LIKE = [
  '4012888888881881',
  '4012 8888 8888 1881',
  '4012-8888-8888-1881',
  '４０１２８８８８８８８８１８８１',
];

/** Erases a line, moves the cursor, turns the reading direction, begins a line. */
const FORGED = '\r\u001b[2K\u009b1A\u202e\u2066\u2028\ue000\ud800\ncaptured';
const OBEYED = /[\p{C}\p{Zl}\p{Zp}]/u;
/** Longer than any message, cut to a length that fits on a screen. */
const FLOOD = 'x'.repeat(100_000);
const LONGEST_MESSAGE = 2000;

/** Proves that text can neither carry a secret to the provider nor forge what people read. */
export const secretText = [
  each('X13', 'a secret in a string of the request is rejected by name, and nothing is sent', (subject) =>
    textPathsOf(subject).flatMap((path) =>
      canariesOf(subject).map((canary) => [
        `${canary.name} as ${path}`,
        async () => {
          const request = withValueAt(subject.request, path, canary.value);
          assertNoSecret(await rejectedText(subject, request, path, { allowCardLikeText: true }), [canary]);
        },
      ]),
    ),
  ),
  each(
    'X14',
    'a number like that of a card in a string of the request is rejected, unless the call allows it',
    (subject) =>
      textPathsOf(subject).map((path) => [
        path,
        async () => {
          for (const number of CARD_LIKE) {
            const request = withValueAt(subject.request, path, `for ${number}`);
            await rejectedText(subject, request, path, {});
            clientOf(subject).prepare(request, { allowCardLikeText: true });
          }
        },
      ]),
  ),
  each('X15', 'the words of a provider cannot forge the message of an error', (subject) =>
    [...subject.responses.declined.slice(0, 1), ...subject.responses.unknown.slice(0, 1)].flatMap(
      ({ name, response }) =>
        [FORGED, FLOOD].map((words, index) => [
          `${name}, ${index === 0 ? 'with control characters' : 'far too long'}`,
          async () => {
            for (const forged of forgeriesOf(response, words)) {
              const { result } = await captureWith(subject, forged);
              if (!('error' in result)) continue;
              const [firstLine = ''] = (result.error.stack ?? '').split('\n');
              for (const shown of [result.error.message, firstLine, String(result.error)]) {
                assert.ok(!OBEYED.test(shown), 'a message contains a character that a terminal obeys');
                assert.ok(shown.length <= LONGEST_MESSAGE, 'a message has the length that the provider chose');
              }
            }
          },
        ]),
    ),
  ),
];

/** The surfaces of the errors with which capture and dry run reject a request. */
async function rejectedText(
  subject: AnySubject,
  request: SampleRequest,
  path: string,
  options: { readonly allowCardLikeText?: boolean },
) {
  const transport = respondingTransport(() => ({ status: 200, headers: {}, body: '{}' }));
  const client = clientOf(subject, { transport });
  const errors = [
    await rejectionOf(() => client.capture(request, options)),
    await rejectionOf(() => client.prepare(request, options)),
  ];
  for (const error of errors) assertNamesPath(error, path);
  assert.equal(transport.sent.length, 0, 'a request with such a string must not be sent');
  return errors.flatMap((error) => surfacesOf('the error', error));
}

/** A response with other words in every string, and in each one alone. */
function forgeriesOf(response: Respond, words: string): readonly Respond[] {
  const forged =
    (which: (path: string) => boolean): Respond =>
    (received) => {
      const genuine = response(received);
      const body = mapLeaves(genuine.body, (leaf, path) =>
        typeof leaf === 'string' && which(path) ? `${leaf}${words}` : leaf,
      );
      return { ...genuine, body };
    };
  const paths = new Set<string>();
  const collecting: Respond = (received) => {
    const genuine = response(received);
    mapLeaves(genuine.body, (leaf, path) => (typeof leaf === 'string' ? paths.add(path) : leaf));
    return genuine;
  };
  // The first response names the strings; each of the others changes one of them.
  return [
    collecting,
    forged(() => true),
    ...Array.from({ length: 8 }, (_, i) => forged((path) => [...paths][i] === path)),
  ];
}
