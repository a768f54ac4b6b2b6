import { sql } from 'drizzle-orm';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openApp } from '../../src/app.ts';
import { rows as rowsOf } from '../../src/db/db.ts';
import type { Corrections } from '../../src/requests/corrections.ts';
import type { Decision } from '../../src/requests/decide.ts';
import { findRequest, findTrail } from '../../src/requests/requests.ts';
import type { FormRow } from '../flow/form.ts';
import { type House, today } from '../flow/house.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { letterOf, openOffices } from './office.ts';

const nothing: Corrections = { action: null, name: null, unit: null, mailbox: null, address: null };
const number = 'PYC-2026-000001';

type Said = Partial<Corrections> &
  Partial<Pick<Decision, 'row' | 'verdict' | 'because' | 'by' | 'number' | 'accepted'>>;

const decision = ({
  row = '1',
  verdict = 'apply',
  because,
  by,
  number: of,
  accepted = [],
  ...said
}: Said): Decision => ({
  ...{ row, verdict },
  number: of ?? number,
  because: because ?? 'Đã trao đổi với đơn vị.',
  by: by ?? 'Nguyễn Hoài Thương',
  corrections: { ...nothing, ...said },
  accepted,
});

const snv = 'Sở Nội vụ';
const namesake: FormRow = { name: 'Trần Văn Nam', unit: snv, wish: 'Cấp mới hộp thư' };
const unclear: FormRow = { name: 'Lê Thị Hạnh', unit: snv, wish: 'Đề nghị xem lại giúp hộp thư' };
const clear: FormRow = { name: 'Đỗ Thị Mai', unit: snv, wish: 'Cấp mới hộp thư' };

