import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../src/sqlite.ts';
import { card, createWorld, requests } from '../world.ts';
import { temporaryFolder } from './files.ts';

/** Everything of the file that is written, free pages included, but not the salts and checksums of the log. */
function bytesOf(path: string): Buffer {
  const bytes = readFileSync(path);
  if (path.endsWith('-shm')) return Buffer.alloc(0);
  if (!path.endsWith('-wal')) return bytes;
  const pages = [];
  const [header, frameHeader] = [32, 24];
  const page = bytes.length < header ? 1 : bytes.readUInt32BE(8);
  for (let at = header; at < bytes.length; at += frameHeader + page)
    pages.push(bytes.subarray(at + frameHeader, at + frameHeader + page));
  return Buffer.concat(pages);
}

/** A secret in the encodings in which it could get into a file. */
const encodingsOf = (secret: string): Buffer[] => [
  Buffer.from(secret),
  Buffer.from(secret, 'utf16le'),
  ...(secret.length > 4
    ? [Buffer.from(btoa(secret).replace(/=+$/, '')), Buffer.from(Buffer.from(secret).toString('hex'))]
    : []),
];

const occursIn = (secret: string, bytes: Buffer): boolean => encodingsOf(secret).some((form) => bytes.includes(form));

test('no card and no credential is in any byte of the files, whatever happens to a capture', async () => {
  const folder = temporaryFolder();
  const world = createWorld({
    faults: ({ operation, count }) => (operation === 'capture' && count % 3 === 2 ? 'commit-then-drop' : undefined),
  });
  const { sandbox, clock } = world;
  // The times and ids of the files are those of this test, so that a security code of three digits is in none of them.
  let ids = 0;
  const journal = await world.open({
    store: sqliteStore(join(folder, 'captures.db'), { clock: () => clock.now() }),
    newId: () => `operation-${(ids += 1)}`,
  });
  const { pockyt, payfull, freepayment, firstoken, paymentoptions } = sandbox.credentials;
  const credentials = [
    pockyt.token,
    payfull.password,
    freepayment.secretKey,
    btoa(`${freepayment.shopId}:${freepayment.secretKey}`),
    firstoken.apiKey,
    paymentoptions.apiKey,
    paymentoptions.authorization,
  ];
  const names = ['cvv', 'cvc', 'expiryMonth', 'expiryYear', 'verifySign', 'password', 'authorization: ', 'x-api-key'];
  const canaries = [card.number, card.cvv, '4111111111111112', ...credentials, ...names];
  const expectNone = (moment: string): void => {
    const files = readdirSync(folder);
    const all = Buffer.concat(files.map((name) => bytesOf(join(folder, name))));
    // The search finds what is there.
    expect(occursIn('ship-1042', all), moment).toBe(true);
    expect(
      canaries.filter((canary) => occursIn(canary, all)),
      moment,
    ).toEqual([]);
  };

  for (const account of ['pockyt', 'payfull', 'freepayment', 'firstoken', 'paymentoptions'] as const)
    await journal.capture(account, 'ship-1042', requests[account]);
  expectNone('after captures');
  const items = Array.from({ length: 12 }, (_, i) => ({
    key: `batch-${i}`,
    request: { ...requests.pockyt, reference: i === 3 ? 'decline-expired-card' : `batch-${i}` },
  }));
  await journal.enqueue('pockyt', items);
  expectNone('after recording');
  const cards = ({ key }: { readonly key: string }) => {
    if (key === 'batch-5') throw new Error(`no card ${card.number}`);
    return key === 'batch-7' ? { ...card, number: '4111111111111112' } : card;
  };
  await journal.work({ until: 'settled', cards });
  expect(world.executed('pockyt').length).toBeGreaterThan(8);
  expectNone('after a batch');
  for (const { body, headers } of sandbox.notifications.list().filter(({ provider }) => provider === 'pockyt'))
    await journal.receive('pockyt', body, headers);
  for await (const { id } of journal.list({ needsDecision: true }))
    await journal.decide(id, { outcome: 'captured', by: 'ops@shop.example', reason: 'seen in the back office' });
  expectNone('after notifications and decisions');
  await journal.close();
  expectNone('after closing');
});

test('a secret that is stored would be found, in the file and in the log', async () => {
  const folder = temporaryFolder();
  const world = createWorld();
  const journal = await world.open({ store: sqliteStore(join(folder, 'captures.db')) });
  const secret = world.sandbox.credentials.payfull.password;
  await journal.capture('payfull', secret, requests.payfull);
  const found = (): string[] => readdirSync(folder).filter((name) => occursIn(secret, bytesOf(join(folder, name))));
  expect(found()).toEqual(['captures.db-wal']);
  await journal.close();
  expect(found()).toEqual(['captures.db']);
});
