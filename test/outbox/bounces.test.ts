import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideCase, listUndelivered } from '../../src/apply/cases.ts';
import { auditEvents, notices } from '../../src/db/schema.ts';
import { openSender } from '../../src/mail/send.ts';
import { sendNotice } from '../../src/outbox/outbox.ts';
import { countAll } from '../../src/proof/count.ts';
import { exampleRegistry, type House, openStreet, today } from '../flow/house.ts';
import { openSink } from '../mail/sink.ts';

const ours = '<result.PYC-2026-000001.00000000000000000000000000000000@kiengiang.gov.vn>';
const automatic = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'mail', 'automatic', `${name}.eml`), 'latin1');

const street = openStreet(exampleRegistry, null);
let house: House;
let sent = 0;
beforeAll(async () => {
  house = await street.openHouse();
});
afterAll(async () => {
  await house?.close();
  await street.close();
});

/** A letter of ours that has left the house, and what comes back of it. */
const send = async () => {
  sent += 1;
  const messageId = ours.replace('000001', String(sent).padStart(6, '0'));
  const { db } = house.app.database;
  const [row] = await db
    .insert(notices)
    .values({
      ...{ kind: 'result', to: ['snv@kiengiang.gov.vn'], cc: ['sttt@kiengiang.gov.vn'], subject: 'Kết quả' },
      ...{ messageId, eml: Buffer.from(`Message-ID: ${messageId}\r\n\r\nKính gửi\r\n`) },
      ...{ status: 'sent', delivered: ['snv@kiengiang.gov.vn', 'sttt@kiengiang.gov.vn'], sentAt: today },
    })
    .returning({ id: notices.id });
  return {
    id: row?.id ?? 0,
    /** `below`: a text at the end of it. */
    comesBack: (name: string, whom = 'snv', below = '') => {
      const bounce = automatic(name).replaceAll(ours, messageId);
      const text = bounce
        .replaceAll('snv@kiengiang', `${whom}@kiengiang`)
        .replace(/^(--.+)--\s*$/m, (end, open) => `${open}\r\n\r\n${below}${end}`);
      return house.receive(Buffer.from(text, 'latin1'));
    },
    cases: async () => (await listUndelivered(db)).filter(({ messageId: one }) => one === messageId),
  };
};

test.each([
  [
    'bounce-postfix',
    '5.2.2 smtp; 552 5.2.2 <snv@kiengiang.gov.vn> Quota exceeded (mailbox for user is full)',
  ],
  ['bounce-exchange', '5.1.1 smtp; 550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'],
  ['bounce-gmail', '5.1.1 smtp; 550-5.1.1 The email account that you tried to reach does not exist.'],
  ['bounce-exim', '5.0.0 smtp; 550 no such user'],
  ['bounce-headers-only', '5.7.1 smtp; 554 5.7.1 refused'],
])('%s: the letter that came back is a case for staff, and nobody is answered', async (name, why) => {
  const { id, comesBack, cases } = await send();
  const before = (await house.outbox()).length;
  const report = await comesBack(name);
  expect([report.outcome, report.notices]).toEqual(['ignored', []]);
  expect(await cases()).toMatchObject([{ id, status: 'sent', bounce: `snv@kiengiang.gov.vn: ${why}` }]);
  expect((await house.outbox()).length).toBe(before);
  const trail = await house.app.database.db.query.auditEvents.findMany({
    where: and(eq(auditEvents.entity, 'notice'), eq(auditEvents.entityId, String(id))),
  });
  expect(trail.map(({ event }) => event)).toEqual(['notice-bounced']);
});

test.each(['bounce-of-another', 'delay-postfix', 'delivered-postfix', 'receipt-outlook', 'oof-exchange'])(
  '%s raises no case',
  async (name) => {
    const { comesBack, cases } = await send();
    expect((await comesBack(name)).outcome).toBe('ignored');
    expect(await cases()).toEqual([]);
  },
);

test('a bounce with millions of lines costs no more than one without, and says the same', async () => {
  const { comesBack, cases } = await send();
  const begun = performance.now();
  await comesBack('bounce-postfix', 'snv', '\r\n'.repeat(10_000_000));
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(await cases()).toHaveLength(1);
});

