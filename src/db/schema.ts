import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { NoticeKind } from '../model/notice.ts';
import {
  type Action,
  type MailboxStatus,
  mailboxStatuses,
  type Outcome,
  type UnitKind,
  unitKinds,
} from '../model/request.ts';

/*
 * What is kept (one schema for PostgreSQL and the embedded database). Closed enumerations are text with a check, because
 * a PostgreSQL enum cannot lose a value; kinds and actions that grow with the program are text alone. Nothing here is
 * ever deleted: history is what the centre answers with. What must not change is held by triggers (0001).
 */

const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  // postgres.js sends Buffers as bytea; the embedded database hands back plain Uint8Arrays.
  fromDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
const at = () => timestamp({ withTimezone: true, mode: 'date' });
const now = () => at().notNull().defaultNow();
const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);

/** The bodies of Điều 7, a tree; `mailbox` is the official one, by which a unit asks (Điều 5 khoản 1). */
export const units = pgTable(
  'units',
  {
    id: id(),
    abbreviation: text().notNull(),
    name: text().notNull(),
    kind: text().$type<UnitKind>().notNull(),
    parentId: bigint({ mode: 'number' }).references((): AnyPgColumn => units.id),
    mailboxId: bigint({ mode: 'number' }).references((): AnyPgColumn => mailboxes.id),
    aliases: text().array().notNull().default(sql`'{}'::text[]`),
    validFrom: date({ mode: 'string' }),
    validTo: date({ mode: 'string' }),
    createdAt: now(),
  },
  (t) => [
    uniqueIndex('units_abbreviation').on(t.abbreviation),
    index('units_parent').on(t.parentId),
    uniqueIndex('units_mailbox').on(t.mailboxId),
    check('units_kind', oneOf('kind', unitKinds)),
    check('units_not_own_parent', sql`parent_id <> id`),
  ],
);

/** Every folded wording under which a unit is found: its name, abbreviation and aliases. */
export const unitNames = pgTable(
  'unit_names',
  {
    unitId: bigint({ mode: 'number' })
      .notNull()
      .references(() => units.id),
    key: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.unitId] })],
);

export const mailboxes = pgTable(
  'mailboxes',
  {
    id: id(),
    address: text().notNull(),
    fullName: text().notNull(),
    nameKey: text().notNull(),
    unitId: bigint({ mode: 'number' }).references(() => units.id),
    position: text(),
    phone: text(),
    status: text().$type<MailboxStatus>().notNull(),
    /** `unit` the official mailbox of a unit, `personal` a person's. */
    kind: text().$type<'unit' | 'personal'>().notNull(),
    /** 10.3 speaks only of mailboxes that phieu itself created. */
    origin: text().$type<'import' | 'phieu'>().notNull(),
    createdAt: now(),
    lastAccessAt: at(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('mailboxes_address').on(t.address),
    index('mailboxes_unit_name').on(t.unitId, t.nameKey),
    check('mailboxes_status', oneOf('status', mailboxStatuses)),
    check('mailboxes_kind', oneOf('kind', ['unit', 'personal'])),
    check('mailboxes_origin', oneOf('origin', ['import', 'phieu'])),
    check('mailboxes_lower', sql`address = lower(address)`),
  ],
);

/**
 * Every address ever given, to whom. Its key is what decides when two workers give out the same address; a row is
 * never removed, so that an address once used is not given to another person.
 */
export const addresses = pgTable(
  'addresses',
  {
    address: text().primaryKey(),
    mailboxId: bigint({ mode: 'number' }).references(() => mailboxes.id),
    /** The address without its namesake's number (`tvnam.sttt@…` for `tvnam1.sttt@…`): finds the numbers taken. */
    stem: text().notNull(),
    since: now(),
    until: at(),
  },
  (t) => [
    index('addresses_stem').on(t.stem),
    index('addresses_mailbox').on(t.mailboxId),
    check('addresses_lower', sql`address = lower(address)`),
  ],
);

/** Letters as they came, byte for byte, and what became of each. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    raw: bytea().notNull(),
    /** Hex SHA-256 of `raw`: the same delivery taken twice is one row. */
    sha256: text().notNull(),
    origin: text().$type<'imap' | 'file'>().notNull(),
    /** Only the header block was taken: the message was over the limit of Điều 10 khoản 1. */
    truncated: boolean().notNull().default(false),
    messageId: text(),
    receivedAt: now(),
    status: text().$type<'received' | 'done' | 'failed'>().notNull().default('received'),
    outcome: text(),
    /**
     * Content from the sender's own first header on, with the sender and whether he was proven: set on the one message
     * that was judged, so that a second delivery is a duplicate and a forger's copy never stands in for the real one.
     */
    identity: text(),
    duplicateOf: bigint({ mode: 'number' }).references((): AnyPgColumn => messages.id),
    fromAddress: text(),
    unitId: bigint({ mode: 'number' }).references(() => units.id),
    /** `{sender, reasons}` of the contract, and why the sender was believed. */
    report: jsonb(),
    error: text(),
    /** When it is judged among those that wait, so that senders take turns: the lower goes first. */
    turn: integer().notNull().default(0),
    decidedAt: at(),
  },
  (t) => [
    uniqueIndex('messages_sha256').on(t.sha256),
    uniqueIndex('messages_identity').on(t.identity),
    index('messages_undone').on(t.status).where(sql`status <> 'done'`),
    index('messages_message_id').on(t.messageId),
    index('messages_held').on(t.unitId, t.decidedAt).where(sql`outcome = 'unverified'`),
    check('messages_origin', oneOf('origin', ['imap', 'file'])),
    check('messages_status', oneOf('status', ['received', 'done', 'failed'])),
  ],
);

