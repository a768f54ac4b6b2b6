import { describe, expect, test } from 'vitest';
import type { Action, MailboxStatus } from '../../src/model/request.ts';
import { maybeSameName } from '../../src/rules/spelling.ts';
import { briefly, hospital, judgeRow, mailbox, row, sttt, syt, type Written } from './letters.ts';

const nam = mailbox('Trần Văn Nam', sttt, { position: 'Chuyên viên', phone: '0912 345 678' });
const namHead = mailbox('Trần Văn Nam', sttt, {
  address: 'tvnam1.sttt@kiengiang.gov.vn',
  position: 'Phó Giám đốc',
});
const namGone = mailbox('Trần Văn Nam', sttt, {
  address: 'tvnam2.sttt@kiengiang.gov.vn',
  status: 'cancelled',
});
const vanNam = mailbox('Trần Vân Nam', sttt);

const reset = (written: Written, fullName = 'Trần Văn Nam') =>
  judgeRow([sttt], row(fullName, 'reset-password', [sttt], written));

describe('the mailbox by the name', () => {
  test.each([
    ['the one of the name', { namesakes: [nam] }, nam],
    ['the one with the same accents', { namesakes: [vanNam, nam] }, nam],
    ['the one that is not cancelled', { namesakes: [namGone, nam] }, nam],
    ['a cancelled one where there is no other', { namesakes: [namGone] }, namGone],
    ['one written without accents', { namesakes: [{ ...nam, fullName: 'TRAN VAN NAM' }] }, nam],
    ['none of two', { namesakes: [nam, namHead] }, null],
    [
      'none where another one is written without accents',
      { namesakes: [nam, { ...namHead, fullName: 'Tran Van Nam' }] },
      null,
    ],
    ['none of other accents', { namesakes: [vanNam] }, null],
  ])('%s', (_, facts, expected) => {
    expect(reset({ facts }).mailbox?.id ?? null).toBe(expected?.id ?? null);
  });

  test('a name without accents may be anybody’s, and must be one person’s', () => {
    expect(reset({ facts: { namesakes: [nam] } }, 'Tran Van Nam').outcome).toBe('applied');
    expect(briefly(reset({ facts: { namesakes: [nam, vanNam] } }, 'Tran Van Nam'))).toEqual([
      'review several-mailboxes-match',
    ]);
  });

  test('a name that differs in its accents alone is asked about', () => {
    const [found] = reset({ facts: { namesakes: [vanNam] } }).findings;
    expect(found).toMatchObject({
      code: 'mailbox-not-found',
      severity: 'review',
      args: { case: 'near-name', near: `Trần Vân Nam (${vanNam.address})` },
    });
  });

  test('a name that differs in its i and y is asked about, and is no namesake', () => {
    const myLe = mailbox('Châu Thị Mỹ Lệ', sttt);
    const facts = { soundalikes: [myLe] };
    const decided = reset({ facts }, 'Châu Thị Mĩ Lệ');
    expect(decided.mailbox).toBeNull();
    expect(decided.findings).toMatchObject([
      {
        code: 'mailbox-not-found',
        severity: 'review',
        args: { case: 'near-name', near: `Châu Thị Mỹ Lệ (${myLe.address})` },
      },
    ]);
    expect(judgeRow([sttt], row('Châu Thị Mĩ Lệ', 'create', [sttt], { facts })).outcome).toBe('applied');
  });

  test('nobody of the name', () => {
    const [found] = reset({}).findings;
    expect(found).toEqual({
      code: 'mailbox-not-found',
      severity: 'reject',
      clause: null,
      args: { case: 'name', name: 'Trần Văn Nam', unit: 'Sở Thông tin và Truyền thông' },
    });
  });

  test.each([
    ['the position in a column', { cells: { position: 'phó giám đốc' } }],
    ['the position in the words', { wish: { position: 'Phó Giám đốc' } }],
    ['the telephone of the one', { cells: { phone: '+84 912345678' } }],
  ])('%s picks one of two', (_, written) => {
    const decided = reset({ ...written, facts: { namesakes: [nam, namHead] } });
    expect(decided).toMatchObject({ outcome: 'applied', findings: [] });
  });

  test.each([
    ['a position that neither has', { cells: { position: 'Kế toán' } }],
    [
      'a position of the one and the telephone of the other',
      { cells: { position: 'Phó Giám đốc', phone: '0912345678' } },
    ],
    ['nothing', {}],
  ])('%s leaves two', (_, written) => {
    const [found] = reset({ ...written, facts: { namesakes: [nam, namHead] } }).findings;
    expect(found).toMatchObject({
      severity: 'review',
      args: { addresses: `${nam.address}, ${namHead.address}` },
    });
  });

  test('the position of an update is the new one, and picks nobody', () => {
    const written = { wish: { position: 'Phó Giám đốc' }, facts: { namesakes: [nam, namHead] } };
    const decided = judgeRow([sttt], row('Trần Văn Nam', 'update', [sttt], written));
    expect(briefly(decided)).toEqual(['review several-mailboxes-match']);
  });
});

