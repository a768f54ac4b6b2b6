import { sql } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase, rows } from '../../src/db/db.ts';
import { importMailboxes, importUnits } from '../../src/directory/import.ts';
import { ImportRefused } from '../../src/directory/import-problems.ts';
import { type ListedMailbox, type ListedUnit, listMailboxes, listUnits } from '../../src/directory/list.ts';
import { findHolders } from '../../src/directory/queries.ts';
import { changeMailboxes } from '../../src/directory/writer.ts';
import { describeOnBoth, embeddedFolder } from '../db/databases.ts';
import { file, now, options } from './letters.ts';

const sttt = 'sttt,Sở Thông tin và Truyền thông,,department,sttt@kiengiang.gov.vn,Sở TTTT;STTTT';
const snv = 'snv,Sở Nội vụ,,department,snv@kiengiang.gov.vn,';
const unitHeadings = 'abbreviation,name,parent,kind,mailbox,aliases';
const mailboxHeadings = 'address,fullName,unit,position,phone,status,createdAt,lastAccessAt';
const nam =
  'tvnam.sttt@kiengiang.gov.vn,Trần Văn Nam,sttt,Chuyên viên,0912 345 678,active,2026-01-05,05/02/2026';

let database: Database;

const units = (...lines: string[]) =>
  importUnits(database.db, file('units.csv', [unitHeadings, ...lines].join('\n')), options);
const mailboxes = (...lines: string[]) =>
  importMailboxes(database.db, file('mailboxes.csv', [mailboxHeadings, ...lines].join('\n')), options);
const listedUnits = (): Promise<ListedUnit[]> => Array.fromAsync(listUnits(database.db));
const listedMailboxes = (): Promise<ListedMailbox[]> => Array.fromAsync(listMailboxes(database.db));

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ImportRefused);
  return (error as Error).message;
}

const events = (entity: string) =>
  rows(database.db, sql`select event, before, after from audit_events where entity = ${entity} order by id`);

