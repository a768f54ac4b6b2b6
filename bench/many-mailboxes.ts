import postgres from 'postgres';

/** Fills the directory up with mailboxes that nobody asks about, by sets: half a minute for a million. */
export const addMailboxes = async (databaseUrl: string, count: number): Promise<void> => {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await sql`
    with made as (
      insert into mailboxes (address, full_name, name_key, unit_id, status, kind, origin)
      select 'day' || n || '.' || u.abbreviation || '@kiengiang.gov.vn', 'Người Thứ ' || n, 'nguoi thu ' || n,
        u.id, 'active', 'personal', 'import'
      from generate_series(1, ${count}::int) n
        join (select *, row_number() over (order by id) - 1 as at, count(*) over () as of from units) u
          on u.at = n % u.of
      returning id, address)
    insert into addresses (address, mailbox_id, stem) select address, id, address from made`;
  await sql`analyze`;
  await sql.end();
};
