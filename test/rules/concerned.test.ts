import { expect, test } from 'vitest';
import type { Action } from '../../src/model/request.ts';
import { doneYesterday, judgeRow, mailbox, row, sttt, syt, type Written } from './letters.ts';

const nam = mailbox('Trần Văn Nam', sttt);
const lan = mailbox('Lê Thị Lan', sttt);
const away = mailbox('Trần Văn Nam', syt);
const other = mailbox('Trần Văn Nam', sttt, { address: 'tvnam1.sttt@kiengiang.gov.vn' });
const renamed = { ...doneYesterday, action: 'rename' as const, newAddress: 'namtv.sttt@kiengiang.gov.vn' };
const result = 'Đã thực hiện';
const intake = 'ttcntttt@kiengiang.gov.vn';

const cases: [string, Action, Written, [string | null, string | null]][] = [
  ['another person’s', 'cancel', { facts: { addressed: lan } }, [lan.address, null]],
  ['another unit’s', 'cancel', { facts: { addressed: away } }, [away.address, null]],
  ['the system’s', 'reset-password', { wish: { login: intake } }, [intake, null]],
  [
    'the person’s that is to be named like the system’s',
    'rename',
    { wish: { login: 'postmaster' }, facts: { namesakes: [nam] } },
    [nam.address, null],
  ],
  ['what was done before', 'create', { facts: { doneBefore: doneYesterday } }, [nam.address, null]],
  [
    'what was renamed before',
    'rename',
    { facts: { doneBefore: renamed, addressed: nam } },
    [nam.address, renamed.newAddress],
  ],
  [
    'what a form says is done',
    'create',
    { cells: { result }, facts: { namesakes: [nam] } },
    [nam.address, null],
  ],
  ['a name of two', 'create', { cells: { result }, facts: { namesakes: [nam, other] } }, [null, null]],
  ['one of two', 'cancel', { facts: { namesakes: [nam, other] } }, [null, null]],
  ['a new one that waits', 'create', { facts: { namesakes: [nam] } }, [null, null]],
];

test.each(cases)(
  'a row that is not done is told to be about %s',
  (_, action, written, [address, newAddress]) => {
    const decided = judgeRow([sttt], row('Trần Văn Nam', action, [sttt], written));
    expect(decided.outcome).not.toBe('applied');
    expect(decided.concerned).toEqual({ address, newAddress });
  },
);
