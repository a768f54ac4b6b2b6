import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleRegistry } from '../flow/house.ts';
import { jsonLines } from '../flow/program.ts';
import { type Office, openOffices } from './office.ts';

let offices: Awaited<ReturnType<typeof openOffices>>;
let office: Office;
beforeAll(async () => {
  offices = await openOffices();
  office = await offices.openOffice();
});
afterAll(() => offices.close());

const listed = async (command: string) => jsonLines(await office.run([command, 'list', '--json']));

test('lists have the fields of the imported files', async () => {
  const units = await listed('units');
  const mailboxes = await listed('mailboxes');
  expect(units.find(({ abbreviation }) => abbreviation === 'sttt')).toEqual({
    abbreviation: 'sttt',
    name: 'Sở Thông tin và Truyền thông',
    parent: null,
    kind: 'department',
    mailbox: 'sttt@kiengiang.gov.vn',
    aliases: 'Sở TTTT;Sở TT&TT',
  });
  expect(mailboxes.find(({ address }) => address === 'ptttrang.sttt@kiengiang.gov.vn')).toEqual({
    address: 'ptttrang.sttt@kiengiang.gov.vn',
    fullName: 'Phạm Thị Thu Trang',
    unit: 'sttt',
    position: 'Kế toán',
    phone: '0297 3 000 105',
    status: 'locked',
    createdAt: expect.stringMatching(/^2022-09-01T/),
    lastAccessAt: expect.stringMatching(/^2026-08-03T/),
  });
});

test('the same files imported again change nothing', async () => {
  const before = [await listed('units'), await listed('mailboxes')];
  for (const [command, file] of Object.entries(exampleRegistry)) {
    const { code, out, err } = await office.run([command, 'import', file]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('thêm mới 0, cập nhật 0');
  }
  expect([await listed('units'), await listed('mailboxes')]).toEqual(before);
});

test('a file with fewer units updates those that it names and deletes none', async () => {
  const before = await listed('units');
  const file = join(office.folder, 'doi-ten.csv');
  await writeFile(
    file,
    'abbreviation,name,parent,kind,mailbox,aliases\nsnv,Sở Nội vụ và Lao động,,department,snv@kiengiang.gov.vn,\n',
  );
  expect(await office.run(['units', 'import', file])).toMatchObject({ code: 0 });
  const after = await listed('units');
  expect(after).toHaveLength(before.length);
  expect(after.find(({ abbreviation }) => abbreviation === 'snv')).toMatchObject({
    name: 'Sở Nội vụ và Lao động',
  });
});
