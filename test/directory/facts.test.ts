import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, type Db, openDatabase, rows } from '../../src/db/db.ts';
import * as schema from '../../src/db/schema.ts';
import { findFacts, takenAddresses } from '../../src/directory/reader.ts';
import { rowKey } from '../../src/directory/row-key.ts';
import { changeMailboxes } from '../../src/directory/writer.ts';
import type { Item, ItemFacts } from '../../src/model/request.ts';
import { describeOnBoth, embeddedFolder } from '../db/databases.ts';
import { house, item, now, registerMailboxes, registerUnits, request, unitOf } from './letters.ts';

async function factsOf(db: Db, asking: string, items: Item[]): Promise<ItemFacts[]> {
  const letter = { asking: await unitOf(db, asking), requests: [request(items)], house, now };
  return [...(await findFacts(db, letter)).items];
}

const cause = { actor: 'letter', because: null, causeId: null, now };

describeOnBoth('the facts of a letter', (place) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await place());
    await registerUnits(database.db);
    await registerMailboxes(
      database.db,
      'tvnam.sttt@kiengiang.gov.vn,Trần Văn Nam,sttt,active',
      'tvnam1.sttt@kiengiang.gov.vn,Trần Văn Năm,sttt,cancelled',
      'tvnam.snv@kiengiang.gov.vn,Trần Văn Nam,snv,active',
      'cu.sttt@kiengiang.gov.vn,Lê Thị Cũ,sttt,locked',
      'ltmoi@kiengiang.gov.vn,Lê Thị Mới,sttt,active',
      'ctmle.sttt@kiengiang.gov.vn,Châu Thị Mỹ Lệ,sttt,active',
    );
    const [row] = await factsOf(database.db, 'sttt', [item({ address: 'cu.sttt' }, 'rename')]);
    if (!row?.addressed) throw new Error('not registered');
    const set = { address: 'ltcu.sttt@kiengiang.gov.vn', stem: 'ltcu.sttt@kiengiang.gov.vn' };
    const { addressed: mailbox } = row;
    await database.db.transaction((tx) => changeMailboxes(tx, [{ mailbox, set }], cause));
  });
  afterAll(() => database.close());

  const first = async (asking: string, one: Item): Promise<ItemFacts> => {
    const [facts] = await factsOf(database.db, asking, [one]);
    if (!facts) throw new Error('no facts');
    return facts;
  };

  test('namesakes are those of the unit by the folded name, whatever their state', async () => {
    const facts = await first('sttt', item({ fullName: 'TRAN VAN NAM' }));
    expect(facts.namesakes.map(({ address, status }) => [address, status])).toEqual([
      ['tvnam.sttt@kiengiang.gov.vn', 'active'],
      ['tvnam1.sttt@kiengiang.gov.vn', 'cancelled'],
    ]);
    expect((await first('stp', item({ fullName: 'Trần Văn Nam' }))).namesakes).toEqual([]);
  });

  test('soundalikes are those of the unit whose names have y for i, or i for y', async () => {
    const { namesakes, soundalikes } = await first('sttt', item({ fullName: 'Châu Thị Mĩ Lệ' }));
    expect(namesakes).toEqual([]);
    expect(soundalikes.map(({ address }) => address)).toEqual(['ctmle.sttt@kiengiang.gov.vn']);
  });

  test.each([
    ['tvnam.sttt@kiengiang.gov.vn', 'tvnam.sttt@kiengiang.gov.vn'],
    ['TVNam.STTT@KienGiang.gov.vn', 'tvnam.sttt@kiengiang.gov.vn'],
    ['tvnam.sttt', 'tvnam.sttt@kiengiang.gov.vn'],
    ['tvnam', 'tvnam.sttt@kiengiang.gov.vn'],
    ['mailto:tvnam.sttt@kiengiang.gov.vn', 'tvnam.sttt@kiengiang.gov.vn'],
    ['cu.sttt@kiengiang.gov.vn', 'ltcu.sttt@kiengiang.gov.vn'],
    ['ltcu', 'ltcu.sttt@kiengiang.gov.vn'],
    ['ltmoi', 'ltmoi@kiengiang.gov.vn'],
  ])('"%s" is the mailbox that is now %s', async (words, address) => {
    const facts = await first('sttt', item({ address: words }, 'reset-password'));
    expect(facts.addressed?.address).toBe(address);
    const byWish = await first('sttt', item({}, 'reset-password', { login: words.replace('mailto:', '') }));
    expect(byWish.addressed?.address).toBe(address);
  });

  test('an address that nobody has is named and found with nobody', async () => {
    const facts = await first('sttt', item({ address: 'khongco.sttt' }, 'cancel'));
    expect([facts.namedAddress, facts.addressed]).toEqual(['khongco.sttt@kiengiang.gov.vn', null]);
  });

  test('a cell with two addresses is nobody, for it must be asked which is meant', async () => {
    const both = 'tvnam.sttt@kiengiang.gov.vn; ltcu.sttt@kiengiang.gov.vn';
    const facts = await first('sttt', item({ address: both }, 'cancel'));
    expect([facts.namedAddress, facts.addressed]).toEqual([both, null]);
  });

  test('what a create or rename asks for is not what exists, and has its holder, former ones too', async () => {
    const create = await first('sttt', item({ fullName: 'Trương Văn Nam', newAddress: 'tvnam' }));
    expect(create.addressed).toBeNull();
    expect(create.newAddressHolder?.fullName).toBe('Trần Văn Nam');
    const rename = await first('sttt', item({ address: 'tvnam' }, 'rename', { login: 'cu.sttt' }));
    expect(rename.addressed?.address).toBe('tvnam.sttt@kiengiang.gov.vn');
    expect(rename.newAddressHolder?.fullName).toBe('Lê Thị Cũ');
    const free = await first('sttt', item({ address: 'tvnam', newAddress: 'nam.moi' }, 'rename'));
    expect(free.newAddressHolder).toBeNull();
  });

  test.each<[string, Item]>([
    ['its address', item({ address: 'sttt@kiengiang.gov.vn' }, 'reset-password')],
    ['its login', item({ address: 'sttt' }, 'reset-password')],
    ["another unit's address", item({ address: 'syt@kiengiang.gov.vn' }, 'reset-password')],
    ['its address in place of a name', item({ fullName: 'sttt@kiengiang.gov.vn' }, 'reset-password')],
    ['the name of the unit', item({ fullName: 'Sở Thông tin và Truyền thông' }, 'reset-password')],
    ['the name with a remark', item({ fullName: 'Sở TTTT (hộp thư chung)' }, 'reset-password')],
    ['the abbreviation', item({ fullName: 'STTTT' }, 'unlock')],
    ['"Hộp thư đơn vị"', item({ fullName: 'Hộp thư đơn vị' }, 'reset-password')],
    ['"Văn thư Sở"', item({ fullName: 'Văn thư Sở' }, 'reset-password')],
    [
      'the wish',
      item(
        { fullName: 'Trần Văn Nam', wish: 'Cấp lại mật khẩu hộp thư chính thức của Sở' },
        'reset-password',
      ),
    ],
    ['the note', item({ fullName: 'Trần Văn Nam', note: 'Hộp thư của đơn vị' }, 'reset-password')],
    ['a create of it', item({ fullName: 'Trần Văn Nam', newAddress: 'snv@kiengiang.gov.vn' })],
  ])('a row is about an official mailbox by %s', async (_, one) => {
    expect((await first('sttt', one)).official).toBe(true);
  });

  test.each<[string, Item]>([
    ["a person's name", item({ fullName: 'Trần Văn Nam', wish: 'Cấp mới hộp thư điện tử công vụ' })],
    ['the unit one works in', item({ fullName: 'Lê An', wish: 'Cập nhật hộp thư, đơn vị công tác mới' })],
    ['Ms Thư of the family Văn', item({ fullName: 'Văn Thư' })],
    [
      'a wish for an address that is taken',
      item({ address: 'tvnam', newAddress: 'snv@kiengiang.gov.vn' }, 'rename'),
    ],
  ])('a row is not about an official mailbox by %s', async (_, one) => {
    expect((await first('sttt', one)).official).toBe(false);
  });

  test('a row that was applied within 24 hours names the first request that did it', async () => {
    const { db } = database;
    const unit = await unitOf(db, 'sttt');
    const keyOf = (fullName: string) => {
      const row = item({ fullName });
      return rowKey(unit, unit, request([row]).form, row);
    };
    const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    await db.transaction(async (tx) => {
      const [message] = await tx
        .insert(schema.messages)
        .values({ raw: Buffer.from('x'), sha256: 'x', origin: 'file' })
        .returning();
      const written = async (
        number: string,
        fullName: string,
        hours: number,
        outcome: 'applied' | 'rejected',
      ) => {
        const rest = { outcome, findings: [] };
        const [made] = await tx
          .insert(schema.requests)
          .values({ number, messageId: message?.id ?? 0, unitId: unit.id, form: {}, ...rest })
          .returning();
        await tx.insert(schema.items).values({
          requestId: made?.id ?? 0,
          position: 0,
          number: 1,
          action: 'create',
          detail: {},
          rowKey: keyOf(fullName),
          // It may have waited: the time of the decision counts.
          createdAt: hoursAgo(100),
          decidedAt: hoursAgo(hours),
          ...rest,
        });
      };
      await written('PYC-2026-000001', 'Lê Thị Hai Lần', 23, 'applied');
      await written('PYC-2026-000002', 'Lê Thị Hai Lần', 2, 'applied');
      await written('PYC-2026-000003', 'Lê Thị Muộn', 25, 'applied');
      await written('PYC-2026-000004', 'Lê Thị Chưa', 1, 'rejected');
    });
    const names = ['Lê Thị Hai Lần', 'Lê Thị Muộn', 'Lê Thị Chưa', 'Lê Thị Đầu'];
    // The same unit, called otherwise than in the row that was done.
    const rows = names.map((fullName) => item({ fullName, unit: 'Sở TTTT' }));
    const facts = await factsOf(db, 'sttt', rows);
    expect(facts.map(({ doneBefore }) => doneBefore?.number)).toEqual([
      'PYC-2026-000001',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('every address ever given for a stem is taken', async () => {
    const stems = ['tvnam.sttt@kiengiang.gov.vn', 'cu.sttt@kiengiang.gov.vn', 'x.sttt@kiengiang.gov.vn'];
    expect(await takenAddresses(database.db, stems)).toEqual([
      'cu.sttt@kiengiang.gov.vn',
      'tvnam.sttt@kiengiang.gov.vn',
      'tvnam1.sttt@kiengiang.gov.vn',
    ]);
  });

  test('no cell of a form breaks a look-up', async () => {
    const odd = 'a\u0000b\ud800@kiengiang.gov.vn';
    const cells = { fullName: odd, unit: odd, wish: odd, address: odd, newAddress: odd, note: odd };
    const [facts] = await factsOf(database.db, 'sttt', [item(cells, 'rename', { login: odd })]);
    expect(facts).toMatchObject({ units: [], addressed: null, newAddressHolder: null, doneBefore: null });
  });
});

describe('the cost of a letter', () => {
  let database: Database;
  const asked: string[] = [];
  let db: Db;
  beforeAll(async () => {
    database = await openDatabase({ databaseUrl: null, dataDir: await embeddedFolder() });
    if (database.kind !== 'embedded') throw new Error('embedded');
    const logger = { logQuery: (query: string) => void asked.push(query) };
    db = drizzle(database.pglite, { schema, casing: 'snake_case', logger });
    await registerUnits(db);
  });
  afterAll(() => database.close());

  const manyRows = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      item(
        { fullName: `Người Thứ ${at}`, unit: at % 2 ? 'Sở TTTT' : `Phòng ${at}`, address: `a${at}` },
        'cancel',
      ),
    );

  test('is as many statements for 100 rows as for one', async () => {
    const statementsFor = async (count: number) => {
      const asking = await unitOf(db, 'sttt');
      asked.length = 0;
      await findFacts(db, { asking, requests: [request(manyRows(count))], house, now });
      return asked.length;
    };
    expect(await statementsFor(100)).toBe(await statementsFor(1));
  });

  test('reads no table from end to end among 50,000 mailboxes', async () => {
    await db.execute(sql`insert into mailboxes (address, full_name, name_key, unit_id, status, kind, origin)
      select 'n' || n || '.sttt@kiengiang.gov.vn', 'N ' || n, 'n ' || n, 2, 'active', 'personal', 'import'
      from generate_series(1, 50000) n`);
    await db.execute(sql`insert into addresses (address, mailbox_id, stem) select address, id, address from mailboxes
      on conflict do nothing`);
    await db.execute(sql`analyze`);
    const scansOf = async () => {
      await db.execute(sql`select pg_stat_force_next_flush()`);
      const [scans] = await rows<{ read: number }>(
        db,
        sql`select sum(seq_tup_read)::int as read from pg_stat_user_tables
          where relname in ('mailboxes', 'addresses', 'items')`,
      );
      return scans?.read ?? 0;
    };
    const asking = await unitOf(db, 'sttt');
    const before = await scansOf();
    await findFacts(db, { asking, requests: [request(manyRows(100))], house, now });
    await takenAddresses(db, ['n7.sttt@kiengiang.gov.vn']);
    expect((await scansOf()) - before).toBe(0);
    await db.execute(sql`select count(*) from mailboxes`);
    expect((await scansOf()) - before, 'a scan would have been seen').toBeGreaterThan(50_000);
  });
});
