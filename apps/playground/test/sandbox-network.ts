import https from 'node:https';
import { createSandbox } from '@capture/sandbox';

// Preloaded before an example that is written for production: the sandbox stands in for the network, and the
// environment has its accounts, under the names that the examples use.
const sandbox = createSandbox();
globalThis.fetch = sandbox.fetch;
// As a mocking library does: no connection is made, and the default transport sends over `fetch`.
const HOSTS = /\.(?:firstoken\.co|payfull\.com|paymentoptions\.com|freepayment\.online|yuansfer(?:dev)?\.com)$/;
const request = https.request.bind(https);
https.request = ((options: https.RequestOptions) =>
  request(
    HOSTS.test(options.host ?? '') ? { ...options, agent: new https.Agent(), signal: AbortSignal.abort() } : options,
  )) as typeof https.request;

for (const [provider, credentials] of Object.entries(sandbox.credentials))
  for (const [option, value] of Object.entries(credentials))
    process.env[`${provider}_${option.replace(/[A-Z]/g, '_$&')}`.toUpperCase()] = value;

// The merchant's own host.
process.env['PAYFULL_BASE_URL'] = 'https://shop.payfull.com';
