import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/db.ts';
import { findFacts, unitByMailbox } from '../../src/directory/reader.ts';
import { findUnits, readUnitWords, wordingsOf } from '../../src/directory/unit-search.ts';
import { wordings } from '../../src/directory/wordings.ts';
import { embeddedFolder } from '../db/databases.ts';
import { house, item, now, registerMailboxes, registerUnits, request, unitOf } from './letters.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ databaseUrl: null, dataDir: await embeddedFolder() });
  await registerUnits(database.db);
});
afterAll(() => database.close());

const words = fc
  .array(
    fc.constantFrom('UBND', 'xã', 'TT', 'P.', '-', ',', 'huyện', 'Sở', 'thuộc', 'Hòn', 'TP', '\n', 'KH&ĐT'),
  )
  .map((parts) => parts.join(' '));

/** Abbreviations of the units that a row's words, or a form's heading, may mean. */
async function meant(asking: string, row: string | null, heading: string | null = null): Promise<string[]> {
  const items = [item(row === null ? {} : { unit: row })];
  const facts = await findFacts(database.db, {
    asking: await unitOf(database.db, asking),
    requests: [request(items, heading)],
    house,
    now,
  });
  return facts.items[0]?.units.map(({ abbreviation }) => abbreviation).sort() ?? [];
}

