import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import type { Placed, Reading } from '../../src/model/form.ts';
import { attached, file, html, letter, multipart, plain } from './letters.ts';
import { zipOf } from './zips.ts';

const reader = openReader({ children: 2 });
afterAll(() => reader.close());

const iso = file('openpyxl-iso-dates.xlsx');
const everything = file('openpyxl-everything.xlsx');

/** Attachment, code of each problem. */
function problemsOf({ problems }: Reading): string[] {
  return problems.map(({ attachment, code }) => `${attachment}: ${code}`);
}

function namesOf({ forms }: Reading): (string | undefined)[] {
  return forms.flatMap(({ rows }) => rows.map(({ fullName }) => fullName?.text));
}

describe('workbooks of other programs', () => {
  const cell = (placed: Placed | null): string =>
    placed ? `${placed.text} @${placed.where.split('!')[1]}` : '–';
  const read = async (name: string) => {
    const { forms, problems } = await reader.read(letter(plain('Kính gửi'), attached(name, file(name))));
    return {
      problems,
      forms: forms.map((form) => ({
        fields: [form.unit, form.requester, form.position, form.phone, form.content].map(cell),
        rows: form.rows.map(({ number, fullName, unit, wish, phone, note }) =>
          [String(number), ...[fullName, unit, wish, phone, note].map(cell)].join(' | '),
        ),
        skipped: form.skipped.map(({ why, text }) => `${why}: ${text}`),
      })),
    };
  };

  test('openpyxl: formulas without results, strikes, hidden rows, columns and sheets', async () => {
    expect(await read('openpyxl-everything.xlsx')).toEqual({
      problems: [],
      forms: [
        {
          fields: ['SỞ NỘI VỤ @A1', 'Trần Văn Bình @A6', 'Chánh Văn phòng @B7', '0912345678 @B8', '–'],
          rows: [
            '1 | Nguyễn Văn An @B13 | Phòng Tổ chức @C13 | Cấp mới hộp thư @D13 | – | không ai thấy @E13',
            '2 | Lê Thị Hoa @B14 | Phòng Tổ chức @C14 | – | – | –',
            '6 | – | Phòng Tổ chức @C18 | Cấp lại mật khẩu @D18 | – | –',
            '7 | Võ Văn Gộp @B19 | Phòng Thanh tra @C19 | 05/03/2026 @D19 | – | –',
          ],
          skipped: [
            'filtered: 3 | Trần Văn Ẩn | Phòng Tổ chức | Hủy bỏ',
            'struck: 4 | Phạm Bị Gạch | Phòng Tổ chức | Hủy bỏ',
            'filtered: 5 | Đỗ Thị Lọc | Phòng Tổ chức | Hủy bỏ',
          ],
        },
      ],
    });
  });

  test('openpyxl: dates in ISO form', async () => {
    expect((await read('openpyxl-iso-dates.xlsx')).forms[0]?.rows).toEqual([
      '1 | Nguyễn Văn An @B4 | – | Hủy bỏ hộp thư @C4 | – | 05/03/2026 @D4',
    ]);
  });

  test('openpyxl: a list on the next sheet belongs to the form, another form is another, its copy is none', async () => {
    const { forms } = await read('openpyxl-sheets.xlsx');
    expect(forms.map(({ fields, rows }) => [fields[0], fields[4], ...rows])).toEqual([
      [
        'SỞ NỘI VỤ @A1',
        'Cấp mới hộp thư cho danh sách kèm theo @A9',
        '1 | Nguyễn Văn An @B3 | Phòng A @D3 | – | – | –',
        '2 | Lê Thị Hoa @B4 | Phòng B @D4 | – | – | –',
      ],
      ['SỞ Y TẾ @A1', '–', '1 | Võ Thị Ba @B13 | Văn phòng @C13 | Mở khóa @D13 | – | –'],
    ]);
  });

  test('openpyxl: sheets called after what is asked for the people on them, and others that are told of', async () => {
    const list = attached('phieu.xlsx', file('openpyxl-wish-sheets.xlsx'));
    const { forms } = await reader.read(letter(plain('Kính gửi'), list));
    const rows = forms.flatMap((form) => form.rows);
    expect(
      rows.map(({ fullName, wish, caution }) => [fullName?.text, wish?.text, wish?.where, caution?.text]),
    ).toEqual([
      ['Lê Văn Tư', 'Cấp lại MK', 'tên trang tính "Cấp lại MK"', undefined],
      ['Trần Quốc Bảo', 'Hủy bỏ', 'tên trang tính "Hủy bỏ"', undefined],
      ['Võ Thị Ba', 'Nghỉ hưu', 'tên trang tính "Nghỉ hưu"', 'Nghỉ hưu'],
    ]);
    expect(forms.flatMap(({ skipped }) => skipped)).toEqual([
      { where: 'Danh bạ!A2:C2', why: 'outside', text: 'Quách Thành Phát | Sở Nội vụ' },
      { where: 'Bổ sung!A1:D1', why: 'outside', text: '1 | Đỗ Văn Năm | Sở Nội vụ | Hủy bỏ' },
    ]);
  });

  test('openpyxl: sheets whose name says that they are drafts, or were done before, ask nothing', async () => {
    const { forms } = await read('openpyxl-former-sheets.xlsx');
    expect(forms.flatMap(({ rows }) => rows)).toEqual([
      '1 | Nguyễn Văn Nay @B6 | Văn phòng @C6 | Cấp mới @D6 | – | –',
    ]);
  });

  test('openpyxl: the only sheet, called a draft, is read and asked about', async () => {
    const draft = attached('phieu.xlsx', file('openpyxl-draft-sheet.xlsx'));
    const { forms } = await reader.read(letter(plain('Kính gửi'), draft));
    const rows = forms.flatMap((form) => form.rows);
    expect(rows.map(({ fullName, caution }) => `${fullName?.text}: ${caution?.text}`)).toEqual([
      'Đỗ Văn Nháp: Nháp',
    ]);
  });

  test('LibreOffice: groups, merged units, runs struck out, fields side by side', async () => {
    expect((await read('libreoffice.xlsx')).forms).toEqual([
      {
        fields: [
          'ỦY BAN NHÂN DÂN HUYỆN GIỒNG RIỀNG @A1',
          'Danh Thị Sa Rươl @B5',
          'Phó Chánh Văn phòng @D5',
          '0297 3821 222 @A6',
          'Hủy và cấp mới @A6',
        ],
        rows: [
          '1 | Thị Hồng Thắm @C10 | Phòng Nội vụ @D10 | Cấp mới hộp thư @B9 | 0918000111 @F10 | –',
          '2 | Danh Út @C11 | Phòng Nội vụ @D10 | Cấp mới hộp thư @B9 | – | –',
          '1 | Lý Văn Nghỉ @C14 | Phòng Tài chính @D14 | 05/03/2026 @E14 | – | –',
        ],
        skipped: ['hidden: 3 | Người Bị Lọc', 'struck: 2 | Lý Văn Gạch | Phòng Tài chính'],
      },
    ]);
  });

  test('LibreOffice: ticked columns from a list; the given name Mật is no secrecy mark', async () => {
    expect(await read('libreoffice-list.xlsx')).toMatchObject({
      problems: [],
      forms: [
        {
          rows: [
            '1 | Nguyễn Thị Mật @B4 | Văn phòng @D4 | Cấp mới @E4 | – | –',
            '2 | Trần Văn Sáu @B5 | Thanh tra @D5 | Hủy bỏ @G5 | – | –',
            '3 | Lê Thị Bảy @B6 | Thanh tra @D6 | Cấp mới; Hủy bỏ @E6 | – | –',
          ],
        },
      ],
    });
  });
});