/**
 * Letters that nobody proved, about which the unit that they name was asked by a letter to its registered mailbox: the
 * unit's word is on that one message, counts once, and lapses.
 */
export const confirmations = pgTable(
  'confirmations',
  {
    id: id(),
    /** The message held. */
    heldId: bigint({ mode: 'number' })
      .notNull()
      .references(() => messages.id),
    unitId: bigint({ mode: 'number' })
      .notNull()
      .references(() => units.id),
    /** Of our letter, with its angle brackets: it holds the token, 128 random bits, that the answer must name. */
    messageId: text().notNull(),
    createdAt: now(),
    expiresAt: at().notNull(),
    /** What the unit said, once it did, and the message that said it. */
    word: text().$type<'confirmed' | 'refused'>(),
    answerId: bigint({ mode: 'number' }).references(() => messages.id),
    answeredAt: at(),
  },
  (t) => [
    uniqueIndex('confirmations_held').on(t.heldId),
    uniqueIndex('confirmations_message_id').on(t.messageId),
    index('confirmations_unit').on(t.unitId, t.createdAt),
    check('confirmations_word', oneOf('word', ['confirmed', 'refused'])),
    check('confirmations_answered', sql`(word is null) = (answer_id is null)`),
  ],
);

/** Where the watcher stands in each IMAP mailbox. */
export const watches = pgTable('watches', {
  /** `user@host/mailbox`. */
  source: text().primaryKey(),
  uidValidity: text().notNull(),
  /** The next UID to look at; everything below it is settled. */
  nextUid: bigint({ mode: 'number' }).notNull(),
  /** What had arrived before the first start is never taken, also when the server numbers its mail anew. */
  since: at().notNull(),
  /** UIDs no longer tell what is older than `since`; the server's dates must. */
  byDate: boolean().notNull().default(false),
  updatedAt: now(),
});

/** Where on the IMAP server a message lies, so that it can be filed there once it is settled. */
export const deliveries = pgTable(
  'deliveries',
  {
    source: text().notNull(),
    uidValidity: text().notNull(),
    uid: bigint({ mode: 'number' }).notNull(),
    messageId: bigint({ mode: 'number' })
      .notNull()
      .references(() => messages.id),
    /** Moved to the folder of settled letters, or rightly left where it lies. */
    filedAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.uidValidity, t.uid] }),
    index('deliveries_unfiled').on(t.source).where(sql`filed_at is null`),
  ],
);

/** Last number given in a year, for `PYC-2026-000123`: without gaps, because a gap looks like a lost letter. */
export const requestNumbers = pgTable('request_numbers', {
  year: smallint().primaryKey(),
  last: integer().notNull(),
});

export const requests = pgTable(
  'requests',
  {
    id: id(),
    number: text().notNull(),
    messageId: bigint({ mode: 'number' })
      .notNull()
      .references(() => messages.id),
    unitId: bigint({ mode: 'number' })
      .notNull()
      .references(() => units.id),
    outcome: text().$type<'applied' | 'partly-applied' | 'rejected' | 'review'>().notNull(),
    form: jsonb().notNull(),
    findings: jsonb().notNull(),
    createdAt: now(),
  },
  (t) => [
    uniqueIndex('requests_number').on(t.number),
    index('requests_message').on(t.messageId),
    index('requests_waiting').on(t.createdAt).where(sql`outcome = 'review'`),
    check('requests_outcome', oneOf('outcome', ['applied', 'partly-applied', 'rejected', 'review'])),
  ],
);

