import { describeUsualMistakes } from '../../test/describe-usual-mistakes.ts';

describeUsualMistakes('pairs');
