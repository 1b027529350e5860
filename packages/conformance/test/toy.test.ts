import { describeProvider } from '../src/index.ts';
import { toySubject } from './toy-subject.ts';

describeProvider(toySubject);
