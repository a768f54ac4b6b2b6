import ExcelJS from 'exceljs';
import { simpleParser } from 'mailparser';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { attached, plain } from '../form/letters.ts';
import { fillForm } from './form.ts';
import { exampleRegistry, type House, openStreet, today } from './house.ts';
import { fromHomeOffice } from './unit-letter.ts';

/*
 * The form comes back where rows failed, is corrected as an office does it, and only what is left is done.
 */
const street = openStreet(exampleRegistry, null);
afterAll(() => street.close());

const unit = 'Sở Nội vụ';
const rows = [
  { name: 'Phan Thị Chín', unit, wish: 'Cấp mới' },
  { name: 'Lâm Quốc Bảo', unit, wish: 'Cấp lại mật khẩu' },
  { name: 'Trần Thị Không Có', unit, wish: 'Cấp lại mật khẩu' },
  { name: 'Nguyễn Văn Hùng', unit, wish: 'Xem lại giúp' },
  { name: 'Lâm Quốc Bảo', unit, wish: 'Cấp lại mật khẩu' },
];

const inHouse = async (work: (house: House) => Promise<void>): Promise<void> => {
  const house = await street.openHouse();
  try {
    await work(house);
  } finally {
    await house.close();
  }
};

/** The one workbook in the last letter that was sent. */
async function workbookSent(house: House): Promise<Buffer> {
  const mail = await simpleParser((await house.outbox()).at(-1) ?? '');
  expect(mail.attachments.map(({ filename }) => filename)).toEqual([
    expect.stringMatching(/^Phieu-tra-lai-PYC-2026-\d{6}\.xlsx$/),
  ]);
  return mail.attachments[0]?.content ?? Buffer.alloc(0);
}

const open = async (file: Buffer): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet }> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(file).buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('a workbook without a sheet');
  return { book, sheet };
};

/** What a person reads in a cell, on one line. */
const wordsIn = (cell: ExcelJS.Cell): string => cell.text.replace('\n(', ' (');

/** The rows of the table as a person reads them, under their headings. */
function tableOf(sheet: ExcelJS.Worksheet): Record<string, string>[] {
  const table: Record<string, string>[] = [];
  let headings: string[] = [];
  sheet.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => void texts.push(wordsIn(cell)));
    if (texts[0] === 'STT') headings = texts;
    else if (headings.length > 0 && /^\d+$/.test(texts[0] ?? ''))
      table.push(Object.fromEntries(texts.map((text, at) => [headings[at] ?? '', text])));
  });
  return table;
}

const correct = async (file: Buffer, corrections: Record<string, string>): Promise<Buffer> => {
  const { book, sheet } = await open(file);
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      const corrected = corrections[wordsIn(cell)];
      if (corrected !== undefined) cell.value = corrected;
    }),
  );
  return Buffer.from(await book.xlsx.writeBuffer());
};

const send = (house: House, file: Buffer): Promise<Report> =>
  house.receive(fromHomeOffice(plain('Kính gửi phiếu.'), attached('phieu.xlsx', file)));

const ends = ({ requests }: Report): string[][] =>
  requests.flatMap(({ items }) =>
    items.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ code }) => code)]),
  );

const daysLater = (days: number): Date => new Date(today.getTime() + days * 24 * 60 * 60 * 1000);

