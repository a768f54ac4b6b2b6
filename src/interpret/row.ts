import { rankOf, unknownRank } from '../directory/naming.ts';
import type { FormRow, Placed } from '../model/form.ts';
import type { Action, Item, Particular, PersonName, Wish } from '../model/request.ts';
import { fold, withoutAccents } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { spoken } from '../text/spoken.ts';
import { isPutOff, isWorkingUntil, taking } from './ahead.ts';
import { cellDoubt } from './cells.ts';
import { columnDoubt, isDenied } from './columns.ts';
import { isElsewhere, ownersOfMailbox } from './doubts.ts';
import type { Circumstance } from './evidence.ts';
import { mailboxesSaid } from './mailbox-said.ts';
import { namesSeveral, personName } from './names.ts';
import { type Aside, asideOf } from './note.ts';
import { isOpen, placesOf } from './places.ts';
import { type KnownWords, predecessorsIn, type Term } from './terms.ts';
import { heldUntil } from './values.ts';
import { type CellWish, newUnitIn, readWish } from './wish.ts';
import { again, givenBack, inOffice, keeping, renaming, unfitBeside } from './words/people-told.ts';
import { givingBack, takingAway } from './words/states.ts';

/** `today`: the Vietnamese calendar day, `YYYY-MM-DD`. */
export type Context = { today: string };

/**
 * Understands a row: its wish from the words of the wish, with what the other columns, the note and the name's remark add. What they
 * contradict is unclear. `general`: the wish that the form's content tells for rows whose own is blank. Never throws.
 * An address that stands beside the name, that the words name as the present one or that a note has is put into the row's address, where that is blank.
 */
export function interpretRow(row: FormRow, { today }: Context, general: Wish | null = null): Item {
  const name = row.fullName === null ? null : personName(row.fullName.text);
  const known = knownWords(row, name);
  const remarks = (row.remarks ?? []).map(({ text }) => asideOf(text, today, known));
  const notes = [row.note?.text, name?.remark]
    .filter((words) => typeof words === 'string')
    .map((words) => asideOf(words, today, known));
  const asides = [...notes, ...remarks];
  const title = [row.groupTitle, row.wishHeading]
    .filter((above) => above !== undefined)
    .map(({ text }) => asideOf(ofThisYear(text, today), today, known));
  const hints = [...newAddressHint(row), ...asides.flatMap(({ circumstances }) => circumstances)];
  const ofOffice = name === null && row.fullName !== null && !row.fullName.text.includes('@');
  const read = readWish(row.wish?.text ?? '', today, known, hints, ofOffice);
  const wish = row.wish === null && general !== null ? generalWish(general, hints) : read.wish;
  const mailboxes = mailboxesSaid(row, name, asides, wish.action, read.oldLogin);
  const predecessors = [...predecessorsIn(read.terms), ...asides.flatMap((aside) => aside.predecessors)];
  const against =
    drawnOver(row, remarks) ??
    columnDoubt(row, wish.action, today) ??
    cellDoubt(row, name, wish.action, today) ??
    headingDoubt(row, wish.action, today) ??
    rowDoubt(row, name, { ...read, wish }, { asides, mailboxes, predecessors }) ??
    timeDoubt(wish.action, [...asides, ...title], today);
  const doubt = wish.doubt ?? against;
  const action = doubt === null ? wish.action : 'unclear';
  const open = against === null ? wish.open : [];
  const values = withColumns(
    { ...wish, action, open, doubt: row.wish === null && doubt !== null ? blank(doubt, general) : doubt },
    row,
    asides,
    title,
    today,
  );
  const [inPlaceOf] = predecessors;
  const isSeveral = name === null && namesSeveral(row.fullName?.text ?? '');
  return {
    row: row.address === null && mailboxes.length === 1 ? { ...row, address: mailboxes[0] ?? null } : row,
    name,
    ...(isSeveral && { several: true }),
    ...(inPlaceOf !== undefined && { inPlaceOf }),
    wish: values,
    ...(isOpen(row) && { offices: placesOf(row, name, values.action) }),
  };
}

const blank = (doubt: string, general: Wish | null): string =>
  general === null ? 'đơn vị yêu cầu việc gì, vì nội dung đề nghị để trống' : doubt;

/** The content's wish is for every row: only what it asks, and from when. */
function generalWish(general: Wish, hints: readonly Circumstance[]): Wish {
  const agreed = hints.every(({ allows }) => allows.includes(general.action));
  const values = {
    anotherPerson: false,
    login: null,
    position: null,
    phone: null,
    particulars: [],
    open: [],
  };
  if (agreed || general.action === 'unclear') return { ...general, ...values };
  return {
    ...general,
    ...values,
    action: 'unclear',
    doubt: 'yêu cầu của dòng này, vì không khớp với nội dung yêu cầu của phiếu',
  };
}

function knownWords({ unit, position }: FormRow, name: PersonName | null): KnownWords[] {
  return [
    ...(name ? [{ kind: 'person' as const, text: name.fullName }] : []),
    ...(unit ? [{ kind: 'office' as const, text: unit.text }] : []),
    ...(position ? [{ kind: 'position' as const, text: position.text }] : []),
  ];
}

