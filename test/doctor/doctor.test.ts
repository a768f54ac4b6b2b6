import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Checked, exitStatus, examine as look } from '../../src/doctor/doctor.ts';
import { phieu, type Run } from '../flow/program.ts';
import { openSink, type Sink } from '../mail/sink.ts';
import { letterOf, registryFiles } from '../requests/office.ts';
import { environment } from '../servers/environment.ts';
import { freePorts } from '../servers/folder.ts';
import { openInbox } from '../servers/letter.ts';
import { describeWithServers } from '../servers/servers.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-doctor-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const checksOf = ({ out }: Run): Checked[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const examine = async (settings: Record<string, string>) => {
  // No name is looked up outside: nobody answers at this port.
  const [closed = 0] = await freePorts(1);
  const env = { DNS_SERVERS: `127.0.0.1:${closed}`, ...settings, DATA_DIR: folder };
  const run = await phieu(['doctor', '--json'], env);
  const checks = checksOf(run);
  const of = (area: string) => checks.filter((one) => one.area === area);
  return { run, checks, of, first: (area: string) => of(area)[0] };
};

const wrong = (checks: readonly Checked[]) =>
  checks.filter(({ status }) => status !== 'ok').map(({ text }) => text);

describe('with nothing behind the settings', () => {
  test('closed ports fail until a retry, each with what to do, and no password is shown', async () => {
    const [port = 0] = await freePorts(1);
    const { run, first, checks } = await examine({
      DATABASE_URL: `postgres://phieu:mat-khau@127.0.0.1:${port}/phieu`,
      IMAP_URL: `imaps://phieu:mat-khau@127.0.0.1:${port}/INBOX`,
      SMTP_URL: `smtps://phieu:mat-khau@localhost:${port}`,
    });
    expect(run.code).toBe(1);
    for (const area of ['Cơ sở dữ liệu', 'IMAP', 'SMTP', 'DNS']) {
      expect(first(area), area).toMatchObject({ status: 'failed', mendedBy: 'retry' });
      expect(first(area)?.text, area).toMatch(/kết nối|trả lời/);
      expect(first(area)?.mend, area).toMatch(/Kiểm tra|kiểm tra/);
    }
    expect(first('SMTP')?.text).toContain('máy chủ từ chối kết nối');
    expect(run.out + run.err).not.toContain('mat-khau');
    expect(checks.filter(({ area }) => area === 'Máy').every(({ status }) => status === 'ok')).toBe(true);
  });

  test('a server that says nothing does not hold the others up', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const { port } = silent.address() as { port: number };
    const { run, first } = await examine({
      IMAP_URL: `imap://a:b@127.0.0.1:${port}/INBOX`,
      SMTP_URL: `smtp://a:b@127.0.0.1:${port}`,
    });
    silent.close();
    expect(run.code).toBe(1);
    expect(first('IMAP')).toMatchObject({ status: 'failed', mendedBy: 'retry' });
    expect(first('SMTP')).toMatchObject({ status: 'failed', mendedBy: 'retry' });
  });

  test('every wrong setting is told at once', async () => {
    const { run, of, checks } = await examine({ MAIL_DOMAIN: 'a_b', DRY_RUN: 'maybe', IMAP_URL: 'imap' });
    expect(run.code).toBe(2);
    expect(of('Cấu hình').map(({ text }) => text.split(':')[0])).toEqual([
      'MAIL_DOMAIN',
      'IMAP_URL',
      'DRY_RUN',
    ]);
    expect(checks.some(({ area }) => area === 'IMAP')).toBe(false);
  });

  test('a first look makes nothing, and says that no sender can be proven and no unit is there', async () => {
    const { run, of, first } = await examine({});
    expect(wrong(of('Người gửi'))).toEqual([expect.stringContaining('KHÔNG thư nào được xác minh')]);
    expect(wrong(of('Đơn vị'))).toEqual([expect.stringContaining('chưa có đơn vị nào')]);
    expect(first('IMAP')).toMatchObject({ status: 'warning' });
    expect(first('SMTP')?.text).toContain('outbox');
    expect(run.code).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a trust root that is over is named; without any it is told what that means', async () => {
    const roots = join(import.meta.dirname, '../form/files/signed/old-root.pem');
    const { of } = await examine({ PDF_TRUST_ROOTS: roots });
    expect(of('Chữ ký số')).toMatchObject([
      { status: 'ok', text: expect.stringContaining('2 chứng thư') },
      { status: 'warning', text: expect.stringContaining('"Cơ quan chứng thực gốc cũ (thử)"') },
    ]);
    const without = await examine({});
    expect(without.of('Chữ ký số')).toMatchObject([
      { status: 'ok', text: expect.stringContaining('chưa đặt PDF_TRUST_ROOTS') },
    ]);
  });

  test('people get a line a check, with a mark', async () => {
    const { out, err } = await phieu(['doctor'], { DATA_DIR: folder, DNS_SERVERS: '127.0.0.1:1' });
    const lines = out.trim().split('\n');
    expect(lines.every((line) => /^[✓!✗] \p{Lu}/u.test(line))).toBe(true);
    expect(lines.find((line) => line.startsWith('✗ DNS'))).toContain('Cách sửa: ');
    expect(err).toContain('1 mục hỏng');
  });

  test('a folder that cannot be written to is named', async () => {
    await writeFile(join(folder, 'file'), '');
    const env = { DATA_DIR: join(folder, 'file'), DNS_SERVERS: '127.0.0.1:1' };
    const checks = await Array.fromAsync(look(env, new Date()));
    const failed = checks.filter(({ area, status }) => area === 'Máy' && status === 'failed');
    expect(failed).toMatchObject([{ mendedBy: 'configuration', text: expect.stringContaining('DATA_DIR') }]);
    expect(exitStatus(checks)).toBe(2);
  });
});

