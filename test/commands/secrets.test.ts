import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rememberingDesk } from '../../src/intake/desk.ts';
import { openMailbox } from '../../src/intake/mailbox.ts';
import { watch } from '../../src/intake/watch.ts';
import { fillForm, spreadsheet } from '../flow/form.ts';
import { exampleRegistry } from '../flow/house.ts';
import { phieu } from '../flow/program.ts';
import { writeLetter } from '../servers/letter.ts';
import { describeWithServers } from '../servers/servers.ts';

const user = 'ttcntttt@kiengiang.gov.vn';
const password = 'Mật khẩu@%/?#"\\&=+ 1';
const account = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Every shape in which somebody who reads the output would have the password. */
const shapes = [
  password,
  encodeURIComponent(password),
  encodeURI(password),
  JSON.stringify(password).slice(1, -1),
  base64(password),
  base64(`\0${user}\0${password}`),
  'Mật khẩu',
  'M%E1%BA%ADt',
];

type Talk = (line: string, say: (text: string) => void) => void;

const closing: (() => Promise<unknown>)[] = [];
/** A server on the loopback that answers line by line. */
const serve = async (greeting: string, talk: Talk): Promise<number> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    const say = (text: string) => void socket.write(`${text}\r\n`);
    say(greeting);
    createInterface({ input: socket }).on('line', (line) => talk(line, say));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

const decoded = (line: string) =>
  line
    .split(' ')
    .map((word) => Buffer.from(word, 'base64').toString('utf8').replaceAll('\0', ' '))
    .join(' ')
    .replace(/\p{Cc}/gu, '');
/** It refuses everything with the very words that it heard, and with what is in their base64. */
const smtp: Talk = (line, say) => {
  if (/^EHLO/i.test(line)) say('250-echo\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME');
  else say(`535 5.7.8 not with ${line} (${decoded(line)})`);
};
const imap =
  (abilities: string): Talk =>
  (line, say) => {
    const [tag, verb] = line.split(' ');
    if (/^CAPABILITY$/i.test(verb ?? '')) say(`* CAPABILITY IMAP4rev1 ${abilities}\r\n${tag} OK done`);
    else say(`${tag} NO [AUTHENTICATIONFAILED] not with ${line} (${decoded(line)})`);
  };

afterAll(async () => {
  for (const close of closing) await close();
});

describe('a password in the settings is told to nobody', () => {
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phieu-secrets-'));
    const smtpPort = await serve('220 echo', smtp);
    env = {
      DATA_DIR: folder,
      TRUSTED_RELAYS: 'mail.kiengiang.gov.vn',
      DNS_SERVERS: '127.0.0.1:1',
      SMTP_URL: `smtp://${account}@127.0.0.1:${smtpPort}`,
    };
    expect((await phieu(['units', 'import', exampleRegistry.units], env)).code).toBe(0);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const silentAbout = (output: string) => {
    expect(output).not.toBe('');
    expect(shapes.filter((shape) => output.includes(shape))).toEqual([]);
  };
  const imapUrl = async (abilities: string) =>
    `imap://${account}@127.0.0.1:${await serve('* OK echo', imap(abilities))}/INBOX`;

  test.each(['', 'AUTH=PLAIN', 'AUTH=PLAIN SASL-IR', 'AUTH=LOGIN'])(
    'by the watcher, when the server repeats it (%j)',
    async (abilities) => {
      const told = Promise.withResolvers<string>();
      const ending = new AbortController();
      const log = (event: string, detail: object = {}) => told.resolve(`${event} ${JSON.stringify(detail)}`);
      const desk = rememberingDesk(async () => {}, { log, now: () => new Date() });
      const url = new URL(await imapUrl(abilities));
      const watching = watch({ url, since: null }, desk, ending.signal);
      const line = await told.promise;
      ending.abort();
      await watching;
      expect(line).toContain('not with');
      silentAbout(line);
    },
  );

  test('by phieu process, whose answers the server refuses', async () => {
    const { raw } = await writeLetter({
      ...{ from: 'snv@kiengiang.gov.vn', to: user, subject: 'Phiếu yêu cầu' },
      attachments: [
        {
          ...{ filename: 'Phieu.xlsx', contentType: spreadsheet },
          content: await fillForm([{ name: 'Nguyễn Văn Bình', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' }]),
        },
      ],
    });
    const run = await phieu(['process', '--json', '-'], env, raw);
    expect(run.code).toBe(1);
    expect(run.out).toContain('confirm-sender');
    expect(run.err).toContain('not with');
    silentAbout(run.out + run.err);
  });

  test('by phieu doctor', async () => {
    const run = await phieu(['doctor', '--json'], {
      ...env,
      IMAP_URL: await imapUrl('AUTH=PLAIN SASL-IR'),
    });
    expect(run.out).toContain('not with');
    silentAbout(run.out + run.err);
  });

  test('by a command without its database, and with settings that are wrong', async () => {
    const letter = Buffer.from('From: a@b.vn\r\n\r\n');
    for (const [code, name, value] of [
      [1, 'DATABASE_URL', `postgres://${account}@127.0.0.1:1/phieu`],
      [2, 'SMTP_URL', `smtp://${account}%zz@127.0.0.1`],
    ] as const) {
      const run = await phieu(['process', '--json', '-'], { ...env, [name]: value }, letter);
      expect(run.code).toBe(code);
      silentAbout(run.out + run.err);
    }
  });
});

describeWithServers('a certificate that nobody vouches for', ({ mail }) => {
  test('ends the connection of the bot before it says who it is', async () => {
    const servers = await mail();
    const intake = await servers.addUser('ttcntttt-tls');
    const signIn = `${encodeURIComponent(intake.address)}:${intake.password}@127.0.0.1`;
    const { signal } = new AbortController();
    for (const url of [
      `imaps://${signIn}:${servers.ports.imaps}/INBOX`,
      `imap://${signIn}:${servers.ports.imap}/INBOX`,
    ])
      await expect(openMailbox(new URL(url), { signal, silenceSeconds: 20 })).rejects.toThrow(/certificate/);
  });
});

test('a mailbox on another machine is not entered without TLS', async () => {
  const heard: string[] = [];
  const port = await serve('* OK echo', (line, say) => {
    heard.push(line);
    imap('AUTH=PLAIN')(line, say);
  });
  const { signal } = new AbortController();
  // The same machine under an address that is not the loopback's name.
  const url = new URL(`imap://${account}@0.0.0.0:${port}/INBOX`);
  await expect(openMailbox(url, { signal, silenceSeconds: 20 })).rejects.toThrow();
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.filter((line) => !/^\S+ (?:CAPABILITY|STARTTLS|LOGOUT|ID)\b/i.test(line))).toEqual([]);
});
