import assert from 'node:assert/strict';
import { each, type Proof } from '../../clause.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { assertEnvironmentChecked, ENVIRONMENTS, otherThan, withStatement } from '../../support/environments.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import type { AnySubject, SampleLookup, SampleResponse } from '../../subject.ts';

/** The statuses that say what became of the payment. */
const CONCLUSIVE: readonly string[] = ['captured', 'pending', 'declined'];

type Environment = (typeof ENVIRONMENTS)[number];

/** Proves that a lookup says live or test, and that one in the environment that is not expected decides nothing. */
export const environmentsOfLookups = [
  each('E9', 'a lookup of the other environment than the expected one decides nothing', (subject) =>
    eachStated(subject, ({ lookup, expected, stating }, expect) => async () => {
      const { result } = await lookupWith(subject, lookup.keys, stating(otherThan(expect)), { expect });
      assert.equal(result.decides, false);
      assert.ok(!CONCLUSIVE.includes(result.status), `the lookup must not be ${result.status}`);
      if (!CONCLUSIVE.includes(expected)) return;
      assert.deepEqual([result.status, result.error?.code], ['unknown', 'other_environment']);
      assert.equal(result.live, expect !== 'live');
      assertEnvironmentChecked(result.checks, expect);
    }),
  ),
  each('E10', 'a lookup of the expected environment counts as ever, and says which it is', (subject) =>
    eachStated(subject, ({ lookup, expected, stating }, expect) => async () => {
      const { result } = await lookupWith(subject, lookup.keys, stating(expect), { expect });
      assert.equal(result.status, expected);
      if (CONCLUSIVE.includes(expected)) assert.equal(result.live, expect === 'live');
    }),
  ),
];

interface Stated {
  readonly lookup: SampleLookup;
  readonly expected: string;
  readonly stating: (environment: Environment) => SampleResponse;
}

function eachStated(subject: AnySubject, proof: (given: Stated, expect: Environment) => Proof[1]): readonly Proof[] {
  const { environment } = subject.responses;
  if (!environment) return [];
  return lookupCases(subject, (lookup) => {
    const form = { ...environment, field: lookup.environmentField ?? environment.field };
    return lookup.responses.flatMap(({ name, expected, response }) => {
      const stating = (one: Environment) => withStatement(response, form, one) ?? response;
      if (withStatement(response, form, 'live') === undefined) return [];
      return ENVIRONMENTS.map((expect): Proof => [
        `${lookup.name}, ${name}, where ${expect} is expected`,
        proof({ lookup, expected, stating }, expect),
      ]);
    });
  });
}
