export { GROUPS, type Case, type Clause, type GroupLetter } from './clause.ts';
export { describeProvider } from './describe-provider.ts';
export { fuzzAnswers, type FuzzReport } from './fuzz/fuzz-responses.ts';
export { CLAUSES, groupOf } from './list.ts';
export { prove, type Breach, type Proven } from './prove.ts';
export {
  defineSubject,
  type Answer,
  type Answers,
  type AnswerTo,
  type AnySubject,
  type Asked,
  type ClientUnderTest,
  type Credentials,
  type KitOptions,
  type NamedAnswer,
  type NotificationForm,
  type Question,
  type SampleRequest,
  type SignatureForm,
  type SignedNotification,
  type Subject,
  type WireForm,
} from './subject.ts';
export { withTransport } from './with-transport.ts';
