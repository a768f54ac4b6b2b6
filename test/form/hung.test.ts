import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { interpretForms } from '../../src/interpret/interpret.ts';
import { attached, file, letter, plain } from './letters.ts';
import { zipOf } from './zips.ts';

/*
 * What somebody noted, drew or hid on a form (files/hung/make.py): each asks for three passwords, and the second row is the
 * one in question.
 */
const reader = openReader({ children: 1 });
afterAll(() => reader.close());

async function readAsks(name: string, text = 'Kính gửi phiếu.') {
  const raw = letter(plain(text), attached(name, file(`hung/${name}`)));
  const reading = await reader.read(raw);
  const [request] = await interpretForms(reading, { today: '2026-11-24' });
  const asks = (request?.items ?? []).map(({ row, wish }) => `${row.number} ${wish.action}`);
  const from = (request?.items ?? []).map(({ wish }) => wish.effectiveOn);
  return { asks, from, doubts: (request?.items ?? []).flatMap(({ wish }) => wish.doubt ?? []), reading };
}

const whole = ['1 reset-password', '2 reset-password', '3 reset-password'];
const doubted = ['1 reset-password', '2 unclear', '3 reset-password'];
const passedOver = ['1 reset-password', '3 reset-password'];

describe('words and lines that are put on a row', () => {
  test.each([
    'comment.docx',
    'footnote.docx',
    'box.docx',
    'line.docx',
    'free-text.pdf',
    'sticky-note.pdf',
    'highlight-noted.pdf',
    'redacted.pdf',
    'margin.pdf',
    'cross.pdf',
    'comment.xlsx',
    'comment-on-hidden.xlsx',
    'comment-below.xlsx',
    'hidden-note.xlsx',
    'box.xlsx',
    'line.xlsx',
    'beside.xlsx',
  ])('%s: the row is asked about, and no other', async (name) => {
    const { asks, doubts } = await readAsks(name);
    expect(asks).toEqual(doubted);
    expect(doubts[0]).toMatch(
      /ghi “.*(?:[Bb]ỏ|chưa thực hiện)|nét vẽ|không khớp|Không thực hiện|01\/01\/2027/,
    );
  });

  test.each([
    'plain.docx',
    'footnote-of-position.docx',
    'yellow-marker.docx',
    'white-on-blue.docx',
    'highlight.pdf',
    'hidden-note.pdf',
    'heading-comment.xlsx',
    'hidden-note-of-office.xlsx',
    'hidden-choices.xlsx',
    'white-on-blue.xlsx',
    'line-above.xlsx',
    'high-box.xlsx',
  ])('%s: what says nothing against a row stops none', async (name) => {
    expect((await readAsks(name)).asks).toEqual(whole);
  });

  test.each(['endnote-secret.docx', 'note-secret.pdf'])(
    '%s: a secrecy mark is one there too',
    async (name) => {
      const { reading } = await readAsks(name);
      expect(reading.problems.map(({ code }) => code)).toEqual(['secrecy-mark']);
    },
  );
});

test('a cross over all rows leaves all of them open, and one over their heading the whole form', async () => {
  expect((await readAsks('cross-over-all.pdf')).asks).toEqual(['1 unclear', '2 unclear', '3 unclear']);
  const { reading } = await readAsks('cross-over-heading.pdf');
  expect(reading.forms).toEqual([]);
  expect(reading.problems[0]?.detail).toContain('something is drawn across a table');
});

test('a row of a PDF whose columns are not seen is asked about, and never left out', async () => {
  const { reading } = await readAsks('no-uprights.pdf');
  expect(reading.forms).toEqual([]);
  expect(reading.problems).toMatchObject([{ code: 'form-unreadable' }]);
  expect(reading.problems[0]?.detail).toContain('a row without its columns: 3 Thị Sà Phol');
});

describe('words that nobody sees', () => {
  test.each([
    ['theme-white.docx', 'faint'],
    ['black-on-black.docx', 'faint'],
    ['black-marker.docx', 'faint'],
    ['white.xlsx', 'faint'],
    ['theme-white.xlsx', 'faint'],
    ['black-fill.xlsx', 'faint'],
    ['no-format.xlsx', 'faint'],
    ['low-row.xlsx', 'hidden'],
  ])('%s: the row is passed over, and told', async (name, why) => {
    const { asks, reading } = await readAsks(name);
    expect(asks).toEqual(passedOver);
    expect(reading.forms[0]?.skipped).toMatchObject([{ why }]);
    expect(reading.forms[0]?.skipped[0]?.text).toContain('Đặng Thị Mỹ Duyên');
  });
});

describe('words outside the table', () => {
  test.each(['below.docx', 'below.pdf', 'below.xlsx'])(
    '%s: take back the row that they name',
    async (name) => {
      const { asks, doubts } = await readAsks(name);
      expect(asks).toEqual(doubted);
      expect(doubts[0]).toMatch(/^có thực hiện dòng này không, vì có ghi “/);
    },
  );

  test('above.docx: put all rows off', async () => {
    const day = '2027-01-01';
    const { asks, from } = await readAsks('above.docx');
    expect([asks, from]).toEqual([whole, [day, day, day]]);
  });

  test.each<[string, string[]]>([
    ['Đề nghị bỏ dòng số 2, đồng chí không cần nữa.', doubted],
    ['Trừ đ/c Duyên đã chuyển công tác.', doubted],
    ['Gửi trước để Trung tâm xem, chưa thực hiện.', ['1 unclear', '2 unclear', '3 unclear']],
    ['Kính gửi phiếu.\n--\nbỏ dòng số 2', whole],
    ['Kính gửi phiếu.\n> bỏ dòng số 2', whole],
  ])('the letter says %j', async (text, asks) => {
    expect((await readAsks('plain.docx', text)).asks).toEqual(asks);
  });

  test.each(['comment.docx', 'below.docx'])('%s: a copy that is not read says it too', async (name) => {
    const raw = letter(
      plain('Kính gửi phiếu.'),
      attached('phieu.xlsx', file('hung/line-above.xlsx')),
      attached('phieu.docx', file(`hung/${name}`)),
    );
    const reading = await reader.read(raw);
    expect(reading.forms.map(({ source }) => source)).toEqual(['xlsx']);
    const [request] = await interpretForms(reading, { today: '2026-11-24' });
    expect(request?.items.map(({ row, wish }) => `${row.number} ${wish.action}`)).toEqual(doubted);
  });

  test('a covering letter speaks of the form beside it', async () => {
    const cover = 'Kính gửi Trung tâm. Riêng trường hợp số 2 tạm thời chưa thực hiện.';
    const words = `<w:p><w:r><w:t>${cover}</w:t></w:r></w:p>`;
    const document = zipOf({
      'word/document.xml': `<w:document xmlns:w="w"><w:body>${words}</w:body></w:document>`,
    });
    const raw = letter(
      plain('Kính gửi phiếu.'),
      attached('cong van.docx', document),
      attached('phieu.docx', file('hung/plain.docx')),
    );
    const [request] = await interpretForms(await reader.read(raw), { today: '2026-11-24' });
    expect(request?.items.map(({ row, wish }) => `${row.number} ${wish.action}`)).toEqual(doubted);
  });
});
