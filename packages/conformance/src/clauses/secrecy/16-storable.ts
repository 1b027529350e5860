import assert from 'node:assert/strict';
import { once } from '../../clause.ts';
import { canariesOf, findLeak } from '../../support/canaries.ts';
import { clientOf } from '../../support/client.ts';

/** Proves that what a prepared request offers for storing can be stored. */
export const storableFields = [
  once('X16', 'the storable fields of a request are plain data without any secret', (subject) => {
    const { storable } = clientOf(subject).prepare(subject.request);
    const stored = JSON.stringify(storable);
    assert.deepEqual(JSON.parse(stored), storable, 'a storable field is not plain data');
    const leak = findLeak(stored, canariesOf(subject));
    assert.equal(leak, undefined, `a storable field contains ${leak ?? ''}`);
  }),
];
