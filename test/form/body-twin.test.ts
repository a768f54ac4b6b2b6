import { describe, expect, test } from 'vitest';
import { readLetter } from '../../src/form/read-letter.ts';
import type { Reading } from '../../src/model/form.ts';
import { attached, file, html, letter, multipart, type Part, plain } from './letters.ts';
import { shown } from './shown.ts';

const ask = 'Kính đề nghị Trung tâm thực hiện:';
const rowsHtml = (...rows: string[][]): string =>
  rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
const tableOf = (...rows: string[][]): string =>
  `<table>${rowsHtml(['STT', 'Họ và tên', 'Đơn vị', 'Nội dung đề nghị'], ...rows)}</table>`;
const hang = ['1', 'Lê Thị Hằng', 'Sở Nội vụ', 'Cấp mới hộp thư'];
const nam = ['2', 'Trần Văn Nam', 'Sở Nội vụ', 'Hủy bỏ hộp thư'];

const read = (raw: Buffer): Promise<Reading> =>
  readLetter(
    raw,
    { attachmentBytes: 1e7, html: true, trustRoots: [], skip: [], stopAt: Infinity },
    async () => {},
  );
const both = (words: string, shownWords: string): Part =>
  multipart([plain(words), html(shownWords)], 'alternative');
const codes = ({ problems }: Reading): string[] => problems.map(({ code }) => code);
const rows = ({ forms }: Reading): string[] => forms.flatMap((form) => shown(form).rows);

describe('a letter that people see as HTML', () => {
  test.each([
    ['no HTML to show', 'Your mail program cannot show HTML. Mozilla Thunderbird can.'],
    ['the letter without its table', `${ask}\n\nTrân trọng.`],
    ['the same in tabs', `${ask}\n\n${[hang, nam].map((cells) => cells.join('\t')).join('\n')}`],
    ['the same, a cell a line', `${ask}\n\n${[...hang, ...nam].join('\n\n')}\n\n[cid:logo@01D]`],
    [
      'a banner and what stands for a logo',
      `[CẢNH BÁO: Thư Từ Bên Ngoài]\n[Sở Nội Vụ Kiên Giang]\n${ask}\nỦy Ban Nhân Dân Tỉnh Kiên Giang`,
    ],
    [
      'the same in columns',
      `${ask}\n1  Lê Thị   Sở Nội  Cấp mới\n   Hằng     vụ      hộp thư\n2  Trần     Sở Nội  Hủy bỏ\n   Văn Nam  vụ      hộp thư`,
    ],
  ])('is read as such beside plain words that have %s', async (_, words) => {
    const reading = await read(letter(both(words, `<p>${ask}</p>${tableOf(hang, nam)}<p>Trân trọng.</p>`)));
    expect(rows(reading)).toEqual([
      '1 | Lê Thị Hằng | Sở Nội vụ | Cấp mới hộp thư',
      '2 | Trần Văn Nam | Sở Nội vụ | Hủy bỏ hộp thư',
    ]);
    expect(codes(reading)).toEqual([]);
  });

  test.each([
    ['another person', '1. Lê Thị Hoa - Sở Nội vụ - Cấp mới hộp thư'],
    ['another wish', '1. Lê Thị Hằng - Sở Nội vụ - Mở khóa hộp thư'],
    ['a word against it', '1. Lê Thị Hằng - Sở Nội vụ - Không cấp mới hộp thư'],
    ['a person more', `${hang.join('\t')}\n${nam.join('\t')}\n3\tĐỗ Thị Oanh\tSở Nội vụ\tHủy bỏ hộp thư`],
    ['a person less', hang.join('\t')],
    ['the wishes of each other', 'Lê Thị Hằng\tHủy bỏ hộp thư\nTrần Văn Nam\tCấp mới hộp thư'],
    ['a line that takes it back', `${hang.join('\t')}\n${nam.join('\t')}\n\nXin rút danh sách này.`],
  ])('says something else than plain words with %s: nobody knows which is meant', async (_, words) => {
    const reading = await read(letter(both(`${ask}\n\n${words}`, `<p>${ask}</p>${tableOf(hang, nam)}`)));
    expect(codes(reading)).toEqual(['forms-disagree']);
    expect(reading.problems[0]?.difference).toContain('bản chữ thường của thư');
  });

  test('has its secrecy mark in the HTML alone', async () => {
    const marked = [
      `<p>M&#7852;T</p><p>${ask}</p>`,
      `<table><tr><td>SỞ NỘI VỤ<td>TỐI MẬT</table><p>${ask}</p>`,
    ];
    for (const words of marked) {
      const reading = await read(letter(both(ask, `${words}${tableOf(hang)}`)));
      expect(reading).toMatchObject({ text: '', forms: [] });
      expect(codes(reading)).toEqual(['secrecy-mark']);
    }
    const form = attached('a.xlsx', file('openpyxl-iso-dates.xlsx'));
    const beside = await read(letter(both(ask, '<table><tr><td>SỞ NỘI VỤ<td>Mật</table>'), form));
    expect(codes(beside)).toEqual(['secrecy-mark']);
  });

  test('tells what it shows, where its plain words are others', async () => {
    const { text } = await read(
      letter(both('Xem bản HTML.', '<p>Đề nghị cấp lại mật khẩu hộp thư của Sở.</p>')),
    );
    expect(text).toBe('Đề nghị cấp lại mật khẩu hộp thư của Sở.');
  });

  test('in parts is read with all of them', async () => {
    const parts = [plain('Đề nghị không thực hiện các dòng sau:'), html(tableOf(hang))];
    expect(rows(await read(letter(multipart(parts))))).toEqual([]);
    expect(rows(await read(letter(multipart([plain(ask), html(tableOf(hang))]))))).toHaveLength(1);
  });

  test('is not too long by a picture that was pasted into it', async () => {
    const picture = `<img src="data:image/png;base64,${'iVBOR/w0'.repeat(200_000)}">`;
    expect(rows(await read(letter(html(`<p>${ask}</p>${tableOf(hang)}${picture}`))))).toHaveLength(1);
  });
});

describe('the subject of a letter', () => {
  const about = (subject: string): Promise<Reading> => {
    const raw = letter(html(`<p>Kính gửi Trung tâm,</p>${tableOf(hang)}`)).toString();
    const encoded = `=?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`;
    return read(Buffer.from(raw.replace('Subject: Kinh gui Trung tam', `Subject: ${encoded}`)));
  };

  test.each([
    'Phiếu yêu cầu cấp hộp thư',
    'V/v gửi phiếu đề nghị về hộp thư điện tử',
    '[KIỂM TRA] PHIẾU YÊU CẦU',
    'Đề nghị cấp mới hộp thư công vụ',
    'Cấp mới thư công vụ',
  ])('asks as a title does: %s', async (subject) => {
    expect(rows(await about(subject))).toHaveLength(1);
  });

  test.each([
    'Hộp thư công vụ',
    'Re: Phiếu yêu cầu cấp hộp thư',
    'Fwd: Phiếu yêu cầu cấp hộp thư',
    'Thu hồi phiếu yêu cầu',
    'Dự thảo phiếu yêu cầu cấp hộp thư',
    'Cấp mới hộp thư: báo cáo kết quả',
  ])('asks for nothing: %s', async (subject) => {
    expect(rows(await about(subject))).toEqual([]);
  });

  test('keeps the marks at its head, which may take a form back', async () => {
    expect((await about('Re: [Test] Phiếu yêu cầu')).subject).toBe('Re: [Test] Phiếu yêu cầu');
  });
});