async function xlsx(name: string, fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Ghi chú');
  fill(workbook.addWorksheet('Danh sách'));
  return file(name, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

describeOnBoth('importing', (place) => {
  beforeEach(async () => {
    database = await openDatabase(await place());
  });
  afterEach(() => database.close());

  test('units come back as they were written, with parents below their children', async () => {
    const report = await units('ttcntttt,Trung tâm CNTT và Truyền thông,sttt,subordinate,,', sttt);
    expect(report).toEqual({ created: 2, updated: 0, unchanged: 0, warnings: [] });
    expect(await listedUnits()).toEqual([
      {
        abbreviation: 'sttt',
        name: 'Sở Thông tin và Truyền thông',
        parent: null,
        kind: 'department',
        mailbox: 'sttt@kiengiang.gov.vn',
        aliases: 'Sở TTTT;STTTT',
      },
      {
        abbreviation: 'ttcntttt',
        name: 'Trung tâm CNTT và Truyền thông',
        parent: 'sttt',
        kind: 'subordinate',
        mailbox: null,
        aliases: null,
      },
    ]);
    expect(await listedMailboxes()).toMatchObject([
      {
        address: 'sttt@kiengiang.gov.vn',
        fullName: 'Sở Thông tin và Truyền thông',
        unit: 'sttt',
        status: 'active',
        createdAt: now.toISOString(),
        lastAccessAt: null,
      },
    ]);
  });

  test('the same units again change nothing, others update and nothing is deleted', async () => {
    await units(sttt, snv);
    expect(await units(sttt)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const renamed = 'STTT,Sở Khoa học và Công nghệ,snv,other,,';
    expect(await units(renamed)).toMatchObject({ created: 0, updated: 1 });
    expect(await listedUnits()).toMatchObject([
      { abbreviation: 'snv' },
      {
        name: 'Sở Khoa học và Công nghệ',
        parent: 'snv',
        kind: 'other',
        mailbox: 'sttt@kiengiang.gov.vn',
        aliases: null,
      },
    ]);
    expect((await events('unit')).at(-1)).toMatchObject({
      event: 'changed',
      before: { name: 'Sở Thông tin và Truyền thông', parent: null },
      after: { name: 'Sở Khoa học và Công nghệ', parent: 'snv' },
    });
    expect((await listedMailboxes()).find(({ unit }) => unit === 'sttt')?.fullName).toBe(
      'Sở Khoa học và Công nghệ',
    );
  });

  test('mailboxes come back as they were written, and a blank cell leaves what is there', async () => {
    await units(sttt);
    expect(await mailboxes(nam)).toMatchObject({ created: 1, updated: 0 });
    const listed = {
      address: 'tvnam.sttt@kiengiang.gov.vn',
      fullName: 'Trần Văn Nam',
      unit: 'sttt',
      position: 'Chuyên viên',
      phone: '0912 345 678',
      status: 'active',
      createdAt: '2026-01-05T00:00:00.000Z',
      lastAccessAt: '2026-02-05T00:00:00.000Z',
    };
    expect((await listedMailboxes())[1]).toEqual(listed);
    expect(await mailboxes(nam)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await mailboxes('TVNam.STTT@kiengiang.gov.vn,Trần Văn Nam,,,,locked,,')).toMatchObject({
      updated: 1,
    });
    expect((await listedMailboxes())[1]).toEqual({ ...listed, status: 'locked' });
    expect(await events('mailbox')).toEqual([
      { event: 'changed', before: { status: 'active' }, after: { status: 'locked' } },
    ]);
    expect(await events('import')).toHaveLength(4);
  });

  test('a line about an official mailbox changes its status alone', async () => {
    await units(sttt, snv);
    await mailboxes('sttt@kiengiang.gov.vn,Người Lạ,snv,Giám đốc,1,locked,2020-01-01,2020-01-01');
    expect((await listedMailboxes()).at(-1)).toMatchObject({
      fullName: 'Sở Thông tin và Truyền thông',
      unit: 'sttt',
      position: null,
      phone: null,
      status: 'locked',
      createdAt: now.toISOString(),
      lastAccessAt: null,
    });
    await units(sttt);
    expect((await listedMailboxes()).at(-1)?.status, 'units imported again unlock nothing').toBe('locked');
  });

  test('an import that is refused writes nothing', async () => {
    await units(sttt);
    await refusalOf(mailboxes(nam, 'x.sttt@kiengiang.gov.vn,Xuân,khongco,,,,,'));
    await refusalOf(units(snv, 'abc,Đơn vị,khongco,other,,'));
    expect(await listedUnits()).toHaveLength(1);
    expect(await listedMailboxes()).toHaveLength(1);
  });

  test('an address that was given is not given to another person', async () => {
    await units(sttt);
    await mailboxes(nam);
    const address = 'tvnam.sttt@kiengiang.gov.vn';
    expect(await refusalOf(mailboxes(nam.replace('Trần', 'Trương')))).toContain(
      'của Trần Văn Nam, không phải Trương',
    );
    const mailbox = (await findHolders(database.db, [address])).get(address)?.mailbox;
    if (!mailbox) throw new Error('no mailbox');
    const set = { address: 'nam.sttt@kiengiang.gov.vn', stem: 'nam.sttt@kiengiang.gov.vn' };
    const cause = { actor: 'letter', because: null, causeId: null, now };
    await database.db.transaction((tx) => changeMailboxes(tx, [{ mailbox, set }], cause));
    expect(await refusalOf(mailboxes(nam))).toContain(
      'từng là địa chỉ của Trần Văn Nam (nam.sttt@kiengiang.gov.vn)',
    );
    expect(await refusalOf(units(snv.replace('snv@', 'nam.sttt@')))).toContain('hộp thư của Trần Văn Nam');
  });

  test('official mailboxes may change places, and none is taken from a unit that keeps its own', async () => {
    await units(sttt, snv);
    expect(await refusalOf(units(snv.replace('snv@', 'sttt@')))).toContain(
      'hộp thư chính thức của Sở Thông tin',
    );
    await units(snv.replace('snv@', 'sttt@'), sttt.replace('sttt@', 'snv@'));
    expect((await listedUnits()).map(({ mailbox }) => mailbox)).toEqual([
      'sttt@kiengiang.gov.vn',
      'snv@kiengiang.gov.vn',
    ]);
  });

  test('a mailbox that came as anybody’s becomes official and active by the unit’s name', async () => {
    await units(sttt.replace('sttt@kiengiang.gov.vn', ''));
    await mailboxes('sttt@kiengiang.gov.vn,Sở Thông tin và Truyền thông,sttt,,,locked,,');
    await units(sttt);
    expect(await listedMailboxes()).toMatchObject([{ address: 'sttt@kiengiang.gov.vn', status: 'active' }]);
    expect(await events('mailbox')).toMatchObject([{ before: { kind: 'personal', status: 'locked' } }]);
  });

  test('more mailboxes than a batch and a page come in and out', async () => {
    await units(sttt);
    const many = Array.from(
      { length: 5001 },
      (_, at) => `a${at}.sttt@kiengiang.gov.vn,Người ${at},sttt,,,,,`,
    );
    const read: number[] = [];
    const path = file('m.csv', [mailboxHeadings, ...many].join('\n'));
    await importMailboxes(database.db, path, { ...options, onProgress: (lines) => read.push(lines) });
    expect(read).toEqual([5000, 5001]);
    expect(new Set((await listedMailboxes()).map(({ address }) => address)).size).toBe(5002);
  });
});

describe('a file', () => {
  beforeEach(async () => {
    database = await openDatabase({ databaseUrl: null, dataDir: await embeddedFolder() });
  });
  afterEach(() => database.close());

  const text = ['Kind;NAME; Abbreviation ;parent', 'commune;"UBND xã ""Mỹ Lâm""; cũ";mylam;', ';;;', ''].join(
    '\r\n',
  );
  const utf16 = (content: string) => Buffer.from(`\ufeff${content}`, 'utf16le');
  test.each<[string, string | Uint8Array]>([
    ['of UTF-8 with semicolons', text],
    ['with a byte order mark', `\ufeff${text}`],
    ['of UTF-16', utf16(text)],
    ['of UTF-16, big end first', utf16(text).swap16()],
    ['with tabs', utf16(text.replaceAll(';', '\t').replace('"\t cũ', '"; cũ'))],
    ['with commas', text.replaceAll(';', ',').replace('", cũ', '"; cũ')],
    ['with decomposed letters', text.normalize('NFD')],
  ])('%s is read', async (_, content) => {
    await importUnits(database.db, file('u.csv', content), options);
    expect(await listedUnits()).toMatchObject([
      { abbreviation: 'mylam', name: 'UBND xã "Mỹ Lâm"; cũ', kind: 'commune', parent: null },
    ]);
  });

  test('of Excel is read from its first sheet with content, whatever its cells are', async () => {
    await units(sttt);
    const path = await xlsx('m.xlsx', (sheet) => {
      sheet.addRow(['Full Name', 'address', 'Unit', 'phone', 'createdAt', 'lastAccessAt', 'Tuổi']);
      sheet.addRow([
        { richText: [{ text: 'Trần ' }, { font: { bold: true }, text: 'Văn Nam' }] },
        { text: 'tvnam.sttt@kiengiang.gov.vn', hyperlink: 'mailto:tvnam.sttt@kiengiang.gov.vn' },
        { formula: 'LOWER("STTT")', result: 'sttt' },
        912345678,
        new Date('2026-01-05T00:00:00Z'),
        new Date('2026-02-05T08:30:00Z'),
        40,
      ]);
      sheet.addRow([]);
    });
    const report = await importMailboxes(database.db, path, options);
    expect(report).toMatchObject({ created: 1, warnings: ['m.xlsx: bỏ qua cột không dùng đến: Tuổi'] });
    expect((await listedMailboxes())[1]).toMatchObject({
      ...{
        address: 'tvnam.sttt@kiengiang.gov.vn',
        fullName: 'Trần Văn Nam',
        unit: 'sttt',
        phone: '912345678',
      },
      createdAt: '2026-01-05T00:00:00.000Z',
      lastAccessAt: '2026-02-05T01:30:00.000Z',
    });
  });

  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['that is not there', '', '', /không có tệp này/],
    ['of Word', 'u.docx', 'x', /chỉ nhập được tệp \.csv hoặc \.xlsx/],
    ['that is empty', 'u.csv', '', /tệp trống/],
    ['without a column', 'u.csv', 'abbreviation,name\n', /thiếu cột kind/],
    ['with a column twice', 'u.csv', 'abbreviation,name,kind,Name\n', /cột name có hai lần/],
    [
      'in another encoding',
      'u.csv',
      Buffer.from('abbreviation,name,kind\nsnv,S\xf4 N\xf4i,other', 'latin1'),
      /UTF-8/,
    ],
    ['with an open quote', 'u.csv', `${unitHeadings}\nsnv,"Sở,,other,,\n`, /u\.csv, dòng \d: dấu ngoặc kép/],
    ['that is no real Excel file', 'u.xlsx', 'PK, nhưng không phải', /không đọc được như một tệp Excel/],
    ['cut short', 'u.xlsx', Buffer.from('504b0304140000000800', 'hex'), /không đọc được như một tệp Excel/],
  ])('%s is refused', async (_, name, content, why) => {
    const path = name === '' ? '/khong/co/u.csv' : file(name, content);
    expect(await refusalOf(importUnits(database.db, path, options))).toMatch(why);
  });

  test('of units is refused with every line that is wrong', async () => {
    const refusal = await refusalOf(
      units(
        'snv,Sở Nội vụ,,department,snv@kiengiang.gov.vn,',
        'SNV,Sở Ngoại vụ,,department,snv@kiengiang.gov.vn,',
        'Sở Y tế,,khongco!,phòng,syt@gmail.com,',
        'a,A,b,other,,',
        'b,B,a,other,,',
        'c,C,c,other,,',
        'd,D,khongco,other,,',
        'e,E,,other,,x,y',
      ),
    );
    expect(refusal.split('\n')).toEqual([
      'units.csv: chưa nhập được, chưa có gì được ghi. Hãy sửa những chỗ sau rồi nhập lại:',
      expect.stringContaining('dòng 3, cột abbreviation: snv đã có ở dòng 2'),
      expect.stringContaining('dòng 3, cột mailbox: snv@kiengiang.gov.vn đã có ở dòng 2'),
      expect.stringContaining('dòng 4, cột abbreviation: "Sở Y tế"'),
      expect.stringContaining('dòng 4, cột name: còn trống'),
      expect.stringContaining('dòng 4, cột kind: "phòng"'),
      expect.stringContaining('dòng 4, cột parent: "khongco!"'),
      expect.stringContaining('dòng 4, cột mailbox: "syt@gmail.com" không thuộc tên miền kiengiang.gov.vn'),
      expect.stringContaining('dòng 9: "y" đứng ngoài các cột'),
    ]);
    const parents = await refusalOf(
      units('a,A,b,other,,', 'b,B,a,other,,', 'c,C,c,other,,', 'd,D,khongco,other,,'),
    );
    expect(parents).toContain('dòng 2, cột parent: đơn vị trực thuộc lẫn nhau: a → b → a');
    expect(parents).toContain('dòng 4, cột parent: đơn vị trực thuộc lẫn nhau: c → c');
    expect(parents).toContain('dòng 5, cột parent: không có đơn vị "khongco"');
  });

  test('of mailboxes is refused with every line that is wrong', async () => {
    await units(sttt);
    const refusal = await refusalOf(
      mailboxes(
        nam,
        nam,
        nam.replace('sttt,', 'stt,').replace('tvnam', 'x'),
        'y.sttt@kiengiang.gov.vn,,sttt,,,,,',
      ),
    );
    expect(refusal).toContain('dòng 3, cột address: tvnam.sttt@kiengiang.gov.vn đã có ở dòng 2');
    expect(refusal).toContain('dòng 4, cột unit: chưa có đơn vị "stt"');
    expect(refusal).toContain('dòng 5, cột fullName: còn trống');
    const cells = await refusalOf(mailboxes('tvnam,Nam,sttt,,,nghỉ,hôm qua,31/02/2026'));
    for (const column of ['address', 'status', 'createdAt', 'lastAccessAt']) {
      expect(cells).toContain(`dòng 2, cột ${column}: `);
    }
  });

  test('of any bytes is imported or refused, and never breaks', async () => {
    const headed = fc.uint8Array().map((bytes) => Buffer.concat([Buffer.from(`${unitHeadings}\n`), bytes]));
    const lines = fc
      .string({ unit: fc.constantFrom(...'ab,;"\n\0đ@ ') })
      .map((text) => `${unitHeadings}\n${text}`);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array(), headed, lines),
        fc.constantFrom('u.csv', 'u.xlsx'),
        async (content, name) => {
          const path = file(name, content);
          const result = await importUnits(database.db, path, options).catch((error: unknown) => error);
          if (result instanceof Error) expect(result).toBeInstanceOf(ImportRefused);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('with a thousand wrong lines is refused with the first twenty', async () => {
    const refusal = await refusalOf(mailboxes(...Array.from({ length: 1000 }, () => 'x,,,,,,,')));
    expect(refusal.split('\n')).toHaveLength(22);
    expect(refusal).toMatch(/và 980 lỗi khác$/);
  });
});
