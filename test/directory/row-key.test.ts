import { expect, test } from 'vitest';
import { rowKey, rowKeys } from '../../src/directory/row-key.ts';
import type { Item, Unit } from '../../src/model/request.ts';
import { item, request } from './letters.ts';

const snv: Unit = {
  id: 1,
  abbreviation: 'snv',
  name: 'Sở Nội vụ',
  kind: 'department',
  parentId: null,
  mailbox: null,
};
const row = { fullName: 'Nguyễn Thị Hoà', unit: 'Sở Nội vụ', wish: 'Cấp mới', phone: '0912' };
const keyOf = (one: Item, asking = snv) => rowKey(asking, request([one]).form, one);

test.each<[string, Item]>([
  ['at another place', { ...item(row), row: { ...item(row).row, number: 9, where: 'Sheet1!A20:D20' } }],
  ['with the tone mark placed otherwise', item({ ...row, fullName: 'Nguyễn Thị Hòa' })],
  ['in capitals', item({ ...row, fullName: 'NGUYỄN THỊ HOÀ' })],
  ['with other spaces and stops', item({ ...row, wish: ' cấp  mới.' })],
])('the same row %s has the same key', (_, other) => {
  expect(keyOf(other)).toBe(keyOf(item(row)));
});

test.each<[string, Item]>([
  ['of another name by an accent', item({ ...row, fullName: 'Nguyễn Thị Hoa' })],
  ['for another unit', item({ ...row, unit: 'Sở Ngoại vụ' })],
  ['with another wish', item({ ...row, wish: 'Cấp mới lần 2' })],
  ['read as another action', item(row, 'cancel')],
  ['with another phone', item({ ...row, phone: '0913' })],
  ['with a position', item({ ...row, position: 'Chuyên viên' })],
  ['with an address', item({ ...row, address: 'nthoa.snv' })],
  ['with a new address', item({ ...row, newAddress: 'nthoa.snv' })],
  ['with a note', item({ ...row, note: 'người khác' })],
])('a row %s has another key', (_, other) => {
  expect(keyOf(other)).not.toBe(keyOf(item(row)));
});

test('the same row of another asking unit has another key', () => {
  expect(keyOf(item(row), { ...snv, id: 2 })).not.toBe(keyOf(item(row)));
});

test('a heading that names the unit counts as the row naming it', () => {
  const { unit: _, ...blank } = row;
  const [fromHeading] = rowKeys(snv, [request([item(blank)], 'Sở Nội vụ')]);
  expect(fromHeading).toBe(keyOf(item(row)));
  expect(fromHeading).toMatch(/^[0-9a-f]{64}$/);
});