describe('where the server is declared to enforce From', () => {
  const settings = async (sink: Sink) =>
    examine({
      SMTP_URL: `smtp://ttcntttt:mat-khau@127.0.0.1:${sink.port}`,
      SUBMISSION_ENFORCES_SENDER: 'true',
    });

  test('one that takes a letter of another mailbox is found out, and no letter is sent', async () => {
    const sink = await openSink();
    const { of } = await settings(sink);
    await sink.close();
    expect(wrong(of('SMTP'))).toEqual([expect.stringContaining('SUBMISSION_ENFORCES_SENDER=true')]);
    expect(sink.heard).toContain('MAIL FROM:<sttt@kiengiang.gov.vn>');
    expect(sink.taken).toEqual([]);
  });

  test('one that refuses it is right', async () => {
    const sink = await openSink({ 'RCPT ttcntttt@kiengiang.gov.vn': '553 5.7.1 not owned by user' });
    const { of } = await settings(sink);
    await sink.close();
    expect(wrong(of('SMTP'))).toEqual([]);
    expect(of('SMTP').at(-1)?.text).toContain('máy chủ từ chối phong bì mang người gửi sttt@');
  });
});

test('the embedded database in use by the bot is no fault', async () => {
  const { openDatabase } = await import('../../src/db/db.ts');
  const database = await openDatabase({ databaseUrl: null, dataDir: folder });
  const { first } = await examine({});
  await database.close();
  expect(first('Cơ sở dữ liệu')).toMatchObject({ status: 'warning' });
  expect(first('Cơ sở dữ liệu')?.text).toContain('đang được một tiến trình phieu khác sử dụng');
});

