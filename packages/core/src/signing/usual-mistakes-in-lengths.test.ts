import { describeUsualMistakes } from '../../test/describe-usual-mistakes.ts';

describeUsualMistakes('lengths');
describeUsualMistakes('prefixed');