const correspondence = (createDatabase: (() => Promise<string>) | null) => {
  let street: Awaited<ReturnType<typeof openOffices>>;
  let house: House;
  beforeAll(async () => {
    street = await openOffices(createDatabase);
  });
  afterAll(() => street.close());
  beforeEach(async () => {
    house = await street.openHouse();
  });
  afterEach(() => house.close());

  const receive = async (...rows: FormRow[]) => {
    const letter = await letterOf(rows);
    return { ...letter, report: await house.receive(letter.raw) };
  };
  const decide = async (said: Said) => {
    const decided = await house.app.decide(decision(said));
    await house.app.sendOutbox();
    return decided;
  };
  const refusal = async (said: Said): Promise<string> => {
    const before = await state();
    const error = await house.app.decide(decision(said)).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'DecisionRefused' });
    expect(await state(), 'a refused decision leaves no trace').toEqual(before);
    return (error as Error).message;
  };
  const state = async () => {
    const filed = await findRequest(house.app.database.db, number, today);
    const trail = filed && (await findTrail(house.app.database.db, filed));
    return { filed, trail, mailboxes: await house.mailboxes(), sent: (await house.outbox()).length };
  };
  const addresses = async () => (await house.mailboxes()).map(({ address }) => address);
  const lastNotice = async (): Promise<ParsedMail> => {
    const mails = await Promise.all((await house.outbox()).map((eml) => simpleParser(eml)));
    const notices = (await state()).trail?.notices ?? [];
    const mail = mails.find(({ messageId }) => messageId === notices.at(-1)?.messageId);
    if (!mail) throw new Error('nothing was sent');
    return mail;
  };
  const outcome = async () => (await state()).filed?.outcome;

  test('a namesake waits; staff know that it is another person: he gets the next number, and the office is told', async () => {
    const { report, messageId } = await receive(clear, namesake);
    expect(report.requests[0]).toMatchObject({ number, outcome: 'partly-applied' });
    expect(report.requests[0]?.items[1]).toMatchObject({ outcome: 'review' });
    house.at(new Date('2026-11-26T06:00:00Z'));

    const { request, row } = await decide({ row: '2', because: 'Đơn vị xác nhận là người khác, trùng tên.' });

    expect(row).toMatchObject({ outcome: 'applied', address: 'tvnam1.snv@kiengiang.gov.vn' });
    expect(request.outcome).toBe('applied');
    expect(await addresses()).toContain('tvnam1.snv@kiengiang.gov.vn');
    const notice = await lastNotice();
    expect(notice.subject).toBe(`[${number}] Dòng 2: đã thực hiện - phiếu yêu cầu của Sở Nội vụ`);
    expect(notice.inReplyTo).toBe(messageId);
    expect([notice.to, notice.cc].flat().map((one) => one?.text)).toEqual([
      'snv@kiengiang.gov.vn',
      'sttt@kiengiang.gov.vn',
    ]);
    const text = notice.text?.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain('Đơn vị xác nhận là người khác, trùng tên.');
    expect(text).toContain('tvnam1.snv@kiengiang.gov.vn');
    expect(text).not.toContain('Đỗ Thị Mai');
  });

  test('what came up since the row was left to staff is told before it is allowed', async () => {
    await receive({ ...clear, wish: 'Cấp mới hộp thư từ ngày 01/01/2027' });
    await receive(clear);

    expect(await refusal({})).toContain('--accept same-name-exists');
    const { row } = await decide({ accepted: ['same-name-exists'] });
    expect(row).toMatchObject({ outcome: 'applied', address: 'dtmai1.snv@kiengiang.gov.vn' });
  });

  test('the audit trail says who decided what, why, and what was waived', async () => {
    await receive(namesake);
    await decide({ because: 'Người khác.', by: 'hoaithuong' });
    const { filed, trail } = await state();
    expect(trail?.events.map(({ actor, event, because }) => [actor, event, because])).toEqual([
      ['hoaithuong', 'created', `${number}, dòng 1: Người khác.`],
      ['hoaithuong', 'row-applied', 'Người khác.'],
    ]);
    expect(trail?.events[1]).toMatchObject({
      entity: 'item',
      entityId: String(filed?.items[0]?.id),
      before: { outcome: 'review', findings: ['same-name-exists'] },
      after: { outcome: 'applied', waived: ['same-name-exists'], address: 'tvnam1.snv@kiengiang.gov.vn' },
    });
    expect(filed?.items[0]).toMatchObject({
      decidedBy: 'hoaithuong',
      because: 'Người khác.',
      decidedAt: today,
    });
    const [message] = await rowsOf(house.app.database.db, sql`select outcome from messages`);
    expect(message).toEqual({ outcome: 'applied' });
    const commands = await rowsOf(house.app.database.db, sql`select kind, address, status from commands`);
    expect(commands).toEqual([{ kind: 'create', address: 'tvnam1.snv@kiengiang.gov.vn', status: 'waiting' }]);
  });

  test('a refusal brings the words of staff to the office, without their links, and changes nothing', async () => {
    await receive(namesake);
    const before = await addresses();
    const { row, request } = await decide({
      verdict: 'reject',
      because: 'Đã có hộp thư, xem http://abc.com <b>ngay</b>.',
    });
    expect(row).toMatchObject({ outcome: 'rejected' });
    expect(request.outcome).toBe('rejected');
    expect(await addresses()).toEqual(before);
    const notice = await lastNotice();
    expect(notice.subject).toContain('Dòng 1: không thực hiện');
    expect(notice.text?.replace(/\s+/g, ' ')).toContain('Đã có hộp thư, xem http[:]//abc[.]com <b>ngay</b>.');
    expect(notice.html).toContain('&lt;b&gt;ngay&lt;/b&gt;');
  });

  test('words that are unclear need an action; then that is done', async () => {
    await receive(unclear);
    expect(await refusal({})).toContain('--as');
    const { row } = await decide({ action: 'reset-password' });
    expect(row).toMatchObject({
      action: 'reset-password',
      outcome: 'applied',
      address: 'lthanh.snv@kiengiang.gov.vn',
    });
    expect((await lastNotice()).text?.replace(/\s+/g, ' ')).toContain(
      'Cấp lại mật khẩu của hộp thư lthanh.snv@kiengiang.gov.vn',
    );
  });

  test('what the book refuses is not staff to allow', async () => {
    await receive({ name: 'Võ Thành Long', unit: snv, wish: 'Đề nghị xem lại giúp hộp thư' });
    expect(await refusal({ action: 'reset-password' })).toContain('đã hủy bỏ');
    expect(await refusal({ action: 'create', address: 'longdeptrai.snv@kiengiang.gov.vn' })).toContain(
      'vtlong.snv@kiengiang.gov.vn',
    );
    expect(await refusal({ action: 'reset-password', unit: 'stc' })).toContain('không thuộc Sở Nội vụ');
  });

  test.each(['ttcntttt@kiengiang.gov.vn', 'postmaster@kiengiang.gov.vn', 'sttt@kiengiang.gov.vn'])(
    'an address of the house, %s, is out of reach of a decision',
    async (mailbox) => {
      await receive(unclear);
      expect(await refusal({ action: 'reset-password', mailbox })).not.toBe('');
    },
  );

  test('of several mailboxes staff name the one; one of another unit is refused', async () => {
    await receive({ name: 'Phạm Văn Bình', unit: snv, wish: 'Cấp lại mật khẩu' });
    expect(await refusal({})).toContain('--mailbox');
    expect(await refusal({ mailbox: 'nobody.snv@kiengiang.gov.vn' })).toContain('Không có hộp thư');
    expect(await refusal({ mailbox: 'nthoa.stc@kiengiang.gov.vn' })).toContain('--mailbox');
    const { row } = await decide({ mailbox: 'pvbinh1.snv@kiengiang.gov.vn' });
    expect(row).toMatchObject({ outcome: 'applied', address: 'pvbinh1.snv@kiengiang.gov.vn' });
  });

  test('a mailbox that staff name may have its holder written otherwise, and its state still counts', async () => {
    await receive({ name: 'Phạm Văn Bính', unit: snv, wish: 'Cấp lại mật khẩu' });
    expect(await refusal({ mailbox: 'vtlong.snv@kiengiang.gov.vn' })).toContain('đã hủy bỏ');
    const { row } = await decide({ mailbox: 'tvnam.snv@kiengiang.gov.vn' });
    expect(row).toMatchObject({ outcome: 'applied', address: 'tvnam.snv@kiengiang.gov.vn' });
  });

  test('who wished for another address than Điều 4 gives gets the one of Điều 4', async () => {
    const table = { name: 'Đỗ Thị Mai', unit: snv, wish: 'Cấp mới hộp thư với tên truy cập maido.snv' };
    const { report } = await receive(table);
    expect(report.requests[0]?.items[0]?.reasons[0]?.code).toBe('address-format');
    const { row } = await decide({});
    expect(row).toMatchObject({ outcome: 'applied', address: 'dtmai.snv@kiengiang.gov.vn' });
  });

  test('a rename without a new login needs one, and Điều 4 holds for it too', async () => {
    const { report } = await receive({ name: 'Lê Thị Hạnh', unit: snv, wish: 'Thay đổi tên truy cập' });
    expect(report.requests[0]?.items[0]?.outcome).toBe('review');
    expect(await refusal({})).toContain('--address');
    expect(await refusal({ address: 'hanhxinh.snv@kiengiang.gov.vn' })).toContain(
      'lthanh.snv@kiengiang.gov.vn',
    );
    expect(await refusal({ address: 'tvnam.snv@kiengiang.gov.vn' })).not.toBe('');
    const { row } = await decide({ address: 'lthanh1.snv@kiengiang.gov.vn' });
    expect(row).toMatchObject({ outcome: 'applied', newAddress: 'lthanh1.snv@kiengiang.gov.vn' });
  });

  test('a unit’s own mailbox is not made as a person’s', async () => {
    const { report } = await receive({
      name: 'Phòng Cải cách hành chính',
      unit: snv,
      wish: 'Cấp mới hộp thư đơn vị',
    });
    expect(report.requests[0]?.items[0]?.outcome).toBe('review');
    expect(await refusal({})).toContain('hộp thư chính thức');
    expect(await refusal({ action: 'create' })).toContain('hộp thư chính thức');
    expect((await decide({ verdict: 'reject' })).row.outcome).toBe('rejected');
  });

  test('what is to hold from a later day is done when staff say so', async () => {
    const { report } = await receive({ ...clear, wish: 'Cấp mới hộp thư từ ngày 01/12/2026' });
    expect(report.requests[0]?.items[0]?.reasons[0]?.code).toBe('dated-ahead');
    house.at(new Date('2026-12-01T02:00:00Z'));
    expect((await decide({})).row).toMatchObject({
      outcome: 'applied',
      address: 'dtmai.snv@kiengiang.gov.vn',
    });
  });

  test('a transfer moves the mailbox to the unit that the words name; its former address stays its holder’s', async () => {
    await receive({ name: 'Nguyễn Thị Hoa', unit: snv, wish: 'Chuyển hộp thư sang Sở Tài chính' });
    const { row } = await decide({});
    const moved = 'nthoa1.stc@kiengiang.gov.vn';
    expect(row).toMatchObject({
      outcome: 'applied',
      address: 'nthoa.snv@kiengiang.gov.vn',
      newAddress: moved,
    });
    expect((await house.mailboxes()).find(({ address }) => address === moved)).toMatchObject({
      fullName: 'Nguyễn Thị Hoa',
      unit: 'stc',
    });
    const held = await rowsOf(
      house.app.database.db,
      sql`select a.address, a.until is null as present from addresses a join mailboxes m on m.id = a.mailbox_id
        where m.address = ${moved} order by a.address`,
    );
    expect(held).toEqual([
      { address: 'nthoa.snv@kiengiang.gov.vn', present: false },
      { address: moved, present: true },
    ]);
    const [command] = await rowsOf(house.app.database.db, sql`select kind, address, args from commands`);
    expect(command).toEqual({
      kind: 'rename',
      address: 'nthoa.snv@kiengiang.gov.vn',
      args: { newAddress: moved },
    });
    expect((await lastNotice()).text?.replace(/\s+/g, ' ')).toContain(`địa chỉ mới là ${moved}`);
  });

  test('a transfer whose words name no unit needs one; a third unit’s mailbox is not the asking unit’s to move', async () => {
    await receive({ name: 'Lê Thị Hạnh', unit: snv, wish: 'Chuyển hộp thư sang đơn vị mới' });
    expect(await refusal({})).toContain('--unit');
    expect(await refusal({ unit: 'xyz' })).toContain('xyz');
    expect(await refusal({ unit: 'snv' })).toContain('--unit');
    expect(await refusal({ unit: 'sdl', mailbox: 'nthoa.stc@kiengiang.gov.vn' })).toContain(
      'không thuộc Sở Nội vụ',
    );
    const { row } = await decide({ unit: 'SDL' });
    expect(row.newAddress).toBe('lthanh.sdl@kiengiang.gov.vn');
  });

  test('a row that leans on the one above it keeps that unit', async () => {
    await receive({ name: 'Đỗ Thị Mai', unit: snv, wish: 'Cấp mới hộp thư' }, { ...namesake, unit: 'nt' });
    const { row } = await decide({ row: '2' });
    expect(row.address).toBe('tvnam1.snv@kiengiang.gov.vn');
  });

  test('a row is decided once', async () => {
    await receive(namesake, clear);
    await decide({ by: 'hoaithuong' });
    expect(await refusal({})).toMatch(/không còn chờ: .*hoaithuong.*thực hiện/);
    expect(await refusal({ row: '2', verdict: 'reject' })).toContain('tự động theo Quy chế');
    expect(await refusal({ row: '3' })).toContain('không có dòng 3');
    expect(await refusal({ number: 'PYC-2026-000099' })).toContain('PYC-2026-000099');
  });

  test('of two who decide at once one wins, and the other is told', async () => {
    await receive(namesake, unclear);
    const app = createDatabase ? await openApp(house.app.config, { workers: false, now: () => today }) : null;
    const both = await Promise.allSettled([
      house.app.decide(decision({ by: 'một' })),
      (app ?? house.app).decide(decision({ by: 'hai' })),
    ]).finally(() => app?.close());
    const refused = both.filter((one) => one.status === 'rejected').map(({ reason }) => String(reason));
    expect(refused).toEqual([expect.stringContaining('không còn chờ')]);
    const { filed, trail } = await state();
    expect(filed?.outcome).toBe('partly-applied');
    expect(trail?.notices).toHaveLength(2);
    expect((await addresses()).filter((address) => address.startsWith('tvnam'))).toHaveLength(2);
  });

  test('two who decide different rows of a request at once leave it with the outcome of both', async () => {
    await receive(namesake, unclear);
    const app = createDatabase ? await openApp(house.app.config, { workers: false, now: () => today }) : null;
    await Promise.all([
      house.app.decide(decision({})),
      (app ?? house.app).decide(decision({ row: '2', verdict: 'reject' })),
    ]).finally(() => app?.close());
    expect(await outcome()).toBe('partly-applied');
  });

  test('the request and its letter have the outcome of their rows, row by row', async () => {
    await receive(namesake, unclear);
    expect(await outcome()).toBe('review');
    await decide({ verdict: 'reject' });
    expect(await outcome()).toBe('review');
    await decide({ row: '2', action: 'reset-password' });
    expect(await outcome()).toBe('partly-applied');
  });

  test('the same row sent twice is done once: a day is counted from the decision, not from the letter', async () => {
    await receive(namesake);
    await house.receive((await letterOf([namesake], 'Gửi lại phiếu yêu cầu')).raw);
    house.at(new Date('2026-11-30T03:00:00Z'));
    await decide({});
    expect(await refusal({ number: 'PYC-2026-000002' })).toContain(number);
  });

  test('a dry run tells what would be done and leaves nothing', async () => {
    await receive(namesake);
    await house.close();
    const dry = await openApp({ ...house.app.config, dryRun: true }, { workers: false, now: () => today });
    const { row, notices } = await dry.decide(decision({}));
    await dry.sendOutbox();
    await dry.close();
    expect(row).toMatchObject({ outcome: 'applied', address: 'tvnam1.snv@kiengiang.gov.vn' });
    expect(notices).toHaveLength(1);
    const app = await openApp(house.app.config, { workers: false, now: () => today });
    house = { ...house, app, close: () => app.close() };
    expect((await findRequest(app.database.db, number, today))?.outcome).toBe('review');
    expect(await house.outbox()).toHaveLength(1);
  });
};

describe('what staff decide, on the embedded database', () => correspondence(null));
describeWithPostgres('what staff decide, on PostgreSQL', ({ createDatabase }) =>
  correspondence(createDatabase),
);
