import { describe, expect, test } from 'vitest';
import {
  briefly,
  doneYesterday,
  hospital,
  house,
  judgeRow,
  mailbox,
  type ReadRow,
  row,
  sttt,
  syt,
} from './letters.ts';

const nam = mailbox('Trần Văn Nam', sttt);
const named = { facts: { addressed: nam, namedAddress: nam.address } };

const ofSeveral = ({ item, facts }: ReadRow): ReadRow => ({ item: { ...item, several: true }, facts });

describe('the name', () => {
  test.each([
    ['a person', row('Trần Văn Nam', 'create', [sttt]), []],
    ['no person', row('Phòng CNTT', 'create', [sttt], { name: null }), ['reject name-invalid not-a-name']],
    [
      'several people',
      ofSeveral(row('Cao Văn Hạ và Đỗ Thị Đông', 'create', [sttt], { name: null })),
      ['review name-invalid several'],
    ],
    ['blank', row(null, 'create', [sttt]), ['reject name-invalid missing']],
    ['blank beside an address', row(null, 'reset-password', [sttt], named), []],
    ['an address in its place', row(nam.address, 'reset-password', [sttt], { ...named, name: null }), []],
    [
      'words beside an address',
      row('Phòng CNTT', 'cancel', [sttt], { ...named, name: null }),
      ['reject name-invalid not-a-name'],
    ],
    [
      'blank beside an address, for a new mailbox',
      row(null, 'create', [sttt], named),
      ['reject name-invalid missing'],
    ],
  ])('%s', (_, read, found) => {
    expect(briefly(judgeRow([sttt], read))).toEqual(found);
  });
});

describe('the wish', () => {
  test('words that are unclear wait, with what is in doubt', () => {
    const read = row('Trần Văn Nam', 'unclear', [sttt], {
      cells: { wish: 'Xử lý giúp' },
      wish: { doubt: 'việc cần làm' },
    });
    const decided = judgeRow([sttt], read);
    expect(decided).toMatchObject({ action: 'unclear', outcome: 'review' });
    expect(decided.findings).toEqual([
      {
        code: 'action-unclear',
        severity: 'review',
        clause: 'Điều 5 khoản 2',
        args: { case: 'words', wish: 'Xử lý giúp', doubt: 'việc cần làm' },
      },
    ]);
  });

  test('where there are no words, the row goes back', () => {
    const read = row('Trần Văn Nam', 'unclear', [sttt], {
      cells: { wish: null },
      wish: { doubt: 'nội dung' },
    });
    expect(briefly(judgeRow([sttt], read))).toEqual(['reject action-unclear missing']);
  });

  test('an unclear wish says nothing of mailboxes that it may mean', () => {
    const read = row('Lê Thị Hoa', 'unclear', [sttt], { facts: { namesakes: [nam] } });
    expect(briefly(judgeRow([sttt], read))).toEqual(['review action-unclear words']);
  });

  test('everything that the row itself lacks is told at once', () => {
    const read = row('Phòng CNTT', 'unclear', [], { name: null });
    expect(briefly(judgeRow([sttt], read))).toEqual([
      'reject unit-unknown unknown',
      'reject name-invalid not-a-name',
      'review action-unclear words',
    ]);
  });

  test('words of the content count where the cell is blank', () => {
    const read = row('Trần Văn Nam', 'create', [sttt], { cells: { wish: null } });
    expect(judgeRow([sttt], read).outcome).toBe('applied');
  });
});

describe('protected addresses', () => {
  const official = mailbox('Bệnh viện Đa khoa', hospital, { address: 'bvdk@kiengiang.gov.vn' });
  test.each([
    ['the watched mailbox', house.intakeAddress],
    ['that of Sở TTTT', house.copyAddress],
    ['postmaster', 'postmaster@kiengiang.gov.vn'],
    ['postmaster in capitals', 'POSTMASTER@KienGiang.gov.vn'],
    ['postmaster with an extension', 'postmaster+x@kiengiang.gov.vn'],
    ['a bare login', 'hostmaster'],
    ['mailer-daemon', 'mailer-daemon@kiengiang.gov.vn'],
    ['no-reply', 'no-reply@kiengiang.gov.vn'],
    ['admin among other words', 'hộp thư admin@kiengiang.gov.vn'],
  ])('%s is nobody’s to change, by whichever cell it is named', (_, address) => {
    for (const read of [
      row('Trần Văn Nam', 'cancel', [sttt], { cells: { address } }),
      row('Trần Văn Nam', 'rename', [sttt], { cells: { newAddress: address } }),
      row('Trần Văn Nam', 'create', [sttt], { cells: { newAddress: address } }),
      row(address, 'reset-password', [sttt], { name: null }),
      row('Trần Văn Nam', 'reset-password', [sttt], { wish: { login: address } }),
      row(null, 'lock', [sttt], { facts: { namedAddress: house.intakeAddress, official: true } }),
    ]) {
      expect(briefly(judgeRow([sttt], read))).toEqual(['reject address-protected system']);
    }
  });

  test('what people call the postmaster in the place of a name is refused as such', () => {
    const read = row('Postmaster', 'reset-password', [sttt], { name: null });
    expect(briefly(judgeRow([sttt], read))).toEqual(['reject address-protected system']);
  });

  test.each([
    [
      'by its name',
      row('Bệnh viện Đa khoa', 'reset-password', [hospital, syt], { name: null, facts: { official: true } }),
    ],
    ['by its address', row(null, 'cancel', [hospital, syt], { cells: { address: 'bvdk@kiengiang.gov.vn' } })],
    [
      'by a mailbox that bears a person’s name',
      row('Lê Thị Hoa', 'reset-password', [hospital, syt], {
        facts: { namesakes: [{ ...official, fullName: 'Lê Thị Hoa', nameKey: 'le thi hoa' }] },
      }),
    ],
    [
      'for a person who is to get its address',
      row('Lê Thị Hoa', 'rename', [hospital, syt], { cells: { newAddress: 'bvdk@kiengiang.gov.vn' } }),
    ],
    [
      'to be made',
      row('Bệnh viện Đa khoa', 'create', [hospital, syt], { name: null, facts: { official: true } }),
    ],
  ])('a unit’s official mailbox, %s, is for staff', (_, read) => {
    expect(briefly(judgeRow([syt], read))).toEqual(['review address-protected official']);
  });

  test('a person whose login has a role in it is a person', () => {
    const info = row('Trần Văn Info', 'create', [sttt]);
    expect(judgeRow([sttt], info).outcome).toBe('applied');
  });
});

