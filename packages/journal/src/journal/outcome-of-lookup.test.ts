import { expect, test } from 'vitest';
import { believed } from './outcome-of-lookup.ts';

const found = (status: string, keys: object = { reference: 'order-1' }) =>
  ({ status, decides: status !== 'pending', keys, captureId: 'cap-1', candidates: [] }) as never;
const alone = { ids: [], seen: [], hasDoubtful: false, hasUnnamedDecline: false };

test.each(['captured', 'pending', 'declined'])('%s is believed where no other operation can be meant', (status) => {
  expect(believed(found(status), alone)).toMatchObject({ status, captureId: 'cap-1' });
});

test.each(['captured', 'pending', 'declined'])('%s is not believed where another was sent meanwhile', (status) => {
  const result = believed(found(status), { ...alone, hasDoubtful: true });
  expect(result).toMatchObject({ status: 'undecidable', decides: false, captureId: undefined });
  expect(result.candidates).toMatchObject([{ captureId: 'cap-1', status }]);
});

test('a capture that another operation has is not believed', () => {
  expect(believed(found('captured'), { ...alone, seen: ['cap-1'] }).status).toBe('undecidable');
});

test('a decline may be that of an operation that was declined without an id; a capture is not', () => {
  const known = { ...alone, hasUnnamedDecline: true };
  expect(believed(found('declined'), known).status).toBe('undecidable');
  expect(believed(found('captured'), known).status).toBe('captured');
});

test('its own capture id decides whatever others did', () => {
  const doubtful = { ...alone, hasDoubtful: true, hasUnnamedDecline: true };
  expect(believed(found('captured', { captureId: 'cap-1' }), doubtful).status).toBe('captured');
});
