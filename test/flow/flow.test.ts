import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, describe, expect, test } from 'vitest';
import { importMailboxes } from '../../src/directory/import.ts';
import type { ListedMailbox } from '../../src/directory/list.ts';
import type { Report } from '../../src/report.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { exampleRegistry, type House, openStreet, today } from './house.ts';

/*
 * A folder a case: `mail.eml` comes in (or the example letter of the folder's name), after the letters of `before.json`
 * (paths of earlier letters) and where `mailboxes.csv` was imported; `expect.json` says the report, what became other in the directory, and the outbox.
 */
const cases = join(import.meta.dirname, 'cases');
const letters = join(import.meta.dirname, '../../examples/letters');

const settings = { PDF_TRUST_ROOTS: join(import.meta.dirname, '../form/files/signed/roots.pem') };

const letterOf = (name: string): Buffer => {
  const own = join(cases, name, 'mail.eml');
  return readFileSync(existsSync(own) ? own : join(letters, `${name}.eml`));
};

const earlierOf = (name: string): string[] => {
  const file = join(cases, name, 'before.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
};

/** The random part of our Message-IDs is the only thing that a report does not repeat. */
const settled = (report: Report): unknown =>
  JSON.parse(JSON.stringify(report).replaceAll(/\.[0-9a-f]{32}@/g, '.TOKEN@'));

const changes = (before: readonly ListedMailbox[], after: readonly ListedMailbox[]): ListedMailbox[] => {
  const known = new Set(before.map((mailbox) => JSON.stringify(mailbox)));
  return after.filter((mailbox) => !known.has(JSON.stringify(mailbox)));
};

const happens = async (house: House, name: string) => {
  for (const earlier of earlierOf(name)) await house.receive(letterOf(earlier));
  const lines = join(cases, name, 'mailboxes.csv');
  if (existsSync(lines))
    await importMailboxes(house.app.database.db, lines, { mailDomain: 'kiengiang.gov.vn', now: today });
  const [directory, sent] = [await house.mailboxes(), (await house.outbox()).length];
  const report = await house.receive(letterOf(name));
  const outbox = await house.outbox();
  const sentNow = report.notices.map(({ messageId }) => messageId);
  const mails = await Promise.all(outbox.map((eml) => simpleParser(eml)));
  expect(outbox.length - sent).toBe(sentNow.length);
  return {
    report: settled(report),
    directory: changes(directory, await house.mailboxes()),
    outbox: mails
      .filter(({ messageId }) => messageId !== undefined && sentNow.includes(messageId))
      .map(({ subject, headers }) => ({ subject, kind: headers.get('auto-submitted') })),
  };
};

const correspondence = (createDatabase: (() => Promise<string>) | null) => {
  const street = openStreet(exampleRegistry, createDatabase);
  afterAll(() => street.close());
  for (const name of readdirSync(cases)) {
    test(name, async () => {
      const house = await street.openHouse(settings);
      try {
        const file = join(cases, name, 'expect.json');
        await expect(`${JSON.stringify(await happens(house, name), null, 2)}\n`).toMatchFileSnapshot(file);
      } finally {
        await house.close();
      }
    });
  }
};

describe('letters and what comes of them, on the embedded database', () => correspondence(null));
describeWithPostgres('letters and what comes of them, on PostgreSQL', ({ createDatabase }) =>
  correspondence(createDatabase),
);