describe('the words of a row find their unit', () => {
  test.each([
    ['snv', 'Sở Nội vụ', 'snv'],
    ['snv', 'SỞ NỘI VỤ', 'snv'],
    ['snv', 'so noi vu', 'snv'],
    ['snv', 'snv', 'snv'],
    ['snv', 'Sở Nội vụ tỉnh Kiên Giang', 'snv'],
    ['snv', 'Sở Nội vụ - Kiên Giang', 'snv'],
    ['snv', 'Sở NV', 'snv'],
    ['sttt', 'Sở Thông tin & Truyền thông', 'sttt'],
    ['sttt', 'Sở Thông tin Truyền thông', 'sttt'],
    ['sttt', 'Sở TTTT', 'sttt'],
    ['sttt', 'Sở TT&TT', 'sttt'],
    ['sttt', 'Sở TT và TT', 'sttt'],
    ['sttt', 'STTTT', 'sttt'],
    ['sttt', 'S.TTTT', 'sttt'],
    ['sttt', 'TT CNTT và Truyền thông', 'ttcntttt'],
    ['sttt', 'Trung tâm CNTT-TT', 'ttcntttt'],
    ['sttt', 'TTCNTTTT', 'ttcntttt'],
    ['skhdt', 'Sở KH&ĐT', 'skhdt'],
    ['skhdt', 'Sở KHĐT', 'skhdt'],
    ['sldtbxh', 'Sở LĐTBXH', 'sldtbxh'],
    ['sldtbxh', 'Sở LĐ-TB&XH', 'sldtbxh'],
    ['sldtbxh', 'Sở Lao động, Thương binh và Xã hội', 'sldtbxh'],
    ['svhtt', 'Sở Văn hoá, Thể thao và Du lịch', 'svhtt'],
    ['svhtt', 'Sở VHTTDL', 'svhtt'],
    ['svhtt', 'Phòng Tổ chức, Sở Văn hóa, Thể thao và Du lịch', 'svhtt'],
    ['stp', 'STP', 'stp'],
    ['stp', 'Sở TP', 'stp'],
    ['syt', 'BVĐK tỉnh', 'bvdk'],
    ['syt', 'Bệnh viện Đa khoa Kiên Giang', 'bvdk'],
    ['syt', 'TTYT huyện Hòn Đất', 'ttythd'],
    ['syt', 'Trung tâm Y tế H. Hòn Đất', 'ttythd'],
    ['syt', 'Văn phòng', 'vpsyt'],
    ['syt', 'Chi cục ATVSTP', 'ccatvstp'],
    ['syt', 'CC ATVSTP', 'ccatvstp'],
    ['syt', 'Chi cục ATVSTP tỉnh Kiên Giang', 'ccatvstp'],
    ['snv', 'Chi cục ATVSTP - Sở Y tế', 'ccatvstp'],
    ['syt', 'Chi cục ATVS thực phẩm', 'ccatvstp'],
    ['snv', 'Thanh tra Sở', 'snv'],
    ['snv', 'Thanh tra', 'snv'],
    ['snv', 'Thanh tra tỉnh', 'thanhtra'],
    ['thanhtra', 'Thanh tra', 'thanhtra'],
    ['snv', 'THPT Huỳnh Mẫn Đạt', 'thpthmd'],
    ['snv', 'Trường trung học phổ thông Huỳnh Mẫn Đạt', 'thpthmd'],
    ['vpubnd', 'VP UBND tỉnh Kiên Giang', 'vpubnd'],
    ['vpubnd', 'VPUBND tỉnh', 'vpubnd'],
    ['sldtbxh', 'Sở LĐTB&XH', 'sldtbxh'],
    ['sldtbxh', 'Sở LĐ-TBXH', 'sldtbxh'],
    ['syt', 'Sở Ytế', 'syt'],
    ['syt', 'BV ĐK tỉnh', 'bvdk'],
    ['sttt', 'Phòng CNTT - Sở TTTT', 'sttt'],
    ['hondat', 'UBND xã Mỹ Lâm, Hòn Đất', 'mylam'],
    ['snv', 'UBND xã Mỹ Lâm, Hòn Đất', 'mylam'],
    ['hondat', 'UBND xã Mỹ Lâm', 'mylam'],
    ['hondat', 'Ủy ban nhân dân xã Mỹ Lâm', 'mylam'],
    ['hondat', 'Uỷ ban Nhân dân Xã Mỹ Lâm', 'mylam'],
    ['hondat', 'UB xã Mỹ Lâm', 'mylam'],
    ['hondat', 'Xã Mỹ Lâm', 'mylam'],
    ['hondat', 'X. Mỹ Lâm', 'mylam'],
    ['hondat', 'xa My Lam', 'mylam'],
    ['hondat', 'UBND xã Mỹ Lâm, huyện Hòn Đất', 'mylam'],
    ['hondat', 'UBND xã Mỹ Lâm huyện Hòn Đất', 'mylam'],
    ['hondat', 'UBND xã Mỹ Lâm - UBND huyện Hòn Đất - tỉnh Kiên Giang', 'mylam'],
    ['hondat', 'Huyện Hòn Đất - Xã Mỹ Lâm', 'mylam'],
    ['hondat', 'xã Mỹ Lâm trực thuộc huyện Hòn Đất', 'mylam'],
    ['hondat', 'huyện Hòn Đất', 'hondat'],
    ['hondat', 'TT. Hòn Đất', 'tthondat'],
    ['hondat', 'thị trấn Hòn Đất', 'tthondat'],
    ['hondat', 'Phòng Nội vụ', 'pnvhd'],
    ['hondat', 'P. Nội vụ', 'pnvhd'],
    ['hondat', 'Phòng Nội vụ huyện Hòn Đất', 'pnvhd'],
    ['hondat', 'Phòng NV - UBND huyện Hòn Đất', 'pnvhd'],
    ['hondat', 'Phòng LĐ-TB&XH huyện Hòn Đất', 'pldhd'],
    ['hondat', 'Phòng Lao động - Thương binh và Xã hội, huyện Hòn Đất', 'pldhd'],
    ['hondat', 'Huyện ủy Hòn Đất', 'huyenuyhd'],
    ['kienluong', 'Phòng Nội vụ', 'pnvkl'],
    ['kienluong', 'Phòng Nội vụ huyện Kiên Lương', 'pnvkl'],
    ['kienluong', 'xã Bình An', 'binhankl'],
    ['kienluong', 'xã Bình An, huyện Châu Thành', 'binhanct'],
    ['rachgia', 'TP Rạch Giá', 'rachgia'],
    ['rachgia', 'Tp.Rạch Giá', 'rachgia'],
    ['rachgia', 'P. Vĩnh Lạc', 'vinhlac'],
    ['rachgia', 'P.Vĩnh Lạc, TP.Rạch Giá', 'vinhlac'],
  ])('from %s, "%s" is %s', async (asking, words, unit) => {
    expect(await meant(asking, words)).toEqual([unit]);
  });
});