/** A filled column of new addresses speaks of a new name or place, and of nothing else. */
function newAddressHint({ address, newAddress }: FormRow): Circumstance[] {
  const wished = newAddress?.text.toLowerCase() ?? '';
  const isNew = /[a-z]{2}/.test(wished) && wished !== address?.text.toLowerCase();
  return isNew ? [{ allows: ['create', 'rename', 'transfer'], decides: true }] : [];
}

/** A row may have been left out of what is printed; and what is drawn over a row, or hangs on it as a comment does, was put there by somebody who read it: words that say nothing to us may take it back. */
function drawnOver({ crossed, unprinted, remarks = [] }: FormRow, asides: readonly Aside[]): string | null {
  if (crossed) return 'có thực hiện dòng này không, vì có nét vẽ trên dòng';
  if (unprinted)
    return 'có thực hiện dòng này không, vì dòng nằm ngoài vùng in của trang tính mà các dòng khác nằm trong';
  const at = asides.findIndex(({ isStrange, doubt }) => isStrange || doubt !== null);
  const remark = remarks[at];
  return remark
    ? `có thực hiện dòng này không, vì có ghi “${remark.text}” (${placeInWords(remark.where)})`
    : null;
}

/** What stands beside the wish: notes and remarks, the mailboxes that they or other cells name, and those whose place the person takes. */
type Beside = { asides: readonly Aside[]; mailboxes: readonly Placed[]; predecessors: readonly string[] };

/** What the rest of the row says against a clear wish. */
function rowDoubt(
  row: FormRow,
  name: PersonName | null,
  read: CellWish,
  { asides, mailboxes, predecessors }: Beside,
): string | null {
  const { action } = read.wish;
  // "đổi họ tên thành …": the new name is no stranger's.
  const renamed = action === 'update' && read.wish.particulars.includes('name');
  const stranger = read.people.find((person) => name !== null && !renamed && !isNamed(person, name));
  if (stranger !== undefined) return `yêu cầu cho ai, vì có tên “${stranger}”`;
  // Who takes his own place is the one that leaves, or another of his name.
  const own = predecessors.find((person) => name !== null && isNamed(person, name));
  const [first] = predecessors;
  if (own !== undefined || (first !== undefined && action !== 'create'))
    return `yêu cầu cho ai, vì có ghi thay “${own ?? first}”`;
  if (mailboxes.length > 1) return `hộp thư nào (${mailboxes.map(({ text }) => text).join(', ')})`;
  const { office, post } = ownersOfMailbox(read.terms);
  if (action !== 'create' && office !== null && isElsewhere(office, row.unit?.text))
    return `hộp thư ở đơn vị nào, vì có ghi “${office}”`;
  const posts = [row.position?.text, ...asides.map(({ position }) => position)].map((one) => fold(one ?? ''));
  if (action !== 'create' && name !== null && post !== null && !posts.includes(fold(post)))
    return `hộp thư của cá nhân hay của chức danh (“${post}”)`;
  const ofUnit = unitDoubt(row, action, read.terms);
  if (ofUnit !== null) return ofUnit;
  if (row.caution) return `có thực hiện dòng này không, vì nằm dưới “${row.caution.text}”`;
  for (const aside of asides) {
    if (aside.doubt !== null) return aside.doubt;
    if (aside.action !== null && aside.action !== action)
      return `yêu cầu, vì “${aside.text}” không khớp với nội dung đề nghị`;
    // A later name may begin with the earlier one.
    const isOther =
      aside.text === name?.remark &&
      (aside.predecessors.length > 0 ||
        aside.people.some(
          (person) => !isNamed(person, name) || !isSpelled(person, name) || renaming.test(spoken(aside.text)),
        ));
    if (isOther && !renamed) return `yêu cầu cho ai, vì có ghi “${aside.text}”`;
    if (aside.of.some((one) => isElsewhere(one, row.unit?.text)))
      return `yêu cầu về ai, vì có ghi “${aside.text}”`;
    const said = spoken(aside.text);
    if (givingBack.includes(action) && givenBack.test(said) && !again.test(said))
      return `việc đã xong hay cần làm, vì có ghi “${aside.text}”`;
    if (unfitBeside.some(({ words, denies }) => denies.includes(action) && words.test(said)))
      return `có thực hiện dòng này không, vì có ghi “${aside.text}”`;
    if (takingAway.includes(action) && (keeping.test(said) || inOffice.test(said)))
      return `có thực hiện dòng này không, vì có ghi “${aside.text}”`;
    const isOfOther = aside.owners.some((one) => name !== null && !isNamed(one, name));
    if (isOfOther && action !== 'create') return `yêu cầu về hộp thư của ai, vì có ghi “${aside.text}”`;
    if (whichOfTwo.test(fold(aside.text)) && action !== 'create')
      return `hộp thư nào, vì có ghi “${aside.text}”`;
    const isOfStranger = aside.whom !== null && name !== null && !isNamed(aside.whom, name);
    if (isOfStranger && action !== 'create') return `yêu cầu cho ai, vì có ghi “${aside.text}”`;
    if (aside.anotherPerson && action !== 'create') return `yêu cầu về ai, vì có ghi “${aside.text}”`;
  }
  return null;
}

