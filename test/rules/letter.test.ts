import { describe, expect, test } from 'vitest';
import { type Action, actions, type DecidedItem } from '../../src/model/request.ts';
import { judge } from '../../src/rules/rules.ts';
import {
  briefly,
  commune,
  district,
  doneYesterday,
  form,
  hospital,
  house,
  judgeForm,
  judgeForms,
  mailbox,
  name,
  type ReadRow,
  row,
  sttt,
  syt,
  today,
  type Written,
  ward,
} from './letters.ts';

const nam = mailbox('Trần Văn Nam', sttt);
const hoa = mailbox('Lê Thị Hoa', sttt);
const of = (action: Action, holder = nam, written: Written = {}) =>
  row(holder.fullName, action, [sttt], { ...written, facts: { namesakes: [holder] } });

describe('rows about one mailbox', () => {
  test('that ask different things all wait, and name each other', () => {
    const decided = judgeForm([sttt], of('reset-password'), of('lock', hoa), of('cancel'));
    expect(decided.items.map(briefly)).toEqual([
      ['review action-unclear rows-differ'],
      [],
      ['review action-unclear rows-differ'],
    ]);
    expect(decided.items[0]?.findings[0]?.args).toMatchObject({ rows: '3', address: nam.address });
  });

  test('of which one is unclear all wait', () => {
    const decided = judgeForm([sttt], of('reset-password'), of('unclear'));
    expect(decided.items.map(briefly)).toEqual([
      ['review action-unclear rows-differ'],
      ['review action-unclear words'],
    ]);
  });

  test('of which one says nothing leave the other to be done', () => {
    const decided = judgeForm([sttt], of('reset-password'), of('unclear', nam, { cells: { wish: null } }));
    expect(decided.items.map((item) => item.outcome)).toEqual(['applied', 'rejected']);
  });

  test('that ask the same are done once', () => {
    const decided = judgeForm([sttt], of('reset-password'), of('reset-password'), of('reset-password'));
    expect(decided.items.map((item) => item.outcome)).toEqual(['applied', 'rejected', 'rejected']);
    expect(decided.items[2]?.findings).toEqual([
      {
        code: 'already-done',
        severity: 'reject',
        clause: null,
        args: { case: 'row', row: '1', attachment: 'phieu.xlsx' },
      },
    ]);
  });

  test('that ask the same where it cannot be done are all told why', () => {
    const locked = { ...nam, status: 'locked' } as const;
    const decided = judgeForm([sttt], of('reset-password', locked), of('reset-password', locked));
    expect(decided.items.map(briefly)).toEqual([['reject mailbox-locked'], ['reject mailbox-locked']]);
  });

  test('with different things to write all wait', () => {
    const decided = judgeForm(
      [sttt],
      of('update', nam, { wish: { phone: '0912345678' } }),
      of('update', nam, { wish: { position: 'Trưởng phòng' } }),
    );
    expect(decided.outcome).toBe('review');
  });

  test('for different days all wait', () => {
    const decided = judgeForm(
      [sttt],
      of('cancel'),
      of('cancel', nam, { wish: { effectiveOn: '2026-12-01' } }),
    );
    expect(decided.outcome).toBe('review');
  });

  test('stand in one letter though they stand in two forms', () => {
    const decided = judgeForms([sttt], [of('reset-password')], [of('cancel'), of('lock', hoa)]);
    expect(decided.map(({ outcome }) => outcome)).toEqual(['review', 'partly-applied']);
  });

  test('that were done yesterday do not speak against what is new', () => {
    const done = row('Trần Văn Nam', 'reset-password', [sttt], {
      facts: { namesakes: [nam], doneBefore: doneYesterday },
    });
    const decided = judgeForm([sttt], done, of('cancel'));
    expect(decided.items.map((item) => item.outcome)).toEqual(['rejected', 'applied']);
  });
});

