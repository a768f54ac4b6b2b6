import type { Action } from '../model/request.ts';
import { type Clause, isMailbox, meaningOf, type Parsed } from './clauses.ts';
import type { Term } from './terms.ts';
import { actionNames, adverbAllows } from './words/adverbs.ts';
import { reasonTable } from './words/reasons.ts';

/** What the words of a cell ask for: one action, or why it is not clear which. */
export type Judgement =
  | { action: Exclude<Action, 'unclear'>; doubt: null }
  | { action: 'unclear'; doubt: string };

export const unclear = (doubt: string): Judgement => ({ action: 'unclear', doubt });

/**
 * Every verb, reason and adverb leaves some actions open; the wish is clear where exactly one is left that all of them allow.
 * `hints` are sets from outside the cell's words, such as a filled column of new addresses.
 */
export function judge(
  terms: readonly Term[],
  parsed: Parsed,
  hints: readonly (readonly Action[])[],
): Judgement {
  const clauses = clauseSet(parsed);
  if (typeof clauses === 'string') return unclear(clauses);
  const circumstances = [...reasonSets(terms), ...adverbSets(terms), ...hints];
  const alone = clauses ?? aloneSet(terms);
  if (alone === null) return unclear('đơn vị yêu cầu việc gì, vì không có từ nào nói rõ việc cần làm');
  const left = circumstances.reduce<readonly Action[]>(
    (open, allowed) => open.filter((action) => allowed.includes(action)),
    alone,
  );
  const [action, ...others] = left;
  if (action !== undefined && action !== 'unclear' && others.length === 0) return { action, doubt: null };
  if (action === undefined)
    return unclear('yêu cầu, vì việc cần làm và lý do hoặc từ đi kèm không khớp nhau');
  return unclear(`đơn vị muốn ${choice(left)}`);
}

/** The actions that all verbs together leave open; null where there is no verb, words where they contradict each other. */
function clauseSet({ clauses, topic }: Parsed): readonly Action[] | string | null {
  const [first, ...others] = clauses;
  if (!first) return null;
  const run = others.find(({ after }) => after === 'verb');
  if (run) return `yêu cầu, vì hai từ “${first.text}” và “${run.text}” đi liền nhau`;
  const stray = topic.find(
    ({ thing }) => !isMailbox(thing) && !first.things.some((own) => own.thing === thing),
  );
  if (stray) return `“${stray.text}” liên quan thế nào đến “${first.text}”`;
  let open = meaningOf(first);
  for (const clause of clauses) {
    const meant = meaningOf(clause);
    if (meant.length === 0) return `“${said(clause)}” nghĩa là gì`;
    const narrowed = clause.after === 'heading' && meant.every((action) => open.includes(action));
    if (!narrowed && meant.join() !== open.join())
      return `trong ô có nhiều yêu cầu khác nhau, thực hiện yêu cầu nào`;
    open = meant;
  }
  return open;
}

const said = ({ text, things }: Clause): string => [text, ...things.map((thing) => thing.text)].join(' ');

/** A reason that asks for something by itself ("nghỉ hưu"), where there is no verb. */
function aloneSet(terms: readonly Term[]): readonly Action[] | null {
  const moved = terms.some((term) => term.kind === 'reason' && term.reason === 'moved');
  if (moved && hasDestination(terms)) return ['transfer'];
  const actions = terms.flatMap((term) =>
    term.kind === 'reason' ? (reasonTable[term.reason].alone ?? []) : [],
  );
  return actions.length > 0 ? [...new Set(actions)] : null;
}

const hasDestination = (terms: readonly Term[]): boolean =>
  terms.some((term, at) => {
    const before = terms[at - 1];
    return term.kind === 'office' && before?.kind === 'link' && before.link === 'to';
  });

function reasonSets(terms: readonly Term[]): (readonly Action[])[] {
  return terms.flatMap((term) => (term.kind === 'reason' ? [reasonTable[term.reason].allows] : []));
}

/** `mới` and `cũ` say something of the mailbox alone: "mật khẩu mới", "chức vụ cũ" are what they are. */
function adverbSets(terms: readonly Term[]): (readonly Action[])[] {
  return terms.flatMap((term, at) => {
    if (term.kind !== 'adverb') return [];
    const before = terms[at - 1];
    const after = terms[at + 1];
    if (term.adverb === 'new' && (before?.kind === 'office' || after?.kind === 'reason')) return [];
    if (
      (term.adverb === 'new' || term.adverb === 'old') &&
      before?.kind === 'thing' &&
      !isMailbox(before.thing)
    )
      return [];
    return [adverbAllows[term.adverb]];
  });
}

/** `a, b hay c`. */
function choice(actions: readonly Action[]): string {
  const names = actions.flatMap((action) => (action === 'unclear' ? [] : [actionNames[action]]));
  return `${names.slice(0, -1).join(', ')} hay ${names.at(-1) ?? ''}`;
}
