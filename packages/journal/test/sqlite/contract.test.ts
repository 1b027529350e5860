import { describeStore } from '../../src/testing.ts';
import { sqliteUnderTest } from './files.ts';

describeStore('sqliteStore', sqliteUnderTest);
