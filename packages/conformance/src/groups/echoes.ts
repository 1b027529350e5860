import { askedOf } from '../bench/asked.ts';
import { canariesOf, DIGITS, formsOf, type Canary } from '../bench/canaries.ts';
import { lookupWith } from '../bench/exchange.ts';
import { mapLeaves } from '../bench/paths.ts';
import { assertSecret, seen, type Send } from '../bench/seen.ts';
import { surfacesOf } from '../bench/surfaces.ts';
import { each } from '../clause.ts';
import type { AnySubject, Question } from '../subject.ts';

/** Proves that secrets stay in also where the server sends them back, as some do. */
export const echoed = [
  each('X2', 'a secret that the server repeats is masked, in whatever form it writes it', (subject) =>
    canariesOf(subject).flatMap((canary) =>
      formsOf(canary.value).map(([form, text]) => [
        `${canary.name} ${form}`,
        async () => {
          for (const answer of echoes(subject, text)) assertSecret(await seen(subject, answer), [canary]);
        },
      ]),
    ),
  ),
  each('X3', 'a secret that the server repeats in a refusal is masked', (subject) =>
    subject.answers.declined.slice(0, 1).flatMap(({ answer }) =>
      canariesOf(subject).map((canary) => [
        canary.name,
        async () => {
          for (const [, text] of formsOf(canary.value)) {
            const repeating: Send = (wire) => {
              const genuine = answer(askedOf(subject, subject.request, wire));
              return {
                ...genuine,
                body: mapLeaves(genuine.body, (leaf) => (typeof leaf === 'string' ? `${leaf} ${text}` : leaf)),
              };
            };
            assertSecret(await seen(subject, repeating), [canary]);
          }
        },
      ]),
    ),
  ),
  each('X11', 'a look-up shows no secret either', (subject) =>
    (subject.lookup ?? []).flatMap((question) =>
      canariesOf(subject)
        .filter(({ value }) => value.length > 4)
        .map((canary) => [
          `${canary.name}, asked ${question.name}`,
          async () => {
            for (const result of await lookupsRepeating(subject, question, canary))
              assertSecret(surfacesOf('the result of the look-up', result), [canary]);
          },
        ]),
    ),
  ),
];

/** A look-up does not know the card: its number can be recognised by its digits, and in no other form. */
async function lookupsRepeating(subject: AnySubject, { keys, answers }: Question, canary: Canary): Promise<unknown[]> {
  const known = canary.name in subject.credentials || canary.name.startsWith('header ');
  const forms = formsOf(canary.value).filter(([form]) => known || DIGITS.includes(form));
  return Promise.all(
    answers.flatMap(({ answer }) =>
      forms.map(async ([, text]) => {
        const body = mapLeaves(answer.body, (leaf) => (typeof leaf === 'string' ? text : leaf));
        return (await lookupWith(subject, keys, { ...answer, body })).result;
      }),
    ),
  );
}

/** Answers in which a text stands in the place of, or behind, what the provider says: in all of its texts, in those that decide nothing, in one at a time, and in fields that nobody knows. */
function echoes(subject: AnySubject, text: string): readonly Send[] {
  const { decisive, captureId } = subject.answers;
  const inTexts =
    (replace: (leaf: string, path: string) => string): Send =>
    (wire) => {
      const genuine = subject.answers.captured(askedOf(subject, subject.request, wire));
      const body = mapLeaves(genuine.body, (leaf, path) => (typeof leaf === 'string' ? replace(leaf, path) : leaf));
      return {
        ...genuine,
        headers: { 'x-kit': text },
        body: { ...(body as object), kit: text, kitAll: { [text]: text } },
      };
    };
  const decides = new Set([...decisive, captureId]);
  return [
    inTexts(() => text),
    inTexts((leaf, path) => (decides.has(path) ? leaf : text)),
    inTexts((leaf, path) => (decides.has(path) ? leaf : `${leaf} ${text}.`)),
    ...[...decides].map((one) => inTexts((leaf, path) => (path === one ? text : leaf))),
  ];
}