describe('the mailbox by its address', () => {
  const elsewhere = mailbox('Trần Văn Nam', hospital);
  const at = (
    addressed: typeof nam | null,
    namedAddress = addressed?.address ?? 'khong.co@kiengiang.gov.vn',
  ) => ({
    addressed,
    namedAddress,
  });

  test.each([
    ['of the row’s person', 'Trần Văn Nam', at(nam), []],
    ['of one of several of the name', 'Trần Văn Nam', { ...at(namHead), namesakes: [nam, namHead] }, []],
    ['of somebody else', 'Lê Thị Hoa', at(nam), ['review mailbox-not-found other-name']],
    ['of one whose name has other accents', 'Trần Vân Nam', at(nam), ['review mailbox-not-found other-name']],
    ['of one who is written without accents', 'Tran Van Nam', at(nam), []],
    ['of another unit', 'Trần Văn Nam', at(elsewhere), ['review mailbox-not-found other-unit']],
    ['of no unit', 'Trần Văn Nam', at({ ...nam, unitId: null }), ['review mailbox-not-found other-unit']],
    ['of nobody', 'Trần Văn Nam', at(null), ['reject mailbox-not-found address']],
    [
      'of nobody, where the name has one',
      'Trần Văn Nam',
      { ...at(null), namesakes: [nam] },
      ['review mailbox-not-found near-address'],
    ],
  ])('%s', (_, fullName, facts, found) => {
    expect(briefly(reset({ facts }, fullName))).toEqual(found);
  });

  test('two different addresses in one row are asked about', () => {
    const cells = { address: nam.address };
    const facts = at(nam);
    expect(briefly(reset({ cells, facts, wish: { login: 'tvnam' } }))).toEqual([]);
    expect(briefly(reset({ cells, facts, wish: { login: 'tvnam1' } }))).toEqual([
      'review action-unclear words',
    ]);
  });
});

describe('the state of the mailbox', () => {
  const changing = ['rename', 'reset-password', 'update', 'cancel', 'restore', 'unlock', 'lock'] as const;
  const statuses = ['active', 'locked', 'reclaimed', 'cancelled'] as const;
  const locked = 'reject mailbox-locked';
  const reclaimed = 'reject mailbox-reclaimed reclaimed';
  const cancelled = 'reject mailbox-cancelled cancelled';
  const expected: Record<(typeof changing)[number], Record<MailboxStatus, string | null>> = {
    rename: { active: null, locked, reclaimed, cancelled },
    'reset-password': { active: null, locked, reclaimed, cancelled },
    update: { active: null, locked: null, reclaimed, cancelled },
    cancel: { active: null, locked: null, reclaimed: null, cancelled },
    restore: {
      active: 'review action-unclear not-reclaimed',
      locked,
      reclaimed: null,
      cancelled: 'review mailbox-cancelled restore',
    },
    unlock: { active: 'reject nothing-to-do state', locked: null, reclaimed, cancelled },
    lock: { active: null, locked: 'reject nothing-to-do state', reclaimed, cancelled },
  };
  const cases = changing.flatMap((action) =>
    statuses.map((status) => ({ action, status, found: expected[action][status] })),
  );

  test.each(cases)('$action of one that is $status: $found', ({ action, status, found }) => {
    const old = { ...nam, status, address: 'tvnam9.sttt@kiengiang.gov.vn' };
    const written = {
      cells: { newAddress: 'tvnam' },
      wish: { position: 'Trưởng phòng' },
      facts: { namesakes: [old] },
    };
    const decided = judgeRow([sttt], row('Trần Văn Nam', action, [sttt], written));
    expect(briefly(decided)).toEqual(found === null ? [] : [found]);
    expect(decided.mailbox).toEqual(old);
    expect(decided.action).toBe(found === 'review action-unclear not-reclaimed' ? 'unclear' : action);
    expect(decided.outcome === 'applied').toBe(found === null);
  });

  test.each(statuses)('a transfer of one that is %s waits for staff', (status) => {
    const read = row('Trần Văn Nam', 'transfer', [sttt], { facts: { namesakes: [{ ...nam, status }] } });
    expect(briefly(judgeRow([sttt], read))).toEqual(['review needs-staff']);
  });

  test('clauses and addresses are told', () => {
    const of = (action: Action, status: MailboxStatus) =>
      judgeRow([sttt], row('Trần Văn Nam', action, [sttt], { facts: { namesakes: [{ ...nam, status }] } }))
        .findings[0];
    expect(of('reset-password', 'reclaimed')).toMatchObject({
      clause: 'Điều 5 khoản 4',
      args: { address: nam.address },
    });
    expect(of('reset-password', 'locked')).toMatchObject({
      clause: 'Điều 10 khoản 3',
      args: { address: nam.address },
    });
  });
});

