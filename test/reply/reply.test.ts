import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/mail/render.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Action } from '../../src/model/request.ts';
import type { Settlement } from '../../src/model/settlement.ts';
import { writtenWords } from '../../src/reply/done-words.ts';
import { compose, type ReplyContext } from '../../src/reply/reply.ts';
import {
  allDone,
  commune,
  communeRefused,
  context,
  finding,
  formless,
  fullForm,
  partlyDone,
  settledRequest,
  settledRow,
  settlement,
  unreadable,
  waiting,
} from './settlements.ts';

function only(settled: Settlement, more: Partial<ReplyContext> = {}) {
  const [notice, ...others] = compose(settled, { ...context, ...more });
  if (!notice || others.length > 0) throw new Error('not exactly one notice');
  return notice;
}

/** As a mail program shows it, lines joined. */
async function read(settled: Settlement, more: Partial<ReplyContext> = {}) {
  const eml = await render(
    only(settled, more),
    { address: context.house.intakeAddress, name: 'Trung tâm' },
    context.now,
  );
  const mail = await simpleParser(eml);
  return { subject: mail.subject ?? '', text: (mail.text ?? '').replace(/\s+/g, ' '), html: mail.html || '' };
}

describe('letters, for review', () => {
  const tried: Settlement = { ...partlyDone, trial: true };
  test.each(Object.entries({ allDone, partlyDone, communeRefused, unreadable, formless, waiting, tried }))(
    '%s',
    async (name, settled) => {
      const notice = only(settled);
      await expect(`Subject: ${notice.subject}\n\n${notice.text}`).toMatchFileSnapshot(`letters/${name}.txt`);
    },
  );
});

describe('who is answered', () => {
  test.each(['unverified', 'ignored', 'duplicate', 'failed'] as const)(
    'nobody, where a letter is %s',
    (outcome) => {
      expect(compose({ ...unreadable, outcome }, context)).toEqual([]);
    },
  );

  test('nobody, where the sender is not proven, whatever was decided', () => {
    expect(compose({ ...allDone, verdict: { ...allDone.verdict, verified: false } }, context)).toEqual([]);
    expect(compose({ ...allDone, verdict: { ...allDone.verdict, address: null } }, context)).toEqual([]);
  });

  test('never our own mailbox', () => {
    const verdict = { ...allDone.verdict, address: context.house.intakeAddress };
    expect(compose({ ...allDone, verdict }, context)).toEqual([]);
  });

  test('the proven address, with Sở TTTT in copy, in the thread of its letter', () => {
    expect(only(allDone)).toMatchObject({
      kind: 'result',
      to: ['snv@kiengiang.gov.vn'],
      cc: ['sttt@kiengiang.gov.vn'],
      messageId: '<result.PYC-2027-000123.0123456789abcdef0123456789abcdef@kiengiang.gov.vn>',
      inReplyTo: '<a1@snv.example>',
      references: ['<a0@snv.example>', '<a1@snv.example>'],
    });
  });

  test('Sở TTTT alone, where it asked itself', () => {
    const notice = only({ ...allDone, verdict: { ...allDone.verdict, address: 'STTT@kiengiang.gov.vn' } });
    expect(notice).toMatchObject({ to: ['sttt@kiengiang.gov.vn'], cc: [] });
    expect(notice.text).not.toContain('để báo cáo');
  });

  test('a letter without a form gets the form, and nobody a copy', () => {
    const notice = only(formless);
    expect(notice).toMatchObject({ kind: 'blank-form', to: ['snv@kiengiang.gov.vn'], cc: [] });
    expect(notice.attachments).toMatchObject([
      { filename: 'Mau-phieu-yeu-cau.xlsx', content: context.blankForm },
    ]);
    expect(only(formless, { blankForm: null }).text).not.toContain('gửi kèm');
  });

  test('a trial, with no number of a request and no form that tells what was done', async () => {
    const notice = only({ ...partlyDone, trial: true }, { returned: [] });
    expect(notice).toMatchObject({ kind: 'result', cc: ['sttt@kiengiang.gov.vn'], attachments: [] });
    expect(`${notice.subject} ${notice.messageId} ${notice.text}`).not.toContain('PYC-');
  });

  test('a refusal without a reason is our own bug', () => {
    expect(() => compose(settlement([]), context)).toThrow('without a reason');
  });
});

