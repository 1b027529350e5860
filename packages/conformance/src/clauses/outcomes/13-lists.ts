import { each, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';
import { assertNotBelieved } from '../../support/disbelief.ts';

/** Proves that a list is not taken for an object. */
export const listsForObjects = [
  each('O13', 'a list in place of an object that holds a part of a success is never captured', (subject) =>
    objectsOf(subject).flatMap((path): Proof[] => [
      [`${path}: an empty list`, () => assertNotBelieved(subject, path, () => [])],
      [`${path}: the object in a list`, () => assertNotBelieved(subject, path, (object) => [object])],
    ]),
  ),
];

/** The paths of the objects in a success that hold something that counts, directly or deeper. */
function objectsOf({ responses: { decisive, compared = [], captureId } }: AnySubject): string[] {
  const holders = [...decisive, ...compared, captureId].flatMap((path) => {
    const names = path.split('.').slice(0, -1);
    return names.map((_name, index) => names.slice(0, index + 1).join('.'));
  });
  return [...new Set(holders)];
}
