/** A test vector of an HMAC: key and message as their bytes, the result in hex. */
export interface HmacVector {
  readonly name: string;
  readonly key: Buffer;
  readonly message: Buffer;
  readonly expected: string;
}

const counted = Buffer.from(Array.from({ length: 25 }, (_, i) => i + 1));
const filled = (length: number, byte: number): Buffer => Buffer.alloc(length, byte);
const LONG = 'Test Using Larger Than Block-Size Key - Hash Key First';

const inputs = (keyLength: number, longKey: number, last: string): readonly (readonly [Buffer, Buffer])[] => [
  [filled(keyLength, 0x0b), Buffer.from('Hi There')],
  [Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')],
  [filled(keyLength, 0xaa), filled(50, 0xdd)],
  [counted, filled(50, 0xcd)],
  [filled(keyLength, 0x0c), Buffer.from('Test With Truncation')],
  [filled(longKey, 0xaa), Buffer.from(LONG)],
  [filled(longKey, 0xaa), Buffer.from(last)],
];
const RFC_2202_LAST = 'Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data';
const RFC_4231_LAST =
  'This is a test using a larger than block-size key and a larger than block-size data. ' +
  'The key needs to be hashed before being used by the HMAC algorithm.';

const vectors = (given: ReturnType<typeof inputs>, results: readonly string[]): HmacVector[] =>
  given.map(([key, message], i) => ({ name: `case ${i + 1}`, key, message, expected: results[i] ?? '' }));

/** RFC 2202 (MD5, SHA-1) and RFC 4231 (SHA-2). The fifth of RFC 4231 is printed there with its first 128 bits only. */
export const HMAC_VECTORS: Readonly<
  Record<'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512', readonly HmacVector[]>
> = {
  MD5: vectors(inputs(16, 80, RFC_2202_LAST), [
    '9294727a3638bb1c13f48ef8158bfc9d',
    '750c783e6ab0b503eaa86e310a5db738',
    '56be34521d144c88dbb8c733f0e8b3f6',
    '697eaf0aca3a3aea3a75164746ffaa79',
    '56461ef2342edc00f9bab995690efd4c',
    '6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd',
    '6f630fad67cda0ee1fb1f562db3aa53e',
  ]),
  'SHA-1': vectors(inputs(20, 80, RFC_2202_LAST), [
    'b617318655057264e28bc0b6fb378c8ef146be00',
    'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
    '125d7342b9ac11cd91a39af48aa17b4f63f175d3',
    '4c9007f4026250c6bc8414f9bf50c86c2d7235da',
    '4c1a03424b55e07fe7f27be1d58bb9324a9a5a04',
    'aa4ae5e15272d00e95705637ce8a3b55ed402112',
    'e8e99d0f45237d786d6bbaa7965c7808bbff1a91',
  ]),
  'SHA-256': vectors(inputs(20, 131, RFC_4231_LAST), [
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
    'a3b6167473100ee06e0c796c2955552b',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ]),
  'SHA-384': vectors(inputs(20, 131, RFC_4231_LAST), [
    'afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6',
    'af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649',
    '88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b2a5ab39dc13814b94e3ab6e101a34f27',
    '3e8a69b7783c25851933ab6290af6ca77a9981480850009cc5577c6e1f573b4e6801dd23c4a7d679ccf8a386c674cffb',
    '3abf34c3503b2a23a46efc619baef897',
    '4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952',
    '6617178e941f020d351e2f254e8fd32c602420feb0b8fb9adccebb82461e99c5a678cc31e799176d3860e6110c46523e',
  ]),
  'SHA-512': vectors(inputs(20, 131, RFC_4231_LAST), [
    '87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde' +
      'daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854',
    '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554' +
      '9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
    'fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39' +
      'bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb',
    'b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db' +
      'a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd',
    '415fad6271580a531d4179bc891d87a6',
    '80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352' +
      '6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598',
    'e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944' +
      'b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58',
  ]),
};
