import { sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/db.ts';
import { fold } from '../text/fold.ts';
import { audit } from './audit.ts';
import type { Problems } from './import-problems.ts';
import type { StoredUnit, UnitLine } from './import-units.ts';
import { findHolders, type Holder } from './queries.ts';

/** Adds to `problems` the lines whose mailbox is another unit's or somebody's. */
export async function checkOfficialMailboxes(
  tx: Tx,
  lines: readonly UnitLine[],
  stored: ReadonlyMap<string, StoredUnit>,
  problems: Problems,
): Promise<void> {
  const claims = lines.filter(({ abbreviation, mailbox }) => {
    return mailbox !== null && stored.get(abbreviation)?.mailbox !== mailbox;
  });
  const owners = new Map([...stored.values()].map((unit) => [unit.mailbox, unit]));
  const giving = new Set(
    lines.filter(({ mailbox }) => mailbox !== null).map(({ abbreviation }) => abbreviation),
  );
  const holders = await findHolders(
    tx,
    claims.map(({ mailbox }) => mailbox ?? ''),
  );
  for (const claim of claims) {
    const { line, mailbox } = claim;
    const owner = owners.get(mailbox);
    // A unit that gets another mailbox in the same file gives up the one it has.
    if (owner && giving.has(owner.abbreviation)) continue;
    const holder = holders.get(mailbox ?? '');
    if (owner) {
      problems.add(
        line,
        'mailbox',
        `${mailbox} là hộp thư chính thức của ${owner.name} (${owner.abbreviation}); mỗi đơn vị có một hộp thư riêng`,
      );
    } else if (holder && !isOwn(holder, claim, stored.get(claim.abbreviation))) {
      problems.add(
        line,
        'mailbox',
        `${mailbox} đang hoặc từng là hộp thư của ${holder.mailbox.fullName}; hãy ghi địa chỉ khác`,
      );
    }
  }
}

/** Whether an existing mailbox is the unit's already, if only by the name that it bears. */
function isOwn({ mailbox, isOfficial }: Holder, claim: UnitLine, unit: StoredUnit | undefined): boolean {
  if (mailbox.address !== claim.mailbox) return false;
  const names = [claim.name, claim.abbreviation, ...(claim.aliases ?? []), unit?.name ?? claim.name];
  return names.map(fold).includes(mailbox.nameKey) || (isOfficial && mailbox.unitId === unit?.id);
}

/**
 * Makes each unit's mailbox its official one: a new one or one that was not is active from now on; one that was keeps its
 * state, so that organising units unlocks nothing. It bears the unit's name.
 */
export async function giveOfficialMailboxes(
  tx: Tx,
  units: readonly { abbreviation: string; name: string; mailbox: string | null }[],
  now: Date,
): Promise<void> {
  const given = units
    .filter(({ mailbox }) => mailbox !== null)
    .map((unit) => ({ ...unit, nameKey: fold(unit.name) }));
  const at = sql`${now.toISOString()}::timestamptz`;
  const wanted = sql`(select u.id as unit_id, u.mailbox_id, w.name, w."nameKey" as name_key, w.mailbox as address
    from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as w
      (abbreviation text, name text, "nameKey" text, mailbox text)
    join units u on u.abbreviation = w.abbreviation) wanted`;
  // First they give up what they had: two units may change their mailboxes with each other.
  await tx.execute(sql`update units u set mailbox_id = null from ${wanted} left join mailboxes m on m.address = wanted.address
    where u.id = wanted.unit_id and u.mailbox_id is distinct from m.id`);
  await tx.execute(sql`
    insert into mailboxes (address, full_name, name_key, unit_id, status, kind, origin, created_at)
    select address, name, name_key, unit_id, 'active', 'unit', 'import', ${at} from ${wanted}
    where not exists (select from mailboxes m where m.address = wanted.address) order by address`);
  await tx.execute(sql`insert into addresses (address, mailbox_id, stem, since)
    select m.address, m.id, m.address, ${at} from ${wanted} join mailboxes m on m.address = wanted.address
    where not exists (select from addresses a where a.address = m.address) order by m.address`);
  await bringUp(tx, wanted, now);
  await tx.execute(sql`update units u set mailbox_id = m.id from ${wanted} join mailboxes m on m.address = wanted.address
    where u.id = wanted.unit_id and u.mailbox_id is distinct from m.id`);
}

/** Gives the mailboxes that there are their unit's name, and the newly official ones their state; each leaves an event. */
async function bringUp(tx: Tx, wanted: ReturnType<typeof sql>, now: Date): Promise<void> {
  const sides = sql`(select m.id,
      jsonb_build_object('fullName', m.full_name, 'unitId', m.unit_id, 'kind', m.kind, 'status', m.status) as before,
      jsonb_build_object('fullName', wanted.name, 'unitId', wanted.unit_id, 'kind', 'unit',
        'status', case when m.id = wanted.mailbox_id then m.status else 'active' end) as after,
      wanted.name, wanted.name_key, wanted.unit_id
    from ${wanted} join mailboxes m on m.address = wanted.address) sides`;
  const changed = await rows<{ id: string; before: string; after: string }>(
    tx,
    sql`update mailboxes m set full_name = sides.name, name_key = sides.name_key, unit_id = sides.unit_id, kind = 'unit',
        status = sides.after ->> 'status', version = m.version + 1
      from ${sides} where m.id = sides.id and sides.before <> sides.after
      returning m.id::text, sides.before::text, sides.after::text`,
  );
  const events = changed.map(({ id, before, after }) => ({
    actor: 'import',
    event: 'changed',
    entity: 'mailbox',
    entityId: id,
    because: null,
    causeId: null,
    ...differing(JSON.parse(before), JSON.parse(after)),
  }));
  await audit(tx, events, now);
}

type Fields = Record<string, unknown>;

function differing(before: Fields, after: Fields): { before: Fields; after: Fields } {
  const fields = Object.keys(after).filter((field) => before[field] !== after[field]);
  const pick = (side: Fields) => Object.fromEntries(fields.map((field) => [field, side[field]]));
  return { before: pick(before), after: pick(after) };
}
