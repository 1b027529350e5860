export {
  capturedResult,
  declinedResult,
  pendingResult,
  unknownResult,
  unsentResult,
} from './testing/capture-results.ts';
export type { ExampleId, EveryLookupKey, GivenAccepted, GivenDeclined, GivenResult, GivenUnknown, GivenUnsent, IdOf } from './testing/given.ts'; // prettier-ignore
export { type GivenLookup, lookupResult } from './testing/lookup-results.ts';
