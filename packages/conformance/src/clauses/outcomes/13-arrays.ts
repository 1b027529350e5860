import { each, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';
import { assertNotBelieved } from '../../support/disbelief.ts';

/** Proves that an array is not read as an object. */
export const arraysForObjects = [
  each('O13', 'an array in place of an object that a success depends on is unknown', (subject) =>
    objectsOf(subject).flatMap((path): Proof[] => [
      [`${path}: an empty array`, () => assertNotBelieved(subject, path, () => [])],
      [`${path}: the object in an array`, () => assertNotBelieved(subject, path, (object) => [object])],
    ]),
  ),
];

/** The paths of the objects in a success that hold a field that counts, directly or deeper. */
function objectsOf({ responses: { decisive, compared = [], captureId } }: AnySubject): string[] {
  const holders = [...decisive, ...compared, captureId].flatMap((path) => {
    const names = path.split('.').slice(0, -1);
    return names.map((_name, index) => names.slice(0, index + 1).join('.'));
  });
  return [...new Set(holders)];
}
