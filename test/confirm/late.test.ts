import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countAll, lostOf } from '../../src/proof/count.ts';
import { listRequests } from '../../src/requests/requests.ts';
import { exampleRegistry, type House, openStreet, today } from '../flow/house.ts';
import { writeLetter } from '../servers/letter.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import {
  type Answer,
  answerTo,
  intake,
  newMailbox,
  questions,
  request,
  signedIn,
  theQuestion,
} from './letters.ts';

const snv = 'snv@kiengiang.gov.vn';
const overdue = new Date('2026-11-27T17:00:00Z');

const correspondence = (createDatabase: (() => Promise<string>) | null) => {
  const street = openStreet(exampleRegistry, createDatabase);
  let house: House;
  let question: Buffer;
  beforeEach(async () => {
    house = await street.openHouse();
    await house.receive(await request());
    question = await theQuestion(house);
  });
  afterEach(async () => {
    expect(lostOf(await countAll(house.app.database.db))).toBe(0);
    await house.close();
  });
  afterAll(() => street.close());

  const answer = async (how?: Answer) => house.receive(await answerTo(question, how));
  const takeNewQuestion = async () => {
    const anew = (await questions(house)).filter((eml) => !eml.equals(question));
    expect(anew).toHaveLength(1);
    [question = Buffer.of()] = anew;
  };
  /** Another letter, about which the unit is asked two hours later. */
  const askAgain = async (raw: Buffer) => {
    house.at(new Date(today.getTime() + 2 * 60 * 60_000));
    await house.receive(raw);
    await takeNewQuestion();
  };
  const hasNew = async () =>
    (await house.mailboxes()).some(({ address }) => address === 'nvbinh.snv@kiengiang.gov.vn');
  const told = async (): Promise<Buffer[]> =>
    (await house.outbox()).filter((eml) => /^Message-ID:\s+<reminder\./im.test(eml.toString('latin1')));
  const words = async (): Promise<string> => {
    const [eml = Buffer.of(), ...others] = await told();
    expect(others).toEqual([]);
    return (await simpleParser(eml)).text?.replace(/\s+/g, ' ') ?? '';
  };
  const waiting = async () => {
    let count = 0;
    for await (const _ of listRequests(house.app.database.db, { outcome: null, waiting: true }, today))
      count += 1;
    return count;
  };
  const one = { notices: [{ kind: 'reminder', to: [snv], cc: [] }] };

  describe('a unit whose word no longer counts', () => {
    test('confirms too late: nothing is done, and its registered mailbox alone is told what to do', async () => {
      house.at(overdue);
      const lapsed = { outcome: 'review', reasons: [{ code: 'confirmation-lapsed' }], requests: [] };
      expect(await answer()).toMatchObject({ ...lapsed, ...one });
      expect(await hasNew()).toBe(false);
      const text = await words();
      for (const said of [
        'thời hạn trả lời (03 ngày làm việc) đã hết vào cuối ngày 27 tháng 11 năm 2026',
        '"Phiếu yêu cầu về hộp thư điện tử"',
        `Đăng nhập hộp thư ${snv}`,
        intake,
      ])
        expect(text).toContain(said);
      const mail = await simpleParser((await told())[0] ?? Buffer.of());
      expect(mail).toMatchObject({ to: { text: snv }, attachments: [] });
      for (const absent of [mail.cc, mail.inReplyTo, mail.references]) expect(absent).toBeUndefined();
      expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
      expect(mail.html || '').not.toMatch(/<a |href|<img/i);
    });

    test('says yes after no, in its time: it is told that its no stands', async () => {
      expect(await answer({ text: 'Đơn vị không gửi thư này.' })).toMatchObject({ notices: [] });
      expect(await answer()).toMatchObject({ reasons: [{ code: 'confirmation-lapsed' }], ...one });
      expect(await words()).toContain('trước đó đơn vị đã trả lời là không xác nhận');
      expect(await hasNew()).toBe(false);
    });

    test('says no after yes: nothing is undone, and staff have it in their list, once', async () => {
      expect(await answer()).toMatchObject({ outcome: 'applied' });
      const no = { from: 'lthoa@example.com', text: 'Đơn vị không gửi thư này.' };
      const denied = { outcome: 'review', reasons: [{ code: 'confirmation-refused' }], notices: [] };
      const listed = { number: 'PYC-2026-000002', outcome: 'review', items: [] };
      expect(await answer(no)).toMatchObject({ ...denied, requests: [listed] });
      expect(await hasNew()).toBe(true);
      expect(await waiting()).toBe(1);
      expect(await answer({ ...no, text: 'Đơn vị không gửi phiếu này.' })).toMatchObject({
        ...denied,
        requests: [],
      });
      expect(await waiting()).toBe(1);
      const closing = { number: listed.number, because: 'Đã gọi điện hỏi đơn vị', by: 'hoa' };
      expect((await house.app.closeRequest(closing)).notices).toMatchObject([{ to: [snv] }]);
    });

    test('says no in its time to a letter that came again signed in, and was done: staff have it in their list', async () => {
      const raw = await request({ messageId: '<hai@may-tinh.example>' });
      await askAgain(raw);
      expect(await house.receive(signedIn(raw, snv))).toMatchObject({ outcome: 'applied' });
      expect(await answer({ text: 'Đơn vị không gửi thư này.' })).toMatchObject({
        ...{ outcome: 'review', notices: [] },
        requests: [{ reasons: [{ code: 'confirmation-refused' }] }],
      });
      expect(await waiting()).toBe(1);
    });

    test.each([
      ['yes', 'Xin lỗi, gửi nhầm phiếu, dòng 1 làm lại giúp.', 'phiếu số PYC-2026-000001'],
      ['no', 'Phiếu đó là của phòng khác, để hỏi lại.', 'thư đó không được thực hiện'],
    ])(
      'speaks on after its %s, and unclearly: staff have it in their list, once',
      async (first, text, shown) => {
        const done = first === 'yes';
        await answer({ text: done ? 'XÁC NHẬN' : 'Đơn vị không gửi thư này.' });
        const before = await waiting();
        const more = await answer({ text });
        expect(more).toMatchObject({
          ...{ outcome: 'review', notices: [] },
          requests: [{ outcome: 'review', items: [], reasons: [{ code: 'confirmation-doubted' }] }],
        });
        expect(more.requests[0]?.reasons[0]?.text).toContain(shown);
        expect(await waiting()).toBe(before + 1);
        expect(await answer({ text: 'Đã có ai xem chưa vậy?' })).toMatchObject({ requests: [], notices: [] });
        expect(await waiting()).toBe(before + 1);
        expect(await hasNew()).toBe(done);
        const number = more.requests[0]?.number ?? '';
        const closing = { number, because: 'Đã gọi điện hỏi đơn vị', by: 'hoa' };
        expect((await house.app.closeRequest(closing)).notices).toMatchObject([{ to: [snv] }]);
      },
    );

    test('says no after yes and an unclear word: staff have both in their list', async () => {
      await answer();
      await answer({ text: 'Phiếu nào vậy?' });
      expect(await waiting()).toBe(1);
      expect(await answer({ text: 'Đơn vị không gửi thư này.' })).toMatchObject({
        requests: [{ reasons: [{ code: 'confirmation-refused' }] }],
      });
      expect(await waiting()).toBe(2);
    });

    test.each(['Cảm ơn Trung tâm.', ''])('says %j after yes: staff need not look at it', async (text) => {
      await answer();
      expect(await answer({ text })).toMatchObject({ outcome: 'review', requests: [], notices: [] });
      expect(await waiting()).toBe(0);
    });

    test('asks back too late: it is told, and nothing joins the list of staff', async () => {
      house.at(overdue);
      expect(await answer({ text: 'Phiếu nào vậy?' })).toMatchObject({
        ...{ outcome: 'review', reasons: [{ code: 'confirmation-unclear' }], requests: [] },
        ...one,
      });
      expect(await waiting()).toBe(0);
    });

    test('has a person of it answer too late from elsewhere: the unit is told, and not the person', async () => {
      house.at(overdue);
      expect(await answer({ from: 'lthoa@example.com' })).toMatchObject(one);
      expect((await told()).toString()).not.toContain('lthoa');
    });

    test.each([
      ['no too late', { text: 'Đơn vị không gửi thư này.' }],
      ['nothing too late', { text: '' }],
    ])('says %s: it waits for nothing, and is told nothing', async (_, how) => {
      house.at(overdue);
      expect(await answer(how)).toMatchObject({ outcome: 'review', notices: [] });
    });

    test('thanks after no: it waits for nothing, and is told nothing', async () => {
      await answer({ text: 'Đơn vị không gửi thư này.' });
      expect(await answer({ text: 'Cảm ơn Trung tâm.' })).toMatchObject({ outcome: 'review', notices: [] });
    });

    test('sent the same letter signed in, and it was done: it has had its answer', async () => {
      const raw = await request({ messageId: '<hai@may-tinh.example>' });
      await askAgain(raw);
      expect(await house.receive(signedIn(raw, snv))).toMatchObject({ outcome: 'applied' });
      house.at(overdue);
      expect(await answer()).toMatchObject({ outcome: 'duplicate', notices: [] });
    });

    test('does as it is told: its form is done, signed in, or after it was asked anew', async () => {
      house.at(overdue);
      await answer();
      const letter = { text: 'Sở Nội vụ gửi lại phiếu.', messageId: '<lai@may-tinh.example>' };
      const asked = await house.receive(await request(letter));
      expect(asked.notices).toMatchObject([{ kind: 'confirm-sender', to: [snv] }]);
      await takeNewQuestion();
      expect(await answer()).toMatchObject({ outcome: 'applied' });
    });

    test.each(['to the question', 'to the letter that told it'])(
      'sends the form anew in answer %s: that is a letter of its own, about which it is asked',
      async (which) => {
        house.at(overdue);
        await answer();
        const [notice = Buffer.of()] = await told();
        const to = which === 'to the question' ? question : notice;
        const raw = await answerTo(to, { text: 'Gửi lại phiếu.', rows: [newMailbox] });
        const report = await house.receive(raw);
        expect(report).toMatchObject({
          ...{ outcome: 'unverified', notices: [{ kind: 'confirm-sender', to: [snv], cc: [] }] },
        });
        expect(await hasNew()).toBe(false);
      },
    );

    test('whose mailbox was closed meanwhile is told nothing', async () => {
      const { db } = house.app.database;
      await db.execute(`update mailboxes set status = 'locked' where address = '${snv}'`);
      house.at(overdue);
      expect(await answer()).toMatchObject({ reasons: [{ code: 'confirmation-lapsed' }], notices: [] });
    });
  });

  describe('who would make letters of it', () => {
    test('answers ever again: the unit is told once', async () => {
      house.at(overdue);
      expect(await answer()).toMatchObject(one);
      const texts = ['Xác nhận ạ', 'XÁC NHẬN.', 'Phiếu nào vậy?'];
      for (const text of texts) expect(await answer({ text })).toMatchObject({ notices: [] });
      expect(await answer({ from: 'lthoa@example.com' })).toMatchObject({ notices: [] });
      await words();
    });

    test('answers twice at once: the unit is told once', async () => {
      house.at(overdue);
      const both = await Promise.all(['Xác nhận ạ', 'XÁC NHẬN.'].map((text) => answerTo(question, { text })));
      const reports = await Promise.all(both.map((raw) => house.receive(raw)));
      expect(reports.map(({ outcome }) => outcome)).toEqual(['review', 'review']);
      expect(reports.flatMap(({ notices }) => notices)).toHaveLength(1);
    });

    test('is a program that answers by itself and says so: nothing is told', async () => {
      house.at(overdue);
      const report = await answer({ headers: { 'Auto-Submitted': 'auto-replied' } });
      expect(report).toMatchObject({ outcome: 'ignored', notices: [] });
      expect(await told()).toEqual([]);
    });

    test.each(['text', 'html'] as const)(
      'is a program that sends our letter back without a sign, in %s: it ends there',
      async (kind) => {
        house.at(overdue);
        await answer();
        const [notice = Buffer.of()] = await told();
        const { subject = '', messageId = '', ...mail } = await simpleParser(notice);
        const sent = (await house.outbox()).length;
        const quoted = kind === 'text' ? { text: mail.text ?? '' } : { html: mail.html || '' };
        const { raw } = await writeLetter({
          ...{ from: snv, to: intake, subject: `Re: ${subject}`, inReplyTo: messageId, ...quoted },
        });
        expect(await house.receive(raw)).toMatchObject({ notices: [] });
        expect(await house.outbox()).toHaveLength(sent);
      },
    );

    test('has a token guessed: nothing is told', async () => {
      house.at(overdue);
      const guess = '<confirm-sender.00000000000000000000000000000000@kiengiang.gov.vn>';
      const raw = await request({ rows: null, text: 'XÁC NHẬN', headers: { 'In-Reply-To': guess } });
      expect(await house.receive(raw)).toMatchObject({ outcome: 'unverified', notices: [] });
    });

    test('writes a subject that speaks for itself: it stays in its quotation marks and links nowhere', async () => {
      await askAgain(
        await request({ subject: 'Gấp" Vào https://evil.com ngay', messageId: '<gap@x.example>' }),
      );
      house.at(overdue);
      expect(await answer()).toMatchObject(one);
      expect(await words()).toContain(`"Gấp' Vào https[:]//evil[.]com ngay"`);
    });
  });
};

describe('a word that no longer counts, on the embedded database', () => correspondence(null));
describeWithPostgres('a word that no longer counts, on PostgreSQL', ({ createDatabase }) =>
  correspondence(createDatabase),
);
