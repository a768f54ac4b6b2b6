import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase, rows } from '../../src/db/db.ts';
import { auditEvents, mailboxes, messages, units } from '../../src/db/schema.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { describeOnBoth, emptyFolder } from './databases.ts';

const letter = (raw: Buffer) => ({ raw, sha256: randomBytes(32).toString('hex'), origin: 'file' as const });
const unit = (abbreviation: string) => ({ abbreviation, name: 'Sở Nội vụ', kind: 'department' as const });

describeOnBoth('the database', (place) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await place());
  });
  afterAll(() => database.close());

  test('ids come back as numbers, text in Vietnamese, and text[] with whatever stands in it', async () => {
    const aliases = ['SNV', 'Sở "Nội vụ"', 'a,b', '{}', '', '\\', 'NULL'];
    const [row] = await database.db
      .insert(units)
      .values({ ...unit('snv'), aliases })
      .returning();
    expect(row?.id).toBeTypeOf('number');
    expect(row).toMatchObject({ name: 'Sở Nội vụ', aliases, parentId: null });
    expect(await database.db.select().from(units).where(eq(units.abbreviation, 'snv'))).toEqual([row]);
  });

  test('jsonb and timestamptz come back as they were given', async () => {
    const report = { văn: ['bản', 1, null, true, { sâu: '"\\' }], text: 'dòng\nhai' };
    const decidedAt = new Date('2026-02-28T23:59:59.987+07:00');
    const [row] = await database.db
      .insert(messages)
      .values({ ...letter(Buffer.from('a')), report, decidedAt })
      .returning();
    expect(row).toMatchObject({ report, decidedAt });
    expect(row?.receivedAt).toBeInstanceOf(Date);
  });

  test('a letter of 15 MB comes back byte for byte, as a Buffer', async () => {
    const raw = Buffer.concat([Buffer.from([0, 255, 92, 120, 10, 13]), randomBytes(15_000_000)]);
    const [row] = await database.db.insert(messages).values(letter(raw)).returning({ id: messages.id });
    const [found] = await database.db
      .select({ raw: messages.raw })
      .from(messages)
      .where(eq(messages.id, row?.id ?? 0));
    expect(Buffer.isBuffer(found?.raw)).toBe(true);
    expect(found?.raw.equals(raw)).toBe(true);
    const empty = letter(Buffer.alloc(0));
    expect((await database.db.insert(messages).values(empty).returning())[0]?.raw).toHaveLength(0);
  });

  test('statements written by hand give rows, and take arrays as parameters', async () => {
    const names = sql.param(['Đỗ', 'a"b', 'c,d']);
    const found = await rows<{ name: string; at: number }>(
      database.db,
      sql`select name, at::int from unnest(${names}::text[]) with ordinality as given(name, at) order by at`,
    );
    expect(found.map(({ name, at }) => ({ name, at }))).toEqual([
      { name: 'Đỗ', at: 1 },
      { name: 'a"b', at: 2 },
      { name: 'c,d', at: 3 },
    ]);
  });

  test('arrays in what statements written by hand give are arrays', async () => {
    const texts = ['', 'a,b', '{c}', '"', '\\', '\\"', 'NULL', null, 'dòng\nhai', ' x '];
    const [row] = await rows(
      database.db,
      sql`select ${sql.param(texts)}::text[] as texts, array[1, null]::int4[] as ints, '{}'::text[] as none`,
    );
    expect(row).toEqual({ texts, ints: [1, null], none: [] });
  });

  test('many rows go in with one statement', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => ({
      address: `nguoi${at}.many@kiengiang.gov.vn`,
      fullName: 'Trần Văn Nam',
      nameKey: 'tran van nam',
      status: 'active' as const,
      kind: 'personal' as const,
      origin: 'import' as const,
    }));
    await database.db.insert(mailboxes).values(many);
    expect(await database.db.$count(mailboxes)).toBe(2000);
  });

  test('a transaction inside another is undone alone, and all of it with the outer one', async () => {
    const given = (abbreviation: string) => database.db.$count(units, eq(units.abbreviation, abbreviation));
    await database.db.transaction(async (tx) => {
      await tx.insert(units).values(unit('outer1'));
      const inner = tx.transaction(async (nested) => {
        await nested.insert(units).values(unit('inner1'));
        throw new Error('undo the inner one');
      });
      await expect(inner).rejects.toThrow('undo the inner one');
      await tx.insert(units).values(unit('outer2'));
    });
    expect(await Promise.all(['outer1', 'inner1', 'outer2'].map(given))).toEqual([1, 0, 1]);

    const dryRun = database.db.transaction(async (tx) => {
      await tx.transaction((nested) => nested.insert(units).values(unit('inner2')));
      expect(await tx.$count(units, eq(units.abbreviation, 'inner2'))).toBe(1);
      throw new Error('undo all of it');
    });
    await expect(dryRun).rejects.toThrow('undo all of it');
    expect(await given('inner2')).toBe(0);
  });

  test('what was recorded cannot be changed or removed by any statement', async () => {
    const [message] = await database.db
      .insert(messages)
      .values(letter(Buffer.from('raw')))
      .returning();
    await database.db
      .insert(auditEvents)
      .values({ actor: 'letter', event: 'created', entity: 'mailbox', entityId: '1' });
    await database.db.execute(sql`insert into addresses (address, stem) values ('a.b@c', 'a.b@c')`);
    const refused = [
      sql`update audit_events set event = 'x'`,
      sql`delete from audit_events`,
      sql`truncate audit_events`,
      sql`update messages set raw = 'other' where id = ${message?.id}`,
      sql`update messages set sha256 = 'other' where id = ${message?.id}`,
      sql`delete from messages where id = ${message?.id}`,
      sql`truncate messages cascade`,
      sql`delete from addresses`,
      sql`truncate addresses`,
    ];
    for (const statement of refused) {
      const error = await database.db.execute(statement).then(
        () => null,
        (thrown: Error) => thrown,
      );
      expect(String(error?.cause), JSON.stringify(statement.queryChunks)).toContain('is refused');
    }
    await database.db.update(messages).set({ status: 'done', outcome: 'applied' });
    await database.db.execute(sql`update addresses set until = now()`);
  });
});