/** "Lê Văn Tư (cũ)", "hộp thư cũ": there are two, of one person or of two with one name. */
const whichOfTwo = /^(?:(?:hop thu|thu dien tu|e mail|email|mail|tai khoan) )?(?:cu|moi)$/;

/** "Nghỉ hưu năm 2026" over a list of that year puts nothing off, as "đến hết năm 2026" does. */
const ofThisYear = (title: string, today: string): string =>
  title
    .normalize('NFC')
    .replace(
      new RegExp(
        `(?<!(?:hết|cuối|đến|tới|sau|quý\\s+[ivx\\d]+)\\s)(?:trong\\s+)?năm\\s+${today.slice(0, 4)}`,
        'giu',
      ),
      '',
    );

/** What stands over a row and says that somebody is as the row would not have him ("I. Chưa nghỉ"), or that its wish was one of an earlier year. */
function headingDoubt({ groupTitle, wishHeading }: FormRow, action: Action, today: string): string | null {
  const years = [...(wishHeading?.text ?? '').matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => year);
  const isFormer = years.length > 0 && years.every((year) => year < today.slice(0, 4));
  const above = isFormer
    ? wishHeading
    : groupTitle &&
      isDenied(groupTitle.text.replace(/^\P{L}*[IVX]+[.)]\s*/u, ''), action, today) &&
      groupTitle;
  return above ? `có thực hiện dòng này không, vì nằm dưới “${above.text}”` : null;
}

/** What a note puts off to a day that it does not name, or keeps until one that it does. */
function timeDoubt(action: Action, asides: readonly Aside[], today: string): string | null {
  const later = asides.find(({ text, effectiveOn, endsOn }) => {
    const said = spoken(text);
    if (taking.has(action) && isWorkingUntil(said, endsOn, today)) return true;
    return endsOn !== null && endsOn > today
      ? action === 'cancel'
      : effectiveOn === null && isPutOff(said, action, today);
  });
  return later ? `từ ngày nào, vì có ghi “${later.text}”` : null;
}

/** Who comes gets a mailbox where he now is; where the mailbox is of who has come already, nobody knows. */
function unitDoubt(
  { unit, formerUnit, address }: FormRow,
  action: Action,
  terms: readonly Term[],
): string | null {
  const now = unit !== null && unit.where !== formerUnit?.where ? unit.text : null;
  if (action === 'create') {
    const coming = newUnitIn(terms);
    if (coming !== null && now !== null && fold(coming) !== fold(now))
      return `đơn vị công tác (${now}, ${coming})`;
    return formerUnit && now === null
      ? `đơn vị công tác hiện nay, vì “${formerUnit.text}” là đơn vị cũ`
      : null;
  }
  const isMoved = formerUnit !== undefined && now !== null && fold(formerUnit.text) !== fold(now);
  return isMoved && address === null ? `hộp thư ở đơn vị nào (${formerUnit.text}, ${now})` : null;
}

/** "ông Nam" in the row of Trần Văn Nam is he. */
function isNamed(person: string, name: PersonName): boolean {
  const key = fold(person);
  return name.key === key || name.key.endsWith(` ${key}`);
}

/** Of two that differ in their accents alone, Hùng and Hưng, one is not the other; without accents either may be meant. */
function isSpelled(person: string, { fullName }: PersonName): boolean {
  return withoutAccents(person) === person || spoken(fullName).endsWith(spoken(person));
}

/** What the words do not name is taken from the columns, the remark and the note; a new position is the words' own. */
function withColumns(
  wish: Wish,
  row: FormRow,
  asides: readonly Aside[],
  title: readonly Aside[],
  today: string,
): Wish {
  const first = <T>(values: readonly (T | null | undefined)[]): T | null =>
    values.find((value) => value !== null && value !== undefined) ?? null;
  const said = asides
    .map(({ position }) => position)
    .filter((position) => position !== null && rankOf(position) < unknownRank);
  const isUpdate = wish.action === 'update';
  // A column tells who the person is. It is what is to be written only where the words do not speak of something else.
  const writes = (particular: Particular): boolean =>
    !isUpdate || wish.particulars.length === 0 || wish.particulars.includes(particular);
  const column = writes('position') ? row.position?.text : null;
  return {
    ...wish,
    position: first(isUpdate ? [wish.position, column, ...said] : [column, ...said, wish.position]),
    phone: first([wish.phone, writes('phone') ? row.phone?.text : null, ...asides.map(({ phone }) => phone)]),
    effectiveOn: first([
      wish.effectiveOn,
      ...[...asides, ...title].map((aside) => heldUntil(wish.action, aside, today)),
    ]),
    anotherPerson: wish.anotherPerson || asides.some(({ anotherPerson }) => anotherPerson),
  };
}
