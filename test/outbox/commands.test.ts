import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/db.ts';
import { commands, mailboxes } from '../../src/db/schema.ts';
import type { Carried, Command, MailServer } from '../../src/mailserver/mailserver.ts';
import { parkCommand, performCommand } from '../../src/outbox/outbox.ts';
import { describeOnBoth } from '../db/databases.ts';

const now = new Date('2026-11-24T03:00:00Z');

describeOnBoth('a command', (place) => {
  let database: Database;
  let made = 0;
  beforeAll(async () => {
    database = await openDatabase(await place());
  });
  afterAll(() => database?.close());

  /** Commands about a mailbox of their own, in order. */
  const queue = async (...kinds: Command['kind'][]): Promise<number[]> => {
    made += 1;
    const address = `nvan${made}.snv@kiengiang.gov.vn`;
    const [mailbox] = await database.db
      .insert(mailboxes)
      .values({
        ...{ address, fullName: 'Nguyễn Văn An', nameKey: 'nguyen van an' },
        ...{ status: 'active', kind: 'personal', origin: 'phieu' },
      })
      .returning({ id: mailboxes.id });
    const rows = await database.db
      .insert(commands)
      .values(kinds.map((kind) => ({ kind, address, args: {}, mailboxId: mailbox?.id ?? 0 })))
      .returning({ id: commands.id });
    return rows.map(({ id }) => id);
  };
  const states = async (ids: readonly number[]) => {
    const rows = await database.db.select().from(commands).orderBy(asc(commands.id));
    return rows.filter(({ id }) => ids.includes(id)).map(({ status }) => status);
  };

  /** A mail server that notes what it does, and answers as it is told. */
  const noting = (answer: (command: Command) => Carried | Promise<Carried> = () => 'done') => {
    const done: string[] = [];
    const mailServer: MailServer = {
      perform: async (command) => {
        const carried = await answer(command);
        done.push(command.kind);
        return carried;
      },
    };
    return { done, perform: (id: number) => performCommand({ db: database.db, mailServer }, { id }, now) };
  };

  test('is carried out once, however often its job runs', async () => {
    const [id = 0] = await queue('lock');
    const { done, perform } = noting();
    await perform(id);
    await perform(id);
    expect(done).toEqual(['lock']);
    expect(await states([id])).toEqual(['done']);
  });

  test('comes after the earlier ones of its mailbox, whichever job is first', async () => {
    const ids = await queue('create', 'set-password', 'lock', 'remove');
    const { done, perform } = noting();
    for (const id of ids.toReversed()) await perform(id);
    expect(done).toEqual(['create', 'set-password', 'lock', 'remove']);
    expect(await states(ids)).toEqual(['done', 'done', 'done', 'done']);
  });

  test('is never carried out beside another one of its mailbox', async () => {
    const ids = await queue('create', 'lock', 'unlock', 'remove');
    let running = 0;
    const { done, perform } = noting(async (): Promise<Carried> => {
      running += 1;
      await database.db.select().from(commands).where(eq(commands.id, 0));
      if (running > 1) throw new Error('two at once');
      running -= 1;
      return 'done';
    });
    await Promise.all(ids.toReversed().map((id) => perform(id)));
    expect(done).toEqual(['create', 'lock', 'unlock', 'remove']);
  });

  test('waits where an earlier one fails, and both are tried again', async () => {
    const ids = await queue('lock', 'unlock');
    let up = false;
    const { done, perform } = noting(() => {
      if (!up) throw new Error('the mail server is away');
      return 'done';
    });
    await expect(perform(ids[1] ?? 0)).rejects.toThrow('the mail server is away');
    expect(await states(ids)).toEqual(['queued', 'queued']);
    up = true;
    await perform(ids[1] ?? 0);
    await perform(ids[0] ?? 0);
    expect(done).toEqual(['lock', 'unlock']);
  });

  test('joins an earlier one on the task list of staff', async () => {
    const ids = await queue('create', 'set-password');
    const { done, perform } = noting(({ kind }) => (kind === 'create' ? 'staff' : 'done'));
    await perform(ids[1] ?? 0);
    expect(done).toEqual(['create']);
    expect(await states(ids)).toEqual(['waiting', 'waiting']);
  });

  test('is parked behind one that is parked, and says behind which', async () => {
    const ids = await queue('lock', 'unlock');
    await parkCommand(database.db, { id: ids[0] ?? 0 }, 'the tries are used up');
    const { done, perform } = noting();
    await perform(ids[1] ?? 0);
    expect(done).toEqual([]);
    const [row] = await database.db
      .select()
      .from(commands)
      .where(eq(commands.id, ids[1] ?? 0));
    expect(row).toMatchObject({ status: 'parked' });
    expect(row?.error).toContain(`số ${ids[0]}`);
  });

  test('does not wait for those of another mailbox', async () => {
    await queue('lock');
    const [id = 0] = await queue('unlock');
    const { done, perform } = noting();
    await perform(id);
    expect(done).toEqual(['unlock']);
  });
});
