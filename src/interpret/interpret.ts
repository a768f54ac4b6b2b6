import { setImmediate } from 'node:timers/promises';
import type { Form, FormRow, Placed, Reading } from '../model/form.ts';
import type { Action, Item, ReadRequest, Wish } from '../model/request.ts';
import { withoutAccents } from '../text/fold.ts';
import { subjectWords } from '../text/subject.ts';
import { addresseeDoubt } from './addressee.ts';
import { besidesIn } from './besides.ts';
import { withCaveats } from './caveats.ts';
import { contentItem, wishOfContent } from './content.ts';
import { countDoubts, isOfAnother, otherForm, rowsLacking } from './counts.ts';
import { ownWords } from './own-words.ts';
import { placesAround } from './places.ts';
import { peopleOf } from './pointers.ts';
import { type Context, interpretRow } from './row.ts';
import { letterPlace, sentencesOf } from './sentences.ts';
import { fileTitle, subjectPlace, systemDoubt, titleDoubt } from './title-doubt.ts';
import { againstTitle } from './titled.ts';
import { takingAway } from './words/states.ts';

export { asksAgain, asksForMailbox, hintsAtForm } from './asking.ts';
export { interpretContent } from './content.ts';
export { personName } from './names.ts';
export { ownWords } from './own-words.ts';
export { type Context, interpretRow } from './row.ts';
export { asksForTrial } from './trial.ts';
export { isThanks, readWord } from './word.ts';

/** Rows that are understood in one go: a long one takes milliseconds. */
const rowsInOneGo = 5;

/**
 * Understands a form: each row's words become a typed wish, or `unclear` with a doubt. A blank wish is told by the form's content, where
 * that is clear; a form without rows may ask in its content for one mailbox that it names. Everybody else has a turn between rows. `said` are the words outside the form, `told` their sentences.
 */
export async function interpretForm(
  form: Form,
  context: Context,
  said: readonly Placed[] = [],
  told = sentencesOf(said),
): Promise<ReadRequest> {
  const { rows, content } = form;
  const words = [...said, ...(form.remarks ?? [])];
  const sentences = [...told, ...sentencesOf(form.remarks ?? [])];
  const elsewhere =
    titleDoubt([...words, ...fileTitle(form)]) ??
    systemDoubt(told) ??
    addresseeDoubt(words, form.unit?.text ?? '');
  const asked = (all: readonly Item[]): readonly Item[] =>
    elsewhere === null ? all : all.map((item) => doubted(item, elsewhere));
  if (rows.length === 0)
    return { form, items: await withCaveats(asked(loneItem(content, context)), sentences, context) };
  const general = content === null ? null : wishOfContent(content.text, context);
  const reader = rowReader(general, context);
  const read = form.source === 'pdf-scan' ? pastAccents(reader) : reader;
  const items: Item[] = [];
  for (const [at, row] of rows.entries()) {
    items.push(read(row));
    if (at % rowsInOneGo === rowsInOneGo - 1) await setImmediate();
  }
  const meant = asked(items);
  const agreed =
    content === null || general === null ? meant : asContent(leftBlank(meant), content, general.wish);
  const all = content === null ? sentences : [...sentences, ...sentencesOf([content])];
  const outside = [...told, ...sentencesOf(fileTitle(form)), ...sentencesOf(content ? [content] : [])];
  const titled = agreed.map((item) => {
    const doubt = againstTitle(item, outside, context.today);
    return doubt === null ? item : doubted(item, doubt);
  });
  const counts = countDoubts(titled, all);
  const lacking = rowsLacking(form, titled, all);
  const counted = titled.map((item) => {
    const doubt = counts.get(item.wish.action) ?? counts.get(null);
    return doubt === undefined ? item : doubted(item, doubt);
  });
  const offices = counted.some((item) => item.offices) ? placesAround(form, told, context.today) : [];
  const placed = counted.map((item) =>
    item.offices ? { ...item, offices: [...item.offices, ...offices] } : item,
  );
  return { form, items: await withCaveats(placed, all, context), ...(lacking && { lacking }) };
}

/** Rows that take a mailbox away by the form's content alone, where the others say for themselves what they ask: one may have been forgotten. */
function leftBlank(items: readonly Item[]): readonly Item[] {
  if (items.every(({ row }) => row.wish === null)) return items;
  return items.map((item) =>
    item.row.wish === null && takesAway(item.wish.action)
      ? doubted(item, 'yêu cầu, vì dòng này để trống nội dung đề nghị còn dòng khác thì ghi')
      : item,
  );
}

const takesAway = (action: Action): boolean => takingAway.includes(action);