describe('two wishes for one person', () => {
  const wishes = actions.map((action) => [action, of(action)] as const);
  const pairs = wishes.flatMap(([a, first], at) =>
    wishes.slice(at + 1).map(([b, second]) => ({ a, b, first, second })),
  );
  const done = ['reset-password + update', 'update + unlock', 'update + lock'];
  const isDiffering = (decided: DecidedItem): boolean =>
    decided.outcome === 'review' && briefly(decided).join() === 'review action-unclear rows-differ';

  test.each(pairs)('$a + $b', ({ a, b, first, second }) => {
    for (const rows of [
      [first, second],
      [second, first],
    ]) {
      const differing = judgeForm([sttt], ...rows).items.map(isDiffering);
      expect(differing).toEqual(Array(2).fill(!done.includes(`${a} + ${b}`)));
    }
  });

  test('that can both be done are', () => {
    const update = of('update', nam, { wish: { phone: '0912345678' } });
    expect(judgeForm([sttt], of('reset-password'), update).outcome).toBe('applied');
  });

  test('of which one could not be done anyway wait alike', () => {
    const locked = { ...nam, status: 'locked' } as const;
    expect(judgeForm([sttt], of('lock', locked), of('unlock', locked)).items.every(isDiffering)).toBe(true);
  });

  const newcomer = (written: Written = {}) => row('Trần Văn Nam', 'create', [sttt], written);
  const leaver = (written: Written = {}) => of('cancel', nam, written);
  const chief = { position: 'Trưởng phòng' };

  test.each<[string, readonly ReadRow[]]>([
    ['the name alone', [leaver(), newcomer()]],
    [
      'the mailbox, and the name',
      [row(null, 'cancel', [sttt], { facts: { addressed: nam, namedAddress: nam.address } }), newcomer()],
    ],
    ['a position in one row alone', [leaver({ cells: chief }), newcomer()]],
    ['one position in two ways', [leaver({ cells: { position: 'TP' } }), newcomer({ cells: chief })]],
    ['different notes', [leaver({ cells: { note: 'sai tên' } }), newcomer({ cells: { note: 'cấp lại' } })]],
    ['a new address', [leaver(), newcomer({ wish: { login: 'tvnam2.sttt' } })]],
    ['a name without a mailbox', [row('Trần Văn Nam', 'lock', [sttt]), newcomer()]],
    ['a transfer to another unit', [leaver(), row('Trần Văn Nam', 'transfer', [syt])]],
    ['words that are not understood', [of('unclear'), newcomer()]],
  ])('who is told by %s', (_, rows) => {
    const { items } = judgeForm([sttt], ...rows);
    expect(items.map(({ outcome }) => outcome)).toEqual(['review', 'review']);
    expect(items[1] && briefly(items[1]).join()).toMatch(/rows-differ|needs-staff/);
  });

  test.each<[string, readonly ReadRow[]]>([
    ['of another name', [leaver(), row('Lê Thị Hoa', 'create', [sttt])]],
    ['with other accents', [leaver(), row('Trần Văn Năm', 'create', [sttt])]],
    ['of another rank', [leaver({ cells: { position: 'Chuyên viên' } }), newcomer({ cells: chief })]],
    [
      'with another telephone',
      [leaver({ cells: { phone: '0912345678' } }), newcomer({ cells: { phone: '+84 987 654 321' } })],
    ],
    ['of another unit', [leaver(), row('Trần Văn Nam', 'create', [ward, hospital, syt])]],
    ['who is said to be somebody else', [leaver(), newcomer({ wish: { anotherPerson: true } })]],
    [
      'whose mailbox is another',
      [
        row('Trần Văn Nam', 'lock', [sttt], {
          facts: { addressed: hoa, namedAddress: hoa.address, namesakes: [] },
          name: name('Lê Thị Hoa'),
        }),
        leaver(),
      ],
    ],
  ])('are no contradiction where one is for somebody %s', (_, rows) => {
    const { items } = judgeForm([sttt, syt], ...rows);
    expect(items.flatMap(briefly).filter((found) => found.includes('rows-differ'))).toEqual([]);
  });
});

describe('a form', () => {
  test('with namesakes of different positions gets both (the example of Điều 4 khoản 2)', () => {
    const decided = judgeForm(
      [sttt],
      row('Trần Văn Nam', 'create', [sttt], { wish: { position: 'Chuyên viên' } }),
      row('Trần Văn Nam', 'create', [sttt], { wish: { position: 'Phó Giám đốc' } }),
    );
    expect(decided).toMatchObject({ outcome: 'applied', findings: [] });
  });

  test('of a commune for itself is refused row by row', () => {
    const rows = ['Trần Văn Nam', 'Lê Thị Hoa'].map((name) => row(name, 'create', [commune, district]));
    const decided = judgeForm([commune, district], ...rows);
    expect(decided.outcome).toBe('rejected');
    expect(decided.items.flatMap(briefly)).toEqual(Array(2).fill('reject request-through-manager manager'));
  });

  test('of six rows of which two are wrong is done but for those', () => {
    const decided = judgeForm(
      [sttt],
      row('Nguyễn Văn An', 'create', [sttt]),
      of('reset-password'),
      row('Phạm Thị Dung', 'create', []),
      row('Võ Minh Trí', 'create', [sttt]),
      row('Bùi Thị Lan', 'reset-password', [sttt]),
      of('cancel', hoa),
    );
    expect(decided.outcome).toBe('partly-applied');
    expect(decided.items.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'applied',
      'rejected',
      'applied',
      'rejected',
      'applied',
    ]);
  });

  test.each([
    ['all done', [of('cancel')], 'applied'],
    ['some done, some waiting', [of('cancel'), row('Lê Thị Hoa', 'unclear', [sttt])], 'partly-applied'],
    [
      'none done, one waiting',
      [row('Lê Thị Hoa', 'create', [syt]), row('Võ Minh Trí', 'unclear', [sttt])],
      'review',
    ],
    ['all refused', [row('Võ Minh Trí', 'cancel', [sttt])], 'rejected'],
  ])('with %s', (_, rows, outcome) => {
    expect(judgeForm([sttt], ...rows).outcome).toBe(outcome);
  });
});

