import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A certificate for the documented hosts of the providers and for loopback, with the authority that signed it. */
export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
  /** In PEM: the file that a client has to trust. */
  readonly authority: string;
}

/** A DER value: a tag, its length, its content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const octets = (content: Uint8Array): Buffer => der(0x04, content);
const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));
const timeOf = (date: Date): Buffer =>
  der(
    0x17,
    Buffer.from(
      date
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(2),
    ),
  );

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const CRITICAL = der(0x01, Buffer.from([0xff]));
const IS_AUTHORITY = sequence(oid('551d13'), CRITICAL, octets(sequence(CRITICAL)));
const SIGNS_CERTIFICATES = sequence(oid('551d0f'), CRITICAL, octets(der(0x03, Buffer.from([2, 0x04]))));
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Creates a new authority and a certificate of it, valid for a year. The authority's key is forgotten, so that a
 * client that trusts it trusts this certificate and no other. `hosts` are host names; `*.` stands for one label.
 */
export function createCertificate(hosts: readonly string[], now = new Date()): ServerCertificate {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = nameOf(`Capture sandbox ${now.toISOString()}`);
  const validity = sequence(timeOf(new Date(now.getTime() - YEAR_MS / 365)), timeOf(new Date(now.getTime() + YEAR_MS)));
  const names = [
    ...hosts.map((host) => der(0x82, Buffer.from(host))),
    der(0x87, Buffer.from([127, 0, 0, 1])),
    der(0x87, Buffer.from([...new Uint8Array(15), 1])),
  ];
  const signed = (serial: number, subject: Buffer, key: KeyObject, ...extensions: readonly Buffer[]): string => {
    const content = sequence(
      der(0xa0, der(0x02, Buffer.from([2]))),
      der(0x02, Buffer.from([serial])),
      ECDSA_WITH_SHA256,
      issuer,
      validity,
      subject,
      key.export({ type: 'spki', format: 'der' }),
      der(0xa3, sequence(...extensions)),
    );
    const signature = der(0x03, Buffer.from([0]), sign('sha256', content, authority.privateKey));
    return pem(sequence(content, ECDSA_WITH_SHA256, signature));
  };
  return {
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: signed(2, nameOf('localhost'), server.publicKey, sequence(oid('551d11'), octets(sequence(...names)))),
    authority: signed(1, issuer, authority.publicKey, IS_AUTHORITY, SIGNS_CERTIFICATES),
  };
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