/** Rows or the form's content take mailboxes away, and the other plainly asks something else alone: one of the two is an old form's. */
function asContent(items: readonly Item[], content: Placed, { action }: Wish): readonly Item[] {
  if (action === 'unclear' || items.some(({ wish }) => wish.action === action)) return items;
  return items.map((item) =>
    takesAway(item.wish.action) || takesAway(action)
      ? doubted(item, `yêu cầu, vì nội dung yêu cầu của phiếu có ghi “${content.text}”`)
      : item,
  );
}

/** Understands the forms of a letter, one after the other, with what the letter says outside them. */
export async function interpretForms(
  {
    forms,
    text,
    alternative = '',
    subject = '',
    covering = [],
    cut,
  }: Pick<Reading, 'forms' | 'text' | 'alternative' | 'subject' | 'covering' | 'cut'>,
  context: Context,
): Promise<ReadRequest[]> {
  const words = [text, alternative].map((one) => ({ text: ownWords(one).join('\n'), where: letterPlace }));
  const titled = { text: subject, where: subjectPlace };
  const said = [titled, ...words, ...covering];
  const told = sentencesOf([{ ...titled, text: subjectWords(subject).words }, ...words, ...covering]);
  const read: ReadRequest[] = [];
  for (const form of forms) {
    // A form in the letter's own text has said it all, and under a subject that speaks against it there is none.
    const isBody = form.source === 'body';
    const request = isBody
      ? await interpretForm(form, context, covering)
      : await interpretForm(form, context, said, told);
    read.push(
      cut && !isBody ? { ...request, items: request.items.map((item) => doubted(item, unheard)) } : request,
    );
  }
  // Of several forms none need hold all that the letter counts.
  const requests = read.length > 1 ? read.map(({ form, items }) => ({ form, items })) : read.map(whole);
  return withBesides(requests, told, context);
}

/** The forms with what the letter, or the form itself outside its table, asks beside them. */
function withBesides(
  requests: readonly ReadRequest[],
  told: readonly Placed[],
  { today }: Context,
): ReadRequest[] {
  const people = peopleOf(requests.flatMap(({ items }) => items));
  const sentences = [
    ...told.map((one) => ({ ...one, of: 0, ...(one.where === subjectPlace && { asks: true as const }) })),
    ...requests.flatMap(({ form: { remarks = [], content } }, of) => [
      ...sentencesOf(remarks).map((one) => ({ ...one, of })),
      ...sentencesOf(content ? [content] : []).map((one) => ({ ...one, of, asks: true as const })),
    ]),
  ];
  const besides = Map.groupBy(besidesIn(sentences, people, today), ({ of }) => of);
  return requests.map((request, at) => {
    const own = besides.get(at)?.map(({ text, where, about }) => ({ text, where, about }));
    return own ? { ...request, besides: own } : request;
  });
}

/** A form that lacks most of those whom the words count is asked about. */
function whole(request: ReadRequest): ReadRequest {
  const { form, items, lacking } = request;
  if (lacking === undefined || !isOfAnother(lacking)) return request;
  return { form, items: items.map((item) => doubted(item, otherForm(lacking))) };
}

/** What nobody read of a letter may call off any row. */
const unheard =
  'có thực hiện dòng này không, vì phần lời của thư quá dài hoặc định dạng quá phức tạp nên hệ thống không đọc được hết';

/** An item that is left open; what was unclear before stays what is asked about. */
function doubted(item: Item, doubt: string): Item {
  const said = item.wish.action === 'unclear' ? item.wish.doubt : doubt;
  return { ...item, wish: { ...item.wish, action: 'unclear', doubt: said, open: [] } };
}

function rowReader(
  general: ReturnType<typeof wishOfContent> | null,
  context: Context,
): (row: FormRow) => Item {
  return (row) => {
    const item = interpretRow(row, context, row.wish === null ? (general?.wish ?? null) : null);
    const doubt = general?.doubt ?? null;
    return doubt === null ? item : doubted(item, doubt);
  };
}

/**
 * Recognition slips most in accents, and staff see each row beside its picture: a wish that is clear without them is taken
 * for what it asks. What it names with them stays unclear.
 */
function pastAccents(read: (row: FormRow) => Item): (row: FormRow) => Item {
  return (row) => {
    const item = read(row);
    if (item.wish.action !== 'unclear' || row.wish === null) return item;
    const bare = read({ ...row, wish: { ...row.wish, text: withoutAccents(row.wish.text) } });
    const isWhole = bare.wish.action !== 'unclear' && bare.wish.position === item.wish.position;
    return isWhole ? { ...bare, row: { ...bare.row, wish: item.row.wish } } : item;
  };
}

function loneItem(content: Placed | null, context: Context): Item[] {
  const item = content === null ? null : contentItem(content, context);
  return item === null ? [] : [item];
}
