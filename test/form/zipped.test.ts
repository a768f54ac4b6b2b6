import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { attached, file, letter, plain } from './letters.ts';
import { problemsOf, shown } from './shown.ts';
import { zipOf } from './zips.ts';

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const read = (content: Buffer) => reader.read(letter(plain('Gửi phiếu.'), attached('Phiếu.zip', content)));

/** 14 MB that pack to less than a fifth. */
const noise = Buffer.from(randomBytes(14 * 1024 * 1024).map((byte) => byte & 1));

describe('a zip that is attached', () => {
  test('is the files in it, under their own names', async () => {
    const reading = await read(file('shapes/hai-phieu.zip'));
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.forms.map((form) => [form.source, form.attachment, ...shown(form).rows])).toEqual([
      ['xlsx', 'Cấp mới.xlsx', '1 | Nguyễn Văn An | Phòng Tổ chức | Cấp mới hộp thư'],
      ['xlsx', 'Hủy bỏ.xlsx', '1 | Lê Văn Tư | Phòng Tổ chức | Hủy bỏ'],
    ]);
  });

  test('keeps one within it closed, and says so', async () => {
    const reading = await read(file('shapes/zip-trong-zip.zip'));
    expect(problemsOf(reading)).toEqual(['Đợt trước.zip: form-unsupported-type']);
    expect(reading.forms.map(({ attachment }) => attachment)).toEqual(['Cấp mới.xlsx']);
  });

  test.each([
    ['with a password', file('shapes/co-mat-khau.zip')],
    ['that leads out of its folder', file('shapes/ra-ngoai.zip')],
    ['of more files than an office sends', file('shapes/qua-nhieu.zip')],
    ['that is cut', file('shapes/hai-phieu.zip').subarray(0, 3000)],
    ['without anything that may be a form', zipOf({ 'đọc trước.txt': 'x' })],
    ['that bursts', zipOf({ 'phieu.pdf': Buffer.alloc(39 * 1024 * 1024) })],
    [
      'of more than is unpacked of a letter',
      zipOf(Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.pdf`, noise]))),
    ],
  ])('%s stays closed, and is named', async (_, content) => {
    const reading = await read(content);
    expect(reading.forms).toEqual([]);
    expect(problemsOf(reading)).toEqual(['Phiếu.zip: form-unsupported-type']);
  });

  test('is not unpacked after another that was, and stayed closed', async () => {
    const words = zipOf(Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.txt`, noise])));
    const form = file('shapes/hai-phieu.zip');
    const { forms } = await reader.read(letter(attached('Nhật ký.zip', words), attached('Phiếu.zip', form)));
    expect(forms).toEqual([]);
  });
});