describe('the subject says at a glance', () => {
  const row = (number: number, outcome: 'applied' | 'rejected' | 'review') =>
    settledRow({ number, name: 'Trần Văn Nam', wish: 'Cấp mới', action: 'create', outcome });
  test.each([
    [['applied', 'applied'], 'Đã thực hiện 2/2 nội dung'],
    [['applied', 'rejected', 'review'], 'Đã thực hiện 1/3 nội dung, 1 không thực hiện, 1 chờ xem xét'],
    [['rejected', 'rejected'], 'Không thực hiện 2/2 nội dung'],
    [['rejected'], 'Không thực hiện'],
    [['review', 'review'], 'Đang chờ xem xét'],
    [['rejected', 'review'], 'Chưa thực hiện: 1 không thực hiện, 1 chờ xem xét'],
  ] as const)('%j: %s', (outcomes, words) => {
    const items = outcomes.map((outcome, at) => row(at + 1, outcome));
    expect(only(settlement([settledRequest(items)])).subject).toBe(
      `[PYC-2027-000123] ${words} - phiếu yêu cầu của Sở Nội vụ`,
    );
  });

  test('all numbers of a letter with several forms, or how many there are', () => {
    const forms = (count: number) =>
      settlement(
        Array.from({ length: count }, (_, at) =>
          settledRequest([row(1, 'applied')], { number: `PYC-2027-00000${at + 1}` }),
        ),
      );
    expect(only(forms(2)).subject).toContain('[PYC-2027-000001, PYC-2027-000002] Đã thực hiện 2/2');
    expect(only(forms(9)).subject).toContain('[PYC-2027-000001 và 8 phiếu khác] Đã thực hiện 9/9');
    expect(only(forms(2)).text).toContain('Phiếu PYC-2027-000002');
  });

  test('what is about all forms, once', () => {
    const several = settlement(
      [1, 2].map((at) => settledRequest([row(1, 'review')], { number: `PYC-2027-00000${at}` })),
      { findings: [finding('forms-disagree', 'review', 'Điều 5 khoản 2')] },
    );
    expect(only(several).text.match(/nội dung khác nhau/g)).toHaveLength(1);
    expect(only(several).html.match(/nội dung khác nhau/g)).toHaveLength(1);
  });

  test('that a form without rows waits, alone and beside one with rows', () => {
    const findings = [
      finding('form-scanned', 'review', 'Điều 5 khoản 2', { case: 'read', attachment: 'a.pdf' }),
    ];
    const scan = settledRequest([], { outcome: 'review', findings, number: 'PYC-2027-000124' });
    const alone = only(settlement([scan]));
    expect(alone.subject).toContain('[PYC-2027-000124] Đang chờ xem xét: phiếu là bản chụp');
    expect(alone.text.replace(/\s+/g, ' ')).toContain('sẽ trả lời bằng thư khác; đơn vị không cần gửi lại');
    const beside = only(settlement([settledRequest([row(1, 'applied')]), scan]));
    expect(beside.subject).toContain('Đã thực hiện 1/1');
    expect(beside.text.replace(/\s+/g, ' ')).toContain('Chờ kết quả đối với phiếu PYC-2027-000124');
  });

  test('why a form without rows was refused', () => {
    const incomplete = settledRequest([], {
      outcome: 'rejected',
      findings: [finding('form-incomplete', 'reject', 'Điều 5 khoản 1')],
    });
    const notice = only(settlement([incomplete]));
    expect(notice.subject).toContain('Chưa thực hiện: phiếu chưa ghi đủ nội dung');
    expect(notice.text).toContain('Sửa hoặc lập lại phiếu');
  });
});

