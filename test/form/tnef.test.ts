import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { unpackTnef } from '../../src/form/tnef.ts';
import { Unreadable } from '../../src/form/unreadable.ts';
import { attached, file, letter, plain } from './letters.ts';
import { problemsOf } from './shown.ts';

const packed = file('outlook/winmail.dat');
const form = file('libreoffice-list.xlsx');

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const read = (name: string, content: Buffer, type = 'application/ms-tnef') =>
  reader.read(letter(plain('Gửi phiếu.'), attached(name, content, type)));

describe('what Outlook packs into winmail.dat', () => {
  test('is the files in it; an attached message stays closed', () => {
    const { files } = unpackTnef(packed);
    expect(files).toMatchObject([
      { name: 'image001.png', contentType: 'image/png', hidden: true },
      { name: 'Phiếu yêu cầu.xlsx', hidden: false },
      { contentType: 'message/rfc822', content: Buffer.alloc(0) },
    ]);
    expect(files[1]?.content.equals(form)).toBe(true);
  });

  test.each([
    ['winmail.dat', 'application/ms-tnef'],
    ['', 'application/ms-tnef'],
    ['ATT00001.bin', 'application/octet-stream'],
  ])('is read like any attachment, under the name "%s" and the type %s', async (name, type) => {
    const [own] = (await read('Phiếu yêu cầu.xlsx', form)).forms;
    const reading = await read(name, packed, type);
    expect(own?.rows).toHaveLength(3);
    // The letter that is packed beside it is told as one that is attached would be.
    const problems = [{ attachment: 'Thư kèm', code: 'form-unsupported-type' }];
    expect(reading).toMatchObject({ forms: [own], problems });
  });

  test('may have names in the codepage of Windows', async () => {
    expect((await read('winmail.dat', file('outlook/short-names.dat'))).forms).toMatchObject([
      { attachment: 'Đề nghị hủy.xlsx' },
    ]);
  });

  test('may be forms of every kind, under Vietnamese names', async () => {
    const reading = await read('winmail.dat', file('outlook/all-kinds.dat'));
    expect(reading.problems).toEqual([]);
    expect(reading.forms.map(({ source, attachment, rows }) => [source, attachment, rows.length])).toEqual([
      ['xlsx', 'Phiếu cấp mới (đợt 2).xlsx', 3],
      ['docx', 'Phiếu của Sở Nội vụ.docx', 3],
      ['pdf-scan', 'Bản quét có dấu.pdf', 3],
    ]);
  });

  const words = (name: string) => attached('winmail.dat', file(`outlook/${name}.dat`), 'application/ms-tnef');

  test('may be the letter itself, in HTML', async () => {
    const { forms, problems } = await reader.read(letter(words('html-letter')));
    expect(problems).toEqual([]);
    expect(forms).toMatchObject([{ source: 'body', rows: [{ fullName: { text: 'Trần Văn Nam' } }] }]);
    // Somebody else may have packed it.
    expect((await reader.read(letter(plain('Xin chuyển.'), words('html-letter')))).forms).toEqual([]);
  });

  test('may be the letter itself, in plain words', async () => {
    const { text, cut } = await reader.read(letter(words('plain-letter')));
    expect([text, cut]).toEqual(['Kính gửi Trung tâm,\nĐề nghị cấp hộp thư.', undefined]);
  });

  test.each([
    ['made of HTML', 'rich-of-html'],
    ['made of plain words in the codepage of Windows, not packed', 'rich-of-text'],
  ])('may be words in rich text, %s', async (_, name) => {
    const { text, cut, forms } = await reader.read(letter(words(name)));
    expect(text).toMatch(/^Kính gửi Trung tâm,\nSở (?:xin )?gửi phiếu kèm theo[.,] chưa thực hiện/i);
    expect([cut, forms.length]).toEqual([undefined, 1]);
  });

  test('may be a form in rich text that was made of HTML', async () => {
    const { forms } = await reader.read(letter(words('rich-of-html-table')));
    expect(forms).toMatchObject([{ source: 'body', rows: [{ fullName: { text: 'Trần Văn Nam' } }] }]);
  });

  test('may be a form in rich text of its own, with cells that span others', async () => {
    const { forms, text } = await reader.read(letter(words('rich-itself')));
    const rows = forms[0]?.rows.map(({ fullName, unit, wish }) =>
      [fullName, unit, wish].map((it) => it?.text),
    );
    expect(rows).toEqual([
      ['Trần Văn Nam', 'Sở Nội vụ', 'Cấp mới hộp thư'],
      ['Lê Thị Hoa', 'Sở Nội vụ', 'Cấp lại mật khẩu'],
      ['Danh Út', 'Sở Nội vụ', 'Cấp lại mật khẩu'],
      ['Võ Thị Ba', 'Sở Nội vụ', 'Hủy bỏ hộp thư'],
    ]);
    expect(forms[0]?.skipped).toMatchObject([{ why: 'struck', text: '5 | Lê Văn Gạch | Sở Nội vụ' }]);
    expect(text).toMatch(/^Kính đề nghị Trung tâm thực hiện:[\s\S]*Trân trọng\./);
  });

  test.each([
    ['alone, they are not known', [], true],
    ['beside plain ones, they are the same', [plain('Gửi phiếu.')], undefined],
  ])('may be words in rich text that is damaged: %s', async (_, parts, cut) => {
    const reading = await reader.read(letter(...parts, words('rich-letter')));
    expect([reading.forms.length, reading.cut]).toEqual([1, cut]);
  });

  test('is nothing where the letter was only written in rich text', async () => {
    expect(await read('winmail.dat', file('outlook/no-files.dat'))).toMatchObject({
      forms: [],
      problems: [],
    });
  });

  test('is told as it is where it was cut off or is none', async () => {
    const cut = await read('winmail.dat', packed.subarray(0, 4000));
    expect(problemsOf(cut)).toEqual(['winmail.dat: form-unsupported-type']);
    expect(problemsOf(await read('thu.bin', Buffer.from('x')))).toEqual(['thu.bin: form-unreadable']);
  });

  test('is read or refused, whatever is garbled in it', () => {
    const place = fc.integer({ min: 6, max: packed.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 40 }), (changes) => {
        const garbled = Buffer.from(packed);
        for (const [at, byte] of changes) garbled[at] = byte;
        try {
          expect(unpackTnef(garbled).files.length).toBeLessThan(100);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
    );
  });
});
