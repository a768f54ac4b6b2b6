import type { Db } from '../db/db.ts';
import type { Form } from '../model/form.ts';
import type { Facts, House, Item, ItemFacts, MailboxStatus, ReadRequest, Unit } from '../model/request.ts';
import { readMark } from '../text/done-mark.ts';
import { fold, tidy } from '../text/fold.ts';
import { addressIn, askedAddress } from './asked.ts';
import { addressStem, otherSpellings } from './naming.ts';
import { leadingWordings, namesOfficial, speaksOfOfficial } from './official.ts';
import * as query from './queries.ts';
import { rowKey } from './row-key.ts';
import {
  findUnits,
  isBareDivision,
  isUnder,
  lineageOf,
  ownDivision,
  type RegisteredUnit,
  type Registry,
  readMention,
  readUnitWords,
  repeatsUnit,
  unitsNamedIn,
  withOwnShortNames,
  wordingsOf,
} from './unit-search.ts';
import { ownDivisions, ownNames } from './unit-words.ts';

/** For how long a row that was done is not done again. */
const alreadyDoneFor = 24 * 60 * 60 * 1000;

/**
 * The unit whose official mailbox has the address (bare, lower-case) now, the unit with those above it, nearest first, and
 * that mailbox's state. null where it is no unit's, or the unit is not valid at `now`.
 */
export async function unitByMailbox(
  db: Db,
  address: string,
  now: Date = new Date(),
): Promise<{ unit: Unit; lineage: Unit[]; mailboxStatus: MailboxStatus } | null> {
  const found = await query.findUnitOfMailbox(db, address, now);
  if (!found?.unit.isValid) return null;
  const { unit, units } = found;
  const lineage = lineageOf(unit, { byWording: new Map(), units });
  return { unit: plain(unit), lineage: lineage.map(plain), mailboxStatus: found.mailboxStatus };
}

/** Every address ever given for these stems (`tvnam.sttt@…`), numbered or not, cancelled ones included. */
export async function takenAddresses(db: Db, stems: readonly string[]): Promise<string[]> {
  return query.findAddressesOfStems(db, stems);
}

/**
 * Looks up everything by which a letter's rows are judged, in a number of statements that does not grow with the rows.
 * `rowKeys`: `rowKey` of each item, in the order of the items of all requests. `taken`: every address ever given for
 * the plain addresses that the rows' people have by Điều 4.
 */
export async function findFacts(
  db: Db,
  letter: {
    asking: Unit;
    requests: readonly ReadRequest[];
    house: House;
    now: Date;
  },
): Promise<Facts & { taken: readonly string[]; rowKeys: readonly string[] }> {
  const { asking, house, now } = letter;
  const asked = letter.requests.flatMap(readRows);
  const registry = withOwnShortNames(await lookUpUnits(db, asked, asking, now), asking.id);
  const resolved = resolveAll(asked, registry, asking);
  const named = asked.map((row, at) => namedAddresses(row.item, only(resolved[at]), house));
  const rowKeys = asked.map(({ item, form }, at) => rowKey(asking, only(resolved[at]), form, item));
  const people = asked.flatMap(({ item: { name } }, at) => {
    const unit = only(resolved[at]);
    return unit && name ? [{ unit, name }] : [];
  });
  const { holders, namesakes, done, taken } = await query.findHeld(db, {
    addresses: named.flatMap(allOf),
    names: people.flatMap(({ unit, name }) =>
      [name.key, ...otherSpellings(name.key)].map((nameKey) => ({ unitId: unit.id, nameKey })),
    ),
    rowKeys,
    since: new Date(now.getTime() - alreadyDoneFor),
    requests: asked.flatMap(({ item }) => readMark(item.row.result?.text ?? '').number ?? []),
    stems: people.map(({ unit, name }) => addressStem(name, unit.abbreviation, house.mailDomain)),
  });
  const items = asked.map((row, at): ItemFacts => {
    const units = resolved[at] ?? [];
    const unit = only(units);
    const key = row.item.name?.key;
    const called = (nameKey: string) =>
      (unit && namesakes.get(query.nameInUnitKey({ unitId: unit.id, nameKey }))) || [];
    return {
      units: units.map(plain),
      lineage: unit ? lineageOf(unit, registry).map(plain) : [],
      namesakes: key === undefined ? [] : called(key),
      soundalikes: key === undefined ? [] : otherSpellings(key).flatMap(called),
      ...holding(named[at] ?? noAddress, holders),
      official: isOfficial(row.item, named[at] ?? noAddress, registry, holders),
      doneBefore: done.get(rowKeys[at] ?? '') ?? null,
    };
  });
  return { asking: lineageOf(asking, registry).map(plain), items, taken, rowKeys };
}

