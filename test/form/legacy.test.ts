import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { readDocx } from '../../src/form/docx.ts';
import type { Grid } from '../../src/form/grid.ts';
import { inUnicode, textInUnicode } from '../../src/form/legacy.ts';
import { formOfFields } from '../../src/form/pdf-fields.ts';
import { bearsSecrecyMark } from '../../src/form/secrecy.ts';
import { isVietnameseSyllable } from '../../src/form/spoken.ts';
import { readXlsx } from '../../src/form/xlsx.ts';
import type { Form } from '../../src/model/form.ts';
import { given, surnames } from './people.ts';
import { shown } from './shown.ts';
import { vni } from './vni.ts';

const files = join(import.meta.dirname, 'files');

async function formsIn(path: string): Promise<readonly Form[]> {
  const content = readFileSync(path);
  const grids = path.endsWith('.docx') ? [(await readDocx(content)).grid] : (await readXlsx(content)).grids;
  const read = assemble(grids, 'xlsx', path);
  return read.secret ? [] : read.forms;
}

const gridOf = (rows: readonly (readonly string[])[]): Grid => ({
  place: (row) => `dòng ${row}`,
  lines: rows.map((texts, index) => ({
    row: index + 1,
    unseen: null,
    cells: texts.map((text, at) => ({
      text,
      kind: 'text',
      row: index + 1,
      lastRow: index + 1,
      column: at + 1,
      lastColumn: at + 1,
      struck: false,
      where: '',
    })),
  })),
});

/** The words of the rows in Unicode, with the codes that they were in. */
function read(rows: readonly (readonly string[])[]): { rows: string[][]; was: readonly string[] } {
  const { grids, was } = inUnicode([gridOf(rows)]);
  return {
    rows: grids.flatMap(({ lines }) => lines.map(({ cells }) => cells.map(({ text }) => text))),
    was,
  };
}

