// The built packages, as the journal's package resolves them.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../../../packages/journal/package.json', import.meta.url));
export const load = (entrance) => import(pathToFileURL(require.resolve(entrance)).href);

export const { money } = await load('@capture/core');
export const { openJournal } = await load('@capture/journal');
export const { sqliteStore } = await load('@capture/journal/sqlite');
const { createFreepayment } = await load('@capture/freepayment');
const { createPayfull } = await load('@capture/payfull');

/** Each provider: its client over a transport, and the request with a number. */
export const PROVIDERS = {
  freepayment: {
    create: (options) => createFreepayment({ shopId: '12345', secretKey: 'sandbox-secret-key', ...options }),
    baseUrl: 'https://api.freepayment.online/beyag',
    request: (authorizationId) => ({ authorizationId, amount: money('0.50', 'USD') }),
    authorizationId: (number) => `1-${String(number).padStart(10, '0')}`,
  },
  payfull: {
    create: (options) => createPayfull({ merchant: 'merchant name', password: 'sandbox-payfull-password', ...options }),
    baseUrl: 'https://shop.payfull.com',
    request: (authorizationId) => ({ authorizationId, amount: money('23.02', 'TRY'), clientIp: '192.168.1.1' }),
    authorizationId: (number) => `T4U_${String(number).padStart(20, '0')}`,
  },
};
