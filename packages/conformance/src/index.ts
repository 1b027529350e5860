export { GROUPS, type Case, type Clause, type GroupLetter } from './clause.ts';
export { describeProvider, type DescribeOptions } from './describe-provider.ts';
export { fuzzResponses, type FuzzReport } from './fuzz/fuzz-responses.ts';
export { CLAUSES, groupOf } from './list.ts';
export { type Describe, type Test, type TestRunner } from './test-runner.ts';
export { prove, type Breach, type ProofReport } from './prove.ts';
export {
  defineSubject,
  type SampleResponse,
  type SampleResponses,
  type Respond,
  type AnySubject,
  type ReceivedRequest,
  type ClientUnderTest,
  type Credentials,
  type DecidingFields,
  type EnvironmentForm,
  type KitOptions,
  type NamedResponse,
  type NotificationForm,
  type SampleLookup,
  type SampleRequest,
  type SignatureForm,
  type SignedNotification,
  type Subject,
  type WireForm,
} from './subject.ts';
export { withTransport } from './with-transport.ts';
