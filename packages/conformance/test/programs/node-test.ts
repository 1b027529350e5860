// Registers the contract of the toy provider with node:test: whole, or with the id of the command line in place of its own.
import { describe, test } from 'node:test';
import { describeProvider } from '../../src/index.ts';
import { toySubject } from '../toy-subject.ts';

const [, , id = toySubject.id] = process.argv;
describeProvider({ ...toySubject, id }, { describe, test, fuzz: 500 });
