import assert from 'node:assert/strict';
import { answeringTransport, captureWith, clientOf } from '../../support/capture-with.ts';
import { assertNames, refusal } from '../../support/assert-result.ts';
import { at, leaves, withAt } from '../../support/paths.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each, once, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';
import {
  CANARY,
  NO_REQUESTS,
  WRONG_AMOUNTS,
  WRONG_BOOLEANS,
  WRONG_CALLS,
  WRONG_CURRENCIES,
  WRONG_MINORS,
  WRONG_NUMBERS,
  WRONG_TEXTS,
} from '../../tables/invalid-values.ts';

/** Proves that a caller's mistake is told at once, in words that can be logged, and that nothing goes out because of it. */
export const input = [
  each('I1', 'a request that is no object is refused', (subject) =>
    NO_REQUESTS.map(([what, value]) => [what, () => refuses(subject, value, '')]),
  ),
  each('I2', 'a required field that is missing is refused by name', (subject) =>
    subject.required.map((path) => [path, () => refuses(subject, withAt(subject.request, path, undefined), path)]),
  ),
  each('I3', 'a field of the wrong form is refused by name', (subject) =>
    leaves(subject.request)
      .filter((path) => !path.startsWith('amount'))
      .flatMap((path) => wrongs(subject, path)),
  ),
  each('I4', 'an amount that is no positive whole number of minor units is refused', (subject) => [
    ...WRONG_AMOUNTS.map(([what, value]): Proof => [
      `amount: ${what}`,
      () => refuses(subject, withAt(subject.request, 'amount', value), 'amount'),
    ]),
    ...WRONG_MINORS.map(([what, value]): Proof => [
      `amount.minor: ${what}`,
      () => refuses(subject, withAt(subject.request, 'amount.minor', value), 'amount.minor'),
    ]),
  ]),
  each('I5', 'a currency that is none is refused', (subject) =>
    WRONG_CURRENCIES.map(([what, value]) => [
      what,
      () => refuses(subject, withAt(subject.request, 'amount.currency', value), 'amount.currency'),
    ]),
  ),
  each('I6', 'a field that does not exist is refused, so that a slip of the pen is not lost', (subject) =>
    ['', ...objectsIn(subject.request)].map((path) => [
      path === '' ? 'in the request' : `in ${path}`,
      () => refuses(subject, withAt(subject.request, path === '' ? 'amout' : `${path}.amout`, CANARY), path),
    ]),
  ),
  once('I7', 'the required fields are enough', async (subject) => {
    const { result, sent } = await captureWith(subject, subject.answers.captured, { request: onlyRequired(subject) });
    assert.equal(result.status, 'captured');
    assert.equal(sent.length, 1);
  }),
  each('I8', 'wrong options of a call are refused', (subject) =>
    WRONG_CALLS.map(([what, value]) => [what, () => refuses(subject, subject.request, '', value)]),
  ),
  once('I9', 'a request that is frozen all the way down is taken, and left as it was', async (subject) => {
    const before = JSON.stringify(subject.request);
    const request = deepFreeze(structuredClone(subject.request));
    assert.equal((await captureWith(subject, subject.answers.captured, { request })).result.status, 'captured');
    assert.equal(JSON.stringify(request), before);
  }),
];

/** Capture and dry run refuse it, name the path, repeat no value and send nothing. */
async function refuses(subject: AnySubject, request: unknown, path: string, call?: unknown): Promise<void> {
  const transport = answeringTransport(() => ({ status: 200, headers: {}, body: '{}' }));
  const client = clientOf(subject, { transport });
  const refused = [await refusal(() => client.capture(request as never, call as never))];
  if (call === undefined) refused.push(await refusal(() => client.prepare(request as never)));
  for (const error of refused) {
    if (path !== '') assertNames(error, path);
    for (const [surface, text] of surfacesOf('the error', error))
      assert.ok(!text.includes(CANARY), `${surface} repeats the value`);
  }
  assert.equal(transport.sent.length, 0, 'nothing may be sent');
}

function wrongs(subject: AnySubject, path: string): Proof[] {
  const sample = at(subject.request, path);
  const values =
    typeof sample === 'number' ? WRONG_NUMBERS : typeof sample === 'boolean' ? WRONG_BOOLEANS : WRONG_TEXTS;
  return values.map(([what, value]) => [
    `${path}: ${what}`,
    () => refuses(subject, withAt(subject.request, path, value), path),
  ]);
}

function objectsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const inner = Object.entries(value).flatMap(([name, item]) =>
    objectsIn(item, path === '' ? name : `${path}.${name}`),
  );
  return path === '' ? inner : [path, ...inner];
}

function onlyRequired({ request, required }: AnySubject): AnySubject['request'] {
  const start: AnySubject['request'] = { amount: request.amount };
  return required.reduce((made, path) => withAt(made, path, at(request, path)), start);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