describe('an update', () => {
  const update = (wish: Written['wish']) =>
    briefly(
      judgeRow(
        [sttt],
        row('Trần Văn Nam', 'update', [sttt], { ...(wish && { wish }), facts: { namesakes: [nam] } }),
      ),
    );

  test.each([
    ['a new position', { position: 'Trưởng phòng' }, []],
    ['a new telephone', { phone: '0987654321' }, []],
    ['a new one of the two', { position: 'chuyên viên', phone: '0987654321' }, []],
    [
      'what is written already',
      { position: 'chuyên viên', phone: '0912345678' },
      ['reject nothing-to-do details'],
    ],
    ['two telephones', { phone: '0987 654 321; 0297.3862345' }, []],
    ['a telephone within the province', { phone: '3.862.345' }, []],
    ['a telephone with an extension', { phone: '+84 297 3862345 (máy lẻ 12)' }, []],
    ['a telephone that lacks a digit', { phone: '091822211' }, ['review action-unclear phone-doubtful']],
    ['a telephone with one too many', { phone: '09876543210' }, ['review action-unclear phone-doubtful']],
    ['two, one of them short', { phone: '0987654321/098765432' }, ['review action-unclear phone-doubtful']],
    ['nothing', {}, ['review action-unclear no-details']],
    [
      "the person's name, with a position that only tells who it is",
      { particulars: ['name'] as const, position: 'Trưởng phòng' },
      ['review needs-staff'],
    ],
    [
      'a position and a telephone, but not which',
      { particulars: ['position', 'phone'] as const, position: 'Trưởng phòng' },
      ['review action-unclear no-details'],
    ],
    ['a size within bounds', { quotaBytes: 1024 ** 3 }, ['review needs-staff']],
    ['a size beyond', { quotaBytes: 5 * 1024 ** 3 }, ['reject beyond-quota']],
  ])('that brings %s', (_, wish, found) => {
    expect(update(wish)).toEqual(found);
  });
});

test.each([
  ['Trần Văn Hòa', 'TRẦN VĂN HOÀ', true],
  ['Nguyễn Thị Thúy', 'Nguyễn Thị Thuý', true],
  ['Trần Văn Nam', 'Tran Van Nam', true],
  ['Đỗ Văn Đạt', 'do van dat', true],
  ['Trần Văn Nam', 'Trần Vân Nam', false],
  ['Trần Văn Nam', 'Trần Van Nam', false],
  ['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng', false],
  ['Trần Văn Nam', 'Trần Văn Năm', false],
  ['Le Van Nam', 'Tran Van Nam', false],
])('%s may be %s: %s', (one, other, same) => {
  expect(maybeSameName(one, other)).toBe(same);
  expect(maybeSameName(other, one)).toBe(same);
});

test('the unit of a department is not the unit above it', () => {
  const read = row('Trần Văn Nam', 'cancel', [syt], {
    facts: { addressed: mailbox('Trần Văn Nam', hospital), namedAddress: 'tvnam.bvdk@kiengiang.gov.vn' },
  });
  expect(judgeRow([syt], read)).toMatchObject({ outcome: 'review', mailbox: null });
});

describe('what the words leave open', () => {
  const openTo = (open: readonly Action[], status: MailboxStatus) =>
    judgeRow(
      [sttt],
      row('Trần Văn Nam', 'unclear', [sttt], {
        wish: { doubt: 'đơn vị muốn việc nào', open },
        facts: { namesakes: [{ ...nam, status }] },
      }),
    );
  const again: readonly Action[] = ['restore', 'reset-password'];
  const opened: readonly Action[] = ['unlock', 'restore'];

  test.each([
    ['"cấp lại" of a reclaimed one', again, 'reclaimed', 'restore', 'applied'],
    ['"mở lại" of a reclaimed one', opened, 'reclaimed', 'restore', 'applied'],
    ['"mở lại" of a locked one', opened, 'locked', 'unlock', 'applied'],
    ['"cấp lại" of a locked one', again, 'locked', 'unclear', 'review'],
    ['"cấp lại" of one in use', again, 'active', 'unclear', 'review'],
    ['"ngừng sử dụng" of a reclaimed one', ['lock', 'cancel'], 'reclaimed', 'unclear', 'review'],
    ['words that are unclear otherwise', [], 'reclaimed', 'unclear', 'review'],
  ] as const)('%s', (_, open, status, action, outcome) => {
    expect(openTo(open, status)).toMatchObject({ action, outcome });
  });
});
