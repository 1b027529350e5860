import type { EmulatorRequest } from '../../emulator/http-types.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { equalSecrets } from '../../emulator/secret-compare.ts';

/** What a client of the emulator needs. *page*: the placeholder that the page prints, so that its example runs as printed. */
export const credentials = { apiKey: 'YOUR API KEY' } as const;

/** *page*: one header. The list of allowed addresses that real keys have is not emulated. */
export function authenticate({ headers }: EmulatorRequest): void {
  if (!equalSecrets(headers['x-api-key'] ?? '', credentials.apiKey)) {
    throw new Rejection('credentials', 'x-api-key', 'the key or the source address is not allowed');
  }
}