describe('which attachments are forms', () => {
  test('a workbook is known by its content, whatever its name and type', async () => {
    const reading = await reader.read(
      letter(plain('x'), attached('phiếu.pdf', iso, 'application/pdf'), attached('', everything)),
    );
    expect(reading.forms.map(({ attachment }) => attachment)).toEqual([
      'phiếu.pdf',
      'application/octet-stream',
    ]);
    expect(reading.problems).toEqual([]);
  });

  test.each([
    [
      'RFC 2231 in pieces',
      `attachment; filename*0*=UTF-8''Phi%E1%BA%BFu%20y%C3%AAu; filename*1*=%20c%E1%BA%A7u.xlsx`,
    ],
    ['RFC 2047 in quotes', `attachment; filename="=?UTF-8?B?UGhp4bq/dSB5w6p1IGPhuqd1Lnhsc3g=?="`],
    [
      'decomposed letters',
      `attachment; filename*=UTF-8''${encodeURIComponent('Phiếu yêu cầu.xlsx'.normalize('NFD'))}`,
    ],
  ])('the file name is decoded: %s', async (_, disposition) => {
    const part = {
      content: iso,
      headers: ['Content-Type: application/octet-stream', `Content-Disposition: ${disposition}`],
    };
    expect((await reader.read(letter(plain('x'), part))).forms[0]?.attachment).toBe('Phiếu yêu cầu.xlsx');
  });

  test('a long name is cut, and never leaves half a character', async () => {
    const names = ['a', 'aa'].map((start) => `${start}${'😀'.repeat(200)}.xlsx`);
    const { forms } = await reader.read(letter(...names.map((name) => attached(name, iso))));
    const { problems } = await reader.read(letter(...names.map((name) => attached(name, zipOf({})))));
    const kept = [...forms, ...problems].map(({ attachment }) => attachment ?? '');
    expect(kept.length).toBeGreaterThanOrEqual(3);
    for (const name of kept) expect([name.isWellFormed(), name.length]).toEqual([true, 255]);
  });

  test('line ends that a mailer added behind the file do no harm', async () => {
    const longer = Buffer.concat([iso, Buffer.from('\r\n\r\n')]);
    expect(namesOf(await reader.read(letter(plain('x'), attached('a.xlsx', longer))))).toEqual([
      'Nguyễn Văn An',
    ]);
  });

  test('logos, signatures and calendars are no forms and no problems, and that another message was not read is told', async () => {
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    const logo = {
      content: png,
      headers: ['Content-Type: image/png', 'Content-ID: <l>', 'Content-Disposition: inline'],
    };
    const reading = await reader.read(
      letter(
        multipart([html('<p>Kính gửi <img src="cid:l"></p>'), logo], 'related'),
        attached('mời họp.ics', 'BEGIN:VCALENDAR', 'text/calendar'),
        attached('smime.p7s', 'x', 'application/pkcs7-signature'),
        attached('ảnh chụp.png', png, 'image/png'),
        attached('thư cũ.eml', letter(plain('cũ'), attached('a.xlsx', everything)), 'message/rfc822'),
        attached('a.xlsx', iso),
      ),
    );
    const problems = [{ code: 'form-unsupported-type', attachment: 'thư cũ.eml' }];
    expect(reading).toMatchObject({ text: 'Kính gửi', problems });
    expect(namesOf(reading)).toEqual(['Nguyễn Văn An']);
  });

  test('nothing inside an attached message is read, inline or not', async () => {
    const inner = letter(plain('MẬT'), attached('a.xlsx', everything));
    const forwarded = `Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n`;
    const raw = letter(plain('Kính chuyển')).toString('latin1');
    const outer = Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n${raw.slice(raw.indexOf('Content-Type'))}\r\n--o\r\n${forwarded}${inner.toString('latin1')}\r\n--o--\r\n`,
      'latin1',
    );
    const problem = {
      code: 'form-unsupported-type',
      attachment: 'thư đính kèm',
      detail: 'an attached message',
    };
    expect(await reader.read(outer)).toEqual({ text: 'Kính chuyển', forms: [], problems: [problem] });
  });

  test('a letter that is attached under a name of its own is told by it', async () => {
    const raw = letter(
      plain('Kính chuyển'),
      attached('Phiếu.eml', letter(plain('x'), attached('a.xlsx', everything))),
    );
    expect((await reader.read(raw)).problems).toMatchObject([
      { code: 'form-unsupported-type', attachment: 'Phiếu.eml' },
    ]);
  });

  test.each([
    ['phieu.xlsb', zipOf({ 'xl/workbook.bin': 'x' })],
    ['phieu.zip', zipOf({ 'phieu.txt': 'x' })],
    ['phieu.rar', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
    ['winmail.dat', Buffer.from('789f3e22', 'hex')],
    ['ảnh.jpg', Buffer.from('ffd8ffe0', 'hex')],
  ])('%s could be a form and cannot be read here', async (name, content) => {
    expect(problemsOf(await reader.read(letter(plain('x'), attached(name, content))))).toEqual([
      `${name}: form-unsupported-type`,
    ]);
  });

  test('PDFs are read in the child, known by their content', async () => {
    const reading = await reader.read(
      letter(
        plain('x'),
        attached('phiếu.xlsx', file('pdf/pypdf-other-fields.pdf')),
        attached('scan.pdf', file('pdf/reportlab-scan.pdf')),
        attached('công văn.pdf', file('pdf/reportlab-letter.pdf')),
        attached('hỏng.pdf', '%PDF-1.4\n'),
        attached('không phải.pdf', 'x'),
      ),
    );
    expect(reading.forms.map(({ source }) => source)).toEqual(['pdf-fields']);
    expect(problemsOf(reading)).toEqual([
      'hỏng.pdf: form-unreadable',
      'không phải.pdf: form-unreadable',
      'scan.pdf: form-scanned',
    ]);
  });

  test('what cannot be read beside a good form is told and stops nothing', async () => {
    const reading = await reader.read(
      letter(
        plain('x'),
        attached('cv.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
        attached('a.xlsx', iso),
        attached('ảnh.jpg', Buffer.from('ffd8ff', 'hex')),
      ),
    );
    expect(namesOf(reading)).toEqual(['Nguyễn Văn An']);
    expect(problemsOf(reading)).toEqual(['cv.doc: form-unsupported-type']);
  });

  test('a workbook without a form is a problem where nothing else is one, and none beside a form', async () => {
    const covering = attached('số liệu.xlsx', file('openpyxl-no-form.xlsx'));
    expect(problemsOf(await reader.read(letter(plain('x'), covering)))).toEqual([
      'số liệu.xlsx: form-incomplete',
    ]);
    expect((await reader.read(letter(plain('x'), covering, attached('a.xlsx', iso)))).problems).toEqual([]);
  });

  test('the same form attached twice is one', async () => {
    const reading = await reader.read(
      letter(plain('x'), attached('a.xlsx', iso), attached('a (1).xlsx', iso)),
    );
    expect(reading.forms.map(({ attachment }) => attachment)).toEqual(['a.xlsx']);
  });

  test('an attachment over the limit is told, its size alone is known', async () => {
    const raw = letter(plain('x'), attached('a.xlsx', iso), attached('b.xlsx', everything));
    const reading = await reader.read(raw, { attachmentBytes: iso.length });
    expect(namesOf(reading)).toEqual(['Nguyễn Văn An']);
    expect(reading.problems).toEqual([
      { code: 'form-too-large', attachment: 'b.xlsx', detail: `${everything.length} bytes` },
    ]);
  });
});

describe('the text of the letter', () => {
  test.each([
    ['plain', [plain('Kính gửi  Trung tâm,\r\n\r\nXin cấp mới.')]],
    ['HTML alone', [html('<p>Kính gửi Trung tâm,</p><p>Xin <b>cấp</b> mới.</p>')]],
    [
      'a blank text beside HTML',
      [multipart([plain(' '), html('<p>Kính gửi Trung tâm,</p>Xin cấp mới.')], 'alternative')],
    ],
    ['decomposed letters', [plain('Kính gửi Trung tâm,\nXin cấp mới.'.normalize('NFD'))]],
  ])('%s', async (_, parts) => {
    expect((await reader.read(letter(...parts))).text).toBe('Kính gửi Trung tâm,\nXin cấp mới.');
  });

  test('is cut at 20,000 characters', async () => {
    expect((await reader.read(letter(plain('ộ'.repeat(30_000))))).text).toBe('ộ'.repeat(20_000));
  });
});

describe('headers, footers and watermarks', () => {
  test.each([
    ['openpyxl-draft-footer.xlsx', 'DỰ THẢO'],
    ['word/draft-watermark.docx', 'BẢN NHÁP'],
    ['pdf/reportlab-draft.pdf', 'BẢN NHÁP'],
    ['pdf/reportlab-draft-across.pdf', 'BẢN NHÁP'],
  ])('%s: what they say is heard', async (name, words) => {
    const { forms } = await reader.read(letter(plain('x'), attached(name.replace('/', '-'), file(name))));
    expect(forms[0]?.rows).toHaveLength(1);
    expect(forms[0]?.remarks?.map(({ text }) => text)).toContain(words);
  });
});

describe('secrecy marks', () => {
  test.each(['openpyxl-secret.xlsx', 'openpyxl-secret-header.xlsx'])('%s is not read', async (name) => {
    const reading = await reader.read(
      letter(plain('x'), attached('a.xlsx', file(name)), attached('b.xlsx', iso)),
    );
    expect(problemsOf(reading)).toEqual(['a.xlsx: secrecy-mark']);
    expect(namesOf(reading)).toEqual(['Nguyễn Văn An']);
  });

  test('a letter marked in its own text is not read at all', async () => {
    const reading = await reader.read(
      letter(plain('Kính gửi\n  [ TỐI MẬT ]\nDanh sách'), attached('a.xlsx', iso)),
    );
    expect(reading).toMatchObject({
      text: '',
      forms: [],
      problems: [{ code: 'secrecy-mark', attachment: '' }],
    });
  });
});