describe('a chief finds in the letter', () => {
  test('the counts, each row with its words, its end, its clause and its cell', async () => {
    const { text } = await read(partlyDone);
    for (const words of [
      'Số: PYC-2027-000123',
      'Kiên Giang, ngày 05 tháng 02 năm 2027',
      'Kính gửi: Sở Nội vụ',
      'Đã thực hiện 3/6 nội dung; 2 nội dung không thực hiện; 1 nội dung đang chờ cán bộ Trung tâm xem xét.',
      'thư "V/v đề nghị cấp hộp thư điện tử" gửi từ hộp thư snv@kiengiang.gov.vn, nhận lúc 06 giờ 30 phút ngày 05 tháng 02 năm 2027',
      'người lập yêu cầu: Nguyễn Thị Hoa',
      '1. Trần Văn Nam - Sở Nội vụ Đề nghị: Cấp mới Kết quả: ĐÃ THỰC HIỆN. Cấp mới hộp thư tvnam.snv@kiengiang.gov.vn',
      'địa chỉ đúng là nmkhoi.snv@kiengiang.gov.vn (Điều 4 khoản 2; ô D13, trang tính "Sheet1").',
      'Sửa dòng 2, 4 theo hướng dẫn',
      'Chờ kết quả đối với dòng 5',
      'không phải gửi thêm bản giấy (Điều 8 khoản 2)',
      'Liên hệ: ttcntttt@kiengiang.gov.vn',
    ])
      expect(text).toContain(words);
  });

  test('what was blank, skipped, unreadable and converted', async () => {
    const { text, html } = await read(partlyDone);
    for (const words of [
      'Phiếu còn để trống: chức vụ.',
      'các ô A18:D18, trang tính "Sheet1" đang bị ẩn ("7 Võ Văn Tới Cấp mới")',
      'Tệp "cong van.pdf" không đọc được',
      'bộ mã chữ Việt cũ (TCVN3)',
    ]) {
      expect(text).toContain(words);
      expect(html).toContain(words.replaceAll('"', '&quot;'));
    }
  });

  test('that there is more to do, where a wish of the letter was left undone', () => {
    const besides = finding('asked-besides', 'note', 'Điều 5 khoản 1', {
      case: 'others',
      sentence: 'Hủy hộp thư ông Tư',
    });
    const done = settledRow({ number: 1, name: 'Lê A', wish: 'mật khẩu', action: 'reset-password' });
    const stepsOf = (findings: Finding[]) =>
      only(settlement([{ ...settledRequest([done]), findings }])).text.replace(/\s+/g, ' ');
    expect(stepsOf([])).toContain('Đơn vị không cần làm gì thêm.');
    expect(stepsOf([besides])).not.toContain('không cần làm gì thêm');
    expect(stepsOf([besides])).toContain('Xem phần Lưu ý thêm');
  });

  test('what an update wrote, and what stood there before', () => {
    const row = settledRow({
      number: 1,
      name: 'Lê A',
      wish: 'Đổi chức vụ',
      action: 'update',
      address: 'la.snv@x',
    });
    const written = (before: string | null, action: Action = 'update') => {
      const wish = { ...row.item.wish, action, position: 'Phó Trưởng phòng', phone: '0918222333' };
      const mailbox = {
        id: 1,
        address: 'la.snv@x',
        fullName: 'Lê A',
        nameKey: 'le a',
        unitId: 1,
        version: 1,
      };
      return writtenWords({
        ...{ ...row, action, item: { ...row.item, wish } },
        mailbox: { ...mailbox, position: before, phone: '0918222333', status: 'active' },
      });
    };
    expect(written('Chuyên viên')).toBe('chức vụ từ "Chuyên viên" thành "Phó Trưởng phòng"');
    expect(written(null)).toBe('chức vụ thành "Phó Trưởng phòng"');
    expect(written('Phó Trưởng phòng')).toBe('');
    expect(written(null, 'create')).toBe('');
  });

  test('how passwords come, where a mailbox was made, and the five days only there', async () => {
    const made = (await read(allDone)).text;
    expect(made).toContain(
      'Mật khẩu ban đầu và mật khẩu cấp lại do cán bộ Trung tâm bàn giao riêng cho đơn vị',
    );
    expect(made).toContain('05 ngày làm việc');
    expect(made).toContain('phần việc trên máy chủ thư đang được cán bộ Trung tâm thực hiện');
    const queued = (await read(allDone, { serverPart: 'queued' })).text;
    expect(queued).toContain('được gửi bằng thư riêng đến hộp thư của đơn vị');
    const { action, ...rest } = {
      action: 'reset-password',
      number: 1,
      name: 'Lê A',
      wish: 'mật khẩu',
    } as const;
    const renewed = (await read(settlement([settledRequest([settledRow({ action, ...rest })])]))).text;
    expect(renewed).toContain('Mật khẩu cấp lại');
    expect(renewed).not.toContain('05 ngày làm việc');
    expect((await read(communeRefused)).text).not.toContain('VỀ MẬT KHẨU');
  });

  test('which rows to send again, in short where they are many', () => {
    const refused = (numbers: readonly number[]) =>
      only(
        settlement([
          settledRequest(
            numbers.map((number) =>
              settledRow({
                number,
                name: 'Lê A',
                wish: 'Cấp mới',
                action: 'create',
                outcome: 'rejected',
                findings: [finding('name-invalid', 'reject', null, { case: 'missing' })],
              }),
            ),
          ),
        ]),
      ).text.replace(/\s+/g, ' ');
    expect(refused([1, 2, 4, 5, 6, 9])).toContain('Sửa dòng 1, 2, 4-6, 9 theo');
    const odd = Array.from({ length: 400 }, (_, at) => 2 * at + 1);
    expect(refused(odd)).toContain('37, 39... (tất cả 400 dòng) theo');
  });

  test('whom a number means, where groups of the form begin their numbers anew', async () => {
    const row = (number: number, name: string) =>
      settledRow({ number, name, wish: 'Cấp mới', action: 'create', address: 'a.snv@kiengiang.gov.vn' });
    const rows = [row(1, 'Lê Văn An'), row(2, 'Đỗ Thị Bé'), row(1, 'Bùi Văn Cầu')];
    const text = only(settlement([settledRequest(rows)])).text.replace(/\s+/g, ' ');
    expect(text).toContain('cấp mới hộp thư ở dòng 1 (Lê Văn An), 2 (Đỗ Thị Bé), 1 (Bùi Văn Cầu) đổi');
  });

  test('which unit must ask instead, and that sending again is of no use', async () => {
    const { text } = await read(communeRefused);
    expect(text).toContain('phải do Ủy ban nhân dân huyện Châu Thành đề nghị (Điều 5 khoản 1');
    expect(text).toContain('không gửi lại nội dung này đến Trung tâm');
    expect(text).not.toContain('Sửa dòng');
  });

  test('what a row was taken for, where it was not done', async () => {
    const item = settledRow({
      number: 1,
      name: 'Lê A',
      wish: 'nghỉ việc',
      action: 'cancel',
      outcome: 'review',
    });
    expect((await read(settlement([settledRequest([item])]))).text).toContain(
      'nghỉ việc (hiểu là: hủy bỏ hộp thư)',
    );
  });

  test('which files can be read, where a file could not be, with the form', async () => {
    const { text } = await read(unreadable);
    expect(text).toContain('Tệp "Phieu.xlsx" không đọc được');
    expect(text).toContain('đọc được hiện nay: .xlsx, .docx, .pdf. Mẫu phiếu được gửi kèm');
    expect(only(unreadable).attachments).toHaveLength(1);
    expect(text.match(/Phieu\.xlsx/g)).toHaveLength(1);
  });

  test('each unreadable file, told once', async () => {
    const problem = (attachment: string) => ({ code: 'form-unreadable' as const, attachment, detail: '' });
    const { text } = await read({
      ...unreadable,
      findings: [finding('form-unreadable', 'reject', null, { attachment: 'a.xlsx, b.xlsx' })],
      problems: [
        problem('a.xlsx'),
        problem('b.xlsx'),
        { ...problem('c.rar'), code: 'form-unsupported-type' },
      ],
    });
    expect(text.match(/[abc]\.(xlsx|rar)/g)).toEqual(['a.xlsx', 'b.xlsx', 'c.rar']);
  });

  test.each([
    ['Phiếu.rar', 'là tệp nén', 'Giải nén tệp'],
    ['Phiếu.zip', 'là tệp nén', 'Giải nén tệp'],
    ['Phiếu.rar, Phiếu.wps', 'không thuộc loại tệp', 'không nén, rồi gửi lại'],
  ])('%s: what it is, and how to send it', async (attachment, what, advice) => {
    const unsupported = finding('form-unsupported-type', 'reject', null, { attachment });
    const { text } = await read({ ...unreadable, findings: [unsupported] });
    expect(text).toContain(what);
    expect(text).toContain(advice);
  });

  test.each([
    [
      'sender-not-unit-mailbox',
      { address: 'tvnam.snv@kiengiang.gov.vn' },
      'từ tvnam.snv@kiengiang.gov.vn, không phải',
    ],
    ['unit-mailbox-inactive', { address: 'snv@kiengiang.gov.vn', status: 'locked' }, 'đang tạm khóa'],
  ] as const)('%s: why, and what to do', async (code, args, words) => {
    const refused = settlement([], {
      findings: [finding(code, 'reject', 'Điều 5 khoản 1', args)],
      verdict: { ...allDone.verdict, address: args.address, unit: null },
    });
    const { text } = await read(refused);
    expect(text).toContain(words);
    expect(text).toContain('Cần làm:');
    expect(text).not.toContain('bản giấy');
    expect(only(refused)).toMatchObject({
      to: [args.address],
      cc: ['sttt@kiengiang.gov.vn'],
      attachments: [],
    });
  });
});

