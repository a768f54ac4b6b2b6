import type { Finding } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import { outcomeOfRows } from '../model/outcome.ts';
import type {
  DecidedItem,
  DecidedRequest,
  Facts,
  House,
  Item,
  ItemFacts,
  Outcome,
  ReadRequest,
} from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { actionRule } from './action.ts';
import { addressFormatRule } from './address-format.ts';
import { addressTakenRule } from './address-taken.ts';
import { heldForSignature } from './broken-signature.ts';
import { concernedBy } from './concerned.ts';
import { datedAheadRule } from './dated-ahead.ts';
import { detailsRule } from './details.ts';
import { doneBeforeRule } from './done-before.ts';
import {
  askedBesides,
  formIncomplete,
  legacyConverted,
  predecessorKept,
  rowsLacking,
  tableNotUnderstood,
} from './findings.ts';
import { relatedRows, rowsOf } from './letter.ts';
import { mailboxRule } from './mailbox.ts';
import { nameRule } from './name.ts';
import { namesakeRule } from './namesake.ts';
import { protectedRule } from './protected.ts';
import { quotaRule } from './quota.ts';
import { repeatedRule } from './repeated.ts';
import { rowsDifferRule } from './rows-differ.ts';
import type { Row, Rule, Subject } from './rule.ts';
import { leftToStaff } from './scanned.ts';
import { scopeRule } from './scope.ts';
import { stateRule } from './state.ts';
import { throughManagerRule } from './through-manager.ts';
import { transferRule } from './transfer.ts';
import { unitRule } from './unit.ts';

/**
 * The book, in stages. All rules of a stage are asked; a row of which any finds something goes no further, so that
 * no rule has to repeat or foresee what an earlier stage found.
 */
export const book: readonly (readonly Rule[])[] = [
  // Done already: nothing else is to be said.
  [doneBeforeRule],
  // Who asks, and whether the row says what it must.
  [unitRule, scopeRule, throughManagerRule, nameRule, protectedRule, actionRule],
  // Whether the letter's other rows say the contrary: then it does not matter which of them could be done.
  [rowsDifferRule],
  // What stands in the directory, and in the letter's other rows.
  [
    mailboxRule,
    stateRule,
    namesakeRule,
    addressFormatRule,
    addressTakenRule,
    transferRule,
    quotaRule,
    datedAheadRule,
  ],
  // Whether anything is left to do.
  [detailsRule],
  [repeatedRule],
];

/** Day and house that a letter is judged by; `today` is the Vietnamese calendar day, `YYYY-MM-DD`. */
export type Context = { house: House; today: string };

/**
 * Judges the forms of one letter together, by the book. Pure: the same forms and facts give the same decisions.
 * @throws where `facts` do not have one entry for each row, which is a mistake of ours.
 */
export function judge(requests: readonly ReadRequest[], facts: Facts, context: Context): DecidedRequest[] {
  const rows = rowsOf(requests, facts, context.house);
  const decided = decideRows(rows, facts, context);
  let next = 0;
  return requests.map(({ form, items, lacking, besides = [] }) => {
    const end = next + items.length;
    const own = decided.slice(next, end);
    const complete = items.some((item, index) => isComplete(item, rows[next + index]?.facts));
    next = end;
    const request: DecidedRequest = {
      form,
      outcome: complete ? outcomeOfRows(own.map(({ outcome }) => outcome)) : 'rejected',
      findings: [
        ...(complete ? shortage(lacking) : [incomplete(form)]),
        ...besides.map(({ about, text, where }) =>
          askedBesides({ case: about, sentence: text, place: placeInWords(where) }),
        ),
        ...predecessors(own, requests),
        ...conversion(form),
      ],
      items: own,
    };
    return heldForSignature(form.source === 'pdf-scan' ? leftToStaff(request) : request);
  });
}

