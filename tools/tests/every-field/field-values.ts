import type { Sandbox } from '../../../packages/sandbox/src/index.ts';

/** Values of one field at its limits: those that are sent, and those one step beyond, which the client refuses. */
export interface FieldValues {
  readonly sent: readonly unknown[];
  /** Values that the sandbox takes, and declines as they ask it to. */
  readonly declined?: readonly unknown[];
  readonly refused?: readonly unknown[];
}

/** The values of every field of a provider's request and options, by path. */
export interface ProviderValues {
  readonly request: Readonly<Record<string, FieldValues>>;
  /** Options beside credentials: those of the sandbox take no other value. */
  readonly options: Readonly<Record<string, (sandbox: Sandbox) => readonly unknown[]>>;
}

/** Plain text of 1 to `max` characters, in one, two, three and four bytes each. */
const text = (max: number): FieldValues => ({
  sent: ['x', 'x'.repeat(max), 'ü'.repeat(max), '請'.repeat(max), '😀'.repeat(max), 'a & b = "c" \\ <d> +%2B'],
  refused: ['', 'x'.repeat(max + 1), '😀'.repeat(max + 1), 'a\nb'],
});
/** A reference that stands in a body, where a slash and dots mean nothing; in a path they would. */
const reference = (max: number): FieldValues => ({
  sent: ['x', 'x'.repeat(max), 'ü'.repeat(max), '😀'.repeat(max), 'a b-c_d:e.f', 'a/b..c'],
  refused: ['', 'x'.repeat(max + 1), ' a'],
});
const id: FieldValues = {
  sent: ['a', 'a'.repeat(64), 'A.b_c:d-9'],
  refused: ['', 'a'.repeat(65), 'a/b', 'ü'],
};
const ip: FieldValues = {
  sent: ['0.0.0.0', '255.255.255.255', '::1', '2001:db8:85a3:8d3:1319:8a2e:370:7348'],
  refused: ['', '256.1.1.1', '2001:db8::1::1', '10.0.0.1, 10.0.0.2'],
};
const whole: FieldValues = { sent: [1, Number.MAX_SAFE_INTEGER], refused: [0, 1.5, 2 ** 53] };
const oneOf = (...words: string[]): FieldValues => ({ sent: words, refused: ['', 'other', ` ${words[0] ?? ''}`] });
const address = (protocol: string): FieldValues => ({
  sent: [`${protocol}//a.example`, `${protocol}//shop.example/ü?a={status}&b=%20#c`, `${protocol}//a.example/`.padEnd(2048, 'x')],
  refused: ['', `${protocol}//a.example/`.padEnd(2049, 'x'), `${protocol}//a.example/a b`, 'ftp://a.example', '/path'],
}); // prettier-ignore
const minorUnits = (...sent: number[]): FieldValues => ({ sent, refused: [0, -1, 0.5, 2 ** 53] });
const price: FieldValues = { sent: ['0', '0.01', '10.00', '9'.repeat(15)], refused: ['', '1.001', '-1', '1,00'] };

/** The published test cards. */
const card: Readonly<Record<string, FieldValues>> = {
  'card.number': { sent: ['5425233430109903', '4111111111111111', '378282246310005'], refused: ['54252334301', '5425233430109904'] }, // prettier-ignore
  'card.cvv': { sent: ['000', '9999'], refused: ['12', '12345'] },
  'card.expiryMonth': { sent: ['01', '12'], refused: ['1', '13'] },
  'card.expiryYear': { sent: ['2098', '2099'], refused: ['26', '1999'] },
};

/** A base URL that the sandbox serves, besides the default. */
const baseUrl = (url: string) => () => [url];

/** The options of a declared environment: the payments of the sandbox are tests. */
const environments = { environment: () => ['sandbox'], expect: () => ['sandbox'] };

/** The fields of every provider. A new field has no values, which fails a test. */
export const VALUES: Readonly<Record<string, ProviderValues>> = {
  firstoken: {
    request: {
      authorizationId: id,
      'amount.minor': minorUnits(100, 100_000),
      'amount.currency': { sent: ['COP'], refused: ['cop', 'QQQ'] },
      reference: reference(64),
      installments: whole,
      clientIp: ip,
    },
    options: { ...environments, baseUrl: baseUrl('https://api.firstoken-staging.co') },
  },
  freepayment: {
    request: {
      authorizationId: id,
      'amount.minor': minorUnits(1, 100_000),
      'amount.currency': { sent: ['USD', 'JPY', 'KWD'], refused: ['usd', 'IDR'] },
      reference: {
        sent: ['x', 'x'.repeat(255), 'ü'.repeat(255), 'a b-c_d:e.f'],
        refused: ['', 'x'.repeat(256), 'a;b', 'a/b', 'a..b'],
      },
    },
    options: {
      ...environments,
      baseUrl: baseUrl('https://api.freepayment.online/beyag'),
      publicKey: ({ notifications }) => [notifications.publicKey],
      sendCurrency: () => [true, false],
    },
  },
  payfull: {
    request: {
      authorizationId: id,
      'amount.minor': minorUnits(1, 100_000),
      'amount.currency': { sent: ['TRY', 'USD', 'EUR', 'GBP'], refused: ['try', 'JPY'] },
      clientIp: ip,
      reference: reference(64),
      notes: text(1000),
      language: oneOf('en', 'tr'),
    },
    options: { baseUrl: baseUrl('https://another.payfull.com'), language: () => ['en', 'tr'] },
  },
  paymentoptions: {
    request: {
      authorizationId: id,
      'amount.minor': minorUnits(1, 100_000),
      'amount.currency': { sent: ['JPY', 'USD', 'KWD'], refused: ['jpy', 'QQQ'] },
      notes: text(128),
      reference: reference(64),
    },
    options: {
      ...environments,
      baseUrl: baseUrl('https://api-dev.paymentoptions.com/api/v1/api/v1'),
      authorization: ({ credentials }) => [credentials.paymentoptions.authorization],
    },
  },
  pockyt: {
    request: {
      'amount.minor': minorUnits(100, 100_000_000),
      'amount.currency': {
        sent: ['USD', 'CNY', 'PHP', 'IDR', 'KRW', 'HKD', 'THB', 'MYR', 'GBP', 'BDT', 'PKR'],
        refused: ['usd', 'EUR'],
      },
      ...card,
      reference: reference(64),
      notes: text(1000),
      customerNo: id,
      clientIp: ip,
      'goodsInfo.name': text(255),
      'goodsInfo.quantity': whole,
      'goodsInfo.category': oneOf('DIGITAL_GOODS', 'PHYSICAL_GOODS'),
      'goodsInfo.description': text(1000),
      'goodsInfo.amount': price,
      'goodsInfo.tax': price,
      ipnUrl: address('https:'),
      callbackUrl: address('http:'),
      terminal: oneOf('ONLINE', 'WAP'),
      settleCurrency: { ...oneOf('USD'), refused: ['', 'EUR'] },
      simulateFailure: {
        sent: [],
        declined: ['CCREJECT-REFUSED', 'CCREJECT-BANK_ERROR'],
        refused: ['', 'REFUSED', 'CCREJECT-'],
      },
    },
    options: { ...environments, baseUrl: baseUrl('https://mapi.yuansferdev.com'), merGroupNo: () => id.sent },
  },
};
