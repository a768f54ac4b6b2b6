import type { Composer } from '../apply/apply.ts';
import { applyDecision, type DecisionPlan, NotWaiting } from '../apply/decision.ts';
import { Overtaken } from '../apply/overtaken.ts';
import { type PlannedItem, planChanges, stemsWanted } from '../apply/plan.ts';
import type { Desk } from '../desk.ts';
import { findFacts, takenAddresses } from '../directory/reader.ts';
import { unitByAbbreviation, unitsById } from '../directory/units.ts';
import { renderAll } from '../mail/render.ts';
import type { Notice } from '../model/notice.ts';
import type { DecidedItem, Item, ItemFacts, Unit } from '../model/request.ts';
import { composeDecision } from '../reply/reply.ts';
import { doneByStaff, refusedByStaff } from '../rules/findings.ts';
import { judgeForStaff, type StaffJudgement } from '../rules/staff.ts';
import { vietnamDay } from '../text/day.ts';
import { type Corrections, correct, said } from './corrections.ts';
import { type FiledRequest, type FiledRow, isWaiting } from './filed.ts';
import { decidedBefore, forbidden, lacks, notSeen } from './refusals.ts';
import { DecisionRefused } from './refused.ts';
import { findLetterHead, findRequest } from './requests.ts';
import { rowNamed } from './row.ts';
import { findEnds, inUnit, type LookUp } from './transfer.ts';

/** What a member of staff decides about one row that waits. */
export type Decision = {
  number: string;
  /** The row's STT, or `thu-2` for the second row of the form. */
  row: string;
  verdict: 'apply' | 'reject';
  /** His words for the office; they stand in the notice. */
  because: string;
  /** Who decides, for the audit trail. */
  by: string;
  corrections: Corrections;
  /** Codes of findings that he allows beside those that he saw when the row was left to him. */
  accepted: readonly string[];
};

/** The request after the decision, the row that it was about, and the notices that were queued. */
export type Decided = { request: FiledRequest; row: FiledRow; notices: Notice[] };

/** Tries to plan and write; each time somebody was faster the facts are looked up anew. */
const attempts = 10;

/**
 * Carries a decision of staff out: the row is judged anew by the same book against today's directory, and written and
 * answered in one transaction. Throws `DecisionRefused` where that cannot be done; then nothing is written.
 */
export async function decideRow(desk: Desk, decision: Decision): Promise<Decided> {
  for (let attempt = 1; ; attempt += 1) {
    const { request, row } = await waitingRow(desk, decision);
    const plan = await planDecision(desk, decision, request, row).catch(async (error: unknown) => {
      // What somebody else decided meanwhile may be all that stands against it; then that is told.
      await waitingRow(desk, decision);
      throw error;
    });
    try {
      const notices = await write(desk, plan);
      const after = await openRequest(desk, decision.number);
      return { request: after, row: after.items.find(({ id }) => id === row.id) ?? row, notices };
    } catch (error) {
      // Somebody was faster; what he did is seen, and told, when everything is looked up again.
      const isOvertaken = error instanceof Overtaken || error instanceof NotWaiting;
      if (!isOvertaken || attempt === attempts) throw error;
    }
  }
}

/** The row as it stands now. Throws `DecisionRefused` where it does not wait any more. */
async function waitingRow(desk: Desk, decision: Decision): Promise<{ request: FiledRequest; row: FiledRow }> {
  const request = await openRequest(desk, decision.number);
  const row = rowNamed(request, decision.row);
  if (!isWaiting(row)) throw new DecisionRefused(decidedBefore(request, row));
  return { request, row };
}

/** The request of this number, about which staff may decide. */
export async function openRequest(desk: Desk, number: string): Promise<FiledRequest> {
  const request = await findRequest(desk.db, number, desk.now());
  if (!request)
    throw new DecisionRefused(`Không có phiếu số ${number}. Xem các phiếu: phieu requests list --waiting`);
  if (!request.letter.verdict.verified)
    throw new DecisionRefused(
      `Người gửi phiếu ${request.number} chưa được xác minh, nên không quyết định được.`,
    );
  return request;
}

async function planDecision(
  desk: Desk,
  { verdict, because, by, corrections, accepted }: Decision,
  request: FiledRequest,
  row: FiledRow,
): Promise<DecisionPlan> {
  const { number, form, findings, letter } = request;
  const judged = verdict === 'reject' ? null : await judgeRow(desk, request, row, corrections);
  if (judged) mustBeSeen(judged, request, row, accepted);
  const item = judged ? await planRow(desk, request, judged, because) : refusedRow(row, because);
  const { action, outcome, address, newAddress } = row;
  return {
    ...{ by, because, messageId: letter.id, itemId: row.id },
    request: { number, form, findings: findings.filter(({ severity }) => severity !== 'note') },
    settlement: await answering(desk, request),
    // What was read stays what was read; staff's corrections stand in the audit trail.
    item: { ...item, item: { ...row.item, name: corrections.name ?? row.item.name } },
    before: { action, outcome, address, newAddress, findings: row.findings.map(({ code }) => code) },
    waived: judged?.waived ?? [],
    said: said(corrections),
  };
}

/** What an answer to the letter of a request needs to know of it. */
export async function answering(
  { db }: Desk,
  { letter, asking, findings }: FiledRequest,
): Promise<DecisionPlan['settlement']> {
  const { subject, references } = await findLetterHead(db, letter.id);
  // What came with the token of our question speaks for the unit whoever sent it; that sender is proven for nothing else.
  const isWord = findings.some(({ code }) => code.startsWith('confirmation-'));
  const address = isWord ? asking.mailbox : letter.fromAddress;
  return {
    findings: [],
    problems: [],
    verdict: { ...letter.verdict, address, unit: asking, findings: [] },
    letter: { subject, references, messageId: letter.messageId, receivedAt: letter.receivedAt },
  };
}

