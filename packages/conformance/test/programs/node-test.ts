// Registers the contract of the toy provider with node:test, under its own id or under a wrong one from the command
// line.
import { describe, test } from 'node:test';
import { describeProvider } from '../../src/index.ts';
import { toySubject } from '../toy-subject.ts';

const [, , id = toySubject.id] = process.argv;
describeProvider({ ...toySubject, id }, { describe, test, fuzz: 500 });
