import { describeProvider } from '@capture/conformance';
import { subject } from '../test/subject.ts';

describeProvider(subject, { fuzz: 20_000 });
