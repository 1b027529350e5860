export { constantTimeEqual, hmacSha1Hex, hmacSha256Hex, md5Hex, sha256Hex } from './digests.ts';
export { inByteOrder, makeSignature, type Signature, type SignedField } from './signature.ts';
