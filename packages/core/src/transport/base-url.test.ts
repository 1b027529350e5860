import { describe, expect, test } from 'vitest';
import { baseUrlFault } from './base-url.ts';

const ENDPOINTS = ['/v1/payments', '/query'];

describe('base URLs', () => {
  test.each([
    'https://api.acme.test',
    'https://api.acme.test:8443/base/api/base/api',
    'http://localhost:4100/acme',
    'http://127.0.0.1:4100',
    'http://127.8.9.10',
    'http://[::1]:4100',
    'https://v1.acme.test',
    'https://acme.test/myquery',
    'https://acme.test/v1x/payments-eu',
  ])('the base URL %s is accepted', (url) => {
    expect(baseUrlFault(url, ENDPOINTS)).toBeUndefined();
  });

  test.each([
    'http://x.localhost:4100',
    'http://api.localhost',
    'http://localhost.',
    'http://localhost.acme.test',
    'http://127.0.0.1.acme.test',
    'http://0.0.0.0:4100',
    'http://[::]:4100',
    'http://[::ffff:127.0.0.1]',
    'http://10.0.0.1',
  ])('the base URL %s is not loopback, so it must be https:', (url) => {
    expect(baseUrlFault(url)).toMatch(/http: is for loopback/);
  });

  test.each(['http://[fe80::1%25eth0]:80', 'http://[fe80::1%eth0]', 'https://[::1%25lo]'])(
    'the base URL %s has a zone',
    (url) => {
      expect(baseUrlFault(url)).toMatch(/IPv6 zone/);
    },
  );

  test.each([25, 22, 6000, 6667, 10080])('port %i, which fetch blocks, is refused', async (port) => {
    const url = `https://127.0.0.1:${port}`;
    const error: unknown = await fetch(url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ cause: { message: 'bad port' } });
    expect(baseUrlFault(url)).toMatch(/port that fetch blocks/);
  });

  test.each([
    ['https://api.acme.test/v1/payments', '/v1/payments'],
    ['https://api.acme.test/V1/Payments', '/v1/payments'],
    ['https://api.acme.test/v1', '/v1/payments'],
    ['https://api.acme.test/v1/payments/1042/capture', '/v1/payments'],
    ['https://api.acme.test/eu/query', '/query'],
  ])('the base URL %s has the documented path, which would be sent twice', (url, path) => {
    expect(baseUrlFault(url, ENDPOINTS)).toContain(`must end before the documented path ${path}`);
  });
});
