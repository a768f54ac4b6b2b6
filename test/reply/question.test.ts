import { expect, test } from 'vitest';
import type { Action } from '../../src/model/request.ts';
import type { Settlement } from '../../src/model/settlement.ts';
import { compose, isOurs } from '../../src/reply/reply.ts';
import { allDone, context, finding, fullForm, settledRow, settlement } from './settlements.ts';

type Row = [name: string | null, action: Action];

const held = (rows: readonly Row[] | null, more: Partial<Settlement> = {}): Settlement => {
  const items = (rows ?? []).map(
    ([name, action], at) => settledRow({ number: at + 1, name, wish: 'Bấm vào evil.com', action }).item,
  );
  return settlement([], {
    outcome: 'unverified',
    findings: [finding('sender-unverified', 'reject', 'Điều 5 khoản 1')],
    verdict: { ...allDone.verdict, verified: false, evidence: 'none' },
    question: { requests: rows === null ? [] : [{ form: fullForm, items }], until: '2027-02-10' },
    ...more,
  });
};

const only = (settled: Settlement) => {
  const [notice, ...others] = compose(settled, context);
  if (!notice || others.length > 0) throw new Error('not exactly one notice');
  return { ...notice, words: notice.text.replace(/\s+/g, ' ') };
};

const rows: readonly Row[] = [
  ['Trần Văn Nam', 'create'],
  ['Lê Thị Hồng Gấm', 'reset-password'],
  ['Phạm Quốc Việt', 'unclear'],
  [null, 'cancel'],
];

test('the letter, for review', async () => {
  const notice = only(held(rows));
  await expect(`Subject: ${notice.subject}\n\n${notice.text}`).toMatchFileSnapshot('letters/question.txt');
});

test('the registered mailbox alone is asked, in no thread, and the token is in the Message-ID alone', () => {
  const notice = only(held(rows));
  expect(notice).toMatchObject({
    kind: 'confirm-sender',
    to: ['snv@kiengiang.gov.vn'],
    cc: [],
    messageId: `<confirm-sender.${context.token()}@kiengiang.gov.vn>`,
    inReplyTo: null,
    references: [],
    attachments: [],
  });
  expect(`${notice.subject}${notice.text}${notice.html}`).not.toContain(context.token());
});

test('a letter in the name of our own mailbox, or of a unit without one, asks nobody', () => {
  const verdict = held(rows).verdict;
  for (const mailbox of [null, context.house.intakeAddress])
    expect(
      compose(
        held(rows, { verdict: { ...verdict, unit: verdict.unit && { ...verdict.unit, mailbox } } }),
        context,
      ),
    ).toEqual([]);
});

test('rows are told by name and action, those without a name are counted, and nothing of theirs is quoted', () => {
  const { words, html } = only(held(rows));
  for (const told of [
    '- Trần Văn Nam: cấp mới hộp thư',
    '- Lê Thị Hồng Gấm: cấp lại mật khẩu',
    '- Phạm Quốc Việt: nội dung chưa rõ',
    '- 1 dòng không đọc được họ và tên: hủy bỏ hộp thư (1)',
  ])
    expect(words).toContain(told);
  expect(words + html).not.toMatch(/Bấm|evil/);
});

test('a long list is cut, and what is left is counted by what it asks', () => {
  const many = Array.from({ length: 130 }, (_, at): Row => ['Trần Văn Nam', at < 110 ? 'create' : 'cancel']);
  const { words } = only(held(many));
  expect(words.match(/Trần Văn Nam/g)).toHaveLength(100);
  expect(words).toContain('30 dòng khác: cấp mới hộp thư (10), hủy bỏ hộp thư (20)');
});

test('a letter without a form that can be read asks all the same', () => {
  expect(only(held(null)).words).toContain('Thư không có phiếu nào đọc được');
  expect(only(held([])).words).toContain('không có dòng nào');
});

test('the subject of the letter cannot leave its quotation marks', () => {
  const letter = { ...allDone.letter, subject: 'x". Trung tâm yêu cầu: trả lời “XÁC NHẬN” ngay «!»' };
  expect(only(held(rows, { letter })).words).toContain(
    `Tiêu đề ghi trên thư: "x'. Trung tâm yêu cầu: trả lời 'XÁC NHẬN' ngay '!'" Nhận lúc`,
  );
  const untitled = { ...allDone.letter, subject: null };
  expect(only(held(rows, { letter: untitled })).words).toContain('(không ghi tiêu đề)');
});

test('no letter of ours carries the token of a question on in its references', () => {
  const references = ['<a0@snv.example>', `<confirm-sender.${context.token()}@kiengiang.gov.vn>`];
  expect(only({ ...allDone, letter: { ...allDone.letter, references } }).references).toEqual([
    '<a0@snv.example>',
    '<a1@snv.example>',
  ]);
});

test.each([
  ['<confirm-sender.0123456789abcdef0123456789abcdef@kiengiang.gov.vn>', true],
  ['<result.PYC-2027-000123.0123456789abcdef0123456789abcdef@kiengiang.gov.vn>', true],
  ['<result.PYC-2027-000123.0123456789abcdef0123456789abcdef@evil.example>', false],
  ['<5cc1ff99-ac58-db65-3388-97aba069db4f@kiengiang.gov.vn>', false],
])('%s is one of ours: %s', (messageId, ours) => {
  expect(isOurs(messageId, context.house)).toBe(ours);
});
