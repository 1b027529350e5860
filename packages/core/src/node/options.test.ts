import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { caught } from '../../test/refusals.ts';
import { InvalidOptionsError } from '../errors/invalid-input.ts';
import { createNodeTransport } from './node-transport.ts';

test.each<[string, object, path: string]>([
  ['a deadline of 0', { deadlines: { dns: 0 } }, 'deadlines.dns'],
  ['a deadline that no timer holds', { deadlines: { body: 2 ** 31 } }, 'deadlines.body'],
  ['a deadline that does not exist', { deadlines: { answer: 5 } }, 'deadlines.answer'],
  ['keepAlive as a word', { keepAlive: 'yes' }, 'keepAlive'],
  ['no connections', { keepAlive: { maxSockets: 0 } }, 'keepAlive.maxSockets'],
  ['half a connection', { keepAlive: { maxSockets: 0.5 } }, 'keepAlive.maxSockets'],
  ['an idle time as text', { keepAlive: { idleTimeout: '5s' } }, 'keepAlive'],
  ['a certificate that is none', { ca: 'canary-5f1d' }, 'ca'],
  ['certificates of which one is none', { ca: ['canary-5f1d'] }, 'ca.0'],
  ['certificate checks switched off', { rejectUnauthorized: false }, 'rejectUnauthorized'],
])('a transport with %s is refused with the name of the option', (_what, options, path) => {
  const error = caught(() => createNodeTransport(options));
  expect(error).toBeInstanceOf(InvalidOptionsError);
  expect((error as InvalidOptionsError).issues.map((issue) => issue.path)).toEqual([path]);
  expect(inspect(error)).not.toContain('canary');
});