test.each([
  ['so tai chanh', 'so tai chinh'],
  ['cdc tinh', 'cdc'],
])('"%s" may be "%s"', (words, meant) => {
  expect(wordings(words)).toContain(meant);
});

describe('a division is of the unit that the words name', () => {
  test.each([
    ['syt', 'Phòng Kế toán - Sở Y tế', 'syt'],
    ['syt', 'Chi cục ATVSTP (Hạt Hòn Đất)', 'ccatvstp'],
    ['syt', 'Phòng Kế toán Sở Y tế', 'syt'],
    ['syt', 'Sở Y tế - Phòng Kế toán', 'syt'],
    ['syt', 'Phòng Nội vụ thuộc Sở Y tế', 'syt'],
    ['syt', 'Khoa Nội, Bệnh viện Đa khoa tỉnh', 'bvdk'],
    ['hondat', 'Bộ phận Một cửa - UBND xã Mỹ Lâm', 'mylam'],
    ['hondat', 'Phòng Tư pháp huyện Hòn Đất', 'hondat'],
  ])('from %s, "%s" is %s', async (asking, words, unit) => {
    expect(await meant(asking, words)).toEqual([unit]);
  });
});

describe('a division alone is of the unit that the form is of', () => {
  test.each([
    ['syt', 'Phòng Kế toán', null, 'syt'],
    ['syt', 'Phòng Tổ chức - Hành chính', 'SỞ Y TẾ', 'syt'],
    ['snv', 'P. TCCB', 'Một tiêu đề', 'snv'],
    ['snv', 'Văn phòng Sở', null, 'snv'],
    ['snv', 'Lãnh đạo Sở', null, 'snv'],
    ['snv', 'Bộ phận Một cửa', null, 'snv'],
    ['snv', 'Tổ Công nghệ thông tin', null, 'snv'],
    ['syt', 'Phòng Quản lý hành nghề y dược', null, 'syt'],
    ['syt', 'Phòng Quản lý chất lượng và Môi trường', null, 'syt'],
    ['syt', 'Phong Quan ly va Thi truong duoc', null, 'syt'],
    ['snv', 'Phòng Hành chính - Quản trị', null, 'snv'],
    ['snv', 'Phòng Cơ sở dữ liệu và Chuyển đổi số', null, 'snv'],
    ['syt', 'Văn phòng Sở', null, 'vpsyt'],
    ['syt', 'Phòng Kế toán', 'BỆNH VIỆN ĐA KHOA TỈNH', 'bvdk'],
    ['hondat', 'Phòng Nội vụ', null, 'pnvhd'],
    ['hondat', 'Văn phòng HĐND và UBND huyện', null, 'hondat'],
    ['hondat', 'Văn phòng HĐND và UBND', null, 'hondat'],
    ['hondat', 'VP UBND', null, 'hondat'],
    ['hondat', 'Văn phòng', 'UBND HUYỆN HÒN ĐẤT', 'hondat'],
    ['hondat', 'UBND huyện', null, 'hondat'],
    ['hondat', 'HĐND và UBND huyện', 'UBND HUYỆN HÒN ĐẤT', 'hondat'],
    ['hondat', 'UBND xã', 'UBND XÃ MỸ LÂM', 'mylam'],
    ['syt', 'Sở', null, 'syt'],
    ['syt', 'Cơ quan', null, 'syt'],
    ['rachgia', 'UBND TP', null, 'rachgia'],
    ['rachgia', 'VP HĐND-UBND TP', null, 'rachgia'],
    ['rachgia', 'Văn phòng UBND TP', null, 'rachgia'],
    ['rachgia', 'Văn phòng HĐND và UBND thành phố', null, 'rachgia'],
    ['hondat', 'VP UBND huyện', null, 'hondat'],
    ['hondat', 'Lãnh đạo VP', null, 'hondat'],
    ['syt', 'Lãnh đạo Văn phòng', null, 'vpsyt'],
    ['sldtbxh', 'Sở Lao động', null, 'sldtbxh'],
    ['sldtbxh', 'Sở LĐ', null, 'sldtbxh'],
    ['sldtbxh', 'Phòng Kế toán - Sở LĐ', null, 'sldtbxh'],
    ['skhdt', 'Sở Kế hoạch', null, 'skhdt'],
    ['vpubnd', 'VP UBND', null, 'vpubnd'],
    ['vpubnd', 'Lãnh đạo VP', null, 'vpubnd'],
    ['hondat', 'Đơn vị: Xã Mỹ Lâm', null, 'mylam'],
    ['hondat', 'Tên đơn vị: UBND xã Mỹ Lâm', null, 'mylam'],
    ['hondat', 'Đơn vị công tác: Phòng Nội vụ', null, 'pnvhd'],
  ])('from %s, "%s" under the heading %j is %s', async (asking, words, heading, unit) => {
    expect(await meant(asking, words, heading)).toEqual([unit]);
  });

  test('under a heading that may be two units it is asked about', async () => {
    expect(await meant('sttt', 'Bộ phận Một cửa', 'UBND xã Bình An')).toEqual(['binhanct', 'binhankl']);
  });
});

