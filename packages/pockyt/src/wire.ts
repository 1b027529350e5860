import { formatMajor, type Money } from '@capture/core';
import type { Call } from '@capture/core/provider';
import type { CheckedPockytOptions } from './options.ts';
import type { CheckedGoods, CheckedPockytRequest } from './request.ts';

/** The path of a capture (*third-party*: the page prints none). */
const PATH = '/order/v4/capture';

/**
 * Maps a capture to its documented parameters, all of them strings. Absent values are not sent, because public clients
 * disagree on how an empty value is signed.
 */
export function encode(request: CheckedPockytRequest, options: CheckedPockytOptions): Call {
  const { amount, card, goodsInfo } = request;
  return {
    method: 'POST',
    path: PATH,
    body: {
      type: 'json',
      fields: {
        ...account(options),
        amount: amountText(amount),
        cardCvv: card.cvv,
        cardExpMonth: card.expiryMonth,
        cardExpYear: card.expiryYear,
        cardNumber: card.number,
        currency: amount.currency,
        customerNo: request.customerNo,
        clientIp: request.clientIp,
        note: request.notes,
        reference: request.reference,
        settleCurrency: request.settleCurrency ?? (amount.currency === 'GBP' ? 'GBP' : 'USD'),
        vendor: 'creditcard',
        terminal: request.terminal,
        goodsInfo:
          goodsInfo && JSON.stringify(Array.isArray(goodsInfo) ? goodsInfo.map(goodsFields) : goodsFields(goodsInfo)),
        ipnUrl: request.ipnUrl,
        callbackUrl: request.callbackUrl,
        cardHolderName: request.simulateFailure,
      },
    },
  };
}

/** The account, which every call names. */
export function account({ merGroupNo, merchantNo, storeNo }: CheckedPockytOptions) {
  return { merGroupNo, merchantNo, storeNo };
}

/**
 * Formats an amount. *example*: `300`, so whole amounts have no decimals. *third-party*: `1.00` and `10.00`, so others
 * have all of them.
 */
function amountText(amount: Money): string {
  return formatMajor(amount).replace(/\.0+$/, '');
}

/** *third-party*: names, order and string values as in the vendor's example. */
function goodsFields({ name, quantity, category, description, amount, tax }: CheckedGoods): object {
  return { goods_name: name, quantity: String(quantity), category, description, amount, tax };
}
