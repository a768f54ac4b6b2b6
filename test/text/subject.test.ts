import { expect, test } from 'vitest';
import { ownSubject, subjectWords } from '../../src/text/subject.ts';

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

test.each([
  ['RE: [PYC-2026-000001] Đã thực hiện 2/2 nội dung - phiếu yêu cầu của Sở Nội vụ', 'RE:'],
  [
    'Trả lời: [PYC-2026-000001] Chưa thực hiện: phiếu chưa ghi đủ nội dung - phiếu yêu cầu của Sở Y tế',
    'Trả lời:',
  ],
  ['Re: Thông báo kết quả', ''],
  ['Re: [PYC-2026-000001] Đã thực hiện 2/9 nội dung, 7 không thực hiện được, phiếu yêu c…', 'Re:'],
  ['RE: [Phiếu PYC-2026-000120] Kết quả giải quyết yêu cầu', ''],
  ['[EXT] Re: TL: V/v kết quả cấp hộp thư', ''],
  ['Re: Kết quả thực hiện - đề nghị dừng', 'Re: Kết quả thực hiện - đề nghị dừng'],
  ['TL: Kết quả xử lý, đừng hủy', 'TL: Kết quả xử lý, đừng hủy'],
  ['Trả lời: kết quả phiếu yêu cầu (bản nháp)', 'Trả lời: kết quả phiếu yêu cầu (bản nháp)'],
  ['Re: [PYC-2026-000001] Hủy bỏ yêu cầu này…', 'Re: [PYC-2026-000001] Hủy bỏ yêu cầu này…'],
  [
    'Re: [PYC-2026-000001] Đã thực hiện 1/3 nội dung - phiếu yêu cầu của Sở Nội vụ - không làm dòng 2',
    'Re: - không làm dòng 2',
  ],
  ['Fwd: Kết quả thực hiện phiếu yêu cầu', 'Fwd: Kết quả thực hiện phiếu yêu cầu'],
  ['Kết quả thực hiện phiếu yêu cầu', 'Kết quả thực hiện phiếu yêu cầu'],
  ['Re: Rút lại phiếu yêu cầu', 'Re: Rút lại phiếu yêu cầu'],
  ['Hủy bỏ - phiếu yêu cầu của Sở Nội vụ', 'Hủy bỏ - phiếu yêu cầu của Sở Nội vụ'],
])('%s: what its author wrote', (subject, own) => {
  expect(ownSubject(subject)).toBe(own);
});

test('a subject of any length is read in no time of its length', () => {
  expect(ownSubject(`Re: ${'…'.repeat(80_000)}`).length).toBeLessThanOrEqual(1000);
  expect(ownSubject(`Re: ${'[PYC-'.repeat(80_000)}`).length).toBeLessThanOrEqual(1000);
});