describe('nothing is found by mere likeness', () => {
  test.each([
    ['syt', 'Sở Y'],
    ['snv', 'Sở Lao động'],
    ['snv', 'Sở LĐ'],
    ['snv', 'VP UBND'],
    ['snv', 'Văn phòng UBND huyện'],
    ['snv', 'UBND TP'],
    ['sldtbxh', 'Sở Lao động và Môi trường'],
    ['sldtbxh', 'Sở Lao động - Môi trường'],
    ['sldtbxh', 'Sở Thương binh'],
    ['syt', 'Trung tâm'],
    ['syt', 'Lãnh đạo Trung tâm'],
    ['snv', 'Chi cục ATVSTP'],
    ['snv', 'Khoa học và Công nghệ'],
    ['syt', 'Phòng Quản lý đô thị quận Không Có'],
    ['snv', 'Phòng Quản lý Trường chuyên'],
    ['snv', 'Văn phòng Tỉnh ủy'],
    ['snv', 'Văn phòng Đoàn đại biểu Quốc hội'],
    ['snv', 'Ban Tôn giáo'],
    ['stp', 'Phòng Công chứng số 1'],
    ['syt', 'Phòng khám đa khoa khu vực'],
    ['snv', 'Phòng Nội vụ huyện Không Có'],
    ['hondat', 'Văn phòng Huyện ủy Kiên Lương'],
    ['syt', 'Sở Giao thông vận tải'],
    ['hondat', 'UBND xã'],
    ['hondat', 'Khoa Nội - Mỹ Lâm'],
    ['syt', 'UBND huyện'],
    ['hondat', 'xã Mỹ Lân'],
    ['hondat', 'Trạm Y tế xã Mỹ Lâm'],
    ['hondat', 'Phòng giao dịch Ngân hàng CSXH huyện Hòn Đất'],
    ['hondat', 'Văn phòng Đăng ký đất đai huyện Hòn Đất'],
    ['hondat', 'Phòng Nội vụ - huyện Không Có'],
    // An office of a district is a unit of its own, also where nobody has registered it.
    ['hondat', 'Phòng Tư pháp'],
  ])('from %s, "%s" is unknown', async (asking, words) => {
    expect(await meant(asking, words)).toEqual([]);
  });

  test.each([
    ['snv', 'xã Bình An', ['binhanct', 'binhankl']],
    ['snv', 'Bình An', ['binhanct', 'binhankl']],
    ['hondat', 'Hòn Đất', ['hondat', 'tthondat']],
    ['snv', 'Sở Y tế - Sở Nội vụ', ['snv', 'syt']],
    ['kienluong', 'TT Kiên Lương', ['tthlkl', 'ttkienluong']],
    ['snv', 'xa Tan Thanh', ['tanthanh', 'tanthanham']],
  ])('from %s, "%s" may be several', async (asking, words, units) => {
    expect(await meant(asking, words)).toEqual(units);
  });

  test('accents that are written tell communes apart, even against the asking unit', async () => {
    expect(await meant('snv', 'xã Tân Thạnh')).toEqual(['tanthanham']);
    expect(await meant('tanhiep', 'xã Tân Thạnh')).toEqual(['tanthanham']);
    expect(await meant('tanhiep', 'xa Tan Thanh')).toEqual(['tanthanh']);
  });
});

