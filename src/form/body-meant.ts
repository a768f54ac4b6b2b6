import type { Form } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { spoken } from '../text/spoken.ts';
import { subjectWords } from '../text/subject.ts';
import { takingBack } from '../text/taking-back.ts';
import { onlyTells } from '../text/telling.ts';
import { isActionPhrase } from './aside.ts';
import { fieldKind } from './fields.ts';
import { type Grid, type Line, outside } from './grid.ts';
import { isTitle } from './letterhead.ts';

/** The field whose label a line begins with; null where it begins with none. */
export function labelOf(text: string): string | null {
  const [, label] = /^([^:：]{2,60})[:：]/u.exec(text) ?? [];
  return label === undefined ? null : fieldKind(label);
}

const asks = /\b(?:de nghi|yeu cau|kinh nho|nho|xin|mong|dang ky)\b/;
/** Whether words take back what is asked, tell of what was asked before, or put it off. */
export function isUnmeant(text: string): boolean {
  const said = spoken(text);
  return takingBack.some(({ pattern }) => pattern.test(said));
}

/** What telephones and servers add below a letter: "Đã gửi từ iPhone của tôi", and that who got it by mistake is to delete it. */
function isOfPrograms(folded: string): boolean {
  return (
    /^(?:(?:da|duoc) )?gui tu .{1,40}$/.test(folded) ||
    /\b(?:khong phai (?:la )?nguoi nhan|nhan nham|nham lan|khong duoc sao chep)\b/.test(folded)
  );
}

/** Whether the words around the list, the subject among them, ask for it, and none of them speaks against it. */
export function isMeant(form: Form, grid: Grid, subject: string): boolean {
  const around = grid.lines.filter(isOutside);
  const texts = around.flatMap(({ cells }) => cells.map(({ text }) => text));
  const labelled = texts.filter((text) => labelOf(text) !== null);
  const free = texts.filter((text) => labelOf(text) === null && !isTitle(text) && !isOfPrograms(fold(text)));
  // The subject of an answer, or of a letter that was passed on, is an earlier letter's.
  const { words, isEarlier } = subjectWords(subject);
  const own = isEarlier ? '' : words;
  const about = fold(own).replace(leadIn, '');
  if ([...free, own].some(isUnmeant) || texts.some((text) => text.includes('?'))) return false;
  const titled =
    formTitle.test(about) || grid.lines.some(({ cells }) => cells.some(({ text }) => isTitle(text)));
  const known = [form.requester, form.position, form.phone, form.content].filter((it) => it !== null).length;
  if (form.rows.length === 0) return titled && form.content !== null && form.requester !== null;
  return (
    titled ||
    known > 1 ||
    labelled.length > 1 ||
    free.some((text) => asks.test(fold(text))) ||
    (isActionPhrase(about) && !mayTell.test(about) && !onlyTells(own))
  );
}

const leadIn = /^(?:(?:v v|ve viec|gui|kinh gui|chuyen|kem theo|nop|bo sung) )+/;
const formTitle = /^phieu (?:yeu cau|de nghi|dang ky)\b/;
/** Also in subjects of letters that list what others do or did. Where there is nothing else that asks, one such word is enough to doubt it. */
const mayTell = /\b(?:ket qua|thong bao|bao cao|tong hop|ra soat|trao doi|huong dan)\b/;

export function isOutside({ cells }: Line): boolean {
  return cells.every(({ column }) => column > outside);
}

/** Has a letterhead or a title, so that its first lines may name the unit. */
export function isLettered({ lines }: Grid): boolean {
  return lines.some(({ cells }) =>
    cells.some(({ text }) => isTitle(text) || fold(text).includes('cong hoa xa hoi chu nghia')),
  );
}

/** Without a letterhead only a label says which unit it is: a sentence may begin with a unit's name, too. */
export function labelledUnit({ unit }: Form, { lines }: Grid): Form['unit'] {
  const line = lines.find(({ cells }) =>
    cells.some(({ where, text }) => where === unit?.where && labelOf(text) !== null),
  );
  return line ? unit : null;
}
