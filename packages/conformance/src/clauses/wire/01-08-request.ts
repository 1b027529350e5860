import assert from 'node:assert/strict';
import { parseBody, fillPath } from '../../support/received-request.ts';
import { canariesOf, findLeak } from '../../support/canaries.ts';
import { NOWHERE } from '../../support/client.ts';
import { valueAt, leafPaths, withValueAt } from '../../support/paths.ts';
import { requestSeen, requestSeenUnlessRejected } from '../../support/sent-request.ts';
import { each, once } from '../../clause.ts';

const NON_ASCII = 'Şekerli çay, Grüße, 你好, ñandú 🎉';
const PATH_TRICKS = ['../other', 'a/b', 'a%2Fb', 'a?b=c', 'a#b', '..', '.', 'a\\b', 'a;b', 'a b'];

/** Proves that the provider receives the request that it documents, once, with every value in its place. */
export const wireRequest = [
  once('W1', 'a capture is one request with the documented method and path', async (subject) => {
    const { method, url } = await requestSeen(subject);
    assert.equal(method, subject.wire.method);
    assert.equal(url, NOWHERE + fillPath(subject.wire.path, subject.request));
  }),
  once('W2', 'the body has the documented media type and declares it', async (subject) => {
    const { headers, body = '' } = await requestSeen(subject);
    const type = subject.wire.body === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
    assert.equal(headers['content-type']?.split(';')[0], type);
    assert.equal(headers['accept'], 'application/json');
    assert.equal(body.startsWith('{'), subject.wire.body === 'json');
  }),
  each('W3', 'every field is sent unchanged in its documented place', (subject) =>
    Object.entries(subject.wire.fields).map(([path, field]) => [
      `${path} as ${field}`,
      async () => {
        assert.equal(
          String(valueAt(parseBody(await requestSeen(subject)), field)),
          String(valueAt(subject.request, path)),
        );
      },
    ]),
  ),
  each('W4', 'an omitted field is not sent as another value', (subject) =>
    Object.entries(subject.wire.fields)
      .filter(([path]) => !subject.required.includes(path))
      .map(([path, field]) => [
        path,
        async () => {
          const request = withValueAt(subject.request, path, undefined);
          const found = valueAt(
            parseBody((await requestSeenUnlessRejected(subject, request)) ?? assert.fail('the request was rejected')),
            field,
          );
          assert.ok(!['', 'undefined', 'null', null].includes(found as string), `sent as ${JSON.stringify(found)}`);
        },
      ]),
  ),
  once('W5', 'no value in the body is empty or a serialization artefact', async (subject) => {
    const body = parseBody(await requestSeen(subject));
    for (const path of leafPaths(body)) {
      const value = String(valueAt(body, path));
      assert.ok(!/^$|^undefined$|^null$|^NaN$|\[object |\[secret\]/.test(value), `${path} is ${JSON.stringify(value)}`);
    }
  }),
  each('W6', 'non-ASCII characters are sent unchanged or rejected', (subject) =>
    Object.entries(subject.wire.fields)
      .filter(([path]) => typeof valueAt(subject.request, path) === 'string')
      .map(([path, field]) => [
        path,
        async () => {
          const sent = await requestSeenUnlessRejected(subject, withValueAt(subject.request, path, NON_ASCII));
          if (sent) assert.equal(valueAt(parseBody(sent), field), NON_ASCII);
        },
      ]),
  ),
  each('W7', 'an id cannot change the path', (subject) =>
    [...subject.wire.path.matchAll(/\{([\w.]+)\}/g)].flatMap(([, name = '']) =>
      PATH_TRICKS.map((trick) => [
        `${name}: ${JSON.stringify(trick)}`,
        async () => {
          const request = withValueAt(subject.request, name, trick);
          const sent = await requestSeenUnlessRejected(subject, request);
          if (sent) assert.equal(new URL(sent.url).pathname, fillPath(subject.wire.path, request));
        },
      ]),
    ),
  ),
  once('W8', 'the URL contains no secret', async (subject) => {
    assert.equal(findLeak((await requestSeen(subject)).url, canariesOf(subject)), undefined);
  }),
];
