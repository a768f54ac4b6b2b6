import type { Finding, RowCode } from '../model/finding.ts';
import type { Action, Besides } from '../model/request.ts';
import type { Citation } from './clauses.ts';

/*
 * The catalogue of what rules find: each entry is one situation with its code, severity, clause and arguments. Where a
 * code stands for several situations, `case` tells them apart. The words for people are in reply/.
 *
 * Arguments are plain text: `name` a person's full name; `unit`, `asking`, `manager` names of units; `address` a full
 * address; `addresses` several, joined by ", "; `rows` the numbers of other rows of the letter, joined by ", ";
 * `date` a day as `YYYY-MM-DD`.
 */

type Args = Readonly<Record<string, string>>;

const reject = (code: RowCode | 'form-incomplete', clause: Citation | null, args: Args): Finding => ({
  code,
  severity: 'reject',
  clause,
  args,
});

const review = (code: RowCode | 'form-scanned', clause: Citation | null, args: Args): Finding => ({
  code,
  severity: 'review',
  clause,
  args,
});

const note = (
  code: RowCode | 'legacy-encoding-converted' | 'rows-lacking' | 'asked-besides' | 'predecessor-kept',
  clause: Citation | null,
  args: Args,
): Finding => ({
  code,
  severity: 'note',
  clause,
  args,
});

/** Điều 5 khoản 2: where something other than the request may be meant, the centre talks with the requester. */
const asks = 'Điều 5 khoản 2';

/** About a form as a whole: no row names a person, or a mailbox, and a wish. */
export const formIncomplete = () => reject('form-incomplete', 'Điều 5 khoản 1', {});
/** The same where rows could not be read for `headings` that nobody understood, in quotation marks. */
export const tableNotUnderstood = (a: { headings: string }) => reject('form-incomplete', 'Điều 5 khoản 1', a);

/** The letter asks something for somebody who stands in no form, a password elsewhere than in the unit's mailbox, or what no form can ask; nobody does it. */
export const askedBesides = (a: { case: Besides['about']; sentence: string; place: string }) =>
  note('asked-besides', 'Điều 5 khoản 1', a);
/** In whose place the person of a row comes, and who has no row: nothing is done about his mailbox. */
export const predecessorKept = (a: { row: string; name: string }) =>
  note('predecessor-kept', 'Điều 5 khoản 1', a);
/** The letter counts more than the form has; `rows`: how many those are. Perhaps one was forgotten. */
export const rowsLacking = (a: { sentence: string; place: string; rows: string }) =>
  note('rows-lacking', null, a);
/** The form was in `encoding`, and read as if it were not. */
export const legacyConverted = (a: { encoding: string }) =>
  note('legacy-encoding-converted', 'Điều 6 khoản 2', a);

/** The form in `attachment` was recognised on a picture; and so was each of its rows. */
export const scanRead = (a: { attachment: string }) => review('form-scanned', asks, { case: 'read', ...a });
export const rowScanned = () => review('form-scanned', null, { case: 'row' });

/** `unit`: the row's words for it; `body`: the asking department whose division it may be, or empty. */
export const unitUnknown = (a: { unit: string; body: string }) =>
  reject('unit-unknown', 'Điều 7', { case: 'unknown', ...a });
/** `candidates`: `Tên (viết tắt)` joined by "; ". */
export const unitAmbiguous = (a: { unit: string; candidates: string }) =>
  review('unit-unknown', asks, { case: 'ambiguous', ...a });
/** The row's cell is blank below another unit's. */
export const unitBlank = (a: { candidates: string }) => review('unit-unknown', asks, { case: 'blank', ...a });

/** `manager` is the unit that may ask for `unit`, empty where none is known. */
export const unitNotInScope = (a: { unit: string; asking: string; manager: string }) =>
  reject('unit-not-in-scope', 'Điều 5 khoản 1', a);

/** The asking unit `unit` may not ask; `manager` must. `managerAddress`: its official mailbox, or empty. */
export const managerMustAsk = (a: { unit: string; manager: string; managerAddress: string }) =>
  reject('request-through-manager', 'Điều 5 khoản 1', { case: 'manager', ...a });
/** An office under the district `manager` asks for itself. */
export const districtOfficeAsks = (a: { unit: string; manager: string }) =>
  review('request-through-manager', 'Điều 5 khoản 1', { case: 'district-office', ...a });
/** Who must ask for `unit` is not known from the registry: a commune without a district, a unit without a parent. */
export const managerUnknown = (a: { unit: string }) =>
  review('request-through-manager', 'Điều 5 khoản 1', { case: 'manager-unknown', ...a });
/** The department of `COPY_ADDRESS` (`asking`) passes on what concerns another unit. */
export const passedOn = (a: { unit: string; asking: string }) =>
  review('request-through-manager', asks, { case: 'passed-on', ...a });

