import { join } from 'node:path';
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

test('a database on another machine is spoken to over TLS, with its certificate checked, unless the URL says otherwise', () => {
  const read = (DATABASE_URL: string) => readConfig({ DATABASE_URL }).databaseUrl;
  expect(read('postgres://a:b@db.example/phieu')).toBe('postgres://a:b@db.example/phieu?sslmode=verify-full');
  expect(read('postgres://a:b@127.evil.example/x?application_name=y')).toContain('sslmode=verify-full');
  for (const same of [
    'postgres://a:b@db.example/phieu?sslmode=disable',
    'postgres://a:b@db.example/phieu?sslmode=require',
    'postgres://a:b@127.0.0.1:5432/phieu',
    'postgres://a:b@[::1]/phieu',
    'postgres://a:b@localhost/phieu',
  ])
    expect(read(same)).toBe(same);
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

test('trust roots are certificates of authorities in a PEM file, and nothing else', () => {
  const read = (name: string) =>
    readConfig({ PDF_TRUST_ROOTS: join(import.meta.dirname, 'form/files/signed', name) }).pdfTrustRoots;
  expect(readConfig({}).pdfTrustRoots).toEqual([]);
  expect(read('roots.pem')).toHaveLength(1);
  expect(read('old-root.pem')).toHaveLength(2);
  expect(() => read('no-such.pem')).toThrow(/PDF_TRUST_ROOTS: không đọc được tệp .*no-such\.pem \(ENOENT\)/);
  expect(() => read('rsa.pdf')).toThrow('không có chứng thư dạng PEM');
  expect(() => read('signer.pem')).toThrow('chứng thư thứ 1');
});
