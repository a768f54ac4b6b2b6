import type { Action } from '../model/request.ts';
import type { Term } from './terms.ts';

/** The values that a cell names beside its wish; a doubt where two contradict each other. */
export type Values = {
  effectiveOn: string | null;
  /** A login that is wished for or spoken of, and one that is to be replaced. */
  login: string | null;
  oldLogin: string | null;
  position: string | null;
  phone: string | null;
  quotaBytes: number | null;
  hasEnd: boolean;
  endsOn: string | null;
  /** `effectiveOn` is the day on which somebody comes: "nhận công tác từ 01/12/2026". */
  isArrival: boolean;
  doubt: string | null;
};

type Placed = { text: string; role: 'to' | 'from' | 'until' | 'new' | 'stated' | 'plain' };

export function valuesOf(terms: readonly Term[]): Values {
  const dated = terms.filter((_, at) => !isYearOfHiring(terms, at));
  const days = placed(dated, 'day').filter(({ role }) => role !== 'until');
  const ends = placed(dated, 'day').filter(({ role }) => role === 'until' || role === 'to');
  const starts = distinct(days.filter(({ role }) => role !== 'to').map(({ text }) => text));
  const logins = placed(terms, 'login');
  const news = newest(logins);
  const others = distinct(logins.map(({ text }) => text)).filter((login) => !news.includes(login));
  const sizes = distinct(terms.flatMap((term) => (term.kind === 'size' ? [term.bytes] : [])));
  const doubt =
    starts.length > 1
      ? `từ ngày nào (${starts.map(inVietnamese).join(', ')})`
      : news.length > 1 || others.length > 1
        ? `hộp thư nào (${[...news, ...others].join(', ')})`
        : sizes.length > 1
          ? 'dung lượng bao nhiêu'
          : null;
  return {
    effectiveOn: starts[0] ?? null,
    login: news[0] ?? others[0] ?? null,
    oldLogin: news.length > 0 ? (others[0] ?? null) : null,
    position: wanted(placed(terms, 'position')),
    phone: wanted(placed(terms, 'phone')),
    quotaBytes: sizes[0] ?? null,
    isArrival: terms.some((_, at) => isArrivalAt(terms, at)),
    endsOn: endOf(ends.at(-1)?.text ?? null, terms),
    hasEnd: ends.length > 0 || terms.some(({ kind }) => kind === 'duration'),
    doubt,
  };
}

/** "Đến hết tháng 12/2026" ends with that month, whose first day is its day. */
function endOf(day: string | null, terms: readonly Term[]): string | null {
  const isMonth = terms.some(
    (term) =>
      term.kind === 'day' &&
      term.day === day &&
      /^\d{1,2}(?:\s?[/-]\s?\d{4}|\s+n[aă]m\s+\d{4})?$/u.test(term.text),
  );
  if (day === null || !isMonth) return day;
  const last = new Date(`${day}T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return last.toISOString().slice(0, 10);
}

/** "Trúng tuyển công chức năm 2026": whom the present year made a colleague is one already. */
function isYearOfHiring(terms: readonly Term[], at: number): boolean {
  const [before, term] = [terms[at - 1], terms[at]];
  const isHired = before?.kind === 'reason' && before.reason === 'hired';
  return isHired && term?.kind === 'day' && /^n[aă]m \d{4}$/i.test(term.text) && isPresent(term.day);
}

/** As `calendarDay` has a year that is not over. */
const isPresent = (day: string | null): boolean => day?.endsWith('-12-31') === true;

/** A day that stands with the reason that somebody comes, and not with what is asked. */
function isArrivalAt(terms: readonly Term[], at: number): boolean {
  const before = terms.slice(0, at).findLast(({ kind }) => kind !== 'link' && kind !== 'filler');
  return (
    terms[at]?.kind === 'day' &&
    before?.kind === 'reason' &&
    (before.reason === 'hired' || before.reason === 'arrived')
  );
}

/** So many days before somebody comes a mailbox may be made: later its default password would be locked unread (Điều 10 khoản 3). */
const daysBeforehand = 7;

/** From when a wish is to hold; null where it is to be carried out at once, as for somebody who will soon be there. `today`: `YYYY-MM-DD`. */
export function heldUntil(
  action: Action,
  { effectiveOn, isArrival }: Pick<Values, 'effectiveOn' | 'isArrival'>,
  today: string,
): string | null {
  if (effectiveOn === null || action !== 'create' || !isArrival) return effectiveOn;
  const days = (Date.parse(effectiveOn) - Date.parse(today)) / 86_400_000;
  return days > 0 && days <= daysBeforehand ? null : effectiveOn;
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const inVietnamese = (day: string): string => day.split('-').toReversed().join('/');

/** Values that are wished for: those after "thành", else "mới", else a colon. */
function newest(values: readonly Placed[]): string[] {
  for (const wished of ['to', 'new', 'stated'] as const) {
    const found = distinct(values.filter(({ role }) => role === wished).map(({ text }) => text));
    if (found.length > 0) return found;
  }
  return [];
}

/** Of several positions or numbers that which is wished for; without such words all but the former are meant. */
function wanted(values: readonly Placed[]): string | null {
  const news = newest(values.filter(({ role }) => role !== 'stated'));
  const rest = distinct(values.filter(({ role }) => role !== 'from').map(({ text }) => text));
  const chosen = news.length > 0 ? news : rest;
  return chosen.length > 0 ? chosen.join(', ') : null;
}

/** The values of a kind, with the word before that tells what they are. */
function placed(terms: readonly Term[], kind: 'day' | 'login' | 'position' | 'phone'): Placed[] {
  return terms.flatMap((term, at): Placed[] => {
    if (term.kind !== kind) return [];
    const text = term.kind === 'day' ? term.day : term.text;
    return text === null ? [] : [{ text, role: roleOf(terms, at) }];
  });
}

function roleOf(terms: readonly Term[], at: number): Placed['role'] {
  const term = terms[at];
  const before = terms
    .slice(0, at)
    .findLast(({ kind, text }) => !['filler', 'title'].includes(kind) && !/^["'“”‘’]$/.test(text));
  // "Nghỉ hưu vào 01/12" is no end of anything.
  if (term?.kind === 'day' && before?.text.toLowerCase() === 'vào') return 'from';
  if (before?.kind === 'link' && (before.link === 'to' || before.link === 'from' || before.link === 'until'))
    return before.link;
  if (before?.kind === 'adverb' && before.adverb === 'new') return 'new';
  const told =
    term?.kind === 'phone' ? ageTold(before?.text === ':' ? terms[terms.indexOf(before) - 1] : before) : null;
  if (told !== null) return told;
  if (before?.kind !== 'sign' || before.text !== ':') return 'plain';
  // "tên mới: tvnam2.sttt"
  const label = terms[terms.indexOf(before) - 1];
  return label?.kind === 'adverb' && label.adverb === 'new' ? 'new' : 'stated';
}

/** What "số cũ: 0939 111 222" and "số mới: 0939 456 789" say of a number. */
function ageTold(label: Term | undefined): 'from' | 'new' | null {
  if (label?.kind === 'adverb' && label.adverb === 'old') return 'from';
  if (label?.kind !== 'thing') return null;
  return / c[uũ]$/i.test(label.text) ? 'from' : / m[oớ]i$/i.test(label.text) ? 'new' : null;
}