describe('a form that is incomplete', () => {
  const nameOnly = row('Trần Văn Nam', 'unclear', [sttt], { cells: { wish: null } });
  const wishOnly = row(null, 'create', [sttt]);

  test.each([
    ['without rows', []],
    ['with names alone', [nameOnly, nameOnly]],
    ['with wishes alone', [wishOnly]],
    ['with a name in one row and a wish in another', [nameOnly, wishOnly]],
  ])('%s is refused as a whole', (_, rows) => {
    const decided = judgeForm([sttt], ...rows);
    expect(decided.outcome).toBe('rejected');
    expect(briefly(decided)).toEqual(['reject form-incomplete']);
    expect(decided.items.every((item) => item.outcome === 'rejected')).toBe(true);
  });

  test.each([
    ['a name and words that are unclear', row('Trần Văn Nam', 'unclear', [sttt])],
    ['words that are no name, and a wish', row('Phòng CNTT', 'create', [sttt], { name: null })],
    [
      'an address and a wish',
      row(null, 'cancel', [sttt], { facts: { addressed: nam, namedAddress: nam.address } }),
    ],
  ])('is not one with %s', (_, read) => {
    expect(judgeForm([sttt], read).findings).toEqual([]);
  });

  test('beside a good row each says what it lacks', () => {
    const decided = judgeForm([sttt], nameOnly, of('cancel', hoa), wishOnly);
    expect(decided).toMatchObject({ outcome: 'partly-applied', findings: [] });
    expect(decided.items.map(briefly)).toEqual([
      ['reject action-unclear missing'],
      [],
      ['reject name-invalid missing'],
    ]);
  });

  test('in a letter with a good one does not harm it', () => {
    const decided = judgeForms([sttt], [nameOnly], [of('cancel', hoa)]);
    expect(decided.map(({ outcome }) => outcome)).toEqual(['rejected', 'applied']);
  });
});

test('facts that do not match the rows are our mistake, and loud', () => {
  const { item, facts } = of('cancel');
  expect(() => judgeForms([], [{ item, facts }])).toThrow('no asking unit');
});

test('a scan of which no row was recognised waits for staff as a whole', () => {
  const scan = { form: { ...form, source: 'pdf-scan' as const }, items: [] };
  const [decided] = judge([scan], { asking: [sttt], items: [] }, { house, today });
  expect(decided).toMatchObject({ outcome: 'review', items: [] });
  expect(decided && briefly(decided)).toEqual(['review form-scanned read']);
});

describe('a form whose file bears a signature', () => {
  test.each([
    ['valid', 'applied'],
    ['unjudged', 'applied'],
    ['unsupported', 'review'],
    ['malformed', 'review'],
    ['uncovered', 'review'],
    ['altered', 'review'],
    ['extended', 'review'],
    ['undated', 'review'],
    ['expired', 'review'],
    ['untrusted', 'review'],
  ] as const)('that is %s: %s', (verdict, outcome) => {
    const { item, facts } = of('reset-password');
    const good = {
      attachment: 'phieu.pdf',
      signer: null,
      signedAt: null,
      extended: false,
      verdict: 'valid',
    } as const;
    const signed = { ...form, signatures: [good, { ...good, verdict }] };
    const [decided] = judge(
      [{ form: signed, items: [item] }],
      { asking: [sttt], items: [facts] },
      { house, today },
    );
    expect(decided?.items.map((it) => it.outcome)).toEqual([outcome]);
    expect(decided?.outcome).toBe(outcome);
  });
});
