import { expect, test } from 'vitest';
import { errorMessages } from './error-messages.ts';

test.each<[unknown, string[]]>([
  ['is missing', ['is missing']],
  [
    ['is missing', 'is 0'],
    ['is missing', 'is 0'],
  ],
  [{ amount: ['is missing', 'is 0'] }, ['amount: is missing', 'amount: is 0']],
  [{ request: { amount: ['is missing'] } }, ['request.amount: is missing']],
  [
    ['is missing', { amount: 'is 0' }],
    ['is missing', 'amount: is 0'],
  ],
  [{ request: [{ amount: 'is 0' }, ['is missing']] }, ['request.amount: is 0', 'request: is missing']],
])('the errors %j are read as the messages %j', (errors, messages) => {
  expect(errorMessages(errors)).toEqual(messages);
});

test.each<[unknown, string[]]>([
  [{ amount: 0, test: true }, ['amount: 0', 'test: true']],
  [{ base: [], parent: null, item: {} }, ['base', 'parent', 'item']],
  [{ items: [1, ''] }, ['items: 1', 'items']],
])('a value that is no string is written as JSON, and a name without a message by itself: %j', (errors, messages) => {
  expect(errorMessages(errors)).toEqual(messages);
});

test.each([{}, [], '', [''], [[]], [null], null])('the errors %j hold no message', (errors) => {
  expect(errorMessages(errors)).toEqual([]);
});