describe('where a row names no unit', () => {
  test('the heading of the form does', async () => {
    expect(await meant('hondat', null, 'UBND xã Mỹ Lâm')).toEqual(['mylam']);
    expect(await meant('hondat', '-', 'ỦY BAN NHÂN DÂN\nXÃ MỸ LÂM')).toEqual(['mylam']);
  });
  test('a heading that is no unit leaves the asking unit', async () => {
    expect(await meant('hondat', null, 'Văn phòng')).toEqual(['hondat']);
    expect(await meant('hondat', null)).toEqual(['hondat']);
  });
  test('a heading that may be two units is asked about', async () => {
    expect(await meant('sttt', null, 'UBND xã Bình An')).toEqual(['binhanct', 'binhankl']);
  });
  test('a blank below another unit may repeat that one, or be the form’s', async () => {
    const units = async (asking: string, ...words: string[]) => {
      const facts = await findFacts(database.db, {
        asking: await unitOf(database.db, asking),
        requests: [request(words.map((unit) => item({ unit })))],
        house,
        now,
      });
      return facts.items.map((row) => row.units.map(({ abbreviation }) => abbreviation).join(' '));
    };
    expect(await units('hondat', 'UBND xã Mỹ Lâm', '', '')).toEqual([
      'mylam',
      'hondat mylam',
      'hondat mylam',
    ]);
    expect(await units('hondat', '', 'UBND xã Mỹ Lâm')).toEqual(['hondat', 'mylam']);
    expect(await units('snv', 'Phòng Tổ chức', '')).toEqual(['snv', 'snv']);
  });
  test('a row without a unit of its own may be of one of which the words around it speak', async () => {
    const open = async (asking: string, unit: string | null, ...offices: string[]) => {
      const { items } = await findFacts(database.db, {
        asking: await unitOf(database.db, asking),
        requests: [request([{ ...item(unit === null ? {} : { unit }), offices }], null)],
        house,
        now,
      });
      return items[0]?.units.map(({ abbreviation }) => abbreviation).sort();
    };
    expect(await open('syt', null, 'Bệnh viện Đa khoa tỉnh')).toEqual(['bvdk', 'syt']);
    expect(await open('syt', 'Phòng Kế toán', 'BVĐK tỉnh', 'BVĐK tỉnh')).toEqual(['bvdk', 'syt']);
    expect(await open('hondat', null, 'Công chức Tư pháp, UBND xã Mỹ Lâm')).toEqual(['hondat', 'mylam']);
    expect(await open('hondat', null, 'Công chức VP-TK xã Mỹ Lâm')).toEqual(['hondat', 'mylam']);
    expect(await open('hondat', null, 'Mỹ Lâm')).toEqual(['hondat', 'mylam']);
    expect(await open('hondat', null, 'Trưởng phòng Nội vụ')).toEqual(['hondat', 'pnvhd']);
    expect(await open('hondat', null, 'Chủ tịch UBND huyện', 'Chuyên viên', 'Công chức')).toEqual(['hondat']);
    // What a row says for itself, and who is none of the asking unit's, is in no doubt by it.
    expect(await open('syt', 'TTYT huyện Hòn Đất', 'Bệnh viện Đa khoa tỉnh')).toEqual(['ttythd']);
    expect(await open('syt', 'Sở Y tế', 'Bệnh viện Đa khoa tỉnh')).toEqual(['syt']);
    expect(await open('syt', null, 'Sở Nội vụ', 'Sở Y tế', 'Trung tâm')).toEqual(['syt']);
  });

  test('a division is of the unit that the title of its group names', async () => {
    const inGroup = async (asking: string, unit: string, group: string) => {
      const row = item({ unit });
      const grouped = { ...row, row: { ...row.row, unitGroup: { text: group, where: 'Sheet1!A9' } } };
      const requests = [request([grouped], 'Sở Y tế')];
      const facts = await findFacts(database.db, {
        asking: await unitOf(database.db, asking),
        requests,
        house,
        now,
      });
      return facts.items[0]?.units.map(({ abbreviation }) => abbreviation).join(' ');
    };
    expect(await inGroup('syt', 'Phòng Dược', 'BỆNH VIỆN ĐA KHOA TỈNH')).toBe('bvdk');
    expect(await inGroup('syt', 'Khoa Nội', 'Bệnh viện Đa khoa tỉnh')).toBe('bvdk');
    expect(await inGroup('syt', 'Văn phòng', 'Chi cục ATVSTP')).toBe('ccatvstp');
    expect(await inGroup('syt', 'Phòng Dược', 'Khối văn phòng')).toBe('syt');
    expect(await inGroup('syt', 'Sở Nội vụ', 'Bệnh viện Đa khoa tỉnh')).toBe('snv');
  });
  test('a room and the unit in columns of their own are one place', async () => {
    const beside = async (asking: string, ...rows: [division: string | null, unit: string][]) => {
      const items = rows.map(([division, unit]) => {
        const { row, ...rest } = item({ unit });
        const where = 'Sheet1!C9';
        return {
          ...rest,
          row: { ...row, ...(division !== null && { division: { text: division, where } }) },
        };
      });
      const facts = await findFacts(database.db, {
        asking: await unitOf(database.db, asking),
        requests: [request(items)],
        house,
        now,
      });
      return facts.items.map(({ units }) => units.map(({ abbreviation }) => abbreviation).join(' '));
    };
    expect(
      await beside(
        'syt',
        ['Phòng Dược', 'Bệnh viện Đa khoa tỉnh'],
        ['Bệnh viện Đa khoa tỉnh', 'Phòng Dược'],
        ['Bệnh viện Đa khoa tỉnh', 'Sở Y tế'],
        ['Văn phòng', 'Sở Y tế'],
        ['Tổ Kế toán', 'Sở Y tế'],
        ['Kế toán', 'Sở Y tế'],
        [null, 'Sở Y tế'],
      ),
    ).toEqual(['bvdk', 'bvdk', 'bvdk', 'vpsyt', 'syt', 'syt', 'syt']);
    // Whether a blank cell repeats the unit above, or leaves the asking one, is not said.
    expect(await beside('syt', ['Phòng Dược', ''])).toEqual(['syt']);
    // A department has no khoa: it is of the hospital above.
    expect(await beside('syt', ['Phòng Dược', 'Bệnh viện Đa khoa tỉnh'], ['Khoa Nội', ''])).toEqual([
      'bvdk',
      'bvdk',
    ]);
    expect(await beside('syt', [null, 'Bệnh viện Đa khoa tỉnh'], ['Phòng Dược', ''])).toEqual([
      'bvdk',
      'syt bvdk',
    ]);
    expect(await beside('syt', ['Phòng Nội vụ', 'Huyện Hòn Đất'])).toEqual(['pnvhd']);
  });
  test('a ditto mark repeats the row above', async () => {
    const items = ['UBND xã Mỹ Lâm', 'nt', '"', '', '- nt -'].map((unit) => item({ unit }));
    const facts = await findFacts(database.db, {
      asking: await unitOf(database.db, 'hondat'),
      requests: [request(items)],
      house,
      now,
    });
    const found = facts.items.map(({ units }) => units[0]?.abbreviation);
    expect(found).toEqual(['mylam', 'mylam', 'mylam', 'hondat', 'hondat']);
  });
});