const refusedRow = (row: FiledRow, words: string): PlannedItem => ({
  ...row,
  ...{ outcome: 'rejected', findings: [refusedByStaff({ words })] },
  ...{ create: null, change: null, command: null },
});

/** Staff allow what they saw: what came up since, or by their own corrections, must be named first. */
function mustBeSeen(
  { waived }: StaffJudgement,
  request: FiledRequest,
  row: FiledRow,
  accepted: readonly string[],
): void {
  const seen = new Set<string>([...row.findings.map(({ code }) => code), ...accepted]);
  const unseen = waived.filter(({ code }) => !seen.has(code));
  if (unseen.length > 0) throw new DecisionRefused(notSeen(request, row, unseen));
}

/** What the book says of the row with what staff said; throws where it forbids it, or where something is not known. */
async function judgeRow(
  desk: Desk,
  request: FiledRequest,
  row: FiledRow,
  corrections: Corrections,
): Promise<StaffJudgement> {
  if (!request.asking.isValid)
    throw new DecisionRefused(
      `${request.asking.name} không còn trong danh mục đơn vị đang hoạt động, nên không thực hiện thay đơn vị này được.`,
    );
  const unit = await unitMeant(desk, corrections);
  const corrected = correct(row.item, corrections);
  const lookUp = lookingUp(desk, request, row);
  const isTransfer = corrected.wish.action === 'transfer';
  const ends = isTransfer
    ? await findEnds(corrected, corrections, lookUp, async ({ unitId }) => unitById(desk, unitId), desk.house)
    : null;
  const item = ends?.from ? inUnit(corrected, ends.from) : corrected;
  const { asking, own } = await lookUp(item);
  const meant = isTransfer ? ends?.destination?.units : own.units;
  if (unit && (meant?.length !== 1 || meant[0]?.id !== unit.id))
    throw new DecisionRefused(
      `"${unit.abbreviation}" có thể là nhiều đơn vị trong danh mục; hãy sửa tên gọi khác của các đơn vị đó.`,
    );
  if (corrections.mailbox !== null && !own.addressed)
    throw new DecisionRefused(`Không có hộp thư ${corrections.mailbox} trong danh bạ.`);
  const judged = judgeForStaff(
    { form: request.form, item },
    { asking, items: [own] },
    {
      action: corrections.action !== null,
      mailbox: corrections.mailbox !== null,
      address: corrections.address !== null,
      destination: ends?.destination ?? null,
    },
    { house: desk.house, today: vietnamDay(desk.now()) },
  );
  if (judged.decided.outcome === 'rejected')
    throw new DecisionRefused(forbidden(request, row, judged.decided));
  if (judged.lacking !== null) throw new DecisionRefused(lacks(request, row, judged));
  return judged;
}

/** Facts about the row with other words in it, among the other rows of its form: "như trên" leans on those above. */
const lookingUp = (desk: Desk, { form, items, asking }: FiledRequest, row: FiledRow): LookUp => {
  const place = items.indexOf(row);
  return async (item: Item) => {
    const rows = items.map((one) => (one === row ? item : one.item));
    const wanted = { asking, requests: [{ form, items: rows }], house: desk.house };
    const facts = await findFacts(desk.db, { ...wanted, now: desk.now() });
    return { asking: facts.asking, own: facts.items[place] as ItemFacts };
  };
};

async function unitMeant(desk: Desk, { unit }: Corrections): Promise<Unit | null> {
  if (unit === null) return null;
  const found = await unitByAbbreviation(desk.db, unit, desk.now());
  if (!found)
    throw new DecisionRefused(`Không có đơn vị viết tắt là "${unit}". Xem danh mục: phieu units list`);
  return found;
}

const unitById = async (desk: Desk, id: number | null): Promise<Unit | null> =>
  id === null ? null : ((await unitsById(desk.db, [id], desk.now())).get(id) ?? null);

/** What is written for the row, with staff's words for the office in the place of what was found. */
async function planRow(
  desk: Desk,
  { form }: FiledRequest,
  { decided }: StaffJudgement,
  words: string,
): Promise<PlannedItem> {
  const told: DecidedItem = { ...decided, findings: [doneByStaff({ words })] };
  const requests = [{ form, outcome: 'applied' as const, findings: [], items: [told] }];
  const taken = await takenAddresses(desk.db, stemsWanted(requests, desk.house));
  const item = planChanges(requests, taken, desk.house)[0]?.items[0];
  if (!item) throw new Error('a decision without its row');
  return item;
}

const write = (desk: Desk, plan: DecisionPlan): Promise<Notice[]> => {
  const now = desk.now();
  return applyDecision(desk.db, plan, {
    jobs: desk.jobs,
    serverPart: desk.reply.serverPart,
    now,
    compose: telling(desk, now, composeDecision),
  });
};

/** Writes the letters that tell an office what staff decided. */
export const telling =
  (desk: Desk, now: Date, compose: typeof composeDecision): Composer =>
  async (settlement) => {
    const context = { ...desk.reply, house: desk.house, now, blankForm: null, returned: [] };
    const letters = compose(settlement, context);
    if (letters.length === 0) throw new Error('a decision that nobody is told');
    return renderAll(letters, desk.house, now);
  };