describeWithServers('with real servers', ({ mail, createDatabase }) => {
  const settle = async (name: string) => {
    const servers = await mail();
    const intake = await servers.addUser(name);
    const place = { DATABASE_URL: await createDatabase(), DATA_DIR: folder };
    const env: Record<string, string> = { ...environment(servers, intake), ...place };
    for (const [file, text] of Object.entries(registryFiles)) await writeFile(join(folder, file), text);
    await phieu(['units', 'import', 'units.csv'], env);
    return { servers, intake, env };
  };

  test('everything is found right, and nothing is sent or changed', async () => {
    const { servers, intake, env } = await settle('ttcntttt-doctor');
    const signed = Buffer.from(`DKIM-Signature: v=1; d=${servers.domain}; s=${servers.selector}; b=x\r\n`);
    const { raw } = await letterOf([{ name: 'Đỗ Thị Mai', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' }]);
    const taken = await phieu(['process', '-'], { ...env, SMTP_URL: '' }, Buffer.concat([signed, raw]));
    expect(taken).toMatchObject({ code: 0 });
    const { run, checks, of } = await examine(env);
    expect(wrong(checks)).toEqual([
      expect.stringContaining('không tìm thấy địa chỉ của mail.kiengiang.gov.vn'),
    ]);
    expect(run.code).toBe(0);
    expect(of('IMAP').map(({ text }) => text)).toEqual([
      expect.stringContaining(`đăng nhập được với tài khoản ${intake.address}`),
      expect.stringMatching(/TLS, chứng thư còn \d+ ngày/),
      expect.stringContaining('"INBOX" mở được'),
      expect.stringContaining('IDLE, MOVE, UIDPLUS'),
    ]);
    expect(of('SMTP').map(({ text }) => text)).toEqual([
      expect.stringContaining('đăng nhập được'),
      expect.stringMatching(/TLS, chứng thư còn \d+ ngày/),
      expect.stringMatching(/máy chủ nhận thư đến \d+ MB/),
    ]);
    expect(of('DNS').map(({ text }) => text)).toEqual([
      expect.stringContaining('trả lời'),
      expect.stringContaining(`MX của ${servers.domain}: ${servers.hostname}`),
      expect.stringContaining('v=spf1'),
      expect.stringContaining('p=reject'),
      expect.stringContaining(`${servers.selector}._domainkey.${servers.domain} có trong DNS`),
    ]);
    expect(of('Đơn vị').map(({ text }) => text)).toEqual([
      expect.stringContaining('4 đơn vị, 4 có hộp thư'),
      expect.stringContaining(intake.address),
    ]);
    const inbox = await openInbox(servers, intake);
    expect(await inbox.letters()).toEqual([]);
    await inbox.close();
  });

  test('a wrong password, mailbox or certificate is for the configuration to mend', async () => {
    const { servers, intake, env } = await settle('ttcntttt-doctor-2');
    const account = `${encodeURIComponent(intake.address)}:sai-mat-khau@127.0.0.1`;
    const { run, first, of } = await examine({
      ...env,
      IMAP_URL: `imaps://${account}:${servers.ports.imaps}/INBOX`,
      SMTP_URL: `smtps://${account}:${servers.ports.smtps}`,
    });
    expect(run.code).toBe(2);
    expect(first('IMAP')).toMatchObject({ status: 'failed', mendedBy: 'configuration' });
    expect(first('IMAP')?.text).toContain(`không nhận tài khoản ${intake.address}`);
    expect(first('SMTP')).toMatchObject({ status: 'failed', mendedBy: 'configuration' });
    expect(first('SMTP')?.text).toContain(`không nhận tài khoản ${intake.address}`);
    expect(of('Cơ sở dữ liệu').every(({ status }) => status === 'ok')).toBe(true);
    expect(run.out + run.err).not.toContain('sai-mat-khau');

    const nowhere = await examine({ ...env, IMAP_URL: `${env.IMAP_URL}/khong-co` });
    expect(nowhere.of('IMAP').find(({ status }) => status === 'failed')?.text).toContain('INBOX/khong-co');

    const { NODE_EXTRA_CA_CERTS: _, ...strange } = env;
    const distrust = await examine(strange);
    expect(distrust.first('IMAP')).toMatchObject({ mendedBy: 'configuration' });
    expect(distrust.first('IMAP')?.text).toContain('không tin được chứng thư');
    expect(distrust.first('SMTP')?.text).toContain('không tin được chứng thư');
    expect(distrust.first('SMTP')?.mend).toContain('NODE_EXTRA_CA_CERTS');

    const turned = await examine({
      ...env,
      IMAP_URL: `imaps://${account}:${servers.ports.imap}/INBOX`,
      SMTP_URL: `smtps://${account}:${servers.ports.submission}`,
    });
    expect(turned.first('IMAP')?.text).toContain('không nói TLS');
    expect(turned.first('SMTP')?.text).toContain('không nói TLS');
  });

  test('STARTTLS is seen too, and a database that is missing is told', async () => {
    const { servers, intake, env } = await settle('ttcntttt-doctor-3');
    const account = `${encodeURIComponent(intake.address)}:${intake.password}@localhost`;
    const { of, first } = await examine({
      ...env,
      DATABASE_URL: `${env.DATABASE_URL}_khong_co`,
      IMAP_URL: `imap://${account}:${servers.ports.imap}/INBOX`,
      SMTP_URL: `smtp://${account}:${servers.ports.submission}`,
    });
    for (const area of ['IMAP', 'SMTP'])
      expect(of(area)[1]?.text, area).toMatch(/TLS, chứng thư còn \d+ ngày/);
    expect(first('Cơ sở dữ liệu')).toMatchObject({ status: 'failed', mendedBy: 'configuration' });
    expect(first('Cơ sở dữ liệu')?.text).toContain('chưa có cơ sở dữ liệu');
  });
});
