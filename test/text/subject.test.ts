import { expect, test } from 'vitest';
import { subjectWords } from '../../src/text/subject.ts';

test.each([
  ['Phiếu yêu cầu', 'Phiếu yêu cầu', false],
  ['[KIỂM TRA] Phiếu yêu cầu', 'Phiếu yêu cầu', false],
  ['Re: Phiếu yêu cầu', 'Phiếu yêu cầu', true],
  ['RE: [Hộp thư] Fwd: Rút lại phiếu', 'Rút lại phiếu', true],
  ['Trả lời[2]: Phiếu yêu cầu', 'Phiếu yêu cầu', true],
  ['Recall: phiếu', 'Recall: phiếu', false],
  ['', '', false],
])('%s: the words of its own', (subject, words, isEarlier) => {
  expect(subjectWords(subject)).toEqual({ words, isEarlier });
});
