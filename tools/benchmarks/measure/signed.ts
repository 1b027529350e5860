import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../workspace/workspace.ts';

/** The input for measuring a signature: the fields and the secret of the page's sample. */
export const SIGNED: Readonly<Record<string, { readonly fields: object; readonly secret: string }>> = {
  payfull: sample('payfull', 'password'),
  pockyt: sample('pockyt', 'token'),
};

function sample(id: string, secret: string): { readonly fields: object; readonly secret: string } {
  const { request, credentials } = JSON.parse(readFileSync(join(ROOT, 'protocol', id, 'sample.json'), 'utf8')) as {
    readonly request: { readonly body: object };
    readonly credentials: Readonly<Record<string, string>>;
  };
  return { fields: request.body, secret: credentials[secret] ?? '' };
}
