import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownWords } from '../../src/interpret/own-words.ts';
import { isThanks, readWord } from '../../src/interpret/word.ts';

const names = ['Sở Nội vụ', 'snv'];
const said = (text: string, subject = 'Re: Thông báo: cần xác nhận thư gửi từ hộp thư của đơn vị') =>
  readWord(subject, text, names);

/** A letter of ours as Gmail, Outlook and Zimbra quote it. */
const quotes = [
  '\n\nVào Th 3, 24 thg 11, 2026 vào lúc 10:05 Trung tâm <ttcntttt@kiengiang.gov.vn> đã viết:\n> trả lời thư này và ghi\n> XÁC NHẬN',
  '\n\n-----Original Message-----\nFrom: Trung tâm\nSent: Tuesday\nXÁC NHẬN',
  '\n\n________________________________\nTừ: Trung tâm\nXÁC NHẬN',
  '\n\nFrom: ttcntttt@kiengiang.gov.vn\nSent: Tuesday, November 24, 2026\nTo: snv@kiengiang.gov.vn\n\nXÁC NHẬN',
  '\n\nTừ: "Trung tâm" <ttcntttt@kiengiang.gov.vn>\nĐến: "snv" <snv@kiengiang.gov.vn>\nXÁC NHẬN',
  '\n\n----- Thư gốc -----\nXÁC NHẬN',
];

describe('a unit confirms', () => {
  test.each([
    'XÁC NHẬN',
    'xac nhan',
    'Xác nhận.',
    'XÁC NHẬN ạ',
    'Xac nhan a!',
    'Xác nhận'.normalize('NFD'),
    'Dạ, xác nhận ạ.',
    'Đơn vị xác nhận.',
    'Sở Nội vụ xác nhận nội dung trên.',
    'XÁC NHẬN - Sở Nội vụ',
    'Kính gửi: Trung tâm Công nghệ thông tin và Truyền thông,\nSở Nội vụ XÁC NHẬN các nội dung nêu trên và đề nghị Trung tâm thực hiện.\nTrân trọng./.',
    'Kính gửi Trung tâm\nXÁC NHẬN\n\nTrân trọng,\nLê Thị Lan Chi\nChánh Văn phòng Sở Nội vụ\nTrụ sở: 06 Nguyễn Công Trứ, phường Vĩnh Thanh\nĐT: 0297 3862 001',
    'Sở Nội vụ\nXÁC NHẬN',
    'Văn phòng xác nhận đúng.\nHuỳnh Gia Bảo',
    'Sở Nội vụ trả lời như sau:\nXÁC NHẬN',
    'XÁC NHẬN\n-- \nNếu không cần thiết, xin đừng in thư này.',
    'Xác nhận đã gửi thư trên. Xin cảm ơn.',
  ])('%j', (text) => {
    expect(said(text)).toBe('confirmed');
    for (const quote of quotes) expect(said(text + quote)).toBe('confirmed');
  });

  test.each([
    'XÁC NHẬN',
    'Re: xác nhận',
    '[XÁC NHẬN] Re: Thông báo: cần xác nhận thư',
    'TL: [Xác nhận]',
    'Xac nhan.',
  ])('in the subject %j', (subject) => {
    expect(said('', subject)).toBe('confirmed');
    expect(said('Trân trọng.\nLê Thị Hoa', subject)).toBe('confirmed');
  });
});

describe('a unit refuses', () => {
  test.each([
    'Không xác nhận',
    'Không ạ.',
    'KHÔNG XÁC NHẬN.',
    'ko xac nhan',
    'Sở Nội vụ không xác nhận thư này.',
    'Từ chối xác nhận',
    'Đơn vị không gửi thư này, đề nghị Trung tâm kiểm tra.',
    'Kính gửi Trung tâm,\nChúng tôi chưa hề gửi phiếu nào.',
    'Đây không phải thư của đơn vị.',
    'Thư trên là giả mạo.',
  ])('%j', (text) => {
    expect(said(text)).toBe('refused');
    for (const quote of quotes) expect(said(text + quote)).toBe('refused');
  });
});

