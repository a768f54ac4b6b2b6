import { expect, test } from 'vitest';
import { rowKey } from '../../src/directory/row-key.ts';
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
const sngv: Unit = { ...snv, id: 2, abbreviation: 'sngv', name: 'Sở Ngoại vụ' };
const keyOf = (one: Item, asking = snv, unit: Unit | null = null) =>
  rowKey(asking, unit, request([one]).form, one);

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
  const fromHeading = rowKey(snv, null, request([item(blank)], 'Sở Nội vụ').form, item(blank));
  expect(fromHeading).toBe(keyOf(item(row)));
  expect(fromHeading).toMatch(/^[0-9a-f]{64}$/);
});

test('a unit that is known is the same in whatever words', () => {
  const [one, other] = [item(row), item({ ...row, unit: 'SNV' })];
  expect(keyOf(one)).not.toBe(keyOf(other));
  expect(keyOf(one, snv, snv)).toBe(keyOf(other, snv, snv));
  expect(keyOf(one, snv, snv)).not.toBe(keyOf(one, snv, sngv));
});

const inDivision = (unit: string, division?: string): Item => {
  const one = item({ ...row, unit }, 'cancel');
  return division === undefined
    ? one
    : { ...one, row: { ...one.row, division: { text: division, where: '' } } };
};

test.each<[string, Item, Item]>([
  ['in columns', inDivision('Sở Nội vụ', 'Phòng Kế toán'), inDivision('Sở Nội vụ', 'Phòng Tổ chức')],
  ['that only one has', inDivision('Sở Nội vụ'), inDivision('Sở Nội vụ', 'Phòng Kế toán')],
])('namesakes of two divisions %s of one unit are two people', (_, one, other) => {
  expect(keyOf(one, snv, snv)).not.toBe(keyOf(other, snv, snv));
});

test("so are new people of two divisions that stand in the unit's own cell, however that is spelled", () => {
  const [one, again, other] = ['Phòng Kế toán - SNV', 'P. Kế toán Sở Nội vụ', 'Phòng Tổ chức - SNV'].map(
    (unit) => keyOf(item({ ...row, unit }), snv, snv),
  );
  expect(one).toBe(again);
  expect(one).not.toBe(other);
});

test.each<[string, Item]>([
  ['shortened', inDivision('SNV', 'P. Kế toán')],
  ['in capitals', inDivision('SNV', 'PHÒNG KẾ TOÁN')],
  ['before its unit', inDivision('SNV', 'Phòng Kế toán Sở Nội vụ')],
  ['beside its unit', inDivision('SNV', 'Phòng Kế toán')],
])('a division is the same %s', (_, other) => {
  expect(keyOf(other, snv, snv)).toBe(keyOf(inDivision('Sở Nội vụ', 'Phòng Kế toán'), snv, snv));
});

test('an office that is registered is the same however its district stands beside it', () => {
  const office: Unit = { ...snv, id: 3, name: 'Phòng Nội vụ huyện Hòn Đất' };
  const [one, other] = [inDivision('Phòng Nội vụ'), inDivision('PNV Hòn Đất')];
  expect(keyOf(one, office, office)).toBe(keyOf(other, office, office));
});

const reset = { ...row, wish: 'Cấp lại mật khẩu' };

test.each<[string, Item]>([
  ['in other words', item({ ...reset, wish: 'Reset mật khẩu do quên' }, 'reset-password')],
  ['with a note on why', item({ ...reset, note: 'Quên mật khẩu' }, 'reset-password')],
  ['asked by the content alone', item({ ...reset, wish: '' }, 'reset-password')],
])('what was understood whole has the same key %s', (_, other) => {
  expect(keyOf(other)).toBe(keyOf(item(reset, 'reset-password')));
});

test.each<[string, Item, Item]>([
  ['of another action', item(reset, 'unlock'), item(reset, 'reset-password')],
  ['of somebody else of the name', item({ ...reset, position: 'Trưởng phòng' }, 'lock'), item(reset, 'lock')],
  [
    'with another new login',
    item(reset, 'rename', { login: 'a.snv' }),
    item(reset, 'rename', { login: 'b.snv' }),
  ],
  ['from another day on', item(reset, 'cancel', { effectiveOn: '2026-12-01' }), item(reset, 'cancel')],
  ['not understood', item(reset, 'unclear'), item({ ...reset, wish: 'Xem lại mật khẩu' }, 'unclear')],
  ['to write something else', item(reset, 'update'), item({ ...reset, wish: 'Sửa họ tên' }, 'update')],
])('a row %s has another key', (_, one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
});
