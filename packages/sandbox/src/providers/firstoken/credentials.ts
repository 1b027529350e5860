import type { EmulatorRequest } from '../../emulator/http-types.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { equalSecrets } from '../../emulator/secret-compare.ts';

/** The credentials a client needs. *documented*: the placeholder of the page, so that its example runs as printed. */
export const credentials = { apiKey: 'YOUR API KEY' } as const;

/** *documented*: one header. The address allow-list of real keys is not emulated. */
export function authenticate({ headers }: EmulatorRequest): void {
  if (!equalSecrets(headers['x-api-key'] ?? '', credentials.apiKey)) {
    throw new Rejection('credentials', 'x-api-key', 'the key or the source address is not allowed');
  }
}