/** A row with the words that name its unit, where it or the form has any; `over`: those of a row above, where its own are blank. */
type AskedRow = {
  form: Form;
  item: Item;
  unitWords: string | null;
  /**
   * Those of a division with the title of the group that it stands in, "Khoa Nội" below "Bệnh viện Đa khoa tỉnh", or with the unit of the
   * column beside it.
   */
  within: string | null;
  /** Those of a division whose column of units is blank. */
  division: string | null;
  formUnit: string | null;
  over: string | null;
  /** What may name an office besides, where the row has no unit. */
  offices: readonly string[];
};

function readRows({ form, items }: ReadRequest): AskedRow[] {
  let above: string | null = null;
  let over: string | null = null;
  return items.map((item) => {
    const text = tidy(item.row.unit?.text ?? '');
    if (!repeatsUnit(text)) above = fold(text) === '' ? null : text;
    over = above ?? over;
    const group = item.row.unitGroup?.text;
    const division = tidy(item.row.division?.text ?? '') || null;
    const whole = group !== undefined && above !== null && isBareDivision(above) ? group : above;
    const part = whole === above ? division : above;
    const within = whole !== null && part !== null ? `${part}, ${whole}` : null;
    const alone = above === null ? division : null;
    const isOpen = within === null && (above === null || isBareDivision(above));
    return {
      form,
      item,
      within,
      division: alone,
      unitWords: above,
      formUnit: unitOfForm(form),
      over,
      offices: isOpen ? (item.offices ?? []) : [],
    };
  });
}

function unitOfForm(form: Form): string | null {
  const text = form.unit?.text ?? '';
  return fold(text) === '' ? null : text;
}

function lookUpUnits(db: Db, asked: readonly AskedRow[], asking: Unit, now: Date): Promise<Registry> {
  const texts = new Set(
    asked.flatMap(({ unitWords, within, division, formUnit, over }) => [
      unitWords,
      within,
      division,
      division !== null && over !== null ? `${division}, ${over}` : null,
      formUnit,
    ]),
  );
  const all = [...texts].flatMap((text) => (text === null ? [] : [text, ownDivision(text) ?? text]));
  const ofUnits = [...new Set(all)].flatMap((text) => wordingsOf(readUnitWords(text)));
  const offices = new Set(asked.flatMap((row) => row.offices));
  const mentioned = [...offices].flatMap((text) => wordingsOf(readMention(text)));
  const ofNames = asked.flatMap(({ item }) => leadingWordings(item.row.fullName?.text ?? ''));
  return query.findUnitsCalled(db, [...ofUnits, ...mentioned, ...ofNames], asking.id, now);
}

/** Most rows of a form say the same. */
function resolveAll(asked: readonly AskedRow[], registry: Registry, asking: Unit): RegisteredUnit[][] {
  const known = new Map<string, RegisteredUnit[]>();
  return asked.map((row) => {
    const { unitWords, within, division, formUnit, over, offices } = row;
    const words = JSON.stringify([unitWords, within, division, formUnit, over, offices]);
    const found = known.get(words) ?? withOffices(resolve(row, registry, asking), row, registry, asking);
    known.set(words, found);
    return found;
  });
}

/**
 * A row that names no unit, or a division alone, is of the asking unit; it may as well be of one below that unit, which is named as somebody's
 * position, in the note, the title of the list, the content or the letter: "Cấp mới hộp thư cho viên chức Trung tâm Y tế". Nobody knows then.
 */
function withOffices(
  units: RegisteredUnit[],
  { offices }: AskedRow,
  registry: Registry,
  asking: Unit,
): RegisteredUnit[] {
  if (only(units)?.id !== asking.id) return units;
  const below = offices.flatMap((office) => unitsNamedIn(readMention(office), registry, asking.id));
  return [...units, ...below.filter(({ id }, at) => below.findIndex((one) => one.id === id) === at)];
}

/**
 * The row's words decide. Where they are a division alone ("Phòng Kế toán"), it is an office registered under the asking unit, or else
 * their people are of the unit that the title of their group names, or the form is of, as they are where the row has no words.
 */
function resolve(row: AskedRow, registry: Registry, asking: Unit): RegisteredUnit[] {
  const { unitWords, within, division: part, formUnit, over } = row;
  if (unitWords === null) {
    const ofForm =
      part === null
        ? unitsOfForm(formUnit, registry, asking)
        : resolve({ ...row, unitWords: part, division: null }, registry, asking);
    // A blank cell below another unit may repeat that one.
    const repeated = part === null ? null : `${part}, ${over}`;
    const above =
      over === null ? [] : resolve({ ...row, unitWords: over, within: repeated }, registry, asking);
    return [...ofForm, ...above.filter(({ id }) => !ofForm.some((unit) => unit.id === id))];
  }
  const whole = within === null ? [] : findUnits(readUnitWords(within), registry, asking.id);
  if (whole.length > 0) return whole;
  const division = ownDivision(unitWords);
  const isAlone = division !== null && ownDivisions.alone.includes(division);
  // "Thanh tra Sở" is not the province's Thanh tra, though that is called so, too.
  const find = (words: string): RegisteredUnit[] =>
    findUnits(readUnitWords(words), registry, asking.id).filter(
      (unit) => !isAlone || isUnder(unit, asking.id, registry),
    );
  const found = find(unitWords);
  if (found.length === 0 && isOwnName(unitWords))
    return ofOwnKind(unitWords, unitsOfForm(formUnit, registry, asking));
  if (found.length > 0 || division === null) return found;
  const offices = find(division);
  if (offices.length > 0) return offices;
  const ofForm = unitsOfForm(formUnit, registry, asking);
  return ofForm.length > 1 || isAlone ? ofForm : ofForm.filter(hasDivisions);
}

