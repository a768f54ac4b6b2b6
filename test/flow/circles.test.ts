import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { countAll, lostOf } from '../../src/proof/count.ts';
import { intake, request, signedIn } from '../confirm/letters.ts';
import { writeLetter } from '../servers/letter.ts';
import { exampleRegistry, type House, openStreet, today } from './house.ts';

const street = openStreet(exampleRegistry, null);
let house: House;
beforeEach(async () => {
  house = await street.openHouse();
});
afterEach(async () => {
  expect(lostOf(await countAll(house.app.database.db))).toBe(0);
  await house.close();
});
afterAll(() => street.close());

const formless = async (from: string, text = 'Đề nghị cấp lại mật khẩu hộp thư.') =>
  house.receive(signedIn(await request({ from, rows: null, text }), from));

/** What Outlook sends by a rule: signed in, and with no mark of a machine. */
const answerOfProgram = async (from: string, threaded: boolean) => {
  const { messageId = '', subject } = await simpleParser((await house.outbox()).at(-1) ?? Buffer.of());
  const { raw } = await writeLetter({
    ...{ from, to: intake, subject: `Re: ${subject}`, ...(threaded && { inReplyTo: messageId }) },
    text: 'Đã nhận được thư. Ai cần cấp lại mật khẩu hộp thư xin gửi phiếu yêu cầu về Văn phòng.',
  });
  return house.receive(signedIn(raw, from));
};

test.each([
  ['of a unit', 'snv@kiengiang.gov.vn', true],
  ['of a unit, which says to no letter that it answers', 'snv@kiengiang.gov.vn', false],
  ['of a person', 'lqbao.snv@kiengiang.gov.vn', true],
])('a program %s that answers our answers is answered five times in an hour', async (_, from, threaded) => {
  expect(await formless(from)).toMatchObject({ outcome: 'rejected' });
  const outcomes: string[] = [];
  for (let round = 0; round < 8; round += 1) outcomes.push((await answerOfProgram(from, threaded)).outcome);
  expect(outcomes).toEqual([...Array(4).fill('rejected'), ...Array(4).fill('ignored')]);
  expect(await house.outbox()).toHaveLength(5);
  house.at(new Date(today.getTime() + 61 * 60_000));
  expect(await answerOfProgram(from, threaded)).toMatchObject({ outcome: 'rejected' });
});

test('what answers none of our letters is answered however often, and a form is done', async () => {
  const from = 'snv@kiengiang.gov.vn';
  for (let letter = 0; letter < 7; letter += 1)
    expect(await formless(from, `Đề nghị cấp lại mật khẩu hộp thư, lần ${letter}.`)).toMatchObject({
      outcome: 'rejected',
    });
  expect(await answerOfProgram(from, true)).toMatchObject({ outcome: 'ignored' });
  expect(await house.receive(signedIn(await request(), from))).toMatchObject({ outcome: 'applied' });
});

test('an unreadable form that answers our answer is answered however often it comes', async () => {
  const from = 'snv@kiengiang.gov.vn';
  for (let round = 0; round < 7; round += 1) {
    const { messageId = '', subject } = await simpleParser((await house.outbox()).at(-1) ?? Buffer.of());
    const { raw } = await writeLetter({
      ...{
        from,
        to: intake,
        subject: `Re: ${subject ?? 'Phiếu yêu cầu'}`,
        ...(round > 0 && { inReplyTo: messageId }),
      },
      text: `Gửi lại phiếu yêu cầu về hộp thư, lần ${round}.`,
      attachments: [{ filename: 'Phiếu yêu cầu.xlsx', content: Buffer.from('PK no workbook') }],
    });
    expect(await house.receive(signedIn(raw, from))).toMatchObject({
      ...{ outcome: 'rejected', reasons: [{ code: 'form-unreadable' }] },
    });
  }
});
