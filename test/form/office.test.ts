import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readDocx } from '../../src/form/docx.ts';
import { openReader } from '../../src/form/form.ts';
import { openConverter } from '../../src/form/office.ts';
import type { Reading } from '../../src/model/form.ts';
import { describeWithOffice } from '../servers/servers.ts';
import { attached, file, letter, plain } from './letters.ts';
import { problemsOf, shown } from './shown.ts';
import { zipOf } from './zips.ts';

/** A compound file as Office locks it ([MS-OFFCRYPTO] 2.3.4.4). */
const withPassword = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(1016),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

/** Whole as a package, but its text cannot be unpacked. */
const garbled = Buffer.from(file('office/odfpy.odt'));
garbled.fill(0xff, garbled.indexOf('content.xml') + 30, garbled.indexOf('content.xml') + 300);

const folder = mkdtempSync(join(tmpdir(), 'phieu-office-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A document that shows another file of the machine and a picture from an address. */
function linking(port: number): Buffer {
  const other = join(folder, 'other.txt');
  writeFileSync(other, 'nguoi-khac');
  const spaces = ['office', 'text', 'draw', 'svg'].map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'svg' ? 'svg-compatible' : name === 'draw' ? 'drawing' : name}:1.0"`,
  );
  const content = `<?xml version="1.0"?><office:document-content office:version="1.2" xmlns:xlink="http://www.w3.org/1999/xlink" ${spaces.join(' ')}><office:body><office:text>
<text:p>Nội dung riêng</text:p>
<text:section text:name="a"><text:section-source xlink:href="${pathToFileURL(other).href}" xlink:type="simple"/><text:p>cũ</text:p></text:section>
<text:p><draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="http://127.0.0.1:${port}/x.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
</office:text></office:body></office:document-content>`;
  const manifest = `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': content,
    'META-INF/manifest.xml': manifest,
  });
}

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const read = (name: string, content = file(`office/${name}`)): Promise<Reading> =>
  reader.read(letter(plain('Gửi phiếu.'), attached(name, content)));

const fields = 'SỞ NỘI VỤ | Trần Văn Bình | Chánh Văn phòng | 0297 3 812 345 | –';
const rows = [
  '1 | Nguyễn Văn An | Phòng Tổ chức | Cấp mới hộp thư',
  '2 | Lê Thị Hoa | Văn phòng | Cấp lại mật khẩu',
];
const struck = 'struck: 3 | Phạm Bị Gạch | Văn phòng | Hủy bỏ';
const hidden = 'hidden: 4 | Võ Bị Ẩn | Thanh tra | Hủy bỏ';

describeWithOffice('files of older and open types', () => {
  test.each([
    ['xlwt.xls', 'xls', [...rows, '5 | Thạch Sa Rươne | Thanh tra | Mở khóa'], [struck, hidden]],
    ['odfpy.ods', 'ods', rows, [struck, hidden, 'hidden: 5 | Đỗ Bị Lọc | Thanh tra | Hủy bỏ']],
    ['odfpy.odt', 'odt', rows, [struck]],
    ['rich-text.doc', 'doc', rows, [struck]],
  ])('%s', async (name, source, asked, skipped) => {
    const reading = await read(name);
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.forms.map(shown)).toEqual([{ fields, rows: asked, skipped }]);
    expect(reading.forms).toMatchObject([{ source, attachment: name }]);
  });

  test('writer.doc says what the .docx said that it was made of', async () => {
    const [old] = (await read('writer.doc')).forms;
    const [own] = (await read('form.docx', file('word/form.docx'))).forms;
    if (!old || !own) throw new Error('no form was read');
    const { rows: written, ...rest } = shown(own);
    // The older type keeps no prompts apart from words: a row in which nothing was filled shows its prompt.
    expect(shown(old)).toEqual({ rows: [...written, '7 | Bấm để nhập văn bản | – | –'], ...rest });
    expect(old).toMatchObject({ source: 'doc', attachment: 'writer.doc' });
  });

  test('under the name of another type are read as what they are', async () => {
    expect((await read('phieu.xlsx', file('office/xlwt.xls'))).forms).toMatchObject([{ source: 'xls' }]);
  });

  test.each([
    ['garbled', 'phieu.odt', garbled, 'form-unreadable'],
    ['locked with a password', 'phieu.xls', withPassword, 'form-unreadable'],
    [
      'too short to tell what they were',
      'phieu.doc',
      file('office/writer.doc').subarray(0, 600),
      'form-unsupported-type',
    ],
  ])('that are %s end in their reason', async (_, name, content, code) => {
    const reading = await read(name, content);
    expect(reading.forms).toEqual([]);
    expect(problemsOf(reading)).toEqual([`${name}: ${code}`]);
  });

  test('do not stand in the way of a good form beside them, nor of another letter', async () => {
    const broken = attached('hong.xls', file('office/xlwt.xls').subarray(0, 3000));
    const good = attached('phieu.docx', file('word/form.docx'));
    const [both, other] = await Promise.all([
      reader.read(letter(plain('Gửi phiếu.'), broken, good)),
      reader.read(letter(plain('Gửi phiếu.'), good)),
    ]);
    expect(both.forms).toEqual(other.forms);
  });
});

describeWithOffice('LibreOffice', () => {
  test('is given up, with all that it started, where the reader is closed', async () => {
    const converter = openConverter();
    const made = converter?.convert(file('office/xlwt.xls'), 'xls');
    converter?.close();
    await expect(made).rejects.toThrow();
  });

  test('opens nothing but the file itself: no other file of the machine, and no address', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const converter = openConverter();
    try {
      const made = await converter?.convert(linking(port), 'odt');
      if (!made?.content) throw new Error(`not made anew: ${made?.why}`);
      const { grid } = await readDocx(made.content);
      expect(JSON.stringify(grid)).toContain('Nội dung riêng');
      expect(JSON.stringify(grid)).not.toContain('nguoi-khac');
      expect(asked).toBe(0);
    } finally {
      converter?.close();
      server.close();
    }
  });
});