test('hostile words cost little and find nothing', async () => {
  expect(await meant('hondat', 'tt '.repeat(3000))).toEqual([]);
  expect(await meant('hondat', 'xã - huyện - sở '.repeat(500))).toEqual([]);
  expect(await meant('hondat', '\u0000\ud800 xã \udc00')).toEqual([]);
  expect(wordings('tt '.repeat(50)).length).toBeLessThan(10);
});

test('the facts name the unit with those above it', async () => {
  const facts = await findFacts(database.db, {
    asking: await unitOf(database.db, 'hondat'),
    requests: [request([item({ unit: 'xã Mỹ Lâm' })])],
    house,
    now,
  });
  expect(facts.items[0]?.lineage.map(({ abbreviation }) => abbreviation)).toEqual(['mylam', 'hondat']);
  expect(facts.asking).toEqual([
    {
      id: expect.any(Number),
      abbreviation: 'hondat',
      name: 'UBND huyện Hòn Đất',
      kind: 'district',
      parentId: null,
      mailbox: 'hondat@kiengiang.gov.vn',
    },
  ]);
});

test('any words at all are read, and find nothing in an empty registry', () => {
  const registry = { byWording: new Map(), units: new Map() };
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), words), (text) => {
      const read = readUnitWords(text);
      expect(wordingsOf(read).length).toBeLessThan(5000);
      expect(findUnits(read, registry, 1)).toEqual([]);
    }),
  );
});

