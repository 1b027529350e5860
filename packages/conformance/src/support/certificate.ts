import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate in PEM, as `node:tls` takes them. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const bytes = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => bytes(0x30, ...parts);
const asString = (tag: number, value: string): Buffer => bytes(tag, Buffer.from(value));
const oid = (hex: string): Buffer => bytes(0x06, Buffer.from(hex, 'hex'));

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const NAME = sequence(bytes(0x31, sequence(oid('550403'), asString(0x0c, 'conformance kit'))));

/** Creates a self-signed certificate for 127.0.0.1. `until` is its expiry, `YYMMDDhhmmssZ`. */
export function selfSigned(until = '491231235959Z'): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const address = sequence(bytes(0x87, Buffer.from([127, 0, 0, 1])));
  const content = sequence(
    bytes(0xa0, bytes(0x02, Buffer.from([2]))),
    bytes(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    NAME,
    sequence(asString(0x17, '200101000000Z'), asString(0x17, until)),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    bytes(0xa3, sequence(sequence(oid('551d11'), bytes(0x04, address)))),
  );
  const signature = bytes(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  const der = sequence(content, ECDSA_WITH_SHA256, signature);
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
