import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/form/pdf.ts';
import type { Form, Placed } from '../../src/model/form.ts';

const pdf = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'files', 'pdf', `${name}.pdf`));

const formsOf = (name: string): Promise<readonly Form[]> => formsIn(pdf(name), `${name}.pdf`);

async function formsIn(file: Buffer, name = 'a.pdf'): Promise<readonly Form[]> {
  const read = await readPdf(file, name);
  if ('scanned' in read || read.secret) throw new Error(JSON.stringify(read));
  return read.forms;
}

const words = (placed: Placed | null): string => placed?.text.replaceAll('\n', ' ') ?? '–';
const rowsOf = (forms: readonly Form[]): string[] =>
  forms.flatMap(({ rows }) =>
    rows.map(({ number, fullName, unit, wish }) =>
      [number, words(fullName), words(unit), words(wish)].join(' | '),
    ),
  );

const requester = ['Trần Văn Bình', 'Chánh Văn phòng', '0297 3812 345'];
const fieldsOf = (form: Form | undefined): string[] =>
  form ? [form.unit, form.requester, form.position, form.phone, form.content].map(words) : [];

const short = [
  '1 | Nguyễn Thị Thùy Dương | Phòng Tổ chức công chức, viên chức | Cấp mới hộp thư',
  '2 | Đỗ Hữu Phước | Thanh tra Sở | Hủy bỏ hộp thư dhphuoc.snv@kiengiang.gov.vn vì đã nghỉ hưu từ ngày 01/10/2026',
  '4 | Thị Ngọc Ánh | Văn phòng | Cấp lại mật khẩu',
];
/** The sixty people of make.py. */
const long = Array.from({ length: 60 }, (_, i) => {
  const pick = (...from: string[]): string => from[i % from.length] ?? '';
  const family = pick('Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Danh');
  const middle = pick('Văn', 'Thị Ngọc', 'Hữu', 'Thùy');
  const given = pick('An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hạnh', 'Khánh');
  const unit = pick('Tổ chức công chức, viên chức và đào tạo bồi dưỡng', ...Array(4).fill('Thanh tra'));
  const wish = pick(
    'Cấp mới hộp thư',
    'Hủy bỏ',
    'Cấp lại mật khẩu hộp thư công vụ do người sử dụng quên mật khẩu',
  );
  return `${i + 1} | ${family} ${middle} ${given} | Phòng ${unit} | ${wish}`;
});
const abc = [
  '1 | Nguyễn Văn An | Văn phòng | Cấp mới hộp thư',
  '2 | Lê Thị Hoa | Thanh tra | Hủy bỏ hộp thư',
  '3 | Võ Thị Ba | Văn phòng | Cấp lại mật khẩu',
];
const ours = [
  '1 | Nguyễn Thị Thùy Dương | Phòng Nội vụ | Cấp mới hộp thư',
  '2 | Đỗ Hữu Phước | Phòng Tài chính - Kế hoạch | Hủy bỏ hộp thư dhphuoc.grieng@kiengiang.gov.vn vì nghỉ hưu',
];

