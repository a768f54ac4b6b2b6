import type { FormRow, Placed } from '../model/form.ts';
import type { Action, PersonName } from '../model/request.ts';
import { tidy } from '../text/fold.ts';
import { phrase, spoken } from '../text/spoken.ts';
import { freeMail } from './doubts.ts';
import type { Aside } from './note.ts';
import { contact } from './words/caveats.ts';

/** Actions whose words may name a mailbox that is to be, or that somebody else has. */
const ofNewMailbox: ReadonlySet<Action> = new Set(['create', 'rename', 'transfer']);

/**
 * The mailboxes, each once, with or without their domain, that a row says an action is about: beside the name, in the words of the wish
 * (`inWish`), in notes and remarks, in a column that the form does not know. Whom to write to is no such mailbox, nor is a private one.
 */
export function mailboxesSaid(
  row: FormRow,
  name: PersonName | null,
  asides: readonly Aside[],
  action: Action,
  inWish: string | null,
): Placed[] {
  const beside = addressesBeside(row, name).map((text) => placed(text, row.fullName));
  const wished = inWish === null ? [] : [placed(inWish, row.wish)];
  // Without a name nothing would hold an address that stands somewhere in the row against it.
  const told = name === null || ofNewMailbox.has(action) ? [] : [...inNotes(row, asides), ...inColumns(row)];
  const said = [
    ...(row.address ? [row.address] : []),
    ...beside,
    ...wished,
    ...told.filter(isOfProvince),
  ].map(({ text, where }) => ({ text: text.toLowerCase(), where }));
  return said.filter((one, at) => !said.slice(0, at).some((earlier) => isSame(earlier.text, one.text)));
}

const placed = (text: string, cell: Placed | null): Placed => ({ text, where: cell?.where ?? '' });

const inNotes = (row: FormRow, asides: readonly Aside[]): Placed[] =>
  asides
    .filter(({ text }) => !isForOthers(text))
    .flatMap(({ logins }) => logins.map((login) => placed(login, row.note ?? row.fullName)));

/** Who hands over, approves, asks or made the list has an address, too, and so has who is to hear of it. */
const forOthers = phrase(
  'người|bàn giao|thay|chuyển tiếp|duyệt|kiểm soát|quản lý|lãnh đạo|gửi(?: [^ ]+){0,5} (?:về|qua|cho|đến|tới|vào)|cc|bcc|copy|kính gửi|nhận',
);

function isForOthers(text: string): boolean {
  const said = spoken(text);
  return contact.test(said) || forOthers.test(said);
}

/** `lvtu.snv`, and no `v.v`, nor the name of a site. */
const isOfProvince = ({ text }: Placed): boolean =>
  !freeMail.test(text) && (/^[a-z]\w{2,}\.[a-z][a-z0-9_-]*$/.test(text) || text.includes('@'));

const inColumns = ({ others = [] }: FormRow): Placed[] =>
  others.flatMap(({ heading, text, where }) => {
    const said = text.trim().toLowerCase();
    const isOne = /^[\w.+-]+(?:@[\w.-]+)?$/.test(said) && /[.@]/.test(said);
    return isOne && !isForOthers(heading) ? [{ text: said, where }] : [];
  });

/** The same address, whether or not both have their domain. */
function isSame(one: string, other: string): boolean {
  return one.split('@')[0] === other.split('@')[0];
}

/** The addresses that stand beside the name, `Trần Văn Nam (tvnam.sttt@…)`, or in its place. A private one is no mailbox of the province. */
function addressesBeside({ fullName }: FormRow, name: PersonName | null): string[] {
  const remark = name === null ? tidy(fullName?.text ?? '') : (name.remark ?? '');
  return remark
    .split('; ')
    .flatMap(
      (part) => /^(?:(?:e-?mail|mail|hộp thư|địa chỉ)\s*:?\s*)?([^\s@]+@[^\s@]+)$/iu.exec(part)?.[1] ?? [],
    )
    .filter((address) => !freeMail.test(address));
}
