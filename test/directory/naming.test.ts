import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressStem,
  allocate,
  numberedAddress,
  numberIn,
  otherSpellings,
  rankOf,
  unknownRank,
} from '../../src/directory/naming.ts';
import { personName } from '../../src/interpret/names.ts';
import { positionsByRank } from '../../src/text/positions.ts';

const stem = 'tvnam.sttt@kiengiang.gov.vn';

test('the address of Trần Văn Nam at Sở TTTT is that of Điều 4', () => {
  const name = personName('Trần Văn Nam');
  expect(name && addressStem(name, 'STTT', 'kiengiang.gov.vn')).toBe(stem);
  expect(numberedAddress(stem, 0)).toBe(stem);
  expect(numberedAddress(stem, 1)).toBe('tvnam1.sttt@kiengiang.gov.vn');
});

test.each([
  [stem, 0],
  ['tvnam1.sttt@kiengiang.gov.vn', 1],
  ['TVNAM12.sttt@kiengiang.gov.vn', 12],
  ['tvnama.sttt@kiengiang.gov.vn', null],
  ['tvnam.snv@kiengiang.gov.vn', null],
  ['sttt@kiengiang.gov.vn', null],
])('the number in %s is %s', (address, number) => {
  expect(numberIn(address, stem)).toBe(number);
});

describe('ranks', () => {
  test.each([
    ['Giám đốc', 'Phó Giám đốc'],
    ['Phó Giám đốc', 'Trưởng phòng'],
    ['Giám đốc Sở', 'Giám đốc Trung tâm'],
    ['Chánh Văn phòng', 'Phó Chánh Văn phòng'],
    ['Trưởng phòng Kế toán', 'Phó Trưởng phòng Kế toán'],
    ['TP', 'PTP'],
    ['Phó Trưởng phòng', 'Chuyên viên'],
    ['Chuyên viên chính', 'Chuyên viên'],
    ['chuyen vien', 'nhan vien'],
    ['Chủ tịch UBND xã', 'Phó Chủ tịch UBND xã'],
    ['Phó Bí thư, Chủ tịch UBND', 'Phó Chủ tịch'],
    ['Quyền Giám đốc', 'Phó Giám đốc'],
    ['Nhân viên', 'Nguyên Giám đốc'],
    ['Nhân viên', 'Người làm vườn'],
    ['Nhân viên', ''],
  ])('%j is above %j', (senior, junior) => {
    expect(rankOf(senior)).toBeLessThan(rankOf(junior));
  });

  test('every position of the table has the rank of its line', () => {
    for (const [at, positions] of positionsByRank.entries()) {
      for (const position of positions) expect([position, rankOf(position)]).toEqual([position, at + 1]);
    }
  });

  test('no position is the lowest', () => {
    expect(rankOf(null)).toBe(unknownRank);
  });
});

describe('namesakes', () => {
  test('the senior keeps the plain name, then the first in the form', () => {
    const claims = [
      { stem, rank: 10, order: 1 },
      { stem, rank: 3, order: 2 },
      { stem, rank: 10, order: 3 },
      { stem: 'lthoa.sttt@kiengiang.gov.vn', rank: 10, order: 4 },
    ];
    expect(allocate(claims, new Map())).toEqual([
      'tvnam1.sttt@kiengiang.gov.vn',
      stem,
      'tvnam2.sttt@kiengiang.gov.vn',
      'lthoa.sttt@kiengiang.gov.vn',
    ]);
  });

  test('a mailbox that exists keeps its name, and a number once given is never given again', () => {
    const used = new Map([[stem, new Set([0, 1, 3])]]);
    expect(
      allocate(
        [
          { stem, rank: 1, order: 1 },
          { stem, rank: 2, order: 2 },
        ],
        used,
      ),
    ).toEqual(['tvnam2.sttt@kiengiang.gov.vn', 'tvnam4.sttt@kiengiang.gov.vn']);
  });

  test('no address is given twice, whatever was used', () => {
    const claim = fc.record({
      stem: fc.constantFrom(stem, 'lthoa.snv@x.vn'),
      rank: fc.nat(13),
      order: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 12 }), fc.array(fc.nat(8)), (claims, numbers) => {
        const addresses = allocate(claims, new Map([[stem, new Set(numbers)]]));
        expect(new Set(addresses).size).toBe(claims.length);
        expect(addresses.some((address) => numbers.includes(numberIn(address, stem) ?? -1))).toBe(false);
      }),
    );
  });
});

test.each([
  ['chau thi mi le', ['chau thi my le']],
  ['ly quy', ['ly qui', 'li quy', 'li qui']],
  ['tran thi thuy', []],
])('%s may be written %j', (key, others) => {
  expect(otherSpellings(key)).toEqual(others);
});
