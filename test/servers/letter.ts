import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailUser, Site } from './mail/mail.ts';

/** A letter as bytes, with CRLF; `messageId` has its angle brackets. */
export type Letter = { raw: Buffer; messageId: string };

/** Writes a letter with nodemailer. */
export async function writeLetter(options: SendMailOptions): Promise<Letter> {
  const paper = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message, messageId } = await paper.sendMail(options);
  if (!Buffer.isBuffer(message)) throw new Error('nodemailer gave a stream for a buffer');
  return { raw: message, messageId };
}

export type Sending = {
  /** The port by which the letter comes in; see `MailPorts`. */
  via: 'submission' | 'smtps' | 'direct' | 'lax' | 'mx';
  /** Who signs in; nobody at `mx`. */
  user?: MailUser;
  /** Sender of the envelope, where it is not the user; '' for none. */
  from?: string;
  /** Recipients of the envelope. */
  to: string | readonly string[];
  raw: Buffer | string;
  /** Address to send from: 127.0.0.1, unless it is to be a stranger's. */
  localAddress?: string;
  /** What the client calls itself. */
  helo?: string;
};

/** Sends the bytes as they are. Throws nodemailer's error, with `responseCode`, where the server refuses. */
export async function sendMail(site: Site, sending: Sending): Promise<void> {
  const { user } = sending;
  const transport = createTransport({
    host: '127.0.0.1',
    port: site.ports[sending.via],
    name: sending.helo ?? 'may-tinh.example',
    secure: sending.via === 'smtps',
    requireTLS: user !== undefined,
    ignoreTLS: user === undefined,
    tls: tls(site),
    ...(user && { auth: { user: user.address, pass: user.password } }),
    ...(sending.localAddress && { localAddress: sending.localAddress }),
  });
  const envelope = { from: sending.from ?? user?.address ?? '', to: [sending.to].flat() };
  try {
    await transport.sendMail({ envelope, raw: sending.raw });
  } finally {
    transport.close();
  }
}

export type Inbox = {
  /** The raw letter with this Message-ID, or in answer to it; waits for it, by default 15 s, then throws. */
  waitFor(letter: { messageId: string } | { inReplyTo: string }, milliseconds?: number): Promise<Buffer>;
  /** All raw letters, oldest first. */
  letters(): Promise<Buffer[]>;
  close(): Promise<void>;
};

/** Opens a user's INBOX, or another folder of his, by IMAP with STARTTLS. One that is not made yet is waited for, 15 s at most. */
export async function openInbox(site: Site, user: MailUser, folder = 'INBOX'): Promise<Inbox> {
  const client = await signIn(site, user);
  const isThere = async () => (await client.list()).some(({ path }) => path === folder);
  const late = Date.now() + 15_000;
  while (!(await isThere()) && Date.now() < late) await sleep(100);
  await client.mailboxOpen(folder);
  let wake = () => {};
  client.on('exists', () => wake());
  const news = (atMost: number) =>
    new Promise<void>((done) => {
      wake = done;
      setTimeout(done, atMost);
    });
  const fetch = async (uid: number): Promise<Buffer> => {
    const letter = await client.fetchOne(uid, { source: true }, { uid: true });
    if (!letter || letter.source === undefined) throw new Error(`letter ${uid} of ${user.address} is gone`);
    return letter.source;
  };
  return {
    async waitFor(letter, milliseconds = 15_000) {
      const header =
        'messageId' in letter ? { 'message-id': letter.messageId } : { 'in-reply-to': letter.inReplyTo };
      const deadline = Date.now() + milliseconds;
      for (;;) {
        const [uid] = (await client.search({ header }, { uid: true })) || [];
        if (uid !== undefined) return fetch(uid);
        if (Date.now() > deadline) throw new Error(`${user.address} did not get ${JSON.stringify(header)}`);
        await news(100);
      }
    },
    async letters() {
      const uids = (await client.search({ all: true }, { uid: true })) || [];
      const raw: Buffer[] = [];
      for (const uid of uids) raw.push(await fetch(uid));
      return raw;
    },
    close: () => client.logout(),
  };
}

/** An IMAP connection of the user, signed in after STARTTLS. */
export async function signIn(site: Site, user: MailUser): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: site.ports.imap,
    secure: false,
    doSTARTTLS: true,
    tls: tls(site),
    auth: { user: user.address, pass: user.password },
    logger: false,
  });
  await client.connect();
  return client;
}

function tls(site: Site) {
  return { ca: readFileSync(site.caFile), servername: site.hostname };
}