describe('forms that were typed in old fonts', () => {
  test.each([
    ['tcvn3.xlsx', 'TCVN3', 'Danh Tú'],
    // Beside Unicode, nothing tells in which code a name stands that may be in both.
    ['mixed.xlsx', 'TCVN3', 'Danh Tó (hay Danh Tú)'],
    ['tcvn3.docx', 'TCVN3', 'Danh Tú'],
    ['vni.docx', 'VNI', 'Danh Tú'],
  ])('%s is read in Unicode', async (name, code, third) => {
    const forms = await formsIn(join(files, 'legacy', name));
    expect(forms.map(({ convertedFrom }) => convertedFrom)).toEqual([[code]]);
    expect(forms.map(shown)).toEqual([
      {
        fields: 'SỞ NỘI VỤ | Lê Thị Hoa | Chánh Văn phòng | 0297 3862 001 | theo danh sách',
        rows: [
          '1 | Nguyễn Thị Ánh | Phòng Tổ chức | Cấp mới hộp thư',
          '2 | LÊ ĐỨC HÙNG | Sở Nội vụ | Cấp mới',
          `3 | ${third} | Văn phòng Sở | Cấp mới hộp thư`,
          '4 | Lâm Quốc Bảo | – | Cấp lại mật khẩu do quên',
        ],
        skipped: [],
      },
    ]);
  });

  test.each([
    ['CÊp míi hép th­', 'Cấp mới hộp thư'],
    ['NguyÔn ThÞ ¸nh', 'Nguyễn Thị Ánh'],
    ['NGUYÔN V¡N HïNG', 'NGUYỄN VĂN HÙNG'],
    ['®/c Lª ThÞ Mü Hµ - Phã Gi¸m ®èc', 'đ/c Lê Thị Mỹ Hà - Phó Giám đốc'],
    ['Së Th«ng tin vµ TruyÒn th«ng', 'Sở Thông tin và Truyền thông'],
    ['Ng­êi yªu cÇu: §Æng Qu©n', 'Người yêu cầu: Đặng Quân'],
  ])('TCVN3 %j', (written, meant) => {
    expect(read([[written], ['Thay ®æi mËt khÈu do quªn']])).toMatchObject({
      rows: [[meant], ['Thay đổi mật khẩu do quên']],
      was: ['TCVN3'],
    });
  });

  test.each([
    ['Caáp môùi hoäp thö', 'Cấp mới hộp thư'],
    ['ÑAËNG THÒ MYÕ HAÏNH', 'ĐẶNG THỊ MỸ HẠNH'],
    ['Toân Ñöùc Thaéng', 'Tôn Đức Thắng'],
    ['UÛy ban nhaân daân tænh Kieân Giang', 'Ủy ban nhân dân tỉnh Kiên Giang'],
    ['Traàn Thò Hoà', 'Trần Thị Hồ'],
  ])('VNI %j', (written, meant) => {
    expect(read([[written], ['Thay ñoåi maät khaåu do queân']])).toMatchObject({
      rows: [[meant], ['Thay đổi mật khẩu do quên']],
      was: ['VNI'],
    });
  });

  test('a label in Unicode may stand before a value in TCVN3', () => {
    const rows = [['Họ và tên: NguyÔn V¨n Hïng'], ['CÊp míi hép th­']];
    expect(read(rows).rows).toEqual([['Họ và tên: Nguyễn Văn Hùng'], ['Cấp mới hộp thư']]);
  });

  test('a name that may be either is asked about where nothing beside it tells', () => {
    const told = ['NguyÔn V¨n Hïng', 'CÊp míi hép th­'];
    expect(read([told, ['Danh Tó', 'Cấp mới hộp thư']]).rows[1]).toEqual(['Danh Tó', 'Cấp mới hộp thư']);
    expect(read([told, ['Danh Tó', 'CÊp míi hép th­']]).rows[1]).toEqual(['Danh Tú', 'Cấp mới hộp thư']);
    expect(read([told, ['Danh Tó', 'huy']]).rows[1]).toEqual(['Danh Tú', 'huy']);
    expect(read([told, ['Sở Nội vụ'], ['Danh Tó', 'huy']]).rows[2]).toEqual(['Danh Tó (hay Danh Tú)', 'huy']);
  });

  test('a name that was wrapped keeps its capitals', () => {
    expect(read([['NguyÔn ThÞ\n¸nh'], ['CÊp míi hép th­']]).rows[0]).toEqual(['Nguyễn Thị\nÁnh']);
  });

  test('a PDF that lost its soft hyphens is not read: Phương would be Phợng', () => {
    const rows = [
      ['STT', 'Hä vµ tªn', '§¬n vÞ c«ng t¸c', 'Néi dung ®Ò nghÞ'],
      ['1', 'NguyÔn V¨n Ph¬ng', 'Së Néi vô', 'CÊp míi'],
    ];
    expect(() => assemble([gridOf(rows)], 'pdf-text', 'a.pdf')).toThrow('TCVN3');
    expect(
      assemble([gridOf([...rows, ['2', 'Lª V¨n H­ng', '', 'CÊp míi']])], 'pdf-text', 'a.pdf'),
    ).toMatchObject({
      forms: [{ rows: [{}, { fullName: { text: 'Lê Văn Hưng' } }] }],
    });
  });

  test('a secrecy mark is one in every code', () => {
    expect(['MËt', 'Tèi mËt', 'MAÄT', 'TUYEÄT MAÄT'].filter((mark) => !bearsSecrecyMark(mark))).toEqual([]);
    expect(['mËt khÈu', 'maät khaåu', 'Maât'].filter(bearsSecrecyMark)).toEqual([]);
  });
});

describe('a list of staff comes back as it was', () => {
  const person = fc
    .tuple(
      fc.constantFrom(...surnames),
      fc.constantFrom('Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', ''),
      fc.constantFrom(...given),
    )
    .map((words) => words.filter(Boolean).join(' '));
  const list = fc
    .array(person, { minLength: 3, maxLength: 12 })
    .map((people) => [...people, 'Cấp mới hộp thư']);
  const tcvn3 = (text: string): string =>
    // Capitals with a tone have no letter: the small one is typed, in a font that draws it large.
    iconv
      .encode(
        text.replace(/[^ĂÂÊÔƠƯĐ\p{ASCII}]/gu, (letter) => letter.toLowerCase()),
        'tcvn',
      )
      .toString('latin1');

  test.each([
    ['TCVN3', tcvn3],
    ['VNI', vni],
  ])('from %s', (code, typed) => {
    fc.assert(
      fc.property(list, (people) => {
        const written = people.map((name) => [typed(name)]);
        const back = read(written);
        expect(back.was).toEqual([code]);
        expect(back.rows.flat()).toEqual(people);
      }),
      { numRuns: 500 },
    );
  });

  test('and from Unicode untouched', () => {
    fc.assert(
      fc.property(list, (people) => {
        expect(read(people.map((name) => [name]))).toEqual({ rows: people.map((name) => [name]), was: [] });
      }),
    );
  });
});

