// Claims and finishes operations in a process of its own, until none is left: `claim-all.ts <file> <name>`.
import { sqliteStore } from '../../src/sqlite.ts';
import { ACCOUNT, change } from '../../src/testing/samples.ts';

const [, , path = '', name = ''] = process.argv;
const store = sqliteStore(path);
await store.open();
const mine: string[] = [];
for (let round = 0; ; round += 1) {
  const token = `${name}-${round}`;
  const claimed = await store.claimToSend({ account: ACCOUNT, limit: 3, token, lease: 60_000 });
  if (claimed.length === 0) break;
  await Promise.all(
    claimed.map(async ({ id }) => {
      const set = { captureId: `${name} ${id}` };
      if (await store.change(change(id, 'sending', 'captured', 'result', { token, set }))) mine.push(id);
    }),
  );
}
await store.close();
process.stdout.write(JSON.stringify(mine));