describe('words of a PDF', () => {
  test.each([
    ['chromium-short', short],
    ['wkhtmltopdf-short', short],
    ['writer-short', short],
    ['writer-landscape', short],
    ['chromium-long', long],
    ['chromium-birth-days', long],
    ['wkhtmltopdf-long', long],
    ['writer-long', long],
    ['reportlab-no-lines', abc],
    ['reportlab-turned', abc],
    ['reportlab-sideways', abc],
    ['reportlab-by-letters', abc],
    ['reportlab-doubled-letters', abc],
    ['reportlab-doubled-lines', abc],
    ['reportlab-continued', abc],
    ['reportlab-owner-password', abc.slice(0, 2)],
  ])('%s', async (name, rows) => {
    const forms = await formsOf(name);
    expect(forms).toMatchObject([{ source: 'pdf-text', attachment: `${name}.pdf` }]);
    expect(fieldsOf(forms[0])).toEqual(['SỞ NỘI VỤ', ...requester, 'Cấp mới, hủy bỏ hộp thư']);
    expect(rowsOf(forms)).toEqual(rows);
  });

  /** The people of make-bare.py. */
  const bare = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => {
      const pick = (...from: string[]): string => from[i % from.length] ?? '';
      const name = pick('Nguyễn Văn An', 'Lê Thị Hoa', 'Võ Thị Ba', 'Danh Út', 'Thị Hồng Thắm');
      const unit = pick('Văn phòng', 'Phòng Tổ chức công chức, viên chức và đào tạo bồi dưỡng');
      const long = 'Cấp lại mật khẩu do cán bộ quên mật khẩu, không đăng nhập được';
      return `${i + 1} | ${name} | ${unit} | ${pick('Hủy bỏ', long, 'Thay đổi chức vụ: Phó Trưởng phòng')}`;
    });

  test.each([
    ['calc-bare-numbers', 'numbers right beside names', 5],
    ['calc-bare-bottom', 'cells of several lines at the bottom of their rows', 5],
    ['calc-bare-full', 'cells of several lines that are as long as their column is wide', 5],
    ['reportlab-bare-middle', 'cells of several lines in the middle of their rows', 5],
    ['writer-bare-overleaf', 'rows close below each other, over two pages', 12],
  ])('without lines, %s: %s', async (name, _, count) => {
    expect(rowsOf(await formsOf(name))).toEqual(bare(count));
  });

  test('of a merged cell hold for its rows overleaf', async () => {
    const [form] = await formsOf('writer-merged-overleaf');
    expect(form?.rows.map(({ wish }) => words(wish))).toEqual([
      '–',
      '–',
      ...Array(9).fill('Hủy bỏ'),
      'Mở khóa',
    ]);
  });

  test.each([
    ['reportlab-cancelled-large', ['Trang 1', 'ĐÃ HỦY']],
    ['pypdf-stamp-not-approved', ['Trang 1', 'KHÔNG DUYỆT']],
    ['pypdf-stamp-approved', ['Trang 1']],
  ])('%s: what is stamped on the page is told of it', async (name, said) => {
    const [form] = await formsOf(name);
    expect(form?.remarks?.filter(({ where }) => where === 'trang 1').map(({ text }) => text)).toEqual(said);
    expect(rowsOf([form as Form])).toEqual(short);
  });

  test('say where they stand', async () => {
    const [form] = await formsOf('chromium-long');
    expect(form?.requester?.where).toBe('trang 1 dòng 5');
    expect(form?.rows[14]).toMatchObject({
      number: 15,
      where: 'trang 2 dòng 2',
      fullName: { where: 'trang 2 dòng 2' },
    });
  });

  test('struck out are told and no row', async () => {
    for (const name of ['chromium-short', 'wkhtmltopdf-short', 'writer-short'])
      expect(await formsOf(name)).toMatchObject([
        { skipped: [{ why: 'struck', text: '3 | Lê Văn Gạch | Văn phòng | Hủy bỏ' }] },
      ]);
  });

  test('white, unpainted, covered, tiny, transparent, clipped and outside the page are no rows', async () => {
    expect(rowsOf(await formsOf('reportlab-hidden'))).toEqual([abc[0], abc[2]]);
  });

  test('under a line are struck out; highlighted, underlined and white on dark they are read', async () => {
    const forms = await formsOf('reportlab-drawn');
    expect(rowsOf(forms)).toEqual([
      abc[0],
      abc[2],
      '4 | Thị Hồng Thắm | Văn phòng | Mở khóa',
      '5 | Danh Út | Văn phòng | Tạm khóa',
    ]);
    expect(forms[0]?.skipped).toMatchObject([{ why: 'struck', text: abc[1] }]);
  });

  test('a scrawl over rows is about those rows', async () => {
    const { rows = [] } = (await formsOf('reportlab-scrawl'))[0] ?? {};
    expect(rows.map(({ number, crossed = false }) => ({ number, crossed }))).toEqual([
      { number: 1, crossed: false },
      { number: 2, crossed: true },
      { number: 3, crossed: false },
    ]);
  });

  test.each([
    ['reportlab-no-lines-tight', /columns without lines/],
    ['reportlab-no-lines-wrapped', /rows without lines/],
    ['reportlab-bare-either', /rows without lines/],
    ['reportlab-bare-head', /rows without lines/],
    ['calc-bare-cut-name', /words are cut off: Nguyễn Văn$/],
    ['calc-bare-low-row', /words are cut off: hủy bỏ$/],
    ['reportlab-broken', /a row is broken by the end of a page/],
    ['reportlab-other-columns', /other columns than its heading/],
    ['calc-cut-off', /without lines|cannot be told apart/],
    ['reportlab-user-password', /encrypted with a password/],
  ])('%s is not read rather than guessed', async (name, why) => {
    await expect(readPdf(pdf(name), 'a.pdf')).rejects.toThrow(why);
    await expect(readPdf(pdf(name), 'a.pdf')).rejects.toMatchObject({ name: 'Unreadable' });
  });

  test('a covering letter is no form, pictures of pages are scans, whatever words lie below them', async () => {
    expect(await formsOf('reportlab-letter')).toEqual([]);
    expect(await readPdf(pdf('reportlab-scan'), 'a.pdf')).toEqual({ scanned: true });
    expect(await readPdf(pdf('reportlab-scan-ocr'), 'a.pdf')).toEqual({ scanned: true });
  });

  test.each(['reportlab-secret', 'reportlab-doubled-secret'])('a secrecy mark is seen: %s', async (name) => {
    expect(await readPdf(pdf(name), 'a.pdf')).toEqual({ secret: true, source: 'pdf-text' });
  });

  test('over other words are neither of them', async () => {
    const [form] = await formsOf('reportlab-overprinted');
    expect(form?.rows.map(({ wish }) => words(wish))).toEqual([
      'Cấp mới hộp thư',
      expect.not.stringMatching(/Hủy|Cấp/),
      'Cấp lại mật khẩu',
    ]);
  });
});