test('a unit that is no more neither asks nor is found', async () => {
  const { db } = database;
  await db.execute(
    sql`update units set valid_to = '2026-11-23' where abbreviation in ('chauthanh', 'binhanct')`,
  );
  try {
    expect(await unitByMailbox(db, 'chauthanh@kiengiang.gov.vn', now)).toBeNull();
    expect(await meant('snv', 'xã Bình An')).toEqual(['binhankl']);
    expect(await meant('snv', 'huyện Châu Thành')).toEqual([]);
    const lastDay = new Date('2026-11-23T16:59:59Z');
    expect((await unitByMailbox(db, 'chauthanh@kiengiang.gov.vn', lastDay))?.unit.abbreviation).toBe(
      'chauthanh',
    );
  } finally {
    await db.execute(sql`update units set valid_to = null`);
  }
});

describe('the unit of a mailbox', () => {
  test('is told with those above it and the state of the mailbox', async () => {
    await registerMailboxes(database.db, 'mylam@kiengiang.gov.vn,,,locked');
    const found = await unitByMailbox(database.db, 'mylam@kiengiang.gov.vn', now);
    expect(found?.unit.abbreviation).toBe('mylam');
    expect(found?.lineage.map(({ abbreviation }) => abbreviation)).toEqual(['mylam', 'hondat']);
    expect(found?.mailboxStatus).toBe('locked');
  });
  test('is none for a person and for a stranger', async () => {
    await registerMailboxes(database.db, 'tvnam.sttt@kiengiang.gov.vn,Trần Văn Nam,sttt,active');
    expect(await unitByMailbox(database.db, 'tvnam.sttt@kiengiang.gov.vn', now)).toBeNull();
    expect(await unitByMailbox(database.db, 'ai-do@gmail.com', now)).toBeNull();
  });
});
