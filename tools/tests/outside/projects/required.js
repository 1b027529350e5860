/* eslint-disable @typescript-eslint/no-require-imports */
// CommonJS: Node 22 and newer can require an ES module.
const { money, acceptedOrThrow } = require('@capture/core');
const { createPayfull } = require('@capture/payfull');
const { md5Hex } = require('@capture/core/signing');

const payfull = createPayfull({ merchant: 'm', password: 'p', baseUrl: 'https://shop.payfull.com' });
const { method } = payfull.prepare({ authorizationId: 'a-1', amount: money('1.00', 'TRY'), clientIp: '127.0.0.1' });
console.log(method, typeof acceptedOrThrow, md5Hex(''));