describe('words and tables that are wider than their cells and pages', () => {
  const told = ({ rows }: Form): string[] =>
    rows.map(({ number, fullName, unit, wish, note }) =>
      [number, ...[fullName, unit, wish, note].map(words)].join(' | '),
    );
  const others = [
    '2 | Lê Thị Hoa | Thanh tra | Hủy bỏ hộp thư | Theo Quyết định số 123/QĐ-SNV ngày 01/10/2026',
    '3 | Võ Thị Ba | Văn phòng | Cấp mới hộp thư | Gấp',
  ];
  const long = 'Cấp lại mật khẩu do cán bộ quên mật khẩu, không đăng nhập được';
  const cancelled = [
    '1 | Nguyễn Văn An | Văn phòng | Hủy bỏ | Gấp',
    '2 | Lê Thị Hoa | Thanh tra | Hủy bỏ | Gấp',
    '3 | Võ Thị Ba | Văn phòng | Hủy bỏ | Gấp',
  ];

  test.each([
    [
      'a wish over the blank note, a note out of the table',
      'lines',
      [`1 | Nguyễn Văn An | Văn phòng | ${long} | –`, ...others],
    ],
    ['a centred wish over both its neighbours', 'middle', [`1 | Nguyễn Văn An | – | ${long} | –`, ...others]],
    [
      'a wish on the right, over the blank unit',
      'right',
      ['1 | Nguyễn Văn An | – | Cấp lại mật khẩu do quên mật khẩu | –', ...others],
    ],
    ['a heading that its row is too low for', 'heading', cancelled],
  ])('are read whole in their own cells: %s', async (_, name, rows) => {
    const [form] = await formsOf(`calc-over-${name}`);
    expect(form && told(form)).toEqual(rows);
    expect(form?.rows.flatMap(({ remarks = [] }) => remarks)).toEqual([]);
  });

  test('numbers right beside the next column are not its words', async () => {
    const [form] = await formsOf('calc-over-bare-phone');
    expect(form?.rows.map(({ phone, unit }) => `${words(phone)} | ${words(unit)}`)).toEqual(
      ['0', '1', '2'].map((at) => `0913 555 ${at}10 | Trung tâm Lưu trữ lịch sử`),
    );
  });

  test.each([
    ['calc-over-cut', /words are cut off: Cấp lại mật khẩu do cán bộ quên mật/],
    ['calc-over-cut-right', /words are cut off: quên mật khẩu/],
    ['calc-over-bare-number', /columns without lines/],
    ['calc-over-pages', /columns of a sheet go on overleaf/],
    ['calc-over-pages-no-numbers', /columns of a sheet go on overleaf/],
    ['reportlab-over-edge', /a table goes on where it is cut off/],
    ['reportlab-over-line', /words run across lines of a table: Hủy bỏ hộp thư/],
  ])('are not read where they may go on: %s', async (name, why) => {
    await expect(readPdf(pdf(name), 'a.pdf')).rejects.toThrow(why);
  });
});

