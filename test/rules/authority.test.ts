import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/model/request.ts';
import {
  briefly,
  commune,
  district,
  districtOffice,
  hospital,
  judgeRow,
  mailbox,
  name,
  row,
  school,
  sttt,
  syt,
  unit,
  ward,
} from './letters.ts';

const lone = unit('xdt', 'UBND xã Đông Thái', 'commune');
const orphan = unit('bqlda', 'Ban Quản lý dự án', 'subordinate');
const province = unit('ubnd', 'UBND tỉnh', 'other');
const party = unit('tu', 'Tỉnh ủy', 'party');
const partyOffice = unit('vptu', 'Văn phòng Tỉnh ủy', 'party', party);
const union = unit('ldld', 'Liên đoàn Lao động tỉnh', 'association', province);
const company = unit('ctcn', 'Công ty Cấp nước', 'enterprise');
const court = unit('tand', 'Tòa án nhân dân tỉnh', 'other');
const printer = unit('nhain', 'Nhà in của Sở', 'enterprise', sttt);
const cell = unit('cbhd', 'Chi bộ huyện', 'party', district);
const board = unit('ban', 'Ban thuộc UBND tỉnh', 'subordinate', province);
const underLone = unit('thdt', 'Trường Đông Thái', 'subordinate', lone);

describe('who may ask for itself (Điều 5 khoản 1, Điều 7)', () => {
  test.each([
    ['a department', [sttt], []],
    ['a department under the province', [{ ...syt, parentId: province.id }, province], []],
    ['a district', [district], []],
    ['a commune', [commune, district], ['reject request-through-manager manager']],
    ['a unit under a department', [hospital, syt], ['reject request-through-manager manager']],
    ['a unit further under a department', [ward, hospital, syt], ['reject request-through-manager manager']],
    ['an enterprise under a department', [printer, sttt], ['reject request-through-manager manager']],
    ['a school under a commune', [school, commune, district], ['reject request-through-manager manager']],
    [
      'an office under a district',
      [districtOffice, district],
      ['review request-through-manager district-office'],
    ],
    ['a party cell under a district', [cell, district], ['review request-through-manager district-office']],
    ['a commune without a district', [lone], ['review request-through-manager manager-unknown']],
    ['a school of such a commune', [underLone, lone], ['review request-through-manager manager-unknown']],
    ['a subordinate unit without a parent', [orphan], ['review request-through-manager manager-unknown']],
    [
      'a subordinate unit under the province',
      [board, province],
      ['review request-through-manager manager-unknown'],
    ],
    ['a party body', [party], []],
    ['an association under the province', [union, province], []],
    ['an enterprise of the state', [company], []],
    ['another body of the province', [court], []],
    ['a party body under another', [partyOffice, party], ['review request-through-manager manager-unknown']],
  ])('%s', (_, asking, found) => {
    const decided = judgeRow(asking, row('Trần Văn Nam', 'create', asking));
    expect(briefly(decided)).toEqual(found);
  });

  test('the refusal names the unit that must ask, and its address', () => {
    const [found] = judgeRow(
      [school, commune, district],
      row('Trần Văn Nam', 'create', [school, commune, district]),
    ).findings;
    expect(found).toEqual({
      code: 'request-through-manager',
      severity: 'reject',
      clause: 'Điều 5 khoản 1',
      args: {
        case: 'manager',
        unit: 'Trường Tiểu học Bình Sơn',
        manager: 'UBND huyện Hòn Đất',
        managerAddress: 'hontd@kiengiang.gov.vn',
      },
    });
  });
});

