// @ts-check
import { InvalidRequestError, money } from '@capture/core';
import { createPayfull } from '@capture/payfull';

const payfull = createPayfull({ merchant: 'm', password: 'p', baseUrl: 'https://shop.payfull.com' });
const request = { authorizationId: 'a-1', amount: money('23.02', 'TRY'), clientIp: '127.0.0.1' };
const { url, signature } = payfull.prepare(request);
try {
  payfull.prepare({ ...request, clientIp: 'nowhere' });
} catch (error) {
  console.log(url, typeof signature?.text, InvalidRequestError.is(error) && error.issues[0]?.path);
}
