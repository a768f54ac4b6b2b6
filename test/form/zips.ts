import { crc32, deflateRawSync } from 'node:zlib';

/** A zip by its raw bytes; a part given as a pair lies about its unpacked size. */
export function zipOf(parts: Readonly<Record<string, string | Buffer | readonly [Buffer, number]>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const [data, size] = Array.isArray(part) ? (part as [Buffer, number]) : [Buffer.from(part as string), -1];
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(size < 0 ? data.length : size, 18);
    head.writeUInt16LE(label.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head, label, packed);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, tail, label);
    offset += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length / 4, 8);
  end.writeUInt16LE(central.length / 4, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const heading = ['STT', 'Họ và tên', 'Đơn vị', 'Nội dung đề nghị'];

/** Rows of inline strings from row 1, as `<row>` elements. */
export function rowsXml(
  rows: readonly (readonly string[])[] = [heading, ['1', 'Lê Thị Hoa', 'Sở Y tế', 'Hủy bỏ']],
): string {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  return rows.map((row) => `<row>${cells(row)}</row>`).join('');
}

/** The parts of a workbook with one sheet; each can be replaced or left out (null). */
export function workbookParts(
  sheet: string | Buffer,
  changes: Readonly<Record<string, string | Buffer | readonly [Buffer, number] | null>> = {},
): Record<string, string | Buffer | readonly [Buffer, number]> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...changes,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null)) as ReturnType<
    typeof workbookParts
  >;
}

export function sheetXml(inner = `<sheetData>${rowsXml()}</sheetData>`): string {
  return `<worksheet>${inner}</worksheet>`;
}