export const items = pgTable(
  'items',
  {
    id: id(),
    requestId: bigint({ mode: 'number' })
      .notNull()
      .references(() => requests.id),
    /** Order in the form. */
    position: integer().notNull(),
    number: integer().notNull(),
    fullName: text(),
    wish: text(),
    action: text().$type<Action>().notNull(),
    unitId: bigint({ mode: 'number' }).references(() => units.id),
    mailboxId: bigint({ mode: 'number' }).references(() => mailboxes.id),
    address: text(),
    newAddress: text(),
    outcome: text().$type<Outcome>().notNull(),
    findings: jsonb().notNull(),
    /** The row as it was read and understood, with the place of each cell. */
    detail: jsonb().notNull(),
    /** Same asking unit, same row: within 24 hours of an applied one it is `already-done`. */
    rowKey: text().notNull(),
    createdAt: now(),
    /** When the row got its last outcome; null while it waits for staff. */
    decidedAt: at(),
    /** The member of staff who decided it, with the words that were sent; null where the rules did. */
    decidedBy: text(),
    because: text(),
  },
  (t) => [
    index('items_request').on(t.requestId),
    index('items_done').on(t.rowKey, t.decidedAt).where(sql`outcome = 'applied'`),
    index('items_waiting').on(t.requestId).where(sql`outcome = 'review'`),
    check('items_outcome', oneOf('outcome', ['applied', 'rejected', 'review'])),
    check('items_decided', sql`(outcome = 'review') = (decided_at is null)`),
  ],
);

/** Letters of ours: rendered once, with a fixed Message-ID, then only ever sent. */
export const notices = pgTable(
  'notices',
  {
    id: id(),
    kind: text().$type<NoticeKind>().notNull(),
    /** The letter it answers. */
    causeId: bigint({ mode: 'number' }).references(() => messages.id),
    to: text().array().notNull(),
    cc: text().array().notNull(),
    subject: text().notNull(),
    messageId: text().notNull(),
    eml: bytea().notNull(),
    status: text().$type<'queued' | 'sent' | 'parked'>().notNull().default('queued'),
    /** Recipients for whom the server has taken the letter: it does not go to them again. */
    delivered: text().array().notNull().default(sql`'{}'::text[]`),
    error: text(),
    createdAt: now(),
    sentAt: at(),
    /** What the bounce said that came back for it, and that letter; a case for staff until it is closed. */
    bounce: text(),
    bouncedBy: bigint({ mode: 'number' }).references(() => messages.id),
    /** Staff have seen to it otherwise, and it needs nobody any more. */
    closedAt: at(),
  },
  (t) => [
    uniqueIndex('notices_message_id').on(t.messageId),
    index('notices_cause').on(t.causeId),
    index('notices_unsent').on(t.status).where(sql`status <> 'sent'`),
    index('notices_bounced').on(t.id).where(sql`bounce is not null and closed_at is null`),
    check('notices_status', oneOf('status', ['queued', 'sent', 'parked'])),
  ],
);

/** When letters of ours went to whom, for the limit of letters an hour. Noted before a letter goes. */
export const mailings = pgTable(
  'mailings',
  {
    noticeId: bigint({ mode: 'number' })
      .notNull()
      .references(() => notices.id),
    address: text().notNull(),
    at: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.address] }), index('mailings_address').on(t.address, t.at)],
);

/** The daily proof that no letter is lost: a row for each day on which it was made. */
export const proofs = pgTable('proofs', {
  /** By Vietnam's calendar. */
  day: date({ mode: 'string' }).primaryKey(),
  madeAt: at().notNull(),
  /** `Counts` of proof.ts. */
  counts: jsonb().notNull(),
});

/** What the mail server must do, in order, for each mailbox. */
export const commands = pgTable(
  'commands',
  {
    id: id(),
    kind: text().notNull(),
    mailboxId: bigint({ mode: 'number' })
      .notNull()
      .references(() => mailboxes.id),
    address: text().notNull(),
    args: jsonb().notNull(),
    itemId: bigint({ mode: 'number' }).references(() => items.id),
    /** `waiting`: a task for staff, where no server is attached. */
    status: text().$type<'queued' | 'waiting' | 'done' | 'parked'>().notNull().default('queued'),
    /** Until then some process may be carrying it out, and no other does. */
    claimedUntil: at(),
    error: text(),
    createdAt: now(),
    doneAt: at(),
  },
  (t) => [
    index('commands_undone').on(t.mailboxId, t.id).where(sql`status <> 'done'`),
    check('commands_status', oneOf('status', ['queued', 'waiting', 'done', 'parked'])),
  ],
);

/** Who did what, when, to what, from what to what, and why: append-only, held by a trigger. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    at: now(),
    /** `letter`, `import`, or a member of staff's name. */
    actor: text().notNull(),
    event: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    because: text(),
    /** The letter it came from, also where staff decided what it asks; null where a person began it. */
    causeId: bigint({ mode: 'number' }).references(() => messages.id),
  },
  (t) => [index('audit_events_entity').on(t.entity, t.entityId), index('audit_events_cause').on(t.causeId)],
);