describe('neither is said', () => {
  test.each([
    '',
    'Chưa xác nhận',
    'chua xac nhan',
    'Xác nhận?',
    'XÁC NHẬN thế nào?',
    'Đề nghị Trung tâm xác nhận lại.',
    'Đề nghị Trung tâm gửi lại phiếu để đơn vị\nxác nhận nội dung trên.',
    'Đề nghị Trung tâm cho biết, xác nhận, và xử lý',
    'Xác nhận đã nhận được thư của quý cơ quan.',
    'Xác nhận đã đọc thư.',
    'XÁC NHẬN dòng 1, dòng 3',
    'XÁC NHẬN\nTrừ dòng 2.',
    'XÁC NHẬN.\nNhưng chỉ làm cho ông Nam.',
    'XÁC NHẬN. Khong lam dong 2.',
    'XÁC NHẬN.\nSửa lại giúp tên bà Lan.',
    'xac nhan\ntru dong 2',
    'Xác nhận nếu đúng là phiếu ngày 23/11',
    'XÁC NHẬN CỦA ĐƠN VỊ\n(Ký tên, đóng dấu)',
    'Người xác nhận: Lê Thị Hoa',
    'Đừng xác nhận',
    'Sẽ xác nhận sau',
    'Đồng ý',
    'XÁC NHẬN\nĐơn vị không gửi thư này.',
    'Tôi đang vắng mặt. Xác nhận.',
    'Sở Tài chính xác nhận.',
    'Thư trả lời tự động:\nXÁC NHẬN',
    'XÁC NHẬN\nHệ thống đã ghi nhận thư của bạn.',
    'Xác nhận.\nThư của quý cơ quan đã được chuyển đến bộ phận văn thư.',
    'Đã nhận thư',
  ])('in %j', (text) => {
    expect(said(text)).toBe('unclear');
  });

  test.each(quotes)('where only the quoted letter has the word: %j', (quote) => {
    expect(said(quote)).toBe('unclear');
    expect(said(`Đã nhận được thư của Trung tâm.${quote}`)).toBe('unclear');
  });

  test.each([
    'Re: Thông báo: cần xác nhận thư gửi từ hộp thư của đơn vị',
    'Đề nghị xác nhận',
    'Chưa xác nhận',
    'Xác nhận?',
    '[Không tự động] xác nhận',
    'Thư [XÁC NHẬN]',
  ])('in the subject %j', (subject) => {
    expect(said('', subject)).toBe('unclear');
  });

  test.each([
    'Cảm ơn quý cơ quan đã gửi thư. Chúng tôi sẽ phản hồi trong thời gian sớm nhất.',
    'Thư của Quý vị đã được tiếp nhận, mã số 2026-1187.',
    'Da nhan duoc thu.',
    'Tôi đi công tác đến hết 30/11.',
  ])('by a program that puts its receipt before our subject: %j', (text) => {
    expect(said(text, '[Xác nhận] Thông báo: cần xác nhận thư')).toBe('unclear');
  });

  test.each([
    'Thank you for your email. I will get back to you as soon as possible.',
    'Cảm ơn bạn đã gửi thư cho chúng tôi.',
    'Thư của quý vị đang được xử lý.',
    'Chúng tôi đang nghỉ lễ đến hết ngày 02/01.',
  ])('where a program may have put [Xác nhận] before our subject: %s', (text) => {
    expect(said(text, '[Xác nhận] Re: Đề nghị')).toBe('unclear');
  });

  test('where subject and text say different things', () => {
    expect(said('Đơn vị không gửi thư này.', '[XÁC NHẬN] Re: Thông báo')).toBe('unclear');
    expect(said('Chờ Giám đốc xem đã.', '[XÁC NHẬN] Re: Thông báo')).toBe('unclear');
  });
});

describe('who only thanks has nothing more to say', () => {
  const isDone = (text: string) => isThanks(text, names);
  test.each([
    'Cảm ơn Trung tâm.',
    'Dạ vâng ạ',
    'Kính gửi Trung tâm,\nSở Nội vụ đã nhận được kết quả. Xin chân thành cảm ơn!\nTrân trọng,\nLê Thị Hoa\nChánh Văn phòng',
    'Xin cảm ơn các anh chị rất nhiều ạ\n-- \nLê Thị Hoa, Văn phòng Sở, có việc gì xin gọi 0297 3862 001',
    ...quotes.map((quote) => `Cảm ơn.${quote}`),
  ])('%j', (text) => {
    expect(isDone(text)).toBe(true);
  });

  test.each([
    'Cảm ơn Trung tâm. Nhờ Trung tâm gửi mật khẩu.',
    'Cảm ơn, còn dòng 2 thì sao?',
    'Xin lỗi, gửi nhầm phiếu.',
    'Kính gửi Trung tâm,\nĐề nghị dừng lại.\nTrân trọng,',
    'Trân trọng đề nghị Trung tâm dừng thực hiện phiếu vừa rồi.',
    'Xin trân trọng báo cáo phiếu đó là giả mạo.',
    'Thưa Trung tâm phiếu trước là giả ạ',
    'Chào anh dòng 2 nhầm rồi ạ',
    `${'anh chi '.repeat(5000)}x`,
  ])('unlike %j', (text) => {
    expect(isDone(text)).toBe(false);
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...[
      'xác nhận',
      'XÁC NHẬN',
      'không',
      'chưa',
      'thu nay',
      'thư',
      'này',
      'nội dung',
      'trên',
      '\n',
      '.',
      ',',
      '?',
      '>',
      '--',
      'đề nghị',
      'Sở Nội vụ',
      ' ',
    ],
  );
  const texts = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }).map((parts) => parts.join(' '));

  test('is read, and never as a yes where a denial or a question stands beside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const own = ownWords(text).join(' ');
        const word = said(text);
        if (/không|chưa|\?/.test(own)) expect(word).not.toBe('confirmed');
        if (word === 'confirmed') expect(own.toLowerCase()).toMatch(/x[aá]c\s+nh[aậ]n/);
      }),
    );
  });

  test('a long line of half sentences takes no time that grows beyond it', () => {
    expect(said(`xac nhan ${'thu nay noi dung tren '.repeat(2000)}x`)).toBe('unclear');
  });
});

test('what is added below a signature is the author’s own, and what is quoted below it is not', () => {
  const signed = 'Gửi phiếu.\n--\nVăn thư';
  expect(ownWords(signed)).toEqual(['Gửi phiếu.']);
  expect(ownWords(`${signed}\n\nP/S: khoan hủy anh Sơn.\n> P/S: cũ`)).toEqual([
    'Gửi phiếu.',
    'P/S: khoan hủy anh Sơn.',
  ]);
});