describeWithPostgres(
  'a PostgreSQL server that cannot be used is told in one line of Vietnamese',
  (postgres) => {
    const failing = async (change: (url: URL) => void): Promise<Error> => {
      const url = new URL(await postgres.createDatabase());
      change(url);
      const error = await openDatabase({ databaseUrl: url.href, dataDir: emptyFolder() }).then(
        () => new Error('it opened'),
        (thrown: Error) => thrown,
      );
      expect(error.name).toBe('DatabaseUnavailable');
      expect(error.message).not.toContain('\n');
      expect(error.message).not.toContain(decodeURIComponent(url.password));
      return error;
    };

    test('the password is wrong', async () => {
      const error = await failing((url) => {
        url.password = 'saimatkhau';
      });
      expect(error.message).toMatch(/không chấp nhận tài khoản "phieu".*DATABASE_URL/);
    });

    test('the database does not exist', async () => {
      const error = await failing((url) => {
        url.pathname = '/chuaco';
      });
      expect(error.message).toMatch(/chưa có cơ sở dữ liệu "chuaco"/);
    });

    test('TLS is asked for, and the server has none', async () => {
      const error = await failing((url) => {
        url.searchParams.set('sslmode', 'verify-full');
      });
      expect(error.message).toMatch(/TLS.*sslmode=disable/);
    });

    test('nothing answers at the port', async () => {
      const error = await failing((url) => {
        url.port = '1';
      });
      expect(error.message).toMatch(/Không kết nối được máy chủ PostgreSQL .*:1 \(ECONNREFUSED\)/);
    });

    test('its encoding is not UTF-8', async () => {
      const name = `ascii_${randomBytes(4).toString('hex')}`;
      const admin = await openDatabase({
        databaseUrl: await postgres.createDatabase(),
        dataDir: emptyFolder(),
      });
      await admin.db.execute(
        sql.raw(
          `create database ${name} encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0`,
        ),
      );
      await admin.close();
      const error = await failing((url) => {
        url.pathname = `/${name}`;
      });
      expect(error.message).toContain('UTF8');
    });
  },
);

describe('a data folder that cannot be used', () => {
  test('is told in one line of Vietnamese', async () => {
    const opening = openDatabase({ databaseUrl: null, dataDir: '/dev/null/data' });
    await expect(opening).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
      message: expect.stringMatching(
        /^Không mở được cơ sở dữ liệu trong thư mục \/dev\/null\/data \(ENOTDIR\).*DATA_DIR\.$/,
      ),
    });
  });
});
