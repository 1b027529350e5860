import {
  amount,
  card,
  id,
  ipAddress,
  matching,
  reference,
  text,
  webAddress,
  wholeNumber,
  type Schema,
} from '@capture/core/provider';
import * as v from 'valibot';

/** *documented*: "Transaction currencies". *third-party*: the vendor's own plugins take cards in USD only; which ones an account may charge is not published. */
export const CURRENCIES = ['USD', 'CNY', 'PHP', 'IDR', 'KRW', 'HKD', 'THB', 'MYR', 'GBP', 'BDT', 'PKR'] as const;

/** A price as it is sent; the wire form has no currency of its own. */
const price = matching(/^(?:0|[1-9]\d*)(?:\.\d{1,2})?$/, 'must be a decimal text such as "10.00"');

/** *third-party*, the vendor's reference of the call: all of it is required, except the tax. */
const goods = v.strictObject({
  /** The item's name (`goods_name` in every sample; `goods_info` in the vendor's table). */
  name: text(255),
  /** How many. */
  quantity: wholeNumber(),
  category: v.picklist(['DIGITAL_GOODS', 'PHYSICAL_GOODS'], 'must be "DIGITAL_GOODS" or "PHYSICAL_GOODS"'),
  /** The item in more words. */
  description: text(1000),
  /** The price of one in major units, in the currency of the capture: `'10.00'`. */
  amount: price,
  /** The tax on one, likewise. */
  tax: v.optional(price),
});
const list = v.pipe(v.array(goods), v.minLength(1, 'must not be empty'));

/** Pockyt, page "Capture", section "Body Params". The page lost the names of its fields; they are known from the vendor's SDK (*third-party*). */
const schema = v.strictObject({
  /** The amount to charge (*documented*: `amount`, required; *example*: `300`). One of the eleven currencies of the page. */
  amount: v.pipe(
    amount(CURRENCIES),
    // *assumed*: ISO 4217 gives the rupiah two digits, but the vendor writes it in whole units, like the won (which has none anyway).
    v.check(({ minor, currency }) => currency !== 'IDR' || minor % 100 === 0, 'must be whole for IDR'),
  ),
  /** The card to charge (*documented*: `cardNumber`, `cardCvv`, `cardExpMonth`, `cardExpYear`, required). Sending one asks for PCI SAQ D. */
  card: card(),
  /** Your own id of this payment (*documented*: `reference`, required; *third-party*: unique). It is what a look-up asks with. */
  reference: reference(),
  /** A note (*documented*: `note`). */
  notes: v.optional(text(1000)),
  /** The customer's number at Pockyt (*documented*: `customerNo`; *third-party*: needed for 3-D Secure). */
  customerNo: v.optional(id()),
  /** The address of the customer (*documented*: `clientIp`). */
  clientIp: v.optional(ipAddress()),
  /** What is sold (*documented*: `goodsInfo`, "highly recommended"; sent as JSON text). One item (*third-party*: the vendor's reference) or a list (*third-party*: its older samples). */
  goodsInfo: v.optional(v.lazy((given): typeof goods | typeof list => (Array.isArray(given) ? list : goods))),
  /** Where notifications are sent (*documented*: `ipnUrl`, "must be secure"). */
  ipnUrl: v.optional(webAddress()),
  /** Where the customer is led afterwards (*documented*: `callbackUrl`). `{status}` and the like are replaced by Pockyt. */
  callbackUrl: v.optional(webAddress({ http: true })),
  /** Where the customer is (*documented*: `terminal`, required; *example*: `ONLINE`). */
  terminal: v.optional(v.picklist(['ONLINE', 'WAP'], 'must be "ONLINE" or "WAP"'), 'ONLINE'),
  /** The currency that is paid out (*documented*: `settleCurrency`, GBP for GBP and else USD). Derived by that rule where absent. */
  settleCurrency: v.optional(v.picklist(['USD', 'GBP'], 'must be "USD" or "GBP"')),
  /** Makes a test payment fail (*documented*, whose field has lost its name; *third-party*: `cardHolderName`, in a guide of the vendor): `CCREJECT-REFUSED` and the like. */
  simulateFailure: v.optional(matching(/^CCREJECT-[A-Z_]+$/, 'must be CCREJECT- and capital letters or underscores')),
});

/** What a Pockyt capture takes. */
export interface PockytCaptureRequest extends v.InferInput<typeof schema> {}
/** @internal The same after checking. */
export interface CheckedPockytRequest extends v.InferOutput<typeof schema> {}
/** @internal One item of `goodsInfo` after checking. */
export type CheckedGoods = v.InferOutput<typeof goods>;

/** The schema under names that an editor can show. */
export const requestSchema: Schema<PockytCaptureRequest, CheckedPockytRequest> = schema;