test('a forged bounce raises a case and does nothing else, however often it comes', async () => {
  const { id, comesBack, cases } = await send();
  await comesBack('bounce-postfix');
  await comesBack('bounce-exim');
  const [found, ...others] = await cases();
  expect(others).toEqual([]);
  expect(found).toMatchObject({ id, status: 'sent' });
  expect(found?.bounce).toContain('no such user');
});

test('staff close a case, or have the letter sent again, with their reason on record', async () => {
  const { app } = house;
  const { db } = app.database;
  const [one, two] = [await send(), await send()];
  await one.comesBack('bounce-postfix');
  await two.comesBack('bounce-postfix');
  const by = { by: 'lan', because: 'Đã gọi điện' };
  expect(await decideCase(db, app.jobs, { ...by, noticeId: one.id, act: 'close' }, today)).toBe(true);
  expect(await one.cases()).toEqual([]);
  expect(await decideCase(db, app.jobs, { ...by, noticeId: one.id, act: 'retry' }, today)).toBe(false);
  const before = (await house.outbox()).length;
  expect(await decideCase(db, app.jobs, { ...by, noticeId: two.id, act: 'retry' }, today)).toBe(true);
  await app.sendOutbox();
  expect((await house.outbox()).length).toBe(before + 1);
  expect(await two.cases()).toEqual([]);
  const trail = await db.query.auditEvents.findMany({
    where: eq(auditEvents.actor, 'lan'),
    orderBy: asc(auditEvents.id),
  });
  expect(trail.map(({ event, because }) => [event, because])).toEqual([
    ['notice-closed', 'Đã gọi điện'],
    ['notice-retried', 'Đã gọi điện'],
  ]);
});

test.each<[string, Partial<typeof notices.$inferInsert>, string, string[]]>([
  ['to whom it failed for', { status: 'sent' }, 'snv', ['snv']],
  ['to all where it failed for somebody else', { status: 'sent' }, 'nguoi.khac', ['snv', 'sttt']],
  [
    'to all where it came back before its copy had gone',
    { status: 'queued', delivered: ['snv@kiengiang.gov.vn'] },
    'snv',
    ['snv', 'sttt'],
  ],
  ['to all where nobody had it', { status: 'parked', delivered: [] }, '', ['snv', 'sttt']],
  ['to who was refused', { status: 'parked', delivered: ['snv@kiengiang.gov.vn'] }, '', ['sttt']],
])('staff have a letter sent again, and it goes %s', async (_, state, failed, whom) => {
  const { app } = house;
  const { db } = app.database;
  const { id, comesBack, cases } = await send();
  await db.update(notices).set(state).where(eq(notices.id, id));
  if (failed) await comesBack('bounce-postfix', failed);
  const decision = { noticeId: id, act: 'retry', by: 'lan', because: 'Đã mở lại hộp thư' } as const;
  expect(await decideCase(db, app.jobs, decision, today)).toBe(true);
  const sink = await openSink();
  const sender = openSender({ smtpUrl: `smtp://127.0.0.1:${sink.port}`, outboxDir: '', intakeAddress: '' });
  await sendNotice(
    { db, jobs: app.jobs, sender, from: 'ttcntttt@kiengiang.gov.vn', limit: () => 9 },
    { id },
    today,
  );
  await Promise.all([sender.close(), sink.close()]);
  expect(sink.taken.map(({ to }) => to)).toEqual([whom.map((name) => `${name}@kiengiang.gov.vn`)]);
  expect(await cases()).toEqual([]);
});

test('a bounce of a letter that is still to go to others sends it to nobody again, before staff say so', async () => {
  const { db } = house.app.database;
  const { id, comesBack, cases } = await send();
  const has = { delivered: ['snv@kiengiang.gov.vn'] };
  await db
    .update(notices)
    .set({ status: 'queued', ...has })
    .where(eq(notices.id, id));
  await comesBack('bounce-postfix');
  expect(await cases()).toMatchObject([{ id }]);
  expect(await db.query.notices.findFirst({ where: eq(notices.id, id) })).toMatchObject(has);
  await db.update(notices).set({ status: 'sent' }).where(eq(notices.id, id));
});

test('the proof counts bounces among what is ignored, and loses none', async () => {
  const counts = await countAll(house.app.database.db);
  expect(counts).toMatchObject({ lost: 0, noticesLost: 0, numbersLost: 0, received: counts.ignored });
});
