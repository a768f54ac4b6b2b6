import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closingText, listedText, shownText } from '../../src/commands/describe-request.ts';
import { countAll, lostOf } from '../../src/proof/count.ts';
import type { FiledRequest } from '../../src/requests/filed.ts';
import { findLetterHead, findRequest, findTrail, listRequests } from '../../src/requests/requests.ts';
import { exampleRegistry, type House, openStreet, today } from '../flow/house.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { answerTo, questions, request, theQuestion } from './letters.ts';

const number = 'PYC-2026-000001';
const closing = { number, because: 'Đề nghị gửi lại phiếu chỉ có dòng 1.', by: 'Hoài Thương' };

const correspondence = (createDatabase: (() => Promise<string>) | null) => {
  const street = openStreet(exampleRegistry, createDatabase);
  let house: House;
  let first: Buffer;
  beforeEach(async () => {
    house = await street.openHouse();
    await house.receive(await request());
    first = await theQuestion(house);
  });
  afterEach(async () => {
    expect(lostOf(await countAll(house.app.database.db))).toBe(0);
    await house.close();
  });
  afterAll(() => street.close());

  const say = async (question: Buffer, text: string, from?: string) =>
    house.receive(await answerTo(question, from === undefined ? { text } : { text, from }));
  const waiting = async (): Promise<FiledRequest[]> => {
    const all: FiledRequest[] = [];
    const wanted = { outcome: null, waiting: true };
    for await (const one of listRequests(house.app.database.db, wanted, today)) all.push(one);
    return all;
  };
  const shown = async (named: string): Promise<string> => {
    const { db } = house.app.database;
    const filed = await findRequest(db, named, today);
    if (!filed) throw new Error(`no request ${named}`);
    return shownText(filed, await findLetterHead(db, filed.letter.id), await findTrail(db, filed), today);
  };
  /** Another letter of the unit, about which it is asked two hours later. */
  const askAgain = async (): Promise<Buffer> => {
    house.at(new Date(today.getTime() + 2 * 60 * 60_000));
    await house.receive(await request({ text: 'Phiếu khác.', messageId: '<hai@may-tinh.example>' }));
    const anew = (await questions(house)).filter((eml) => !eml.equals(first));
    expect(anew).toHaveLength(1);
    return anew[0] ?? Buffer.of();
  };

  test('a unit asks back twice: staff see in their list that more came, and in the case who sent it', async () => {
    await say(first, 'Phiếu nào vậy?');
    expect(await waiting()).toMatchObject([{ number, joined: 0 }]);
    expect(await say(first, 'Cho hỏi lại: phiếu nào?', 'lthoa@example.com')).toMatchObject({
      ...{ outcome: 'review', reasons: [{ code: 'confirmation-unclear' }], requests: [], notices: [] },
    });
    const [listed, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(listed && listedText(listed, today)).toContain(
      'chưa rõ đơn vị có xác nhận hay không; đơn vị đã trả lời thêm 1 thư',
    );
    const text = await shown(number);
    expect(text).toContain('Đơn vị đã trả lời thêm 1 thư');
    expect(text).toMatch(/theo thư của lthoa@example\[\.\]com, đơn vị trả lời thêm$/m);
  });

  test('staff answer once for all that came, are told so, and a later one is listed again', async () => {
    await say(first, 'Phiếu nào vậy?');
    await say(first, 'Cho hỏi lại: phiếu nào?');
    const closed = await house.app.closeRequest(closing);
    expect(closingText(closed, false)).toContain('trả lời chung cho 1 thư khác của đơn vị');
    expect(closed.notices).toMatchObject([{ to: ['snv@kiengiang.gov.vn'] }]);
    expect(await waiting()).toEqual([]);
    await say(first, 'Vậy đơn vị phải làm gì?');
    expect(await waiting()).toMatchObject([{ number: 'PYC-2026-000002', joined: 0 }]);
  });

  test('an answer without words joins nothing', async () => {
    await say(first, 'Phiếu nào vậy?');
    await say(first, '');
    expect(await waiting()).toMatchObject([{ joined: 0 }]);
  });

  test.each(['first', 'second'])(
    'unclear about two letters, a unit is clear about the %s: staff still see the other',
    async (which) => {
      const second = await askAgain();
      await say(first, 'Phiếu nào vậy?');
      await say(second, 'Còn phiếu này?');
      expect(await waiting()).toMatchObject([{ number, joined: 1 }]);
      const [one, other] = which === 'first' ? [first, second] : [second, first];
      await say(one, 'Đơn vị không gửi thư này.');
      expect(await waiting()).toMatchObject([{ number, joined: 1 }]);
      await say(other, 'XÁC NHẬN');
      expect((await waiting()).filter((request) => request.number === number)).toEqual([]);
      expect(await shown(number)).toContain('theo thư của snv@kiengiang.gov.vn, kết thúc phiếu');
    },
  );

  test('three unclear answers at once: one is listed, the others are seen with it', async () => {
    const texts = ['Phiếu nào vậy?', 'Đúng rồi nhưng bỏ dòng 2.', 'Cho hỏi lại.'];
    const raws = await Promise.all(texts.map((text) => answerTo(first, { text })));
    await Promise.all(raws.map((raw) => house.receive(raw)));
    expect(await waiting()).toMatchObject([{ number, joined: 2 }]);
  });

  test('one comes at the moment in which staff close the other: it is told to them, or listed', async () => {
    await say(first, 'Phiếu nào vậy?');
    const raw = await answerTo(first, { text: 'Cho hỏi lại.' });
    const [closed] = await Promise.all([house.app.closeRequest(closing), house.receive(raw)]);
    expect((await waiting()).length + closed.request.joined).toBe(1);
  });
};

describe('a word that is unclear, on the embedded database', () => correspondence(null));
describeWithPostgres('a word that is unclear, on PostgreSQL', ({ createDatabase }) =>
  correspondence(createDatabase),
);
