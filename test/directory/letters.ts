import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../src/db/db.ts';
import { importMailboxes, importUnits } from '../../src/directory/import.ts';
import { unitByMailbox } from '../../src/directory/reader.ts';
import type { Column, FormRow } from '../../src/model/form.ts';
import type { Action, House, Item, ReadRequest, Unit, Wish } from '../../src/model/request.ts';
import { fold } from '../../src/text/fold.ts';
import { emptyFolder } from '../db/databases.ts';

export const house: House = {
  mailDomain: 'kiengiang.gov.vn',
  intakeAddress: 'ttcntttt@kiengiang.gov.vn',
  copyAddress: 'sttt@kiengiang.gov.vn',
};

export const now = new Date('2026-11-24T03:00:00Z');
export const options = { mailDomain: house.mailDomain, now };

/** Path of a file with this content, gone when the test file is done. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, content);
  return path;
}

export const registerUnits = (db: Db) => importUnits(db, 'test/directory/files/units.csv', options);

/** Imports mailboxes from lines of `address,fullName,unit,status`. */
export const registerMailboxes = (db: Db, ...lines: string[]) =>
  importMailboxes(db, file('m.csv', ['address,fullName,unit,status', ...lines].join('\n')), options);

/** The unit as the sender step finds it. */
export async function unitOf(db: Db, abbreviation: string): Promise<Unit> {
  const found = await unitByMailbox(db, `${abbreviation}@kiengiang.gov.vn`, now);
  if (!found) throw new Error(`${abbreviation} has no mailbox`);
  return found.unit;
}

type Cells = Partial<Record<Exclude<Column, 'number'>, string>>;

/** A row of a form, and what the interpreter made of its words. */
export function item(cells: Cells, action: Action = 'create', wish: Partial<Wish> = {}): Item {
  const placed = (column: keyof Cells) => {
    const text = cells[column];
    return text === undefined ? null : { text, where: 'Sheet1!A1' };
  };
  const row: FormRow = {
    number: 1,
    where: 'Sheet1!A12:D12',
    fullName: placed('fullName'),
    unit: placed('unit'),
    wish: placed('wish'),
    note: placed('note'),
    position: placed('position'),
    phone: placed('phone'),
    address: placed('address'),
    newAddress: placed('newAddress'),
  };
  const fullName = cells.fullName;
  return {
    row,
    name: fullName === undefined ? null : { fullName, key: fold(fullName), letters: 'tvnam', remark: null },
    wish: {
      action,
      anotherPerson: false,
      effectiveOn: null,
      login: null,
      position: null,
      phone: null,
      particulars: [],
      quotaBytes: null,
      doubt: null,
      open: [],
      ...wish,
    },
  };
}

export function request(items: readonly Item[], unit: string | null = null): ReadRequest {
  const heading = unit === null ? null : { text: unit, where: 'Sheet1!B3' };
  return {
    form: {
      source: 'xlsx',
      attachment: 'phieu.xlsx',
      unit: heading,
      requester: null,
      position: null,
      ...{ phone: null, content: null, rows: items.map(({ row }) => row), skipped: [] },
    },
    items,
  };
}