describe('a sheet that is wider than its paper', () => {
  const inOrder = ({ rows }: Form): string[] =>
    rows.map(({ number, fullName, position, unit, phone, wish, note }) =>
      [number, ...[fullName, position, unit, phone, wish, note].map(words)].join(' | '),
    );
  /** The people of make-wide.py. */
  const people = (count: number, wishes = ['Cấp mới hộp thư', 'Hủy bỏ', 'Cấp lại mật khẩu']): string[] =>
    Array.from({ length: count }, (_, i) => {
      const pick = (...from: string[]): string => from[i % from.length] ?? '';
      const family = pick('Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Danh');
      const middle = pick('Văn', 'Thị Ngọc', 'Hữu', 'Thùy');
      const given = pick('An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hạnh', 'Khánh');
      const unit = pick('Phòng Thanh tra', 'Văn phòng Sở', 'Phòng Tổ chức');
      const note = pick('Nghỉ từ tháng 10', 'Gấp', '–', 'Gấp');
      const position = pick('Chuyên viên', 'Văn thư');
      return `${i + 1} | ${family} ${middle} ${given} | ${position} | ${unit} | 0913 555 ${i + 100} | ${pick(...wishes)} | ${note}`;
    });

  test.each([
    ['on three pages side by side', 'six', people(6)],
    ['printed down, then over', 'down', people(60)],
    ['printed over, then down, its heading on each page', 'over', people(60)],
    ['with STT and names on each page', 'columns', people(6)],
    ['signed on pages of its own, of which blank ones are not printed', 'signed-overleaf', people(36)],
    ['without lines', 'bare', people(6)],
    ['without lines, with headings, STT and names on each page', 'bare-columns', people(60)],
  ])('is whole again: %s', async (_, name, rows) => {
    const [form, more] = await formsOf(`calc-wide-${name}`);
    expect([form && inOrder(form), more]).toEqual([rows, undefined]);
    expect(fieldsOf(form)).toEqual(['SỞ NỘI VỤ', ...requester, 'Cấp mới, hủy bỏ hộp thư']);
  });

  test('says on which page a row begins', async () => {
    const [form] = await formsOf('calc-wide-over');
    expect([0, 59].map((row) => form?.rows[row]?.where)).toEqual(['trang 1 dòng 10', 'trang 4 dòng 25']);
  });

  test('has words that begin on one page and end on the next, and rows of several lines', async () => {
    const [form] = await formsOf('calc-wide-crossing');
    const wishes = ['Cấp mới hộp thư', 'Hủy bỏ', 'Cấp lại mật khẩu'];
    const long = 'Cấp lại mật khẩu hộp thư công vụ do người sử dụng quên mật khẩu';
    expect(form && inOrder(form)).toEqual(people(6, [...wishes, long]));
    expect(words(form?.content ?? null)).toBe(
      'Cấp mới và hủy bỏ hộp thư điện tử công vụ cho công chức, viên chức của Sở năm 2026',
    );
  });

  test('has titles of groups across it, and a heading in two rows', async () => {
    const forms = await formsOf('calc-wide-groups');
    expect(rowsOf(forms).map((row) => row.replace(/ \|.*\| /, ': '))).toEqual(
      ['Hủy bỏ', 'Cấp mới', 'Hủy bỏ', 'Cấp mới', 'Hủy bỏ', 'Cấp mới'].map((wish, i) => `${i + 1}: ${wish}`),
    );
  });

  /** A file of pages of others: `six 1` is the first page of that one. */
  async function bound(...pages: readonly string[]): Promise<Buffer> {
    const made = await PDFDocument.create();
    for (const page of pages) {
      const [name, number] = page.split(' ');
      const from = await PDFDocument.load(pdf(`calc-wide-${name}`));
      const [copy] = await made.copyPages(from, [Number(number) - 1]);
      if (copy) made.addPage(copy);
    }
    return Buffer.from(await made.save());
  }

  test.each([
    ['rows of another height', ['six 1', 'crossing 2', 'crossing 3']],
    ['more rows on the right', ['six 1', 'groups 2', 'groups 3']],
    ['fewer rows on the right', ['groups 1', 'six 2', 'six 3']],
    ['the last page missing', ['down 1', 'down 2', 'down 3', 'down 4', 'down 5']],
    ['a page in the wrong place', ['down 1', 'down 2', 'down 4', 'down 3', 'down 5', 'down 6']],
    ['the pages backwards', ['six 3', 'six 2', 'six 1']],
    ['another name on the right', ['columns 1', 'columns 2', 'columns 3', 'other-name 4', 'other-name 5']],
    ['lines on one page alone', ['bare 1', 'six 2', 'six 3']],
    ['no lines, and the pages backwards', ['bare 3', 'bare 2', 'bare 1']],
    ['no lines, and rows of another height', ['bare 1', 'bare-crossing 2', 'bare-crossing 3']],
    ['no lines around the wish', ['open-sides 1', 'open-sides 2', 'open-sides 3']],
    ['numbers without names on each page', ['numbers 1', 'numbers 2', 'numbers 3', 'numbers 4']],
    [
      'no lines, and numbers without names on each page',
      ['bare-numbers 1', 'bare-numbers 2', 'bare-numbers 3', 'bare-numbers 4'],
    ],
    ['words cut in two below it', Array.from({ length: 6 }, (_, page) => `held-overleaf ${page + 1}`)],
    ['no lines, and words cut in two', ['bare-crossing 1', 'bare-crossing 2', 'bare-crossing 3']],
  ])('is not put together by guess: %s', async (_, pages) => {
    await expect(readPdf(await bound(...pages), 'a.pdf')).rejects.toThrow(
      /columns of a sheet go on overleaf/,
    );
  });

  test('may have a covering letter before it', async () => {
    const [form] = await formsIn(await bound('signed-overleaf 2', 'six 1', 'six 2', 'six 3'));
    expect(form && inOrder(form)).toEqual(people(6));
  });

  test('is not what two pages full of rows without numbers are', async () => {
    await expect(readPdf(pdf('calc-wide-not'), 'a.pdf')).rejects.toThrow(/a row is broken by the end/);
  });

  test('is put together whoever bound its pages', async () => {
    const [form] = await formsIn(await bound('six 1', 'six 2', 'six 3'));
    expect(form && inOrder(form)).toEqual(people(6));
  });
});

