import { describeProvider, fuzzResponses } from '@capture/conformance';
import { expect, test } from 'vitest';
import { subject } from '../test/subject.ts';

describeProvider(subject);

test('no mutated answer is believed further than it goes', async () => {
  const { statuses, slowest } = await fuzzResponses(subject, { seed: 1, runs: 20_000 });
  // The mutations are worth something only if they lead everywhere.
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['captured', 'declined', 'unknown']));
  expect(slowest.milliseconds).toBeLessThan(50);
}, 120_000);
