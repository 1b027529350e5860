import assert from 'node:assert/strict';
import { each } from '../../clause.ts';
import { clientOf } from '../../support/client.ts';
import type { SampleRequest } from '../../subject.ts';

/** Proves that a request can be stored without its secrets, and sent later as it was. */
export const storedRequests = [
  each(
    'W16',
    'the storable fields of a request, with the fields that are missing, make the same request',
    (subject) => {
      const required = new Set(subject.required.map((path) => path.split('.')[0]));
      const fewest = Object.fromEntries(Object.entries(subject.request).filter(([name]) => required.has(name)));
      const samples = [
        ['with every field', subject.request],
        ['with the required fields', fewest as SampleRequest],
      ] as const;
      return samples.map(([title, request]) => [
        title,
        () => {
          const client = clientOf(subject);
          const first = client.prepare(request);
          // JSON is what a store makes of it.
          const stored = JSON.parse(JSON.stringify(first.storable)) as object;
          const [later, again] = [0, 1].map(() => client.prepare({ ...request, ...stored }));
          assert.ok(later && again);
          assert.equal(later.reference, first.reference, 'the reference is another one');
          assert.deepEqual([later.method, later.url], [first.method, first.url]);
          assert.deepEqual(later.storable, first.storable);
          // A nonce or a timestamp makes two dry runs differ: then there is no body to compare with.
          const isRepeatable = later.exactBody?.reveal() === again.exactBody?.reveal();
          if (isRepeatable)
            assert.equal(later.exactBody?.reveal(), first.exactBody?.reveal(), 'the body is another one');
        },
      ]);
    },
  ),
];
