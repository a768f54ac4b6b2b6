import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { listedText, requestJson, shownText } from '../../src/commands/describe-request.ts';
import type { Corrections } from '../../src/requests/corrections.ts';
import type { FiledRequest } from '../../src/requests/filed.ts';
import { findLetterHead, findTrail, listRequests } from '../../src/requests/requests.ts';
import { fillForm } from '../flow/form.ts';
import { type House, today } from '../flow/house.ts';
import { letterOf, letterWith, openOffices } from './office.ts';

let street: Awaited<ReturnType<typeof openOffices>>;
let house: House;
beforeAll(async () => {
  street = await openOffices(null);
});
afterAll(() => street.close());
beforeEach(async () => {
  house = await street.openHouse();
});
afterEach(() => house.close());

const row = { name: 'Đỗ Thị Mai', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' };
const number = 'PYC-2026-000001';
const by = 'Hoài Thương';

const copiesThatDiffer = async (subject?: string): Promise<Buffer> => {
  const workbooks = [
    { filename: 'Phiếu.xlsx', content: await fillForm([row]) },
    { filename: 'Phiếu (1).xlsx', content: await fillForm([{ ...row, wish: 'Hủy bỏ hộp thư' }]) },
  ];
  return (await letterWith(workbooks, subject)).raw;
};

const listed = async (waiting: boolean): Promise<FiledRequest[]> => {
  const all: FiledRequest[] = [];
  for await (const one of listRequests(house.app.database.db, { outcome: null, waiting }, today))
    all.push(one);
  return all;
};

const shown = async (request: FiledRequest): Promise<string> => {
  const { db } = house.app.database;
  const { id } = request.letter;
  return shownText(request, await findLetterHead(db, id), await findTrail(db, request), today);
};

const noticeOf = async (messageId = ''): Promise<string> => {
  const mails = await Promise.all((await house.outbox()).map((eml) => simpleParser(eml)));
  return mails.find((mail) => mail.messageId === messageId)?.text?.replace(/\s+/g, ' ') ?? '';
};

test('a letter of which no row could be taken is found, looked at, and answered by staff', async () => {
  const report = await house.receive(await copiesThatDiffer());
  expect(report).toMatchObject({
    outcome: 'review',
    reasons: [{ code: 'forms-disagree' }],
    requests: [{ number, outcome: 'review', reasons: [{ code: 'forms-disagree' }], items: [] }],
    notices: [{ kind: 'result', subject: expect.stringContaining(`[${number}] Đang chờ xem xét`) }],
  });
  const first = await noticeOf(report.notices[0]?.messageId);
  expect(first).toContain(`Số: ${number}`);
  expect(first).toContain('sẽ trả lời bằng thư khác; đơn vị không cần gửi lại thư này');
  expect(first).not.toContain('Cần làm');

  const [waiting, ...others] = await listed(true);
  if (!waiting) throw new Error('nothing waits');
  expect(others).toEqual([]);
  expect(requestJson(waiting)).toMatchObject({ number, outcome: 'review', sender: { unit: 'snv' } });
  expect(listedText(waiting, today)).toContain('cả phiếu: các bản phiếu khác nhau');
  expect(await shown(waiting)).toContain('“Hủy bỏ hộp thư” (ô D12, trang tính "Phiếu")');
  expect(await shown(waiting)).toContain(`phieu requests close ${number}`);

  const because = 'Đề nghị gửi một bản đúng.';
  const { request, notices } = await house.app.closeRequest({ number, because, by });
  await house.app.sendOutbox();
  expect(requestJson(request)).toMatchObject({
    outcome: 'rejected',
    reasons: [{ code: 'decided-by-staff' }],
  });
  expect(notices).toMatchObject([
    {
      ...{ kind: 'result', to: ['snv@kiengiang.gov.vn'], cc: ['sttt@kiengiang.gov.vn'] },
      subject: `[${number}] Chưa thực hiện: theo ý kiến của cán bộ Trung tâm - phiếu yêu cầu của Sở Nội vụ`,
    },
  ]);
  expect(await noticeOf(notices[0]?.messageId)).toContain(`"${because}"`);
  expect(await listed(true)).toEqual([]);
  expect((await findTrail(house.app.database.db, request)).events).toMatchObject([
    { actor: by, event: 'request-closed', because, before: { findings: ['forms-disagree'] } },
  ]);
  await expect(house.app.closeRequest({ number, because, by })).rejects.toThrow('không còn chờ');
});

test('one with rows is decided row by row, and one without as a whole', async () => {
  await house.receive((await letterOf([{ ...row, name: 'Trần Văn Nam' }])).raw);
  await house.receive(await copiesThatDiffer());
  const because = 'Đã trao đổi.';
  await expect(house.app.closeRequest({ number, because, by })).rejects.toThrow('quyết định từng dòng');
  const corrections: Corrections = { action: null, name: null, unit: null, mailbox: null, address: null };
  const decision = { row: '1', verdict: 'apply', because, by, corrections, accepted: [] } as const;
  await expect(house.app.decide({ ...decision, number: 'PYC-2026-000002' })).rejects.toThrow(
    'requests close',
  );
});

test('of a trial nothing is left for staff', async () => {
  const report = await house.receive(await copiesThatDiffer('[KIỂM TRA] Phiếu yêu cầu'));
  expect(report).toMatchObject({ outcome: 'rejected', requests: [] });
  expect(report.reasons.map(({ code }) => code)).toEqual(['forms-disagree', 'trial-only']);
  expect(await listed(false)).toEqual([]);
});