export const nameMissing = () => reject('name-invalid', 'Điều 4 khoản 2', { case: 'missing' });
/** `name`: the words that are no person's name. */
export const nameInvalid = (a: { name: string }) =>
  reject('name-invalid', 'Điều 4 khoản 2', { case: 'not-a-name', ...a });

/** `name`: the names of several people, whose row does not tell what is whose. */
export const nameOfSeveral = (a: { name: string }) =>
  review('name-invalid', 'Điều 4 khoản 2', { case: 'several', ...a });
/** `name`: a single word, which may be all of somebody's name, or only the given one. */
export const nameOfOneWord = (a: { name: string }) =>
  review('name-invalid', 'Điều 4 khoản 2', { case: 'one-word', ...a });
/** `name`: `Anh` with one word or `Ông` with two, which may be a whole name, or a title and a given name. */
export const nameOrTitle = (a: { name: string }) =>
  review('name-invalid', 'Điều 4 khoản 2', { case: 'title', ...a });
/** `name`: a family and a middle name alone. */
export const nameUnfinished = (a: { name: string }) =>
  review('name-invalid', 'Điều 4 khoản 2', { case: 'unfinished', ...a });
/** `name`: one whose given name is a letter, as in the sample of a form: `Nguyễn Văn A`. */
export const nameOfSample = (a: { name: string }) =>
  review('name-invalid', 'Điều 4 khoản 2', { case: 'sample', ...a });

/** The row names no wish. Only the office can say; there is nothing that staff could decide between. */
export const wishMissing = () => reject('action-unclear', 'Điều 5 khoản 1', { case: 'missing' });
/** `wish`: the row's own words; `doubt` completes "chưa rõ …", or is empty. */
export const wishUnclear = (a: { wish: string; doubt: string }) =>
  review('action-unclear', asks, { case: 'words', ...a });
/** Rows of the letter ask contrary things for one person; `address` is empty where the row names no one mailbox. */
export const wishesDiffer = (a: { name: string; address: string; rows: string }) =>
  review('action-unclear', asks, { case: 'rows-differ', ...a });
/** A rename that does not say to what, of an address that is as it should be. */
export const newLoginMissing = (a: { address: string }) =>
  review('action-unclear', asks, { case: 'no-new-login', ...a });
/** An update that does not say what is to be written. */
export const detailsMissing = (a: { address: string }) =>
  review('action-unclear', asks, { case: 'no-details', ...a });
/** An update to a telephone that no number of this country can be: a digit was left out or written twice. */
export const phoneDoubtful = (a: { address: string; phone: string }) =>
  review('action-unclear', asks, { case: 'phone-doubtful', ...a });
/** A reclaimed mailbox is asked back, but it was never reclaimed: perhaps its password is meant. */
export const notReclaimed = (a: { address: string }) =>
  review('action-unclear', asks, { case: 'not-reclaimed', ...a });

/** `addresses`: the mailboxes of that name, each with its status: `a@… (active), b@… (cancelled)`. */
export const namesakeExists = (a: { name: string; unit: string; addresses: string }) =>
  review('same-name-exists', 'Điều 4 khoản 2', { case: 'directory', ...a });
/** The same name stands in other rows for that unit, with nothing to tell them apart. */
export const namesakeInLetter = (a: { name: string; unit: string; rows: string }) =>
  review('same-name-exists', 'Điều 4 khoản 2', { case: 'rows', ...a });

export const noSuchName = (a: { name: string; unit: string }) =>
  reject('mailbox-not-found', null, { case: 'name', ...a });
export const noSuchAddress = (a: { address: string }) =>
  reject('mailbox-not-found', null, { case: 'address', ...a });
/** Nobody has the address, but the name has a mailbox. `near`: `Họ tên (địa chỉ)` joined by ", ". */
export const addressNotOfName = (a: { address: string; name: string; unit: string; near: string }) =>
  review('mailbox-not-found', asks, { case: 'near-address', ...a });
/** Only names that differ in their accents have a mailbox. `near`: `Họ tên (địa chỉ)` joined by ", ". */
export const nearName = (a: { name: string; unit: string; near: string }) =>
  review('mailbox-not-found', asks, { case: 'near-name', ...a });
/** The address belongs to somebody of another name than the row's. */
export const otherHolder = (a: { address: string; name: string }) =>
  review('mailbox-not-found', asks, { case: 'other-name', ...a });
/** The address belongs to another unit than the row's. */
export const otherUnit = (a: { address: string; unit: string }) =>
  review('mailbox-not-found', asks, { case: 'other-unit', ...a });
export const severalMatch = (a: { name: string; unit: string; addresses: string }) =>
  review('several-mailboxes-match', asks, a);

/** A rename asks for what Điều 4 does not allow; `proposed` is the right address, which may yet need a number. */
export const addressFormat = (a: { asked: string; proposed: string }) =>
  reject('address-format', 'Điều 4 khoản 2', { case: 'rename', ...a });