describe('nothing else is touched', () => {
  test.each([
    'où est-il? Là où français et été vont, même à Noël; ça, c’est déjà très bien. Hôtel, forêt, île, naïf.',
    'São Paulo não é só uma ação; coração, irmão, três, você, avô, lições.',
    'Müller, Größe, für, übermäßig, Öl, schön, Äpfel, Jürgen.',
    'El niño, mañana, corazón, también, así, está, después, qué, cómo.',
    '« Nguyen Van Nam » 2 × 3 = 6; ½ · ¼ ÷ 5 °C © 2026 ® µm ¥ §1 ¶',
    'Hoà Bình, Toà án, Thuý, Hoá, Loã, Khoẻ, Tuý, Quý, Hòa, Thúy',
    'Hoà, Hoá, Toà, Tú, Trúc, Hà, Cúc, Bé, Rô, Lê, Trí, Hân, Ân, Ý',
    'Danh Sóc Kha, Chau Sươn, Thạch Sà Vuông, Néang Sâm, Lý Mỹ Khén, H’Hen Niê',
    'Tr\u00adần Văn Nam',
  ])('%j', (text) => {
    const same = text.replaceAll('\u00ad', '');
    expect(textInUnicode(text)).toBe(same);
    expect(read([[text], ['Hoà', 'Tú']])).toEqual({ rows: [[same], ['Hoà', 'Tú']], was: [] });
  });

  const committed = globSync('{form/files,score/forms}/**/*.{xlsx,docx}', { cwd: join(files, '../..') });

  test('in none of the other forms that stand here', async () => {
    const others = committed.filter((path) => !path.includes('legacy'));
    const touched: string[] = [];
    for (const path of others) {
      const forms = await formsIn(join(files, '../..', path)).catch(() => []);
      if (forms.some(({ convertedFrom }) => convertedFrom !== undefined)) touched.push(path);
    }
    expect(others.length).toBeGreaterThan(20);
    expect(touched).toEqual([]);
  });

  test('whatever is written, it is read without error, and twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(textInUnicode(textInUnicode(text))).toBe(textInUnicode(text));
      }),
    );
  });
});

test.each([
  ['nguyễn', true],
  ['THUỲ', true],
  ['quốc', true],
  ['giềng', true],
  ['ngoẻo', true],
  ['niê', true],
  ['khuỷu', true],
  ['cáfe', false],
  ['cêp', false],
  ['hoũa', false],
  ['mớới', false],
  ['noël', false],
  ['', false],
])('%j is a syllable: %s', (word, is) => {
  expect(isVietnameseSyllable(word)).toBe(is);
});

test('fields of a PDF in an old code, by their names alone', () => {
  const fields = (written: Record<string, string>) =>
    Object.entries(written).map(([name, value]) => ({
      ...{ id: name, type: 'Tx', name, value, page: 1 },
      ...{ isTick: false, rect: [], lines: false, colour: null },
    }));
  const named = { ho_ten_1: 'Lª V¨n H­ng', don_vi_1: 'Së Néi vô', noi_dung_1: 'CÊp míi hép th­' };
  const form = formOfFields(fields(named), 'a.pdf');
  expect(form?.rows.map(({ fullName, unit, wish }) => [fullName?.text, unit?.text, wish?.text])).toEqual([
    ['Lê Văn Hưng', 'Sở Nội vụ', 'Cấp mới hộp thư'],
  ]);
  expect(form?.convertedFrom).toEqual(['TCVN3']);
});
