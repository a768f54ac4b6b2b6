import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, expect, test } from 'vitest';
import { caseJson, shownText } from '../../src/commands/describe-request.ts';
import { findLetterHead, findRequest, findTrail } from '../../src/requests/requests.ts';
import { exampleRegistry, type House, openStreet, today } from './house.ts';

/* What people see of a signed form: the office in its notice, staff at the request. */

const street = openStreet(exampleRegistry, null);
afterAll(() => street.close());

const roots = { PDF_TRUST_ROOTS: join(import.meta.dirname, '../form/files/signed/roots.pem') };
const number = 'PYC-2026-000001';

const receive = async (house: House, name: string): Promise<string> => {
  await house.receive(readFileSync(join(import.meta.dirname, 'cases', name, 'mail.eml')));
  const [raw = ''] = await house.outbox();
  return ((await simpleParser(raw)).text ?? '').replace(/\s+/g, ' ');
};

const lookAt = async ({ app: { database } }: House) => {
  const request = await findRequest(database.db, number, today);
  if (!request) throw new Error('no request');
  const head = await findLetterHead(database.db, request.letter.id);
  const trail = await findTrail(database.db, request);
  return { text: shownText(request, head, trail, today), json: caseJson(request, head, trail) };
};

const file = 'Tệp "Phiếu yêu cầu.signed.pdf" có chữ ký số';
const time = String.raw`\(thời điểm ký: \d\d giờ \d\d phút ngày \d\d tháng \d\d năm 2026\)`;

test.each([
  ['signed-pdf', roots, `${file} hợp lệ của Sở Nội vụ ${time}\\.`],
  [
    'signed-pdf',
    {},
    `${file} ghi tên Sở Nội vụ ${time}; nội dung không thay đổi sau khi ký, nhưng chưa đối chiếu được chứng thư\\.`,
  ],
  [
    'signed-pdf-changed',
    roots,
    `${file} ghi tên Sở Nội vụ ${time} không hợp lệ: tệp có phần được thêm vào sau khi ký\\.`,
  ],
])('%s is told to the office and to staff', async (name, settings, sentence) => {
  const house = await street.openHouse(settings);
  try {
    const words = new RegExp(sentence);
    expect(await receive(house, name)).toMatch(words);
    const { text, json } = await lookAt(house);
    expect(text).toMatch(words);
    expect(json).toMatchObject({ signatures: [{ signer: 'Sở Nội vụ', extended: false }] });
  } finally {
    await house.close();
  }
});

test('staff may have a row done all the same', async () => {
  const house = await street.openHouse(roots);
  try {
    await receive(house, 'signed-pdf-changed');
    const said = { action: null, name: null, unit: null, mailbox: null, address: null };
    const because = 'Đơn vị đã gửi lại phiếu.';
    const decision = { number, row: '1', verdict: 'apply', because, by: 'An', corrections: said } as const;
    const { row } = await house.app.decide({ ...decision, accepted: [] });
    expect(row).toMatchObject({ outcome: 'applied', address: 'nttduong.snv@kiengiang.gov.vn' });
  } finally {
    await house.close();
  }
});
