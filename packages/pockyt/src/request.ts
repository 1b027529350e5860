import {
  amount,
  bodyReference,
  card,
  id,
  ipAddress,
  matching,
  text,
  webAddress,
  wholeNumber,
  type Schema,
  type StorableFields,
} from '@capture/core/provider';
import * as v from 'valibot';

/**
 * *documented*: "Transaction currencies". *third-party*: the vendor's own plugins charge cards in USD only. The
 * currencies of an account are not published.
 */
export const CURRENCIES = ['USD', 'CNY', 'PHP', 'IDR', 'KRW', 'HKD', 'THB', 'MYR', 'GBP', 'BDT', 'PKR'] as const;

/** A price in its wire form, which names no currency. */
const price = matching(/^(?:0|[1-9]\d*)(?:\.\d{1,2})?$/, 'must be a decimal string such as "10.00"');

/**
 * A string that its notification repeats. *third-party*: the signed string is joined without encoding, so `&name=` in a
 * value could be another member, and such a notification is refused (see webhook.ts).
 */
function verifiable<S extends v.GenericSchema<string>>(schema: S) {
  return v.pipe(
    schema,
    v.check(
      (value: string) => !/&[\w.-]+=/.test(value),
      'must not contain "&", a name and "=" in a row: its notification could not be verified',
    ),
  );
}

/** *third-party*, the vendor's API reference: all of it is required, except the tax. */
const goods = v.strictObject({
  /** The item's name (`goods_name` in every example; `goods_info` in the vendor's table). */
  name: text(255),
  /** The number of items. */
  quantity: wholeNumber(),
  category: v.picklist(['DIGITAL_GOODS', 'PHYSICAL_GOODS'], 'must be "DIGITAL_GOODS" or "PHYSICAL_GOODS"'),
  /** The item's description. */
  description: text(1000),
  /** The unit price in major units, in the currency of the capture: `'10.00'`. */
  amount: price,
  /** The tax on one item, in the same form. */
  tax: v.optional(price),
});
const list = v.pipe(v.array(goods), v.minLength(1, 'must not be empty'));

/**
 * Pockyt, page "Capture", section "Body Params". The page lost the names of its fields; they are known from the
 * vendor's SDK (*third-party*).
 */
const schema = v.strictObject({
  /**
   * The amount to charge, in one of the eleven documented currencies (*documented*: `amount`, required; *example*:
   * `300`).
   */
  amount: v.pipe(
    amount(CURRENCIES),
    // *assumed*: the rupiah has two decimals in ISO 4217, but the vendor writes it in whole units, like the won (which
    // has none).
    v.check(({ minor, currency }) => currency !== 'IDR' || minor % 100 === 0, 'must be whole for IDR'),
  ),
  /**
   * The card to charge (*documented*: `cardNumber`, `cardCvv`, `cardExpMonth`, `cardExpYear`, required). Sending cards
   * requires PCI SAQ D.
   */
  card: card(),
  /** Your own id of this payment (*documented*: `reference`, required; *third-party*: unique). Lookups need it. */
  reference: verifiable(bodyReference()),
  /** A note (*documented*: `note`). */
  notes: v.optional(verifiable(text(1000))),
  /** The customer's number at Pockyt (*documented*: `customerNo`; *third-party*: needed for 3-D Secure). */
  customerNo: v.optional(id()),
  /** The IP address of the customer (*documented*: `clientIp`). */
  clientIp: v.optional(ipAddress()),
  /**
   * The goods (*documented*: `goodsInfo`, "highly recommended"; sent as a JSON string). One item (*third-party*: the
   * vendor's API reference) or an array (*third-party*: its older examples).
   */
  goodsInfo: v.optional(v.lazy((given): typeof goods | typeof list => (Array.isArray(given) ? list : goods))),
  /** The URL that receives notifications (*documented*: `ipnUrl`, "must be secure"). */
  ipnUrl: v.optional(webAddress()),
  /** The URL to which the customer returns (*documented*: `callbackUrl`). Pockyt replaces `{status}` and the like. */
  callbackUrl: v.optional(webAddress({ http: true })),
  /** The customer's terminal (*documented*: `terminal`, required; *example*: `ONLINE`). */
  terminal: v.optional(v.picklist(['ONLINE', 'WAP'], 'must be "ONLINE" or "WAP"'), 'ONLINE'),
  /**
   * The settlement currency (*documented*: `settleCurrency`). By default GBP for GBP and USD otherwise, as documented.
   */
  settleCurrency: v.optional(v.picklist(['USD', 'GBP'], 'must be "USD" or "GBP"')),
  /**
   * A value such as `CCREJECT-REFUSED`, which makes a test payment fail (*documented*, but the field has lost its name;
   * *third-party*: `cardHolderName`, in a guide of the vendor).
   */
  simulateFailure: v.optional(matching(/^CCREJECT-[A-Z_]+$/, 'must be CCREJECT- and capital letters or underscores')),
});

/** Request of a Pockyt capture. */
export interface PockytCaptureRequest extends v.InferInput<typeof schema> {}
/** Checked {@link PockytCaptureRequest}. */
export interface CheckedPockytRequest extends v.InferOutput<typeof schema> {}
/** A checked item of `goodsInfo`. */
export type CheckedGoods = v.InferOutput<typeof goods>;

/** The schema, with type names that editors can show. */
export const requestSchema: Schema<PockytCaptureRequest, CheckedPockytRequest> = schema;

/** The fields that may be stored between recording a capture and sending it. */
export const storable: StorableFields<PockytCaptureRequest> = {
  amount: true,
  card: false,
  reference: true,
  notes: true,
  customerNo: true,
  clientIp: true,
  goodsInfo: true,
  ipnUrl: true,
  callbackUrl: true,
  terminal: true,
  settleCurrency: true,
  simulateFailure: true,
};
