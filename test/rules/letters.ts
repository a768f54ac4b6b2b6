import type { Finding } from '../../src/model/finding.ts';
import type { Form, FormRow, Placed } from '../../src/model/form.ts';
import type {
  Action,
  DecidedItem,
  DecidedRequest,
  DoneRow,
  Facts,
  House,
  Item,
  ItemFacts,
  Mailbox,
  PersonName,
  Unit,
  UnitKind,
  Wish,
} from '../../src/model/request.ts';
import { judge } from '../../src/rules/rules.ts';
import { fold } from '../../src/text/fold.ts';

/* Letters, units and mailboxes for the tests of rules: each is complete, and a test names only what it is about. */

export const house: House = {
  mailDomain: 'kiengiang.gov.vn',
  intakeAddress: 'ttcntttt@kiengiang.gov.vn',
  copyAddress: 'sttt@kiengiang.gov.vn',
};

export const today = '2026-11-24';

let nextId = 1;

export const unit = (
  abbreviation: string,
  name: string,
  kind: UnitKind,
  parent: Unit | null = null,
): Unit => ({
  id: nextId++,
  abbreviation,
  name,
  kind,
  parentId: parent?.id ?? null,
  mailbox: `${abbreviation}@kiengiang.gov.vn`,
});

export const sttt = unit('sttt', 'Sở Thông tin và Truyền thông', 'department');
export const syt = unit('syt', 'Sở Y tế', 'department');
export const hospital = unit('bvdk', 'Bệnh viện Đa khoa', 'subordinate', syt);
export const ward = unit('khoanoi', 'Khoa Nội', 'subordinate', hospital);
export const district = unit('hontd', 'UBND huyện Hòn Đất', 'district');
export const commune = unit('xbs', 'UBND xã Bình Sơn', 'commune', district);
export const school = unit('thbs', 'Trường Tiểu học Bình Sơn', 'subordinate', commune);
export const districtOffice = unit('ptchd', 'Phòng Tài chính huyện Hòn Đất', 'subordinate', district);

export const name = (fullName: string, remark: string | null = null): PersonName => {
  const key = fold(fullName);
  const syllables = key.split(' ');
  const letters = syllables.map((syllable, at) =>
    at < syllables.length - 1 ? syllable.charAt(0) : syllable,
  );
  return { fullName, key, letters: letters.join(''), remark };
};

export const mailbox = (fullName: string, of: Unit, rest: Partial<Mailbox> = {}): Mailbox => ({
  id: nextId++,
  address: `${name(fullName).letters}.${of.abbreviation}@kiengiang.gov.vn`,
  fullName,
  nameKey: fold(fullName),
  unitId: of.id,
  position: null,
  phone: null,
  status: 'active',
  version: 1,
  ...rest,
});

const placed = (text: string | null): Placed | null => (text === null ? null : { text, where: 'Sheet1!A1' });

/** A row as a test writes it: its cells, what was understood of them, and what was looked up for it. */
export type Written = {
  cells?: Partial<Record<Exclude<keyof FormRow, 'number' | 'where'>, string | null>>;
  name?: PersonName | null;
  wish?: Partial<Wish>;
  facts?: Partial<ItemFacts>;
};

export type ReadRow = { item: Item; facts: ItemFacts };

/** A row that asks `action` for a person of a unit, unless `written` says otherwise. */
export function row(
  fullName: string | null,
  action: Action,
  of: readonly Unit[],
  written: Written = {},
): ReadRow {
  const cells = { fullName, wish: `nội dung ${action}`, ...written.cells };
  const cell = (column: keyof NonNullable<Written['cells']>): Placed | null => placed(cells[column] ?? null);
  const wish: Wish = {
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
    ...written.wish,
  };
  const facts: ItemFacts = {
    units: of.slice(0, 1),
    lineage: of,
    namesakes: [],
    soundalikes: [],
    addressed: null,
    namedAddress: null,
    newAddressHolder: null,
    official: false,
    doneBefore: null,
    ...written.facts,
  };
  const formRow: FormRow = {
    number: 0,
    where: 'Sheet1!A1:D1',
    fullName: cell('fullName'),
    unit: cell('unit'),
    wish: cell('wish'),
    position: cell('position'),
    phone: cell('phone'),
    address: cell('address'),
    newAddress: cell('newAddress'),
    note: cell('note'),
    ...(cells.result && { result: { text: cells.result, where: 'Sheet1!A1' } }),
  };
  const person = written.name === undefined ? (fullName === null ? null : name(fullName)) : written.name;
  return { item: { row: formRow, name: person, wish }, facts };
}

export const form: Form = {
  source: 'xlsx',
  attachment: 'phieu.xlsx',
  unit: null,
  requester: null,
  position: null,
  phone: null,
  content: null,
  rows: [],
  skipped: [],
};

/** Judges a letter of one form for each array of rows, numbered from 1 in each form. */
export function judgeForms(asking: readonly Unit[], ...forms: readonly ReadRow[][]): DecidedRequest[] {
  const requests = forms.map((rows) => ({
    form,
    items: rows.map(({ item }, at) => ({ ...item, row: { ...item.row, number: at + 1 } })),
  }));
  const facts: Facts = { asking, items: forms.flat().map((read) => read.facts) };
  return judge(requests, facts, { house, today });
}

export function judgeForm(asking: readonly Unit[], ...rows: ReadRow[]): DecidedRequest {
  const [request] = judgeForms(asking, rows);
  if (request === undefined) throw new Error('one form gives one decision');
  return request;
}

export function judgeRow(asking: readonly Unit[], read: ReadRow): DecidedItem {
  const [item] = judgeForm(asking, read).items;
  if (item === undefined) throw new Error('one row gives one decision');
  return item;
}

/** A finding in short, for tables: `reject unit-unknown`, with its case where it has one. */
export const brief = ({ severity, code, args }: Finding): string =>
  [severity, code, args.case].filter(Boolean).join(' ');

export const briefly = (decided: { findings: readonly Finding[] }): string[] => decided.findings.map(brief);

/** What an earlier request did, for facts of a row that it did. */
export const doneYesterday: DoneRow = {
  number: 'PYC-2026-000001',
  at: new Date('2026-11-23T09:00:00Z'),
  action: 'reset-password',
  address: 'tvnam.sttt@kiengiang.gov.vn',
  newAddress: null,
};