test('of a secret letter nothing is repeated', async () => {
  const { subject, text, html } = await read({
    ...settlement([], {
      outcome: 'review',
      findings: [finding('secrecy-mark', 'review', 'Điều 8 khoản 1', { attachment: 'Ke hoach A9.xlsx' })],
      problems: [{ code: 'secrecy-mark', attachment: 'Ke hoach A9.xlsx', detail: 'Tuyệt mật' }],
    }),
    letter: { ...allDone.letter, subject: 'Kế hoạch A9' },
  });
  expect(text).toContain('Điều 8 khoản 1');
  expect(text).not.toContain('bản giấy');
  expect(`${subject}${text}${html}`).not.toContain('A9');
});

describe('what people wrote stays what it is', () => {
  const evil = `<script>x</script><img src=https://evil.example/x onerror="y">'&\r\nBcc: a@b.c\u202e\u200bhttps://evil.com www.evil.com =HYPERLINK("http://evil.com")`;
  const written = (words: string): Settlement => {
    const at = { text: words, where: `${words}!D7` };
    const item = settledRow({ number: 1, name: words, wish: words, action: 'cancel', outcome: 'rejected' });
    const form = {
      ...fullForm,
      attachment: words,
      requester: at,
      position: at,
      content: at,
      skipped: [{ where: `${words}!A1`, why: 'struck' as const, text: words }],
    };
    const findings = [
      finding('name-invalid', 'reject', 'Điều 4 khoản 2', { case: 'not-a-name', name: words }),
    ];
    return {
      ...settlement([settledRequest([{ ...item, findings, unit: { ...commune, name: words } }], { form })]),
      verdict: { ...allDone.verdict, unit: { ...commune, name: words } },
      letter: { ...allDone.letter, subject: words },
      problems: [{ code: 'form-unreadable', attachment: words, detail: '' }],
    };
  };
  const tags = (html: string) => html.match(/<[^>]*>/g);

  test('in HTML it makes no markup, and no letter of ours holds a link', async () => {
    const [plain, hostile] = [await read(written('x')), await read(written(evil))];
    expect(tags(hostile.html)).toEqual(tags(plain.html));
    expect(hostile.html).not.toMatch(/<a |<img|<script|href|src=(?!https\[)/i);
  });

  test('in text and subject it makes no line, no link and no change of direction', async () => {
    const hostile = await read(written(evil));
    const text = only(written(evil)).text;
    for (const part of [hostile.subject, text, hostile.html]) {
      expect(part).not.toMatch(/https?:\/\/|www\.|evil\.com|[\u202e\u200b]/);
      expect(part).toContain('evil[.]com'.slice(0, part === hostile.subject ? 0 : undefined));
    }
  });

  test('very long words are shortened, so that a letter stays a letter', () => {
    const notice = only(written('ngày 1 '.repeat(5000)));
    expect(notice.subject.length).toBeLessThanOrEqual(160);
    expect(notice.text.length).toBeLessThan(6000);
    expect(notice.text.split('\n').every((line) => line.length <= 72)).toBe(true);
  });
});
