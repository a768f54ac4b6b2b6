import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { render } from '../../src/mail/render.ts';
import { openSender, PermanentFailure, type Sender, TemporaryFailure } from '../../src/mail/send.ts';
import { openInbox } from '../servers/letter.ts';
import { describeWithServers } from '../servers/servers.ts';
import { centre, day, noticeWith } from './notice.ts';
import { openSink, type Sink } from './sink.ts';

const intakeAddress = 'ttcntttt@kiengiang.gov.vn';
const [unit, department] = ['snv@kiengiang.gov.vn', 'sttt@kiengiang.gov.vn'];
const letter = {
  messageId: noticeWith().messageId,
  from: intakeAddress,
  to: [unit, department],
  eml: Buffer.from('Subject: x\r\n\r\nfirst\r\n.\r\n..two\r\nlast\r\n'),
};

async function caught(work: Promise<unknown>): Promise<PermanentFailure | TemporaryFailure> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof PermanentFailure || error instanceof TemporaryFailure) return error;
  throw new Error(`no failure of sending: ${String(error)}`);
}

describe('by SMTP', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  function sender(smtpUrl: string): Sender {
    const opened = openSender({ smtpUrl, outboxDir: '/nowhere', intakeAddress });
    closing.unshift(opened.close);
    return opened;
  }

  async function sink(replies: Parameters<typeof openSink>[0] = {}): Promise<Sink> {
    const opened = await openSink(replies);
    closing.push(opened.close);
    return opened;
  }

  test('the bytes arrive as they are, for all recipients at once', async () => {
    const server = await sink();
    await sender(`smtp://127.0.0.1:${server.port}`).send(letter);
    expect(server.taken).toEqual([
      { to: [unit, department], lines: ['Subject: x', '', 'first', '..', '...two', 'last'] },
    ]);
  });

  test('letters one after the other share a connection', async () => {
    const server = await sink();
    const opened = sender(`smtp://127.0.0.1:${server.port}`);
    for (let at = 0; at < 5; at += 1) await opened.send(letter);
    expect(server.taken).toHaveLength(5);
    expect(server.connections()).toBe(1);
  });

  test.each([
    ['the sender', { MAIL: '553 5.7.1 not yours' }],
    ['every recipient', { RCPT: '550 5.1.1 unknown' }],
    ['the letter', { '.': '552 5.3.4 too big' }],
  ])('a server that refuses %s for good is a permanent failure with its words', async (_, replies) => {
    const server = await sink(replies);
    const error = await caught(sender(`smtp://127.0.0.1:${server.port}`).send(letter));
    expect(error).toBeInstanceOf(PermanentFailure);
    expect(error.message).toMatch(/từ chối.*(not yours|unknown|too big)/);
    expect(error).toMatchObject({ accepted: [], rejected: [unit, department] });
  });

  test.each([
    ['the greeting', { connect: '421 busy' }],
    ['the greeting, for good', { connect: '554 no service' }],
    ['the sender for now', { MAIL: '451 later' }],
    ['every recipient for now', { RCPT: '450 greylisted' }],
    ['the letter for now', { '.': '452 full' }],
    ['mail without a sign-in', { MAIL: '530 5.7.0 sign in first' }],
    ['by hanging up at once', { connect: null }],
    ['by hanging up at the end of the letter', { '.': null }],
  ])('a server that refuses %s is a temporary failure', async (_, replies) => {
    const server = await sink(replies);
    const error = await caught(sender(`smtp://127.0.0.1:${server.port}`).send(letter));
    expect(error).toBeInstanceOf(TemporaryFailure);
    expect(error.accepted).toEqual([]);
  });

  test('a recipient refused for good is reported although the other has the letter', async () => {
    const server = await sink({ [`RCPT ${department}`]: '550 5.1.1 unknown' });
    const error = await caught(sender(`smtp://127.0.0.1:${server.port}`).send(letter));
    expect(error).toBeInstanceOf(PermanentFailure);
    expect(error.message).toContain(`${department}: 550 5.1.1 unknown`);
    expect(error).toMatchObject({ accepted: [unit], rejected: [department] });
    expect(server.taken.map(({ to }) => to)).toEqual([[unit]]);
  });

  test('a recipient put off is a temporary failure that says who has the letter', async () => {
    const server = await sink({ [`RCPT ${unit}`]: '450 4.7.1 greylisted' });
    const error = await caught(sender(`smtp://127.0.0.1:${server.port}`).send(letter));
    expect(error).toBeInstanceOf(TemporaryFailure);
    expect(error).toMatchObject({ accepted: [department], rejected: [unit] });
  });

  test('after a failure the next letter goes', async () => {
    const replies: Record<string, string> = { '.': '451 later' };
    const server = await sink(replies);
    const opened = sender(`smtp://127.0.0.1:${server.port}`);
    await caught(opened.send(letter));
    delete replies['.'];
    await opened.send(letter);
    expect(server.taken).toHaveLength(1);
  });

  test('a wrong password may be mended, and is not repeated', async () => {
    const server = await sink({ AUTH: '535 5.7.8 wrong: mật khẩu s3cret%40x' });
    const error = await caught(sender(`smtp://bot:s3cret%2540x@127.0.0.1:${server.port}`).send(letter));
    expect(error).toBeInstanceOf(TemporaryFailure);
    expect(error.message).toContain('SMTP_URL');
    expect(error.message).not.toContain('s3cret');
  });

  test('a password never crosses a network in the clear', async () => {
    const server = await sink();
    // The same machine under an address that is not the loopback's name.
    const error = await caught(sender(`smtp://bot:s3cret@0.0.0.0:${server.port}`).send(letter));
    expect(error).toBeInstanceOf(TemporaryFailure);
    expect(server.heard.length).toBeGreaterThan(0);
    expect(server.heard.filter((line) => !/^(EHLO|HELO|STARTTLS|QUIT)/.test(line))).toEqual([]);
  });

  test('no letter crosses a network in the clear, with or without a sign-in', async () => {
    const server = await sink();
    const error = await caught(sender(`smtp://0.0.0.0:${server.port}`).send(letter));
    expect(error).toBeInstanceOf(TemporaryFailure);
    expect(server.taken).toEqual([]);
    expect(server.heard.filter((line) => !/^(EHLO|HELO|STARTTLS|QUIT)/.test(line))).toEqual([]);
  });

  test('no server is a temporary failure', async () => {
    const server = await openSink();
    await server.close();
    const error = await caught(sender(`smtp://127.0.0.1:${server.port}`).send(letter));
    expect(error).toBeInstanceOf(TemporaryFailure);
  });
});