describe('fields of a PDF', () => {
  test('our form, filled in by another program', async () => {
    const forms = await formsOf('pypdf-ours');
    expect(forms).toMatchObject([{ source: 'pdf-fields' }]);
    expect(fieldsOf(forms[0])).toEqual([
      'ỦY BAN NHÂN DÂN HUYỆN GIỒNG RIỀNG',
      ...requester,
      'Cấp mới và hủy bỏ hộp thư',
    ]);
    expect(rowsOf(forms)).toEqual(ours);
    expect(forms[0]?.rows[1]?.wish?.where).toBe('trang 1, ô "Nội dung đề nghị 2"');
  });

  test('our form, printed by the program that filled it in', async () => {
    const forms = await formsOf('cairo-printed-ours');
    expect(forms).toMatchObject([{ source: 'pdf-text' }]);
    expect(fieldsOf(forms[0])).toEqual([
      'ỦY BAN NHÂN DÂN HUYỆN GIỒNG RIỀNG',
      ...requester,
      'Cấp mới và hủy bỏ hộp thư',
    ]);
    expect(rowsOf(forms)).toEqual(ours);
  });

  test('others are known by the words beside and above them', async () => {
    const forms = await formsOf('pypdf-other-fields');
    expect(fieldsOf(forms[0]).slice(0, 3)).toEqual(['SỞ NỘI VỤ', 'Trần Văn Bình', 'Chánh Văn phòng']);
    expect(rowsOf(forms)).toEqual([abc[0], '2 | Lê Thị Hoa | Thanh tra | Hủy bỏ']);
    expect(forms[0]?.requester?.where).toBe('trang 1, ô "f1"');
  });

  test('hidden ones are not read', async () => {
    expect(rowsOf(await formsOf('pypdf-hidden-fields'))).toEqual([abc[0]]);
  });

  test('or by their names, where no words say anything', async () => {
    const forms = await formsOf('pypdf-named-fields');
    expect(fieldsOf(forms[0])).toEqual(['–', 'Trần Văn Bình', '–', '–', 'Theo danh sách']);
    expect(rowsOf(forms)).toEqual([abc[0]]);
  });
});
