/** A signature with a common mistake, made from published test values. */
export interface Example {
  readonly title: string;
  readonly provider: string;
  readonly fields: string;
  readonly secret: string;
  readonly signature: string;
}

const PAYFULL = [
  'merchant=merchant name',
  'type=Capture',
  'language=tr',
  'client_ip=192.168.1.1',
  'transaction_id=T4U_8d8125d10a_481a77f38',
  'total=23.02',
];
const PAYFULL_PASSWORD = 'sandbox-payfull-password';

export const EXAMPLES: readonly Example[] = [
  {
    title: 'Turkish letters',
    provider: 'payfull',
    fields: [...PAYFULL, 'passive_data=sipariş için not'].join('\n'),
    secret: PAYFULL_PASSWORD,
    signature: 'f02ec749d3470a0f256b841985f8f21f420825fb873b74f4bb1c603f09ec9969',
  },
  {
    title: 'No HMAC',
    provider: 'payfull',
    fields: [...PAYFULL, 'passive_data=just any passive data'].join('\n'),
    secret: PAYFULL_PASSWORD,
    signature: '2b12e08832871b62c793e1249501f80de26e51ed2638b868e319cd61f7c286ab',
  },
  {
    title: 'Token not hashed',
    provider: 'pockyt',
    fields: [
      'merchantNo=200043',
      'storeNo=300014',
      'amount=300',
      'currency=USD',
      'reference=1699583693607',
      'note=test note',
      'vendor=creditcard',
      'terminal=ONLINE',
      'settleCurrency=USD',
    ].join('\n'),
    secret: '5cbfb079f15b150122261c8537086d77a',
    signature: 'ad9827d989a290e0efdd1f4b938d026b',
  },
];
