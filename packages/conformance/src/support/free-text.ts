import { clientOf } from './client.ts';
import { leafPaths, valueAt, withValueAt } from './paths.ts';
import { secretFieldsOf } from './canaries.ts';
import type { AnySubject } from '../subject.ts';

/** The paths of the sample request that take any text of a caller: an ordinary one with spaces is accepted there. */
export function textPathsOf(subject: AnySubject): readonly string[] {
  const secrets = secretFieldsOf(subject).map(({ name }) => name);
  return leafPaths(subject.request).filter((path) => {
    if (typeof valueAt(subject.request, path) !== 'string' || secrets.includes(path)) return false;
    try {
      clientOf(subject).prepare(withValueAt(subject.request, path, 'two tickets'));
      return true;
    } catch {
      return false;
    }
  });
}
