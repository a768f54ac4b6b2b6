import { asc } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RequestJson, requestJson } from '../../src/commands/describe-request.ts';
import { messages } from '../../src/db/schema.ts';
import { countAll, lostOf } from '../../src/proof/count.ts';
import { listRequests } from '../../src/requests/requests.ts';
import { exampleRegistry, type House, openStreet, today } from '../flow/house.ts';
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

const hour = 60 * 60 * 1000;
const later = (milliseconds: number): Date => new Date(today.getTime() + milliseconds);

const correspondence = (createDatabase: (() => Promise<string>) | null) => {
  const street = openStreet(exampleRegistry, createDatabase);
  let house: House;
  beforeEach(async () => {
    house = await street.openHouse();
  });
  afterEach(() => house.close());
  afterAll(() => street.close());

  const addresses = async () => (await house.mailboxes()).map(({ address }) => address);
  const hasNew = async () => (await addresses()).includes('nvbinh.snv@kiengiang.gov.vn');
  const read = (eml: Buffer) => simpleParser(eml);
  const waiting = async (): Promise<RequestJson[]> => {
    const list: RequestJson[] = [];
    const { db } = house.app.database;
    for await (const one of listRequests(db, { outcome: 'review', waiting: true }, today))
      list.push(requestJson(one));
    return list;
  };
  /** A held letter, and the letter that asks about it. */
  const ask = async (raw?: Buffer) => {
    const held = await house.receive(raw ?? (await request()));
    return { held, question: await theQuestion(house) };
  };
  const answer = async (question: Buffer, how?: Answer) => house.receive(await answerTo(question, how));

  describe('a unit with a server that signs nobody in', () => {
    test('sends a form: nothing is done, and its registered mailbox alone is asked', async () => {
      const before = await addresses();
      const { held, question } = await ask(await request({ messageId: '<a1@may-tinh.example>' }));
      expect(held).toMatchObject({
        outcome: 'unverified',
        reasons: [{ code: 'sender-unverified' }],
        sender: { address: 'snv@kiengiang.gov.vn', unit: 'snv', verified: false, evidence: 'none' },
        requests: [],
        notices: [{ kind: 'confirm-sender', to: ['snv@kiengiang.gov.vn'], cc: [] }],
      });
      expect(await addresses()).toEqual(before);
      const mail = await read(question);
      expect(mail.to).toMatchObject({ text: 'snv@kiengiang.gov.vn' });
      expect(mail.cc).toBeUndefined();
      expect(mail.inReplyTo).toBeUndefined();
      expect(mail.references).toBeUndefined();
      expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
      for (const words of ['Nguyễn Văn Bình: cấp mới hộp thư', 'XÁC NHẬN', 'ngày 27 tháng 11 năm 2026'])
        expect(mail.text?.replace(/\s+/g, ' ')).toContain(words);
    });

    test('answers XÁC NHẬN: its form is done, and it is told so, with Sở TTTT, in the thread of its letter', async () => {
      const { question } = await ask(await request({ messageId: '<a1@may-tinh.example>' }));
      house.at(later(26 * hour));
      const report = await answer(question);
      expect(report).toMatchObject({
        outcome: 'applied',
        sender: { address: 'snv@kiengiang.gov.vn', unit: 'snv', verified: true, evidence: 'none' },
        requests: [
          {
            number: 'PYC-2026-000001',
            outcome: 'applied',
            items: [{ outcome: 'applied', action: 'create' }],
          },
        ],
        notices: [{ kind: 'result', to: ['snv@kiengiang.gov.vn'], cc: ['sttt@kiengiang.gov.vn'] }],
      });
      expect(await hasNew()).toBe(true);
      const result = await read(
        (await house.outbox()).find((eml) => eml.includes('result.PYC')) ?? Buffer.of(),
      );
      expect(result.inReplyTo).toBe('<a1@may-tinh.example>');
      const stored = await house.app.database.db.select().from(messages).orderBy(asc(messages.id));
      expect(stored.map(({ outcome, messageId }) => [outcome, messageId])).toEqual([
        ['applied', '<a1@may-tinh.example>'],
        ['applied', report.messageId],
      ]);
    });

    test.each<[string, Answer]>([
      ['from a person who reads that mailbox', { from: 'Lê Thị Hoa <lthoa@example.com>' }],
      ['in the subject', { subject: '[XÁC NHẬN] Re: Thông báo', text: '' }],
      ['in a thread that only References tells', { threading: 'references' }],
    ])('may answer %s', async (_, how) => {
      const { question } = await ask();
      const report = await answer(question, how);
      expect(report).toMatchObject({
        outcome: 'applied',
        sender: { unit: 'snv', verified: true, evidence: 'none' },
      });
      expect(report.notices).toMatchObject([{ to: ['snv@kiengiang.gov.vn'] }]);
      expect(await hasNew()).toBe(true);
    });

    test('may answer from its mailbox, signed in: that is what its answer is told to rest on', async () => {
      const { question } = await ask();
      const report = await house.receive(signedIn(await answerTo(question), 'snv@kiengiang.gov.vn'));
      expect(report).toMatchObject({ outcome: 'applied', sender: { evidence: 'authenticated-submission' } });
    });

    test('confirms a form that the rules refuse: it is refused with the reason, as any', async () => {
      const rows = [{ name: 'Nguyễn Văn Không Có', unit: 'Sở Nội vụ', wish: 'Cấp lại mật khẩu' }];
      const { question } = await ask(await request({ rows }));
      const report = await answer(question);
      expect(report.outcome).toBe('rejected');
      expect(report.requests[0]?.items[0]?.reasons).toMatchObject([{ code: 'mailbox-not-found' }]);
    });

    test('asks without a form, is asked, and confirms: it gets the form', async () => {
      const { question } = await ask(
        await request({ rows: null, text: 'Đề nghị cấp mới hộp thư cho ông Nguyễn Văn Bình.' }),
      );
      const report = await answer(question);
      expect(report).toMatchObject({
        outcome: 'rejected',
        reasons: [{ code: 'no-form' }],
        notices: [{ kind: 'blank-form', to: ['snv@kiengiang.gov.vn'], cc: [] }],
      });
    });

    test('sends the same letter again, signed in, after it confirmed: it is a duplicate', async () => {
      const raw = await request();
      const { question } = await ask(raw);
      await answer(question);
      const again = await house.receive(signedIn(raw, 'snv@kiengiang.gov.vn'));
      expect(again).toMatchObject({ outcome: 'duplicate', notices: [] });
    });

    test('sent it signed in as well, and it was done: its word does it no second time', async () => {
      const raw = await request();
      const { question } = await ask(raw);
      expect(await house.receive(signedIn(raw, 'snv@kiengiang.gov.vn'))).toMatchObject({
        outcome: 'applied',
      });
      const before = await addresses();
      expect(await answer(question)).toMatchObject({ outcome: 'duplicate', requests: [], notices: [] });
      expect(await addresses()).toEqual(before);
    });

    test('says no: the letter stays unproven for good, staff see it, and nobody is written to', async () => {
      const { question } = await ask();
      const report = await answer(question, { text: 'Đơn vị không gửi thư này.' });
      expect(report).toMatchObject({
        outcome: 'review',
        reasons: [{ code: 'confirmation-refused' }],
        notices: [],
      });
      expect(await answer(question)).toMatchObject({
        outcome: 'review',
        reasons: [{ code: 'confirmation-lapsed' }],
      });
      expect(await hasNew()).toBe(false);
    });

    test('asks back: staff see it, and it may still confirm', async () => {
      const { question } = await ask();
      expect(await answer(question, { text: 'Phiếu nào vậy?' })).toMatchObject({
        outcome: 'review',
        reasons: [{ code: 'confirmation-unclear' }],
        notices: [],
      });
      expect(await hasNew()).toBe(false);
      expect(await answer(question)).toMatchObject({ outcome: 'applied' });
    });

    test('confirms all but a row: staff find its answer in their list, and answer its registered mailbox', async () => {
      const { question } = await ask();
      const number = 'PYC-2026-000001';
      const text = 'Đúng rồi nhưng bỏ dòng 2.';
      const report = await answer(question, { text, from: 'lthoa@example.com' });
      expect(report).toMatchObject({
        ...{ outcome: 'review', reasons: [{ code: 'confirmation-unclear' }], notices: [] },
        requests: [{ number, outcome: 'review', items: [] }],
      });
      expect(report.reasons).toHaveLength(1);
      expect(await waiting()).toMatchObject([
        {
          ...{ number, outcome: 'review', items: [], reasons: [{ code: 'confirmation-unclear' }] },
          sender: { address: 'lthoa@example.com', unit: 'snv', verified: true, evidence: 'none' },
        },
      ]);
      expect(await countAll(house.app.database.db)).toMatchObject({ received: 2, held: 2 });

      const because = 'Đề nghị gửi lại phiếu chỉ có dòng 1.';
      const { notices } = await house.app.closeRequest({ number, because, by: 'Hoài Thương' });
      expect(notices).toMatchObject([{ to: ['snv@kiengiang.gov.vn'], cc: ['sttt@kiengiang.gov.vn'] }]);
      await house.app.sendOutbox();
      expect(await waiting()).toEqual([]);
      expect(await countAll(house.app.database.db)).toMatchObject({ answered: 1, held: 1 });
      const copied = (await house.outbox()).filter((eml) => eml.includes('sttt@kiengiang.gov.vn'));
      const { messageId = '' } = await read(question);
      for (const eml of copied) expect(eml.toString('latin1').replace(/\s/g, '')).not.toContain(messageId);

      expect((await answer(question, { text: 'Vậy đơn vị phải làm gì?' })).requests).toHaveLength(1);
      expect(await waiting()).toMatchObject([{ number: 'PYC-2026-000002' }]);
      expect(await hasNew()).toBe(false);
    });

    test.each([
      ['XÁC NHẬN', true],
      ['Đơn vị không gửi thư này.', false],
    ])('asks back and then says %j: nothing is left for staff to find out', async (text, isDone) => {
      const { question } = await ask();
      await answer(question, { text: 'Phiếu nào vậy?' });
      expect(await waiting()).toHaveLength(1);
      await answer(question, { text });
      expect(await waiting()).toEqual([]);
      expect(await hasNew()).toBe(isDone);
      expect(lostOf(await countAll(house.app.database.db))).toBe(0);
    });

    test('answers, unproven, with another form: staff see it, and neither form is done', async () => {
      const { question } = await ask();
      const report = await answer(question, { rows: [{ ...newMailbox, name: 'Nguyễn Văn Bính' }] });
      expect(report).toMatchObject({
        requests: [{ outcome: 'review', form: { source: 'xlsx' }, items: [] }],
        notices: [],
      });
      expect(await waiting()).toHaveLength(1);
      expect(await addresses()).not.toContain('nvbinh.snv@kiengiang.gov.vn');
    });

    test('asks back when its time is over: nothing joins the list of staff', async () => {
      const { question } = await ask();
      house.at(new Date('2026-11-27T17:00:00Z'));
      expect(await answer(question, { text: 'Phiếu nào vậy?' })).toMatchObject({
        ...{ outcome: 'review', reasons: [{ code: 'confirmation-unclear' }], requests: [] },
      });
      expect(await waiting()).toEqual([]);
    });

    test('answers, signed in, with a corrected form: that form is done and the held one is not', async () => {
      const { question } = await ask();
      const raw = await answerTo(question, { rows: [{ ...newMailbox, name: 'Nguyễn Văn Bính' }] });
      const report = await house.receive(signedIn(raw, 'snv@kiengiang.gov.vn'));
      expect(report.requests[0]?.items).toMatchObject([{ fullName: 'Nguyễn Văn Bính', outcome: 'applied' }]);
      expect(report.requests).toHaveLength(1);
      const { messageId = '' } = await read(question);
      const copied = (await house.outbox()).filter((eml) => eml.includes('sttt@kiengiang.gov.vn'));
      expect(copied.length).toBeGreaterThan(0);
      for (const eml of copied) expect(eml.toString('latin1').replace(/\s/g, '')).not.toContain(messageId);
    });

    test('may answer until the third working day is over, and no longer', async () => {
      const { question } = await ask();
      house.at(new Date('2026-11-27T17:00:00Z'));
      expect(await answer(question, { text: 'Xác nhận ạ' })).toMatchObject({
        outcome: 'review',
        reasons: [{ code: 'confirmation-lapsed' }],
      });
      expect(await hasNew()).toBe(false);
      house.at(new Date('2026-11-27T16:59:59Z'));
      expect(await answer(question)).toMatchObject({ outcome: 'applied' });
    });
  });

  describe('a forger', () => {
    test('is not helped by automatic answers', async () => {
      const { question } = await ask();
      const marks = {
        'Return-Path': '<>',
        'Auto-Submitted': 'auto-replied',
        Precedence: 'bulk',
        'List-Id': '<x.y>',
      };
      for (const [name, value] of Object.entries(marks)) {
        const report = await answer(question, { headers: { [name]: value } });
        expect(report).toMatchObject({ outcome: 'ignored', notices: [] });
      }
      await answer(question, { text: 'Tôi đang vắng mặt.', headers: marks });
      expect(await waiting()).toEqual([]);
      expect(await hasNew()).toBe(false);
    });

    test('is not helped by answers that only quote the word, or say it in another sense', async () => {
      const { question } = await ask();
      for (const text of [
        '',
        'Đã nhận thư.',
        'Xác nhận đã nhận được thư của quý cơ quan.',
        'Tôi đang vắng mặt đến hết tuần. XÁC NHẬN',
        'Chưa xác nhận',
      ]) {
        const report = await answer(question, { text });
        expect(report).toMatchObject({ outcome: 'review', notices: [] });
        expect(report.requests.flatMap(({ items }) => items)).toEqual([]);
      }
      // One without words waits for nobody, and of the others one is enough.
      expect(await waiting()).toMatchObject([{ number: 'PYC-2026-000001' }]);
      expect(await hasNew()).toBe(false);
    });

    test('is not helped by a program that quotes our letter without a sign', async () => {
      const { question } = await ask();
      const { messageId = '', text = '', html } = await read(question);
      const body = (content: string, type: string) =>
        Buffer.from(
          `From: snv@kiengiang.gov.vn\r\nTo: ${intake}\r\nSubject: Re\r\nMessage-ID: <q${type.length}@x.example>\r\nIn-Reply-To: ${messageId}\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
        );
      for (const raw of [body(text, 'text/plain'), body(html || '', 'text/html')])
        expect(await house.receive(raw)).toMatchObject({
          outcome: 'review',
          reasons: [{ code: 'confirmation-unclear' }],
        });
      expect(await hasNew()).toBe(false);
    });

    test('guesses a token, or has one changed: it is no answer to anything', async () => {
      const { question } = await ask();
      const { messageId = '' } = await read(question);
      for (const guess of [
        '<confirm-sender.00000000000000000000000000000000@kiengiang.gov.vn>',
        messageId.replace(/[0-9a-f]@/, (end) => (end === '0@' ? '1@' : '0@')),
        messageId.toUpperCase(),
        '<confirm-sender.%@kiengiang.gov.vn>',
      ]) {
        const { raw } = {
          raw: await request({ rows: null, text: 'XÁC NHẬN', headers: { 'In-Reply-To': guess } }),
        };
        expect(await house.receive(raw)).toMatchObject({ outcome: 'unverified', notices: [] });
      }
      expect(await hasNew()).toBe(false);
    });

    test('puts the word into a letter without a token, or into an answer to another letter of ours', async () => {
      const { question } = await ask();
      await answer(question);
      const result = (await house.outbox()).find((eml) => eml.includes('result.PYC')) ?? Buffer.of();
      const before = await addresses();
      house.at(later(2 * hour));
      expect(await answer(result)).toMatchObject({ outcome: 'unverified', requests: [], notices: [] });
      const ours = signedIn(await answerTo(result, { text: 'XÁC NHẬN.' }), 'snv@kiengiang.gov.vn');
      expect(await house.receive(ours)).toMatchObject({ outcome: 'ignored', requests: [] });
      const bare = await request({ rows: null, subject: 'XÁC NHẬN', text: 'XÁC NHẬN' });
      expect(await house.receive(signedIn(bare, 'snv@kiengiang.gov.vn'))).toMatchObject({
        outcome: 'ignored',
      });
      expect(await addresses()).toEqual(before);
    });

    test('sends a second letter, which does not ride on the word about the first', async () => {
      const { question } = await ask();
      const second = await request({
        rows: [{ name: 'Lê Quang Bảo', unit: 'Sở Nội vụ', wish: 'Hủy bỏ hộp thư' }],
        headers: { 'In-Reply-To': (await read(question)).messageId ?? '' },
      });
      expect(await house.receive(second)).toMatchObject({
        ...{ outcome: 'review', requests: [{ outcome: 'review', items: [] }], notices: [] },
      });
      const third = await request({
        rows: [{ name: 'Trần Mới', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' }],
      });
      expect(await house.receive(third)).toMatchObject({ outcome: 'unverified', notices: [] });
      const report = await answer(question);
      expect(report.requests.flatMap(({ items }) => items.map(({ fullName }) => fullName))).toEqual([
        'Nguyễn Văn Bình',
      ]);
    });

    test('has a word used twice: once it was done, no more', async () => {
      const { question } = await ask();
      await answer(question);
      const before = await addresses();
      const sent = (await house.outbox()).length;
      expect(await answer(question, { text: 'Xác nhận.' })).toMatchObject({
        outcome: 'duplicate',
        requests: [],
        notices: [],
      });
      expect(await addresses()).toEqual(before);
      expect(await house.outbox()).toHaveLength(sent);
    });

    test('floods: a unit is asked at most once an hour, others are asked beside it', async () => {
      const send = async (at: number, from: string) => {
        house.at(later(at));
        return (await house.receive(await request({ from, messageId: `<f${at}@x.example>` }))).notices.length;
      };
      expect(await send(0, 'snv@kiengiang.gov.vn')).toBe(1);
      expect(await send(1000, 'snv@kiengiang.gov.vn')).toBe(0);
      expect(await send(2000, 'stc@kiengiang.gov.vn')).toBe(1);
      expect(await send(hour - 1, 'snv@kiengiang.gov.vn')).toBe(0);
      expect(await send(hour, 'snv@kiengiang.gov.vn')).toBe(1);
      expect(await questions(house)).toHaveLength(3);
    });

    test('floods with letters that ask nothing: so many are not read at all', async () => {
      for (let at = 0; at < 10; at += 1)
        await house.receive(await request({ rows: null, subject: 'Giấy mời', text: `Họp ${at}` }));
      expect((await house.receive(await request())).notices).toEqual([]);
      house.at(later(hour));
      expect((await house.receive(await request({ text: 'gửi lại' }))).notices).toHaveLength(1);
    });

    test('floods in the name of many units with letters that take long to read: they are not read in the end', async () => {
      await house.close();
      // A letter takes longer than this, so that the first has used it up.
      house = await street.openHouse({}, { strangersMilliseconds: 1 });
      expect((await house.receive(await request())).notices).toHaveLength(1);
      const from = 'stc@kiengiang.gov.vn';
      expect(await house.receive(await request({ from }))).toMatchObject({
        outcome: 'unverified',
        notices: [],
      });
      const proven = signedIn(await request({ from, messageId: '<p@may-tinh.example>' }), from);
      expect((await house.receive(proven)).outcome).not.toBe('unverified');
      house.at(later(hour));
      const again = await request({ from, messageId: '<q@may-tinh.example>' });
      expect((await house.receive(again)).notices).toHaveLength(1);
    });

    test('replays a letter that the unit sent and that was done: the unit is not asked', async () => {
      const raw = await request();
      await house.receive(signedIn(raw, 'snv@kiengiang.gov.vn'));
      expect(await house.receive(raw)).toMatchObject({ outcome: 'unverified', notices: [] });
    });

    test('makes nobody write to a unit by letters that ask nothing, name none, or are secret', async () => {
      for (const letter of [
        { rows: null, subject: 'Giấy mời họp', text: 'Kính mời dự họp.' },
        { from: 'dan@evil.example' },
        { from: 'lqbao.snv@kiengiang.gov.vn' },
        { from: '"snv@kiengiang.gov.vn" <dan@evil.example>' },
        { text: 'MẬT\nPhiếu yêu cầu kèm theo.' },
      ]) {
        const report = await house.receive(await request(letter));
        expect(report).toMatchObject({ outcome: 'unverified', notices: [] });
      }
      expect(await questions(house)).toEqual([]);
    });

    test('has no words and no links carried into the unit’s mailbox', async () => {
      const link = 'Bấm https://evil.example/doi-mat-khau';
      await house.receive(
        await request({
          from: '"Trung tâm: bấm evil.com" <snv@kiengiang.gov.vn>',
          subject: '<b>Gấp</b>" Trung tâm yêu cầu vào https://evil.com\u202e',
          text: link,
          rows: [
            { name: link, unit: 'evil.com', wish: `Cấp mới hộp thư ${link}`, position: link },
            { name: '<script>alert(1)</script>', unit: link, wish: 'hủy bỏ hộp thư' },
            { name: 'Trần Văn Nam (www.evil.com)', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' },
            { name: '=HYPERLINK("http://evil.com")', unit: 'Sở Nội vụ', wish: 'Cấp lại mật khẩu' },
          ],
        }),
      );
      const { subject = '', text = '', html } = await read(await theQuestion(house));
      expect(subject).toBe('Thông báo: cần xác nhận thư gửi từ hộp thư snv@kiengiang.gov.vn');
      expect(text).toContain('Trần Văn Nam: cấp mới hộp thư');
      expect(text.replace(/\s+/g, ' ')).toContain('3 dòng không đọc được họ và tên');
      expect(text.replace(/\s+/g, ' ')).toContain(
        `Tiêu đề ghi trên thư: "<b>Gấp</b>' Trung tâm yêu cầu vào https[:]//evil[.]com"`,
      );
      for (const part of [text, html || '']) {
        expect(part).not.toMatch(/evil\.|www\.|https?:|\u202e|HYPERLINK|mật khẩu evil|alert/);
        expect(part.match(/evil/g)).toHaveLength(1);
      }
      expect(html || '').not.toMatch(/<b>Gấp|<script|<a |href|<img/i);
    });
  });

  test('a unit whose mailbox was locked meanwhile has no word', async () => {
    const { question } = await ask();
    const { db } = house.app.database;
    await db.execute(`update mailboxes set status = 'locked' where address = 'snv@kiengiang.gov.vn'`);
    expect(await answer(question)).toMatchObject({
      outcome: 'review',
      reasons: [{ code: 'confirmation-lapsed' }],
    });
    expect(await hasNew()).toBe(false);
    house.at(later(2 * hour));
    expect((await house.receive(await request({ text: 'gửi lại' }))).notices).toEqual([]);
  });

  test('a dry run tells what would be asked, and asks nobody', async () => {
    const dry = await street.openHouse({ DRY_RUN: 'true' });
    try {
      const raw = await request();
      for (const report of [await dry.receive(raw), await dry.receive(raw)])
        expect(report).toMatchObject({ outcome: 'unverified', notices: [{ kind: 'confirm-sender' }] });
      expect(await dry.outbox()).toEqual([]);
    } finally {
      await dry.close();
    }
  });

  test('two answers at once do it once', async () => {
    const { question } = await ask();
    const both = await Promise.all([
      answerTo(question, { text: 'Xác nhận ạ' }),
      answerTo(question, { text: 'XÁC NHẬN.', from: 'lthoa@example.com' }),
    ]);
    const reports = await Promise.all(both.map((raw) => house.receive(raw)));
    expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual(['applied', 'duplicate']);
    expect(reports.flatMap(({ notices }) => notices)).toHaveLength(1);
  });

  test('two unclear answers at once: one waits for staff', async () => {
    const { question } = await ask();
    const texts = ['Phiếu nào vậy?', 'Đúng rồi nhưng bỏ dòng 2.'];
    const raws = await Promise.all(texts.map((text) => answerTo(question, { text })));
    const reports = await Promise.all(raws.map((raw) => house.receive(raw)));
    expect(reports.map(({ outcome }) => outcome)).toEqual(['review', 'review']);
    expect(await waiting()).toHaveLength(1);
    expect(lostOf(await countAll(house.app.database.db))).toBe(0);
  });

  test('two letters in one unit’s name at once: it is asked about one of them', async () => {
    const both = await Promise.all([request({ text: 'một' }), request({ text: 'hai' })]);
    const reports = await Promise.all(both.map((raw) => house.receive(raw)));
    expect(reports.map(({ outcome }) => outcome)).toEqual(['unverified', 'unverified']);
    expect(reports.flatMap(({ notices }) => notices)).toHaveLength(1);
  });
};

describe('the unit’s own word, on the embedded database', () => correspondence(null));
describeWithPostgres('the unit’s own word, on PostgreSQL', ({ createDatabase }) =>
  correspondence(createDatabase),
);