describe('for which unit it may ask', () => {
  test.each([
    ['itself', [syt], [syt], []],
    ['a unit under it', [syt], [hospital, syt], []],
    ['a unit further under it', [syt], [ward, hospital, syt], []],
    ['a commune of the district', [district], [commune, district], []],
    ['another department', [syt], [sttt], ['reject unit-not-in-scope']],
    ['a unit under another department', [court], [hospital, syt], ['reject unit-not-in-scope']],
    ['the unit above it', [hospital, syt], [syt], ['reject unit-not-in-scope']],
    [
      'another unit, passed on by Sở TTTT',
      [sttt],
      [hospital, syt],
      ['review request-through-manager passed-on'],
    ],
  ])('%s', (_, asking, of, found) => {
    expect(briefly(judgeRow(asking, row('Trần Văn Nam', 'create', of)))).toEqual(found);
  });

  test('the refusal names who asks for that unit', () => {
    const [found] = judgeRow([court], row('Trần Văn Nam', 'create', [ward, hospital, syt])).findings;
    expect(found?.args).toEqual({ unit: 'Khoa Nội', asking: 'Tòa án nhân dân tỉnh', manager: 'Sở Y tế' });
  });

  test('a transfer may name the unit of either end, and waits for staff', () => {
    const nam = mailbox('Trần Văn Nam', sttt);
    const decided = judgeRow([syt], row('Trần Văn Nam', 'transfer', [sttt], { facts: { namesakes: [nam] } }));
    expect(briefly(decided)).toEqual(['review needs-staff']);
  });

  test('a commune may not ask for a transfer either', () => {
    const decided = judgeRow([commune, district], row('Trần Văn Nam', 'transfer', [syt]));
    expect(briefly(decided)).toEqual(['reject request-through-manager manager']);
  });
});

describe('which unit is meant', () => {
  const written = { cells: { unit: 'Bệnh viện' } };

  test('an unknown unit is refused in the words of the row, and nothing else is said of the row', () => {
    const decided = judgeRow([syt], row('Trần Văn Nam', 'cancel', [], written));
    expect(decided.unit).toBeNull();
    expect(decided.findings).toEqual([
      {
        code: 'unit-unknown',
        severity: 'reject',
        clause: 'Điều 7',
        args: { case: 'unknown', unit: 'Bệnh viện', body: '' },
      },
    ]);
  });

  test('whoever names a division of a department is told to name the department', () => {
    const body = (asking: Unit, division: string) =>
      judgeRow([asking], row('Trần Văn Nam', 'create', [], { cells: { unit: division } })).findings[0]?.args
        .body;
    expect(body(syt, 'Phòng Nghiệp vụ Y')).toBe('Sở Y tế');
    expect(body(syt, 'Bệnh viện')).toBe('');
    expect(body(district, 'Phòng Nội vụ')).toBe('');
  });

  test('where several units may be meant, all are named', () => {
    const facts = { units: [hospital, ward] };
    const [found] = judgeRow([syt], row('Trần Văn Nam', 'cancel', [], { ...written, facts })).findings;
    expect(found).toMatchObject({
      code: 'unit-unknown',
      severity: 'review',
      args: { unit: 'Bệnh viện', candidates: 'Bệnh viện Đa khoa (bvdk); Khoa Nội (khoanoi)' },
    });
  });

  test('a blank cell that may repeat the unit above it is told to be blank', () => {
    const facts = { units: [syt, hospital] };
    const decided = judgeRow([syt], row('Trần Văn Nam', 'cancel', [], { cells: { unit: null }, facts }));
    expect(briefly(decided)).toEqual(['review unit-unknown blank']);
  });

  test('a commune with an unknown unit is told both', () => {
    expect(briefly(judgeRow([commune, district], row('Trần Văn Nam', 'create', [])))).toEqual([
      'reject unit-unknown unknown',
      'reject request-through-manager manager',
    ]);
  });

  test('no kind of registered unit is outside Điều 7', () => {
    const decided = judgeRow([court], row('Trần Văn Nam', 'create', [court]));
    expect(decided.outcome).toBe('applied');
    expect(decided.item.name).toEqual(name('Trần Văn Nam'));
  });
});