describeWithServers('by a real server', (servers) => {
  test.each(['smtps', 'submission'] as const)('signs in by %s with a checked certificate', async (via) => {
    const site = await servers.mail();
    const before = getCACertificates('default');
    onTestFinished(() => setDefaultCACertificates(before));
    const [bot, office] = [await site.addUser(`bot-${via}`), await site.addUser(`office-${via}`)];
    const notice = noticeWith({
      to: [office.address],
      cc: [],
      messageId: `<result.r.${via}@kiengiang.gov.vn>`,
    });
    const eml = await render(notice, { ...centre, address: bot.address }, new Date());
    const scheme = via === 'smtps' ? 'smtps' : 'smtp';
    const smtpUrl = `${scheme}://${encodeURIComponent(bot.address)}:${bot.password}@localhost:${site.ports[via]}`;
    const sender = openSender({ smtpUrl, outboxDir: '/nowhere', intakeAddress });
    onTestFinished(() => sender.close());
    const going = { messageId: notice.messageId, from: bot.address, to: [office.address], eml };

    const refused = await caught(sender.send(going));
    expect(refused).toBeInstanceOf(TemporaryFailure);
    expect(refused.message).toMatch(/certificate/);

    setDefaultCACertificates([...before, readFileSync(site.caFile, 'utf8')]);
    await sender.send(going);
    const inbox = await openInbox(site, office);
    onTestFinished(() => inbox.close());
    const raw = await inbox.waitFor({ messageId: notice.messageId });
    const body = (bytes: Buffer) => bytes.subarray(bytes.indexOf('\r\n\r\n')).toString('latin1').trimEnd();
    expect(body(raw)).toBe(body(eml));
  });
});

describe('into files', () => {
  function folder(): string {
    const path = mkdtempSync(join(tmpdir(), 'phieu-outbox-'));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return path;
  }

  test('a letter is a file that a person finds, and a repeat is the same file', async () => {
    const outboxDir = join(folder(), 'data', 'outbox');
    const eml = await render(noticeWith(), centre, day);
    const sender = openSender({ smtpUrl: null, outboxDir, intakeAddress });
    await sender.send({ ...letter, eml });
    await sender.send({ ...letter, eml });
    await sender.close();
    const names = readdirSync(outboxDir);
    expect(names).toEqual([expect.stringMatching(/^2027-02-05-result-PYC-2027-000123-[0-9a-f]{12}\.eml$/)]);
    expect(readFileSync(join(outboxDir, names[0] ?? '')).equals(eml)).toBe(true);
  });

  test('neither the token nor a hostile Message-ID gets into the name', async () => {
    const outboxDir = folder();
    const sender = openSender({ smtpUrl: null, outboxDir, intakeAddress });
    await sender.send({ ...letter, messageId: '<../../x/\u0000.a b.secrettoken@d>' });
    await sender.send({ ...letter, messageId: '<confirm-sender.r.secrettoken@d>' });
    const names = readdirSync(outboxDir);
    expect(names).toHaveLength(2);
    expect(names.every((name) => /^[A-Za-z0-9-]+\.eml$/.test(name) && !name.includes('secrettoken'))).toBe(
      true,
    );
  });

  test('a folder that cannot be written is a temporary failure that names it', async () => {
    const file = join(folder(), 'outbox');
    writeFileSync(file, 'in the way');
    const error = await caught(openSender({ smtpUrl: null, outboxDir: file, intakeAddress }).send(letter));
    expect(error).toBeInstanceOf(TemporaryFailure);
    expect(error.message).toContain(file);
  });
});
