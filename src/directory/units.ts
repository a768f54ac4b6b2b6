import { sql } from 'drizzle-orm';
import { type Db, rows } from '../db/db.ts';
import type { Unit } from '../model/request.ts';
import { findUnitsAbove } from './queries.ts';

/** A unit that may have ended since it was written down. */
export type KnownUnit = Unit & { isValid: boolean };

/** The units of these ids, valid at `now` or not. */
export async function unitsById(
  db: Db,
  ids: Iterable<number>,
  now: Date = new Date(),
): Promise<ReadonlyMap<number, KnownUnit>> {
  const found = await findUnitsAbove(db, ids, now);
  return new Map([...found].map(([id, { aliases: _, ...unit }]) => [id, unit]));
}

/** The unit that is valid now under this abbreviation, whatever its capitals; null where there is none. */
export async function unitByAbbreviation(db: Db, abbreviation: string, now: Date): Promise<Unit | null> {
  const [found] = await rows<{ id: number | string }>(
    db,
    sql`select id from units where abbreviation = ${abbreviation.trim().toLowerCase()}`,
  );
  if (!found) return null;
  const unit = (await unitsById(db, [Number(found.id)], now)).get(Number(found.id));
  return unit?.isValid ? unit : null;
}