/** Those in whose place somebody comes, and for whom no row of the letter asks anything. */
function predecessors(rows: readonly DecidedItem[], requests: readonly ReadRequest[]): Finding[] {
  const keys = requests.flatMap(({ items }) => items.flatMap(({ name }) => name?.key ?? []));
  const hasRow = (person: string): boolean => keys.some((key) => ` ${key}`.endsWith(` ${fold(person)}`));
  return rows.flatMap(({ item: { inPlaceOf, row }, outcome }) =>
    inPlaceOf === undefined || outcome !== 'applied' || hasRow(inPlaceOf)
      ? []
      : [predecessorKept({ row: String(row.number), name: inPlaceOf })],
  );
}

/** Why nobody is named: there is nobody, or only a heading says so that we do not know. */
function incomplete({ rows, strangeHeadings = [] }: Form): Finding {
  if (rows.length > 0 || strangeHeadings.length === 0) return formIncomplete();
  return tableNotUnderstood({ headings: strangeHeadings.map(({ text }) => `“${text}”`).join(', ') });
}

/** What was written in an old code is told, so that the office looks at the names again (Điều 6 khoản 2). */
const conversion = ({ convertedFrom }: Form): Finding[] =>
  convertedFrom === undefined ? [] : [legacyConverted({ encoding: convertedFrom.join(', ') })];

const shortage = (lacking: ReadRequest['lacking']): Finding[] =>
  lacking === undefined
    ? []
    : [
        rowsLacking({
          sentence: lacking.sentence.text,
          place: placeInWords(lacking.sentence.where),
          rows: String(lacking.rows),
        }),
      ];

function decideRows(rows: readonly Row[], facts: Facts, { house, today }: Context): DecidedItem[] {
  const [asking, ...above] = facts.asking;
  if (asking === undefined) throw new Error('no asking unit among the facts');
  const relatedTo = relatedRows(rows);
  const findings = new Map<Row, readonly Finding[]>(rows.map((row) => [row, []]));
  for (const stage of book) {
    const standing = new Set(rows.filter((row) => findings.get(row)?.length === 0));
    const stands = (row: Row): boolean => standing.has(row);
    for (const row of standing) {
      const subject = { ...row, asking, above, house, today, related: relatedTo(row), stands };
      findings.set(row, ask(stage, subject));
    }
  }
  return rows.map((row) => decide(row, findings.get(row) ?? []));
}

/** What the rules of a stage find that govern the row's action. */
export const ask = (stage: readonly Rule[], subject: Subject): Finding[] =>
  stage
    .filter(({ governs }) => governs === 'all' || governs.includes(subject.item.wish.action))
    .flatMap((rule) => rule.check(subject));

/** A row with its outcome, the severest of its findings. */
export function decide(row: Row, findings: readonly Finding[]): DecidedItem {
  const { item, unit, match, asked } = row;
  const mailbox = match?.kind === 'one' ? match.mailbox : null;
  // An active mailbox that is asked back can be read two ways, so its row is `unclear`, whatever the words.
  const notReclaimed = findings.some(({ args }) => args.case === 'not-reclaimed');
  const action = notReclaimed ? 'unclear' : item.wish.action;
  const concerned = concernedBy(row, findings);
  return { item, unit, mailbox, concerned, action, asked, outcome: outcomeOf(findings), findings };
}

function outcomeOf(findings: readonly Finding[]): Outcome {
  if (findings.some(({ severity }) => severity === 'reject')) return 'rejected';
  return findings.some(({ severity }) => severity === 'review') ? 'review' : 'applied';
}

/** A row that names a person, or a mailbox, and a wish; a blank wish may have been told by the form's content. */
function isComplete({ row, wish }: Item, facts: ItemFacts | undefined): boolean {
  const names = row.fullName !== null || row.address !== null || wish.login !== null;
  const wishes = row.wish !== null || wish.action !== 'unclear';
  return (names || (facts?.namedAddress ?? null) !== null || facts?.official === true) && wishes;
}
