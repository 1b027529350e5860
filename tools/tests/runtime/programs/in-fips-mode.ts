// Creates a client of every provider while Node is in FIPS mode, where OpenSSL gives no MD5. Prints what each says, and
// whether it captures.
import crypto from 'node:crypto';

// A Node without a FIPS provider refuses every digest in FIPS mode, except those that it has fetched before. A provider
// has SHA-256, and neither MD5 nor SHA-1 for signatures.
crypto.hash('sha256', '');
crypto.setFips(true);

const { PROVIDERS } = await import('../../../../apps/playground/src/providers/index.ts');
const { MD5, SHA_1, SHA_256, explainMismatch } = await import('../../../../packages/core/src/signing.ts');
const { createSandbox } = await import('../../../../packages/sandbox/src/index.ts');
const { payfullScheme } = await import('../../../../packages/payfull/src/sign.ts');

const sandbox = createSandbox();
const clients = PROVIDERS.map(({ id, create, sample }) => {
  try {
    const client = create({ ...sandbox.credentials[id], baseUrl: 'https://nobody.invalid' });
    return { id, prepared: client.prepare(sample as never).method };
  } catch (error) {
    const { name, message } = error as Error;
    return { id, name, message };
  }
});
const refused = [MD5, SHA_1, SHA_256].filter(({ hash }) => {
  try {
    return hash.hex('') === '';
  } catch {
    return true;
  }
});
// An upper-case signature: the search tries other digests on its way.
const fields = { total: '23.02', currency: 'TRY' };
const theirs = payfullScheme.sign(fields, 'pass').reveal().toUpperCase();
const { found, searched } = explainMismatch({ scheme: payfullScheme, fields, secret: 'pass', theirs });
const explained = found && searched.complete;
process.stdout.write(JSON.stringify({ clients, refused: refused.map(({ name }) => name), explained }));
