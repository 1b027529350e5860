export type { Digest, HashFunction } from './signing/digest.ts';
export {
  constantTimeEqual,
  hmacSha256Hex,
  MD5,
  md5Hex,
  sha256Hex,
  SHA_1,
  SHA_256,
  SHA_384,
  SHA_512,
} from './signing/digests.ts';
export { type DigestForm, type LengthUnit } from './signing/encodings.ts';
export { explainMismatch, type MismatchExplanation, type MismatchInput } from './signing/explain-mismatch.ts';
export { explainSignature, type SignatureInput } from './signing/explain-signature.ts';
export { type Mistake } from './signing/mistakes/suspect.ts';
export { type FieldOrder, inByteOrder } from './signing/order.ts';
export { importRsaPublicKey, verifyRsaSha256 } from './signing/rsa.ts';
export { type DefinedScheme, defineScheme } from './signing/scheme.ts';
export type { SecretUse, SignatureScheme } from './signing/signature-scheme.ts';
export {
  type LeftOutField,
  makeSignature,
  type SignatureExplanation,
  type SignedField,
  type SignedPiece,
} from './signing/signature.ts';
export { type SignedFields } from './signing/signed-fields.ts';