describe('a form of which some rows failed', () => {
  test('comes back with the result and the reason beside each row', () =>
    inHouse(async (house) => {
      await send(house, await fillForm(rows));
      const told = tableOf((await open(await workbookSent(house))).sheet);
      const mark = (word: string) => `${word} (phiếu PYC-2026-000001)`;
      expect(told.map((row) => row['Kết quả'])).toEqual([
        mark('Đã thực hiện'),
        mark('Đã thực hiện'),
        mark('Không thực hiện'),
        mark('Đang chờ xem xét'),
        mark('Đã thực hiện'),
      ]);
      expect(told[0]?.['Lý do']).toBe('Cấp mới hộp thư ptchin.snv@kiengiang.gov.vn');
      expect(told[2]?.['Lý do']).toContain('Không tìm thấy hộp thư của Trần Thị Không Có');
      expect(told[2]?.['Lý do']).toContain('\nCần làm: ');
      expect(told[2]).toMatchObject({ 'Họ và tên': 'Trần Thị Không Có', 'Đơn vị công tác': unit });
    }));

  test('keeps what the letter said against a row, and does not do it when it comes again', () =>
    inHouse(async (house) => {
      const form = attached('phieu.xlsx', await fillForm(rows.slice(1, 3)));
      const words = 'Riêng đồng chí Lâm Quốc Bảo tạm thời chưa thực hiện.';
      const first = await house.receive(fromHomeOffice(plain(`Kính gửi phiếu. ${words}`), form));
      expect(ends(first)).toEqual([
        ['review', 'action-unclear'],
        ['rejected', 'mailbox-not-found'],
      ]);
      const returned = await workbookSent(house);
      const [row] = tableOf((await open(returned)).sheet);
      expect(row?.['Ghi chú']).toBe(`Chưa rõ, vì có ghi “${words}”`);
      expect(row?.['Lý do']).toContain(words);
      const again = await send(house, await correct(returned, { 'Trần Thị Không Có': 'Thị Sà Phol' }));
      expect(ends(again)).toEqual([['review', 'action-unclear'], ['applied']]);
    }));

  test.each([0, 3])('is sent again corrected after %i days: only what is left is done', (days) =>
    inHouse(async (house) => {
      await send(house, await fillForm(rows));
      const corrected = await correct(await workbookSent(house), { 'Trần Thị Không Có': 'Thị Sà Phol' });
      house.at(daysLater(days));
      const report = await send(house, corrected);
      expect(ends(report)).toEqual([
        ['rejected', 'already-done'],
        ['rejected', 'already-done'],
        ['applied'],
        ['review', 'action-unclear'],
        ['rejected', 'already-done'],
      ]);
      expect(report.requests[0]?.items[0]?.reasons[0]?.text).toContain('PYC-2026-000001');
      expect(report.outcome).toBe('partly-applied');
    }),
  );

  test('is not trusted with what it says was not done', () =>
    inHouse(async (house) => {
      await send(house, await fillForm(rows));
      const back = await workbookSent(house);
      house.at(daysLater(3));
      const mark = 'Đã thực hiện (phiếu PYC-2026-000001)';
      const report = await send(
        house,
        await correct(back, { [mark]: 'Không thực hiện (phiếu PYC-2026-000001)' }),
      );
      expect(ends(report).slice(0, 2)).toEqual([
        ['rejected', 'already-done'],
        ['rejected', 'already-done'],
      ]);
    }));

  test('comes back again, and still says by which request a row was done', () =>
    inHouse(async (house) => {
      await send(house, await fillForm(rows));
      await send(house, await workbookSent(house));
      const told = tableOf((await open(await workbookSent(house))).sheet);
      expect(told.map((row) => row['Kết quả'])).toEqual([
        'Đã thực hiện (phiếu PYC-2026-000001)',
        'Đã thực hiện (phiếu PYC-2026-000001)',
        'Không thực hiện (phiếu PYC-2026-000002)',
        'Đang chờ xem xét (phiếu PYC-2026-000002)',
        'Đã thực hiện (phiếu PYC-2026-000001)',
      ]);
    }));
});

test('a form whose rows were all done, or wait, does not come back', () =>
  inHouse(async (house) => {
    const noAttachment = async () =>
      expect((await simpleParser((await house.outbox()).at(-1) ?? '')).attachments).toEqual([]);
    const fine = await fillForm(rows.slice(0, 2));
    await send(house, fine);
    await noAttachment();
    expect(ends(await send(house, fine))).toEqual([
      ['rejected', 'already-done'],
      ['rejected', 'already-done'],
    ]);
    await noAttachment();
    await send(house, await fillForm(rows.slice(3, 4)));
    await noAttachment();
  }));

test('a form that others must send does not come back', () =>
  inHouse(async (house) => {
    const elsewhere = [{ name: 'Phan Thị Chín', unit: 'Sở Tài chính', wish: 'Cấp mới' }];
    const report = await send(house, await fillForm(elsewhere));
    expect(report.requests[0]?.items[0]?.reasons).toMatchObject([{ code: 'unit-not-in-scope' }]);
    const mail = await simpleParser((await house.outbox()).at(-1) ?? '');
    expect(mail.text?.replaceAll(/\s+/g, ' ')).toContain('không gửi lại nội dung này');
    expect(mail.attachments).toEqual([]);
  }));
