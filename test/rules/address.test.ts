import { describe, expect, test } from 'vitest';
import { brief, briefly, judgeForm, judgeRow, mailbox, row, sttt, type Written } from './letters.ts';

const nam = mailbox('Trần Văn Nam', sttt);
const truong = mailbox('Trương Văn Nam', sttt);
const at = (local: string): string => `${local}@kiengiang.gov.vn`;

const create = (written: Written = {}, fullName = 'Trần Văn Nam') => row(fullName, 'create', [sttt], written);

describe('namesakes of a new mailbox', () => {
  test.each(['active', 'locked', 'cancelled'] as const)('one that is %s is asked about', (status) => {
    const decided = judgeRow([sttt], create({ facts: { namesakes: [{ ...nam, status }] } }));
    expect(decided.findings).toEqual([
      {
        code: 'same-name-exists',
        severity: 'review',
        clause: 'Điều 4 khoản 2',
        args: {
          case: 'directory',
          name: 'Trần Văn Nam',
          unit: 'Sở Thông tin và Truyền thông',
          addresses: `${nam.address} (${status})`,
        },
      },
    ]);
    expect(decided.mailbox).toBeNull();
  });

  test('one that was reclaimed may be what is wanted', () => {
    const decided = judgeRow([sttt], create({ facts: { namesakes: [{ ...nam, status: 'reclaimed' }] } }));
    expect(briefly(decided)).toEqual([
      'review same-name-exists directory',
      'review mailbox-reclaimed namesake',
    ]);
  });

  test('one of other accents is asked about too', () => {
    const decided = judgeRow([sttt], create({ facts: { namesakes: [mailbox('Trần Vân Nam', sttt)] } }));
    expect(decided.outcome).toBe('review');
  });

  test('the row may say that it is another person', () => {
    const decided = judgeRow([sttt], create({ wish: { anotherPerson: true }, facts: { namesakes: [nam] } }));
    expect(decided.outcome).toBe('applied');
  });

  test.each<[string, Written, Written, string]>([
    ['nothing', {}, {}, 'review'],
    ['a position that only one has', { cells: { position: 'Giám đốc' } }, {}, 'review'],
    [
      'one position in two ways of writing',
      { cells: { position: 'Giám đốc' } },
      { wish: { position: 'giám  ĐỐC' } },
      'review',
    ],
    [
      'one telephone in two ways of writing',
      { cells: { phone: '0912.345.678' } },
      { cells: { phone: '+84912345678' } },
      'review',
    ],
    [
      'two wordings of one wish',
      { cells: { wish: 'Cấp mới' } },
      { cells: { wish: 'Cấp mới hộp thư' } },
      'review',
    ],
    ['two positions', { cells: { position: 'Giám đốc' } }, { wish: { position: 'Chuyên viên' } }, 'applied'],
    ['two telephones', { cells: { phone: '0912345678' } }, { cells: { phone: '0987654321' } }, 'applied'],
    ['two notes', { cells: { note: 'sinh năm 1980' } }, { cells: { note: 'sinh năm 1990' } }, 'applied'],
    ['the word of one that it is another person', { wish: { anotherPerson: true } }, {}, 'applied'],
    ['two wished addresses', { wish: { login: 'tvnam' } }, { wish: { login: 'tvnam1' } }, 'applied'],
  ])('in one letter, %s', (_, one, other, outcome) => {
    const decided = judgeForm([sttt], create(one), create(other));
    expect(decided.items.map((item) => item.outcome)).toEqual([outcome, outcome]);
  });

  test('each of two that nothing tells apart names the other', () => {
    const decided = judgeForm([sttt], create(), create({}, 'Lê Thị Hoa'), create({}, 'TRAN VAN NAM'));
    expect(decided.items.map(briefly)).toEqual([
      ['review same-name-exists rows'],
      [],
      ['review same-name-exists rows'],
    ]);
    expect(decided.items[0]?.findings[0]?.args.rows).toBe('3');
  });

  test('names of other accents are other names, where both have any', () => {
    const decided = judgeForm([sttt], create({}, 'Nguyễn Văn Hùng'), create({}, 'Nguyễn Văn Hưng'));
    expect(decided.outcome).toBe('applied');
  });

  test('different names of the same letters are numbered without asking', () => {
    const decided = judgeForm([sttt], create(), create({}, 'Trương Văn Nam'), create({}, 'Tạ Vũ Nam'));
    expect(decided.outcome).toBe('applied');
  });
});

