import { sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/db.ts';
import { initialsOfUnit, type UnitNames, wordingsOfUnit } from './wordings.ts';

type NamedUnit = UnitNames & { id: number; parentId: number | null };

/** Brings `unit_names` up to the units, all of them: a name above changes what is found below it. */
export async function writeUnitNames(tx: Tx): Promise<void> {
  const units = await allUnits(tx);
  const keys = [...units.values()].flatMap((unit) =>
    [...wordingsOfUnit(unit, unitsAbove(unit, units)), ...initialsOfUnit(unit)].map((key) => ({
      id: unit.id,
      key,
    })),
  );
  const wanted = sql`json_to_recordset(${JSON.stringify(keys)}::text::json) as wanted (id bigint, key text)`;
  await tx.execute(sql`delete from unit_names n
    where not exists (select from ${wanted} where wanted.id = n.unit_id and wanted.key = n.key)`);
  await tx.execute(
    sql`insert into unit_names (unit_id, key) select id, key from ${wanted} on conflict do nothing`,
  );
}

async function allUnits(tx: Tx): Promise<Map<number, NamedUnit>> {
  const found = await rows<{
    id: string;
    parent: string | null;
    abbreviation: string;
    name: string;
    aliases: string;
  }>(
    tx,
    sql`select id::text, parent_id::text as parent, abbreviation, name, array_to_json(aliases)::text as aliases from units`,
  );
  const units = found.map(({ id, parent, abbreviation, name, aliases }): NamedUnit => {
    const parentId = parent === null ? null : Number(parent);
    return { id: Number(id), parentId, abbreviation, name, aliases: JSON.parse(aliases) };
  });
  return new Map(units.map((unit) => [unit.id, unit]));
}

/** Nearest first; an import lets no circle in. */
function unitsAbove(unit: NamedUnit, units: ReadonlyMap<number, NamedUnit>): NamedUnit[] {
  const parent = units.get(unit.parentId ?? 0);
  return parent ? [parent, ...unitsAbove(parent, units)] : [];
}
