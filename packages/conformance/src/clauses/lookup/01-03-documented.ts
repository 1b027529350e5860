import assert from 'node:assert/strict';
import { lookupWith } from '../../support/capture-with.ts';
import { NOWHERE } from '../../support/client.ts';
import { each } from '../../clause.ts';
import { lookupCases } from '../../support/lookup-cases.ts';

/** Proves that a lookup sends the documented request and understands the documented responses. */
export const documentedLookups = [
  each('L1', 'a lookup sends the documented request, once', (subject) =>
    lookupCases(subject, ({ name, keys, method, path }) => [
      [
        name,
        async () => {
          const { sent } = await lookupWith(subject, keys, { status: 500, body: {} });
          assert.deepEqual(
            sent.map((wire) => [wire.method, wire.url]),
            [[method, NOWHERE + path]],
          );
        },
      ],
    ]),
  ),
  each('L2', 'every documented response is understood', (subject) =>
    lookupCases(subject, ({ name, keys, responses }) =>
      responses.map(({ name: responseName, expected, response }) => [
        `${name}, ${responseName}: ${expected}`,
        async () => {
          const { result } = await lookupWith(subject, keys, response);
          assert.equal(result.status, expected);
          assert.equal(result.provider, subject.id);
          assert.deepEqual(result.keys, keys);
          assert.equal(result.decides, expected === 'captured' || expected === 'declined');
          if (expected === 'captured') assert.ok(result.captureId);
          if (expected === 'declined') assert.equal(result.error?.moneyMoved, 'no');
        },
      ]),
    ),
  ),
  each('L3', 'a response about another payment or amount decides nothing', (subject) =>
    lookupCases(subject, ({ name, keys, others = [] }) =>
      others.map(({ name: other, response }) => [
        `${name}, ${other}`,
        async () => {
          const { result } = await lookupWith(subject, keys, response);
          assert.notEqual(result.status, 'captured');
          assert.notEqual(result.status, 'declined');
          assert.equal(result.decides, false);
        },
      ]),
    ),
  ),
];
