import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

test('a PostgreSQL server may be named by the folder of its socket, a mail server may not', () => {
  const folder = '/run/postgresql';
  const { databaseUrl } = readConfig({ DATABASE_URL: `postgres:///phieu?host=${folder}` });
  expect(databaseUrl).toBe(`postgres:///phieu?host=${folder}`);
  for (const env of [
    { DATABASE_URL: 'postgres:///phieu' },
    { SMTP_URL: `smtp:///?host=${folder}` },
    { IMAP_URL: `imap:///INBOX?host=${folder}` },
  ])
    expect(() => readConfig(env)).toThrow(ConfigError);
});

test('what is wrong with a URL is told without the URL, which holds a password', () => {
  for (const [name, value] of [
    ['DATABASE_URL', 'mysql://phieu:Xy7!@127.0.0.1/phieu'],
    ['IMAP_URL', 'imaps://ttcntttt:Xy7!@/INBOX'],
    ['SMTP_URL', 'smtps://ttcntttt:Xy7!%zz@mail.kiengiang.gov.vn'],
  ] as const) {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow('Xy7!');
  }
});