describe('day and size', () => {
  test.each([
    ['2026-11-25', ['review dated-ahead']],
    ['2026-11-24', []],
    ['2025-12-31', []],
  ])('a wish for %s', (effectiveOn, found) => {
    const read = row('Trần Văn Nam', 'cancel', [sttt], {
      wish: { effectiveOn },
      facts: { namesakes: [nam] },
    });
    expect(briefly(judgeRow([sttt], read))).toEqual(found);
  });

  test('more than 1 GB is beyond what anybody may grant', () => {
    const of = (quotaBytes: number) =>
      judgeRow([sttt], row('Trần Văn Nam', 'create', [sttt], { wish: { quotaBytes } }));
    expect(of(1024 ** 3).outcome).toBe('applied');
    expect(of(2.5 * 1024 ** 3).findings).toEqual([
      {
        code: 'beyond-quota',
        severity: 'reject',
        clause: 'Điều 10 khoản 1',
        args: { asked: '2,5 GB', limit: '1 GB' },
      },
    ]);
  });

  test('what was done in the last day is answered with that alone', () => {
    const facts = { doneBefore: doneYesterday, namesakes: [nam] };
    const decided = judgeRow([sttt], row('Trần Văn Nam', 'create', [sttt], { facts }));
    expect(decided.findings).toEqual([
      {
        code: 'already-done',
        severity: 'reject',
        clause: null,
        args: {
          case: 'before',
          number: 'PYC-2026-000001',
          time: '2026-11-23T09:00:00.000Z',
          action: 'reset-password',
          address: 'tvnam.sttt@kiengiang.gov.vn',
          newAddress: '',
        },
      },
    ]);
  });

  test('what a returned form says is done is not done again, whatever the row asks now', () => {
    const facts = { namesakes: [nam] };
    const of = (result: string) =>
      judgeRow([sttt], row('Trần Văn Nam', 'reset-password', [sttt], { cells: { result }, facts }));
    expect(of('Đã thực hiện (phiếu PYC-2026-000123)').findings).toEqual([
      {
        code: 'already-done',
        severity: 'reject',
        clause: null,
        args: { case: 'marked', number: 'PYC-2026-000123' },
      },
    ]);
    expect(of('ĐÃ THỰC HIỆN').outcome).toBe('rejected');
    for (const words of ['Không thực hiện (phiếu PYC-2026-000123)', 'Đang chờ xem xét', 'Chưa thực hiện'])
      expect(of(words).outcome).toBe('applied');
  });
});

test.each([
  ['Anh Thơ', 'create', 'review name-invalid title'],
  ['Ông Ích Khiêm', 'create', 'review name-invalid title'],
  ['Ông Thị Cẩm Giang', 'create', ''],
  ['Thơ', 'create', 'review name-invalid one-word'],
  ['Nguyễn Văn', 'create', 'review name-invalid unfinished'],
  ['Trần Thị', 'create', 'review name-invalid unfinished'],
  ['Nguyễn Văn A', 'create', 'review name-invalid sample'],
  ['TRẦN THỊ B', 'create', 'review name-invalid sample'],
  ['Lê Văn X', 'create', 'review name-invalid sample'],
  ['Lê Văn Y', 'create', 'review name-invalid sample'],
  ['Le Nhu Y', 'create', ''],
  ['Nguyễn Như Ý', 'create', ''],
  ['Danh U', 'create', ''],
  ['Nguyễn Văn A', 'cancel', 'reject mailbox-not-found name'],
  ['Nguyễn Hữu Văn', 'create', ''],
  ['Thị Anh Thơ', 'create', ''],
  ['Anh Thơ', 'cancel', 'reject mailbox-not-found name'],
] as const)('%s is asked about before a mailbox is made: %s', (fullName, action, found) => {
  expect(briefly(judgeRow([sttt], row(fullName, action, [sttt]))).join()).toBe(found);
});