/** A new mailbox is asked under another address than Điều 4 gives: `proposed` is given if the office agrees. */
export const addressFormatForNew = (a: { asked: string; proposed: string }) =>
  review('address-format', 'Điều 4 khoản 2', { case: 'create', ...a });
/** A rename without a new login: the present `address` does not fit the name, `proposed` would. */
export const presentAddressFormat = (a: { address: string; proposed: string }) =>
  review('address-format', 'Điều 4 khoản 2', { case: 'present', ...a });

/** The address was given before, to whomever. */
export const addressTaken = (a: { asked: string }) =>
  reject('address-taken', 'Điều 4 khoản 2', { case: 'rename', ...a });
/** The same for a new mailbox, which another number would serve. */
export const addressTakenForNew = (a: { asked: string }) =>
  review('address-taken', 'Điều 4 khoản 2', { case: 'create', ...a });
/** The mailbox itself had this address before. */
export const ownFormerAddress = (a: { asked: string }) =>
  review('address-taken', 'Điều 4 khoản 2', { case: 'own-former', ...a });
/** Other rows of the letter ask for the same new address. */
export const addressAskedTwice = (a: { asked: string; rows: string }) =>
  review('address-taken', 'Điều 4 khoản 2', { case: 'rows', ...a });

export const mailboxReclaimed = (a: { address: string }) =>
  reject('mailbox-reclaimed', 'Điều 5 khoản 4', { case: 'reclaimed', ...a });
/** Beside `same-name-exists`: the namesake's mailbox was taken back, perhaps it is wanted again. */
export const namesakeReclaimed = (a: { address: string }) =>
  review('mailbox-reclaimed', 'Điều 5 khoản 4', { case: 'namesake', ...a });
export const mailboxLocked = (a: { address: string }) => reject('mailbox-locked', 'Điều 10 khoản 3', a);
export const mailboxCancelled = (a: { address: string }) =>
  reject('mailbox-cancelled', null, { case: 'cancelled', ...a });
/** It is asked back as if it had been reclaimed. */
export const cancelledAskedBack = (a: { address: string }) =>
  review('mailbox-cancelled', asks, { case: 'restore', ...a });

/** Sizes in words: `2 GB`. */
export const beyondQuota = (a: { asked: string; limit: string }) =>
  reject('beyond-quota', 'Điều 10 khoản 1', a);

/** An address of the system, or of those who run it. */
export const addressProtected = (a: { address: string }) =>
  reject('address-protected', 'Điều 3 khoản 2', { case: 'system', ...a });
/** A unit's official mailbox; `address` is empty where it is not known. */
export const officialMailbox = (a: { address: string }) =>
  review('address-protected', 'Điều 14', { case: 'official', ...a });

/**
 * `number`: of the request in which it was done, `PYC-2026-000123`, at `time` (ISO 8601). `action`, `address` and
 * `newAddress` (or empty): what was done.
 */
export const doneBefore = (a: {
  number: string;
  time: string;
  action: Action;
  address: string;
  newAddress: string;
}) => reject('already-done', null, { case: 'before', ...a });
/** A returned form says so; `number` is that of the request, or empty. */
export const markedDone = (a: { number: string }) => reject('already-done', null, { case: 'marked', ...a });
/** The same stands in an earlier row of this letter; `attachment` is empty for a form in its body. */
export const doneInLetter = (a: { row: string; attachment: string }) =>
  reject('already-done', null, { case: 'row', ...a });

export const datedAhead = (a: { date: string }) => review('dated-ahead', asks, a);

/** The mailbox is in the state asked for: `active` (unlock), `locked` (lock). */
export const alreadyInState = (a: { address: string; state: 'active' | 'locked' }) =>
  reject('nothing-to-do', null, { case: 'state', ...a });
/** The new address is the present one. */
export const alreadyNamed = (a: { address: string }) =>
  reject('nothing-to-do', null, { case: 'address', ...a });
/** The position and telephone to be written are those in the directory. */
export const alreadyWritten = (a: { address: string }) =>
  reject('nothing-to-do', null, { case: 'details', ...a });

/** `why` in Vietnamese, a clause without a full stop. */
export const needsStaff = (a: { why: string }) => review('needs-staff', asks, a);

/** Staff looked at a row that waited and had it done, or did not; `words`: theirs, for the office. */
export const doneByStaff = (a: { words: string }) =>
  note('decided-by-staff', null, { case: 'applied', ...a });
export const closedByStaff = (a: { words: string }) =>
  reject('decided-by-staff', 'Điều 5 khoản 3', { case: 'closed', ...a });
export const refusedByStaff = (a: { words: string }) =>
  reject('decided-by-staff', 'Điều 5 khoản 3', { case: 'rejected', ...a });
