import { sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/db.ts';
import { type UnitKind, unitKinds } from '../model/request.ts';
import { tidy } from '../text/fold.ts';
import { type AuditEvent, audit } from './audit.ts';
import { type Read, readAbbreviation, readAddress, readOneOf } from './cells.ts';
import { readRecords } from './columns.ts';
import { checkOfficialMailboxes, giveOfficialMailboxes } from './import-official.ts';
import type { Problems } from './import-problems.ts';
import { writeUnitNames } from './unit-names.ts';

const columns = {
  all: ['abbreviation', 'name', 'parent', 'kind', 'mailbox', 'aliases'],
  needed: ['abbreviation', 'name', 'kind'],
} as const;

/** A line as read. `parent` and `aliases` are undefined where the file has no such column, which leaves what is there. */
export type UnitLine = {
  line: number;
  abbreviation: string;
  name: string;
  kind: UnitKind;
  parent: string | null | undefined;
  mailbox: string | null;
  aliases: readonly string[] | undefined;
};

/** Reads the lines; what is wrong with them in themselves goes to `problems`. */
export async function readUnitLines(
  path: string,
  mailDomain: string,
  report: { problems: Problems; warnings: string[] },
): Promise<UnitLine[]> {
  const lines: UnitLine[] = [];
  const { problems } = report;
  const firstOf = { abbreviation: new Map<string, number>(), mailbox: new Map<string, number>() };
  for await (const { line, fields } of readRecords(path, columns, report)) {
    const take = <T>(column: string, read: Read<T>): T | null => {
      if ('value' in read) return read.value;
      problems.add(line, column, read.problem);
      return null;
    };
    const once = (column: 'abbreviation' | 'mailbox', value: string | null) => {
      if (value === null) return;
      const first = firstOf[column].get(value);
      if (first === undefined) firstOf[column].set(value, line);
      else problems.add(line, column, `${value} đã có ở dòng ${first}; hãy bỏ bớt một dòng hoặc sửa lại`);
    };
    const abbreviation = take('abbreviation', readAbbreviation(fields.abbreviation ?? ''));
    const name = fields.name ?? '';
    if (name === '') problems.add(line, 'name', 'còn trống; hãy ghi tên đầy đủ của đơn vị');
    const kind = take('kind', readOneOf(fields.kind ?? '', unitKinds));
    const parent = fields.parent && take('parent', readAbbreviation(fields.parent));
    const mailbox = fields.mailbox ? take('mailbox', readAddress(fields.mailbox, mailDomain)) : null;
    once('abbreviation', abbreviation);
    once('mailbox', mailbox);
    if (abbreviation === null || kind === null) continue;
    const aliases = fields.aliases
      ?.split(';')
      .map(tidy)
      .filter((alias) => alias !== '');
    lines.push({
      line,
      abbreviation,
      name,
      kind,
      mailbox,
      parent: parent === '' ? null : parent,
      aliases: aliases && [...new Set(aliases)],
    });
  }
  return lines;
}

/** A unit as it stands in the database. */
export type StoredUnit = {
  id: number;
  abbreviation: string;
  name: string;
  kind: UnitKind;
  parent: string | null;
  aliases: readonly string[];
  mailbox: string | null;
};

/** Writes the lines, or adds to `problems` what is wrong with them beside each other and the units that there are, and refuses. */
export async function writeUnits(
  tx: Tx,
  lines: readonly UnitLine[],
  problems: Problems,
  now: Date,
): Promise<{ created: number; updated: number; unchanged: number }> {
  const before = await storedUnits(tx);
  checkParents(lines, before, problems);
  await checkOfficialMailboxes(tx, lines, before, problems);
  problems.refuse();
  const wanted = lines.map((line) => ({ ...asStored(line, before.get(line.abbreviation)) }));
  await upsertUnits(tx, wanted, now);
  await giveOfficialMailboxes(tx, wanted, now);
  await writeUnitNames(tx);
  const after = await storedUnits(tx);
  const events = wanted.flatMap(({ abbreviation }) => {
    const unit = after.get(abbreviation);
    return unit ? eventOf(before.get(abbreviation), unit) : [];
  });
  await audit(tx, events, now);
  const created = events.filter(({ event }) => event === 'created').length;
  return { created, updated: events.length - created, unchanged: lines.length - events.length };
}

const asStored = (line: UnitLine, stored: StoredUnit | undefined): Omit<StoredUnit, 'id'> => ({
  abbreviation: line.abbreviation,
  name: line.name,
  kind: line.kind,
  parent: line.parent === undefined ? (stored?.parent ?? null) : line.parent,
  aliases: line.aliases ?? stored?.aliases ?? [],
  mailbox: line.mailbox ?? stored?.mailbox ?? null,
});

async function storedUnits(tx: Tx): Promise<Map<string, StoredUnit>> {
  const found = await rows<{ unit: string }>(
    tx,
    sql`select json_build_object('id', u.id, 'abbreviation', u.abbreviation, 'name', u.name, 'kind', u.kind,
        'parent', p.abbreviation, 'aliases', u.aliases, 'mailbox', m.address)::text as unit
      from units u left join units p on p.id = u.parent_id left join mailboxes m on m.id = u.mailbox_id`,
  );
  const units = found.map(({ unit }): StoredUnit => JSON.parse(unit));
  return new Map(units.map((unit) => [unit.abbreviation, unit]));
}

function checkParents(
  lines: readonly UnitLine[],
  stored: ReadonlyMap<string, StoredUnit>,
  problems: Problems,
): void {
  const parents = new Map([...stored.values()].map(({ abbreviation, parent }) => [abbreviation, parent]));
  for (const line of lines) {
    parents.set(line.abbreviation, asStored(line, stored.get(line.abbreviation)).parent);
  }
  for (const { line, abbreviation } of lines) {
    const parent = parents.get(abbreviation);
    if (parent && !parents.has(parent)) {
      problems.add(
        line,
        'parent',
        `không có đơn vị "${parent}" trong tệp hay trong danh sách; hãy thêm nó hoặc sửa lại`,
      );
    }
    const circle = circleFrom(abbreviation, parents);
    if (circle) {
      problems.add(
        line,
        'parent',
        `đơn vị trực thuộc lẫn nhau: ${circle.join(' → ')}; hãy sửa đơn vị cấp trên`,
      );
    }
  }
}

/** The way from a unit back to itself, null where it ends at the top or in another circle. */
function circleFrom(start: string, parents: ReadonlyMap<string, string | null>): string[] | null {
  const way = [start];
  for (let at = parents.get(start); at; at = parents.get(at)) {
    if (at === start) return [...way, start];
    if (way.includes(at)) return null;
    way.push(at);
  }
  return null;
}

async function upsertUnits(tx: Tx, units: readonly Omit<StoredUnit, 'id'>[], now: Date): Promise<void> {
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(units)}::text::jsonb) as wanted
    (abbreviation text, name text, kind text, parent text, aliases text[])`;
  await tx.execute(sql`
    insert into units (abbreviation, name, kind, aliases, created_at)
    select abbreviation, name, kind, aliases, ${now.toISOString()}::timestamptz from ${wanted}
    on conflict (abbreviation) do update
      set name = excluded.name, kind = excluded.kind, aliases = excluded.aliases`);
  // After all are there: a parent may stand below its children in the file.
  await tx.execute(sql`update units u set parent_id = p.id
    from ${wanted} left join units p on p.abbreviation = wanted.parent
    where u.abbreviation = wanted.abbreviation and u.parent_id is distinct from p.id`);
}

function eventOf(before: StoredUnit | undefined, after: StoredUnit): AuditEvent[] {
  const rest = { actor: 'import', entity: 'unit', entityId: String(after.id), because: null, causeId: null };
  const { id: _, ...fields } = after;
  if (!before) return [{ ...rest, event: 'created', before: null, after: fields }];
  const changed = Object.entries(fields).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof StoredUnit]),
  );
  if (changed.length === 0) return [];
  const earlier = changed.map(([field]) => [field, before[field as keyof StoredUnit]]);
  return [
    { ...rest, event: 'changed', before: Object.fromEntries(earlier), after: Object.fromEntries(changed) },
  ];
}
