export { STORE_GROUPS, type StoreClause } from './testing/clause.ts';
export { describeStore, proveStore, STORE_CLAUSES, type StoreBreach } from './testing/describe-store.ts';
export { type Describe, type Test, type TestRunner } from './testing/test-runner.ts';
export { type CreateStore, type Handles, type StoreUnderTest } from './testing/subject.ts';
