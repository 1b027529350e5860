import { GROUPS, type Clause, type GroupLetter } from './clause.ts';
import { capabilities } from './clauses/manifest/01-10-capabilities.ts';
import { requestInput } from './clauses/input/01-09-request.ts';
import { clientOptions } from './clauses/input/10-12-options.ts';
import { laterValues } from './clauses/input/13-14-values.ts';
import { wireRequest } from './clauses/wire/01-08-request.ts';
import { sending } from './clauses/wire/09-15-sending.ts';
import { storedRequests } from './clauses/wire/16-stored.ts';
import { sentAmount } from './clauses/money/01-sent-amount.ts';
import { reportedAmount } from './clauses/money/02-05-reported-amount.ts';
import { sentCurrency } from './clauses/money/06-sent-currency.ts';
import { bodySignature } from './clauses/signature/01-05-body-signature.ts';
import { credentials } from './clauses/signature/06-11-credentials.ts';
import { documentedResponses } from './clauses/outcomes/01-05-documented.ts';
import { disbelief } from './clauses/outcomes/06-11-disbelief.ts';
import { storedResults } from './clauses/outcomes/12-json.ts';
import { arraysForObjects } from './clauses/outcomes/13-arrays.ts';
import { ownWords } from './clauses/outcomes/14-17-own-words.ts';
import { callersOwnResults } from './clauses/outcomes/18-19-callers-own.ts';
import { members } from './clauses/outcomes/20-24-members.ts';
import { unsentFaults } from './clauses/faults/01-04-unsent.ts';
import { connectionFaults } from './clauses/faults/05-07-connection.ts';
import { truncation } from './clauses/faults/08-truncation.ts';
import { responseFaults } from './clauses/faults/09-15-response.ts';
import { namedTroubles } from './clauses/faults/16-19-details.ts';
import { retryingFetch } from './clauses/faults/20-retrying-fetch.ts';
import { captureSecrecy } from './clauses/secrecy/01-04-capture.ts';
import { printing } from './clauses/secrecy/05-06-printing.ts';
import { secretMistakes } from './clauses/secrecy/07-09-mistakes.ts';
import { proxyPages } from './clauses/secrecy/10-proxy-page.ts';
import { lookupSecrecy } from './clauses/secrecy/11-lookup.ts';
import { meddlingHooks } from './clauses/secrecy/12-hooks.ts';
import { storableFields } from './clauses/secrecy/16-storable.ts';
import { secretText } from './clauses/secrecy/13-15-text.ts';
import { aborts } from './clauses/cancellation/01-06-abort.ts';
import { deadlines } from './clauses/cancellation/07-08-deadline.ts';
import { transportFailures } from './clauses/cancellation/09-11-transport.ts';
import { abortedLookups } from './clauses/cancellation/12-lookup.ts';
import { lastChecks } from './clauses/cancellation/13-last-check.ts';
import { documentedLookups } from './clauses/lookup/01-03-documented.ts';
import { failedLookups } from './clauses/lookup/04-06-failures.ts';
import { lookupKeys } from './clauses/lookup/07-keys.ts';
import { siblings } from './clauses/lookup/08-10-siblings.ts';
import { refusedLookups } from './clauses/lookup/11-refused.ts';
import { callersOwnLookups } from './clauses/lookup/12-callers-own.ts';
import { membersOfLookups } from './clauses/lookup/13-15-members.ts';
import { uncachedLookups } from './clauses/lookup/16-cache.ts';
import { notificationSignature } from './clauses/notification/01-04-signature.ts';
import { changedNotifications } from './clauses/notification/05-09-changed.ts';
import { notificationVerdict } from './clauses/notification/10-12-verdict.ts';
import { receivedNotifications } from './clauses/notification/13-16-receiving.ts';
import { membersOfNotifications } from './clauses/notification/17-19-members.ts';
import { endpoints } from './clauses/environment/01-04-endpoint.ts';
import { environmentsOfCaptures } from './clauses/environment/05-08-capture.ts';
import { environmentsOfLookups } from './clauses/environment/09-10-lookup.ts';
import { environmentsOfNotifications } from './clauses/environment/11-12-notification.ts';

/** Every clause of the contract, in order. A new one takes the number after the last of its letter. */
export const CLAUSES: readonly Clause[] = [
  ...capabilities, // K1–K10
  ...requestInput, // I1–I9
  ...clientOptions, // I10–I12
  ...laterValues, // I13–I14
  ...wireRequest, // W1–W8
  ...sending, // W9–W15
  ...storedRequests, // W16
  ...sentAmount, // M1
  ...reportedAmount, // M2–M5
  ...sentCurrency, // M6
  ...bodySignature, // S1–S5
  ...credentials, // S6–S11
  ...documentedResponses, // O1–O5
  ...disbelief, // O6–O11
  ...storedResults, // O12
  ...arraysForObjects, // O13
  ...ownWords, // O14–O17
  ...callersOwnResults, // O18–O19
  ...members, // O20–O24
  ...unsentFaults, // F1–F4
  ...connectionFaults, // F5–F7
  ...truncation, // F8
  ...responseFaults, // F9–F15
  ...namedTroubles, // F16–F19
  ...retryingFetch, // F20
  ...captureSecrecy, // X1–X4
  ...printing, // X5–X6
  ...secretMistakes, // X7–X9
  ...proxyPages, // X10
  ...lookupSecrecy, // X11
  ...meddlingHooks, // X12
  ...secretText, // X13–X15
  ...storableFields, // X16
  ...aborts, // C1–C6
  ...deadlines, // C7–C8
  ...transportFailures, // C9–C11
  ...abortedLookups, // C12
  ...lastChecks, // C13
  ...documentedLookups, // L1–L3
  ...failedLookups, // L4–L6
  ...lookupKeys, // L7
  ...siblings, // L8–L10
  ...refusedLookups, // L11
  ...callersOwnLookups, // L12
  ...membersOfLookups, // L13–L15
  ...uncachedLookups, // L16
  ...notificationSignature, // N1–N4
  ...changedNotifications, // N5–N9
  ...notificationVerdict, // N10–N12
  ...receivedNotifications, // N13–N16
  ...membersOfNotifications, // N17–N19
  ...endpoints, // E1–E4
  ...environmentsOfCaptures, // E5–E8
  ...environmentsOfLookups, // E9–E10
  ...environmentsOfNotifications, // E11–E12
];

/** The group of a clause, by the letter of its number. */
export function groupOf({ number }: Clause): {
  readonly letter: GroupLetter;
  readonly name: string;
  readonly promise: string;
} {
  const letter = number.charAt(0) as GroupLetter;
  const [name, promise] = GROUPS[letter];
  return { letter, name, promise };
}
