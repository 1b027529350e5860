export {
  constantTimeEqual,
  type Digest,
  hmacSha256Hex,
  MD5,
  md5Hex,
  SHA_1,
  SHA_256,
  SHA_384,
  SHA_512,
  sha256Hex,
} from './digests.ts';
export { type DigestForm, type LengthUnit } from './encodings.ts';
export { explainMismatch, type MismatchExplanation, type MismatchInput } from './explain-mismatch.ts';
export { explainSignature, type SignatureInput } from './explain-signature.ts';
export { type SignedFields } from './fields.ts';
export { type Mistake } from './mistakes/suspect.ts';
export { type FieldOrder, inByteOrder } from './order.ts';
export { defineScheme, type DefinedScheme, type SecretUse, type SignatureScheme } from './scheme.ts';
export { type LeftOutField, makeSignature, type Signature, type SignedField } from './signature.ts';