describe('a wished address of a new mailbox', () => {
  const wished = (login: string, facts: Written['facts'] = {}, fullName?: string) =>
    judgeRow([sttt], create({ wish: { login, anotherPerson: true }, facts }, fullName));

  test.each([
    ['tvnam', []],
    ['tvnam.sttt', []],
    [at('tvnam.sttt'), []],
    [at('TVNam.STTT'), []],
    ['nam', ['review address-format create']],
    ['namtv.sttt', ['review address-format create']],
    ['tvnam.syt', ['review address-format create']],
    ['tvnam01', ['review address-format create']],
    ['tvnam1', ['review address-format create']],
    ['tvnam99999999999', ['review address-format create']],
    ['tvnam.sttt@gmail.com', ['review address-format create']],
    ['tvnám.sttt', ['review address-format create']],
  ])('%s', (login, found) => {
    expect(briefly(wished(login))).toEqual(found);
  });

  test('the right one is proposed', () => {
    expect(wished('nam').findings[0]?.args).toMatchObject({
      asked: at('nam.sttt'),
      proposed: at('tvnam.sttt'),
    });
  });

  test('a number is right where those before it are given', () => {
    expect(wished('tvnam1', { namesakes: [nam] }).findings).toEqual([]);
    expect(briefly(wished('tvnam2', { namesakes: [nam] }))).toEqual(['review address-format create']);
  });

  test('one that was ever given is told, once', () => {
    expect(briefly(wished('tvnam', { newAddressHolder: truong }))).toEqual(['review address-taken create']);
    const same = create({ wish: { login: 'tvnam' }, facts: { newAddressHolder: nam, namesakes: [nam] } });
    expect(briefly(judgeRow([sttt], same))).toEqual(['review same-name-exists directory']);
  });

  test('a private address in the column is no wish', () => {
    const read = create({ cells: { address: 'nam.tran@gmail.com' } });
    expect(judgeRow([sttt], read)).toMatchObject({ outcome: 'applied', asked: null });
  });

  test('words in the column are no wish', () => {
    const read = create({ cells: { newAddress: 'theo quy định' } });
    expect(judgeRow([sttt], read)).toMatchObject({ outcome: 'applied', asked: null });
  });

  test('one that another row of the letter would get waits', () => {
    const decided = judgeForm([sttt], create({ wish: { login: 'tvnam' } }), create({}, 'Trương Văn Nam'));
    expect(decided.items.map(briefly)).toEqual([['review address-taken rows'], []]);
  });
});

describe('a rename', () => {
  const odd = mailbox('Trần Văn Nam', sttt, { address: at('namtv.sttt') });
  const rename = (newAddress: string | null, facts: Written['facts'] = {}) =>
    judgeRow(
      [sttt],
      row('Trần Văn Nam', 'rename', [sttt], { cells: { newAddress }, facts: { namesakes: [odd], ...facts } }),
    );

  test.each([
    ['to the right login', 'tvnam', {}, []],
    ['to the right address with a number', at('tvnam2.sttt'), {}, []],
    ['to another person’s letters', 'ttnam', {}, ['reject address-format rename']],
    ['to another unit', 'tvnam.syt', {}, ['reject address-format rename']],
    ['to one that was ever given', 'tvnam', { newAddressHolder: truong }, ['reject address-taken rename']],
    [
      'to one of its own former ones',
      'tvnam',
      { newAddressHolder: odd },
      ['review address-taken own-former'],
    ],
    [
      'to the present one',
      'tvnam',
      { namesakes: [nam], newAddressHolder: nam },
      ['reject nothing-to-do address'],
    ],
    ['to nothing, from one that does not fit', null, {}, ['review address-format present']],
    ['to nothing, from one that fits', null, { namesakes: [nam] }, ['review action-unclear no-new-login']],
    ['to words that are no login', 'tên mới', {}, ['review address-format present']],
  ])('%s', (_, newAddress, facts, found) => {
    expect(briefly(rename(newAddress, facts))).toEqual(found);
  });

  test('the right address is told', () => {
    expect(rename('nam').findings[0]).toMatchObject({
      clause: 'Điều 4 khoản 2',
      args: { asked: at('nam.sttt'), proposed: at('tvnam.sttt') },
    });
  });

  test('the new address is handed on', () => {
    expect(rename('tvnam')).toMatchObject({ outcome: 'applied', asked: at('tvnam.sttt'), mailbox: odd });
  });

  test('of a mailbox that is named by its address alone is judged by its holder’s name', () => {
    const of = (newAddress: string) =>
      row(null, 'rename', [sttt], {
        cells: { newAddress },
        facts: { addressed: odd, namedAddress: odd.address },
      });
    expect(judgeRow([sttt], of('tvnam')).outcome).toBe('applied');
    expect(briefly(judgeRow([sttt], of('hoang')))).toEqual(['reject address-format rename']);
  });

  test('two rows that ask for one new address both wait', () => {
    const other = mailbox('Trương Văn Nam', sttt, { address: at('truongnam.sttt') });
    const cells = { newAddress: 'tvnam' };
    const decided = judgeForm(
      [sttt],
      row('Trần Văn Nam', 'rename', [sttt], { cells, facts: { namesakes: [odd] } }),
      row('Trương Văn Nam', 'rename', [sttt], { cells, facts: { namesakes: [other] } }),
    );
    expect(decided.items.flatMap(({ findings }) => findings.map(brief))).toEqual([
      'review address-taken rows',
      'review address-taken rows',
    ]);
  });
});
