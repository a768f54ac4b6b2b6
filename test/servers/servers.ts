import { describe, inject, test } from 'vitest';
import type { MailServers, MailUser, Site } from './mail/mail.ts';
import { createDatabase, type PostgresUrls } from './postgres.ts';
import { missingOffice, missingPostgres, missingServers } from './programs.ts';

/** The PostgreSQL server that the test files of a run share. */
export type SharedPostgres = {
  /** URL of a fresh, empty database. The first call of a run starts the server: about a second. */
  createDatabase: () => Promise<string>;
  /** URL of the superuser. */
  adminUrl: () => Promise<string>;
};

export type SharedServers = SharedPostgres & {
  /**
   * The mail servers that the test files share; take users of your own. The first call of a run starts them: one to
   * two seconds. A test that must be alone with `ttcntttt@` starts its own with `startMail`.
   */
  mail: () => Promise<MailServers>;
};

const postgres: SharedPostgres = {
  createDatabase: async () => createDatabase(await ask<PostgresUrls>('/postgres')),
  adminUrl: async () => (await ask<PostgresUrls>('/postgres')).adminUrl,
};

const servers: SharedServers = {
  ...postgres,
  mail: async () => {
    const site = await ask<Site>('/mail');
    return { ...site, addUser: (name) => ask<MailUser>('/mail/users', name) };
  },
};

/**
 * Tests that need PostgreSQL. Where it is not installed they are skipped and the name says why, unless
 * `PHIEU_REQUIRE_SERVERS=1` forbids that: then they fail.
 */
export function describeWithPostgres(name: string, body: (postgres: SharedPostgres) => void): void {
  describeUnless(missingPostgres(), name, () => body(postgres));
}

/** Tests that need PostgreSQL and the mail servers; the same holds as for `describeWithPostgres`. */
export function describeWithServers(name: string, body: (servers: SharedServers) => void): void {
  describeUnless(missingServers(), name, () => body(servers));
}

/** Tests that need LibreOffice; the same holds as for `describeWithPostgres`. */
export function describeWithOffice(name: string, body: () => void): void {
  describeUnless(missingOffice(), name, body);
}

function describeUnless(missing: string | null, name: string, body: () => void): void {
  if (missing === null) {
    describe(name, body);
  } else if (process.env.PHIEU_REQUIRE_SERVERS === '1') {
    test(`${name}: has its servers`, () => {
      throw new Error(`${missing}, and PHIEU_REQUIRE_SERVERS=1 forbids skipping`);
    });
  } else {
    describe.skip(`${name} [skipped: ${missing}]`, body);
  }
}

async function ask<T>(path: string, body = ''): Promise<T> {
  const response = await fetch(inject('serversDoor') + path, { method: 'POST', body });
  const said = await response.text();
  if (!response.ok) throw new Error(`the servers did not start: ${said}`);
  return JSON.parse(said);
}
