import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase, rows } from '../../src/db/db.ts';
import { type Jobs, openJobs } from '../../src/db/jobs.ts';
import { takeOver } from '../../src/db/queues.ts';
import { notices } from '../../src/db/schema.ts';
import { openSender, type Sender, TemporaryFailure } from '../../src/mail/send.ts';
import { parkNotice, sendNotice } from '../../src/outbox/outbox.ts';
import { describeOnBoth } from '../db/databases.ts';
import { openSink } from '../mail/sink.ts';

const from = 'ttcntttt@kiengiang.gov.vn';
const [unit, copy] = ['snv@kiengiang.gov.vn', 'sttt@kiengiang.gov.vn'];
const now = new Date('2026-11-24T03:00:00Z');
const tomorrow = new Date('2026-11-25T03:00:00Z');

describeOnBoth('a notice', (place) => {
  let database: Database;
  let jobs: Jobs;
  let written = 0;
  /** Letters that an address may have in an hour. */
  let most = 1000;
  beforeAll(async () => {
    database = await openDatabase(await place());
    jobs = await openJobs(database, { workers: false, onTrouble: () => {} });
  });
  afterAll(async () => {
    await jobs?.close();
    await database?.close();
  });

  const write = async (): Promise<number> => {
    written += 1;
    const [row] = await database.db
      .insert(notices)
      .values({
        kind: 'result',
        to: [unit],
        cc: [copy],
        subject: 'Kết quả',
        messageId: `<result.${written}@kiengiang.gov.vn>`,
        eml: Buffer.from(`Message-ID: <result.${written}@kiengiang.gov.vn>\r\n\r\nKính gửi\r\n`),
      })
      .returning({ id: notices.id });
    return row?.id ?? 0;
  };
  const stateOf = async (id: number) => {
    const { status, error, delivered, sentAt } = notices;
    const [row] = await database.db
      .select({ status, error, delivered, sentAt })
      .from(notices)
      .where(eq(notices.id, id));
    return row;
  };
  /** A server whose replies may be changed while it runs. */
  const openServer = async (replies: Record<string, string> = {}) => {
    const sink = await openSink(replies);
    const smtpUrl = `smtp://127.0.0.1:${sink.port}`;
    const sender = openSender({ smtpUrl, outboxDir: '/nowhere', intakeAddress: from });
    onTestFinished(async () => {
      await sender.close();
      await sink.close();
    });
    return { sink, replies, send: (id: number, at?: Date) => sendWith(sender, id, at) };
  };
  const sendWith = (sender: Sender, id: number, at = now) =>
    sendNotice({ db: database.db, jobs, sender, from, limit: () => most }, { id }, at);
  const recipients = ({ taken }: Awaited<ReturnType<typeof openSink>>) => taken.map(({ to }) => to);

  test('goes once, however often its job runs', async () => {
    const { sink, send } = await openServer();
    const id = await write();
    await send(id);
    await send(id);
    expect(recipients(sink)).toEqual([[unit, copy]]);
    expect(await stateOf(id)).toEqual({ status: 'sent', error: null, delivered: [unit, copy], sentAt: now });
  });

  test('that the server puts off is tried again, with what it said until then', async () => {
    const { sink, replies, send } = await openServer({ MAIL: '451 4.7.1 later' });
    const id = await write();
    await expect(send(id)).rejects.toBeInstanceOf(TemporaryFailure);
    expect(await stateOf(id)).toMatchObject({ status: 'queued', delivered: [] });
    expect((await stateOf(id))?.error).toContain('451 4.7.1 later');
    delete replies.MAIL;
    await send(id);
    expect(recipients(sink)).toEqual([[unit, copy]]);
    expect(await stateOf(id)).toMatchObject({ status: 'sent', error: null });
  });

  test('that the server refuses for good is parked, and not sent again', async () => {
    const { sink, replies, send } = await openServer({ MAIL: '553 5.7.1 not yours' });
    const id = await write();
    await send(id);
    delete replies.MAIL;
    await send(id);
    expect(sink.taken).toEqual([]);
    const state = await stateOf(id);
    expect(state).toMatchObject({ status: 'parked', delivered: [] });
    expect(state?.error).toMatch(/^Máy chủ thư .*553 5\.7\.1 not yours/);
  });

  test('that one of two has goes to the other alone when it is tried again', async () => {
    const { sink, replies, send } = await openServer({ [`RCPT ${copy}`]: '450 4.2.0 greylisted' });
    const id = await write();
    await expect(send(id)).rejects.toBeInstanceOf(TemporaryFailure);
    expect(await stateOf(id)).toMatchObject({ status: 'queued', delivered: [unit] });
    await expect(send(id)).rejects.toBeInstanceOf(TemporaryFailure);
    delete replies[`RCPT ${copy}`];
    await send(id);
    expect(recipients(sink)).toEqual([[unit], [copy]]);
    expect(await stateOf(id)).toMatchObject({ status: 'sent', delivered: [unit, copy] });
  });

  test.each([
    ['is refused for good', '550 5.1.1 unknown', 1],
    ['was put off until the tries were used up', '450 4.2.0 greylisted', 2],
  ])('that its main recipient has, while the copy %s, is parked with who has it', async (_, reply, tries) => {
    const { send } = await openServer({ [`RCPT ${copy}`]: reply });
    const id = await write();
    for (let at = 0; at < tries; at += 1)
      await send(id).catch((error: Error) => parkNotice(database.db, { id }, error.message));
    const state = await stateOf(id);
    expect(state).toMatchObject({ status: 'parked', delivered: [unit] });
    expect(state?.error).toMatch(new RegExp(`^Đã gửi đến ${unit};.*${copy}.*${reply}`));
  });

  describe('beyond the letters that an address may have in an hour', () => {
    const minutes = (count: number) => new Date(tomorrow.getTime() + count * 60_000);
    const dueIn = (id: number) =>
      rows<{ seconds: number }>(
        database.db,
        sql`select round(extract(epoch from start_after - created_on))::int as seconds from pgboss.job
          where name = 'notice' and (data->>'id')::int = ${id} and state = 'created'`,
      );

    test('waits, is told to be held, has a job for later, and goes when there is room', async () => {
      most = 2;
      const { sink, send } = await openServer();
      const [first, second, third] = [await write(), await write(), await write()];
      await send(first, minutes(0));
      await send(second, minutes(10));
      await send(third, minutes(20));
      expect(recipients(sink)).toHaveLength(2);
      const held = await stateOf(third);
      expect(held).toMatchObject({ status: 'queued', delivered: [] });
      expect(held?.error).toContain('Giữ lại');
      expect(await dueIn(third)).toEqual([{ seconds: 40 * 60 }]);
      await send(third, minutes(61));
      expect(recipients(sink)).toHaveLength(3);
      expect(await stateOf(third)).toMatchObject({ status: 'sent', error: null });
    });

    test('goes to the others at once, and to that address later', async () => {
      most = 1000;
      const { sink, send } = await openServer();
      await send(await write(), minutes(200));
      const id = await write();
      const smtpUrl = `smtp://127.0.0.1:${sink.port}`;
      const sender = openSender({ smtpUrl, outboxDir: '/nowhere', intakeAddress: from });
      onTestFinished(() => sender.close());
      const limit = (address: string) => (address === copy ? 1 : 1000);
      const post = { db: database.db, jobs, sender, from, limit };
      await sendNotice(post, { id }, minutes(201));
      expect(await stateOf(id)).toMatchObject({ status: 'queued', delivered: [unit] });
      await sendNotice(post, { id }, minutes(261));
      expect(recipients(sink)).toEqual([[unit, copy], [unit], [copy]]);
      expect(await stateOf(id)).toMatchObject({ status: 'sent', delivered: [unit, copy] });
    });

    test('has one job where its process dies when it is held back', async () => {
      most = 1;
      const { db } = database;
      const { send } = await openServer();
      await send(await write(), minutes(1000));
      const id = await write();
      await db.transaction((tx) => jobs.send(tx, 'notice', id));
      // A worker has taken it up, holds the letter back, and comes to nothing more.
      await db.execute(sql`update pgboss.job set state = 'active' where (data->>'id')::int = ${id}`);
      await send(id, minutes(1001));
      await takeOver(db);
      const live = await rows(
        db,
        sql`select from pgboss.job where (data->>'id')::int = ${id} and state in ('created', 'retry', 'active')`,
      );
      expect(live).toHaveLength(1);
      expect(await dueIn(id)).toEqual([{ seconds: 59 * 60 }]);
    });

    test('goes there later although another is refused for good, and then tells who has it not', async () => {
      const { sink } = await openServer({ [`RCPT ${unit}`]: '550 5.1.1 unknown' });
      const smtpUrl = `smtp://127.0.0.1:${sink.port}`;
      const sender = openSender({ smtpUrl, outboxDir: '/nowhere', intakeAddress: from });
      onTestFinished(() => sender.close());
      let room = 0;
      const limit = (address: string) => (address === copy ? room : 1000);
      const post = { db: database.db, jobs, sender, from, limit };
      const id = await write();
      await sendNotice(post, { id }, minutes(1200));
      const held = await stateOf(id);
      expect(held).toMatchObject({ status: 'queued', delivered: [] });
      expect(held?.error).toMatch(new RegExp(`${copy} .*${unit}.*550 5.1.1`));
      room = 1;
      await sendNotice(post, { id }, minutes(1261));
      const state = await stateOf(id);
      expect(state).toMatchObject({ status: 'parked', delivered: [copy] });
      expect(state?.error).toMatch(new RegExp(`^Đã gửi đến ${copy};.*${unit}.*550 5.1.1`));
      expect(recipients(sink)).toEqual([[copy]]);
    });

    test('is no second one where the same letter is tried again', async () => {
      most = 1;
      const { sink, replies, send } = await openServer({ MAIL: '451 4.7.1 later' });
      const id = await write();
      for (const at of [400, 401, 402])
        await expect(send(id, minutes(at))).rejects.toBeInstanceOf(TemporaryFailure);
      delete replies.MAIL;
      await send(id, minutes(403));
      expect(recipients(sink)).toEqual([[unit, copy]]);
    });

    test('is none where the clock was a year ahead for a while', async () => {
      most = 1;
      const { sink, send } = await openServer();
      await send(await write(), minutes(365 * 24 * 60));
      await send(await write(), minutes(600));
      expect(recipients(sink)).toHaveLength(2);
    });

    test('counts letters that go at the same time', async () => {
      most = 3;
      const { sink, send } = await openServer();
      const ids = await Promise.all(Array.from({ length: 8 }, write));
      await Promise.all(ids.map((id) => send(id, minutes(800))));
      expect(recipients(sink)).toHaveLength(3);
    });
  });

  test('that was sent is never parked by a job that comes late', async () => {
    most = 1000;
    const { send } = await openServer();
    const id = await write();
    await send(id);
    await parkNotice(database.db, { id }, 'expired');
    expect(await stateOf(id)).toMatchObject({ status: 'sent', error: null });
  });
});
