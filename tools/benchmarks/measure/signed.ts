import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../workspace/workspace.ts';

/**
 * The input for measuring a signature: a provider's exported function, and the fields and secret of its page's sample.
 */
export const SIGNED: Readonly<Record<string, { readonly name: string; readonly fields: object; readonly secret: string }>> = {
  payfull: { name: 'payfullHash', ...sample('payfull', 'password') },
  pockyt: { name: 'pockytSignature', ...sample('pockyt', 'token') },
}; // prettier-ignore

function sample(id: string, secret: string): { readonly fields: object; readonly secret: string } {
  const { request, credentials } = JSON.parse(readFileSync(join(ROOT, 'protocol', id, 'sample.json'), 'utf8')) as {
    readonly request: { readonly body: object };
    readonly credentials: Readonly<Record<string, string>>;
  };
  return { fields: request.body, secret: credentials[secret] ?? '' };
}