function ownNamesIn(words: string) {
  const folded = readUnitWords(words).folded.join(' ');
  return ownNames.filter(([name]) => name.test(folded));
}
const isOwnName = (words: string): boolean => ownNamesIn(words).length > 0;

/** "UBND huyện" in the form of a district is that district; in another's nobody knows which. */
function ofOwnKind(words: string, units: RegisteredUnit[]): RegisteredUnit[] {
  const names = ownNamesIn(words);
  return units.filter((unit) => names.some(([, kind]) => kind === null || kind === unit.kind));
}

/** The offices (phòng) of a district are units of their own (Điều 7): one that is not registered is unknown, not the district. */
const hasDivisions = ({ kind }: RegisteredUnit): boolean => kind !== 'district' && kind !== 'commune';

/**
 * A heading that is no registered unit ("Văn phòng", a slogan) leaves the asking unit; one that may be several is asked about,
 * because its rows could land in a stranger's unit.
 */
function unitsOfForm(formUnit: string | null, registry: Registry, asking: Unit): RegisteredUnit[] {
  const ofForm = formUnit === null ? [] : findUnits(readUnitWords(formUnit), registry, asking.id);
  if (ofForm.length > 0) return ofForm;
  const self = registry.units.get(asking.id);
  return self ? [self] : [];
}

/** The addresses of which a row speaks, full and lower-case. */
type NamedAddresses = {
  /** Of an existing mailbox: completed with the row's unit, then, for a login alone, with the domain alone. */
  existing: readonly string[];
  /** The address that a `create` or `rename` asks for. */
  asked: string | null;
  /** In the place of the person's name. */
  inName: string | null;
  isCreate: boolean;
};

const noAddress: NamedAddresses = { existing: [], asked: null, inName: null, isCreate: false };

function namedAddresses(item: Item, unit: Unit | null, house: House): NamedAddresses {
  const { row, wish } = item;
  const isCreate = wish.action === 'create';
  const isNewOne = isCreate || wish.action === 'rename';
  const words = isCreate ? null : (row.address?.text ?? (isNewOne ? null : wish.login));
  const name = row.fullName?.text ?? '';
  return {
    existing: words === null ? [] : existingAddresses(words, unit, house),
    asked: askedAddress(item, unit, house),
    inName: name.includes('@') ? addressIn(name, null, house) : null,
    isCreate,
  };
}

/** A cell with two addresses names none that anybody has: which of them is meant must be asked. */
function existingAddresses(words: string, unit: Unit | null, house: House): string[] {
  if ((words.match(/@/g) ?? []).length > 1) return [tidy(words).toLowerCase()];
  const addresses = [addressIn(words, unit, house), addressIn(words, null, house)];
  return [...new Set(addresses.filter((address) => address !== null))];
}

const allOf = ({ existing, asked, inName }: NamedAddresses): string[] =>
  [...existing, asked, inName].filter((address) => address !== null);

function holding(
  { existing, asked }: NamedAddresses,
  holders: ReadonlyMap<string, query.Holder>,
): Pick<ItemFacts, 'addressed' | 'namedAddress' | 'newAddressHolder'> {
  const namedAddress = existing.find((address) => holders.has(address)) ?? existing[0] ?? null;
  return {
    addressed: holders.get(namedAddress ?? '')?.mailbox ?? null,
    namedAddress,
    newAddressHolder: holders.get(asked ?? '')?.mailbox ?? null,
  };
}

function isOfficial(
  { row }: Item,
  { existing, asked, inName, isCreate }: NamedAddresses,
  registry: Registry,
  holders: ReadonlyMap<string, query.Holder>,
): boolean {
  const name = row.fullName?.text ?? '';
  const addresses = [...existing, inName, isCreate ? asked : null];
  return (
    addresses.some((address) => holders.get(address ?? '')?.isOfficial) ||
    leadingWordings(name).some((wording) => registry.byWording.has(wording)) ||
    namesOfficial(name) ||
    [row.wish?.text, row.note?.text].some((words) => words !== undefined && speaksOfOfficial(words))
  );
}

/** The one unit, null where there is none or several. */
const only = <U>(units: readonly U[] | undefined): U | null =>
  units?.length === 1 ? (units[0] ?? null) : null;

const plain = ({ id, abbreviation, name, kind, parentId, mailbox }: Unit): Unit => ({
  id,
  abbreviation,
  name,
  kind,
  parentId,
  mailbox,
});
