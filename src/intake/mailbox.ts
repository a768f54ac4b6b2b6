import { isIP } from 'node:net';
import { ImapFlow, type MailboxObject } from 'imapflow';
import { headerBlockOf } from '../mail/envelope.ts';
import { messageLimit } from './intake.ts';

/** A letter on the server, before it is fetched. `size` in bytes as the server says. */
export type Listed = { uid: number; size: number; arrivedAt: Date };

/** The open IMAP mailbox, reduced to what the watcher does with it. */
export type Mailbox = {
  uidValidity: string;
  uidNext: number;
  /** Letters from this UID on, oldest first. */
  list(fromUid: number): Promise<Listed[]>;
  /** The bytes of a letter, without setting \Seen; over the limit only its header block; null: it is gone. */
  fetch(letter: Listed): Promise<{ raw: Buffer; truncated: boolean } | null>;
  /** Moves letters to the folder of settled ones. False where the server cannot move safely. */
  file(uids: readonly number[]): Promise<boolean>;
  /** Waits until mail may have come, `wake` resolves, or `seconds` are over. Throws when the connection is gone. */
  wait(wake: Promise<void>, seconds: number): Promise<void>;
  close(): Promise<void>;
};

/** Folder of settled letters; for people only, nothing depends on it. */
const settledFolder = ['Phieu', 'Da-nhan'];

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host.startsWith('127.');

/** Name of the watched mailbox in the database, without the password. */
export const sourceOf = (url: URL): string =>
  `${decodeURIComponent(url.username)}@${url.host}/${mailboxName(url)}`;

const mailboxName = (url: URL): string => decodeURIComponent(url.pathname.slice(1)) || 'INBOX';

const clientFor = (url: URL): ImapFlow => {
  const secure = url.protocol === 'imaps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new ImapFlow({
    host,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    // A password crosses a network only under TLS; on loopback the server decides.
    ...(secure || isLoopback(url.hostname) ? {} : { doSTARTTLS: true }),
    ...(isIP(host) ? {} : { servername: host }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    // A half-open connection shows only if the socket's silence is noticed later than IDLE renews itself.
    maxIdleTime: 120_000,
    socketTimeout: 300_000,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    maxLiteralSize: messageLimit + 64 * 1024,
  });
};

/** Connects and opens the mailbox of the URL (`imaps://user:password@host:port/INBOX`). Throws what imapflow throws. */
export const openMailbox = async (url: URL, onError: (error: Error) => void): Promise<Mailbox> => {
  const client = clientFor(url);
  let gone: Error | null = null;
  let news = Promise.withResolvers<void>();
  client.on('error', (error) => {
    gone = error;
    onError(error);
  });
  client.on('close', () => {
    gone ??= new Error('the IMAP connection was closed');
    news.resolve();
  });
  client.on('exists', () => news.resolve());
  await client.connect();
  const box: MailboxObject = await client.mailboxOpen(mailboxName(url));

  return {
    uidValidity: String(box.uidValidity),
    uidNext: Number(box.uidNext),
    list: (fromUid) => list(client, fromUid),
    fetch: (letter) => fetchRaw(client, letter),
    file: (uids) => file(client, uids),
    wait: async (wake, seconds) => {
      if (gone) throw gone;
      const timer = Promise.withResolvers<void>();
      const timeout = setTimeout(timer.resolve, seconds * 1000);
      const idling = client.idle().catch(() => false);
      // What arrived since the last wait counts too: it may have come after the list was made.
      await Promise.race([wake, news.promise, timer.promise]);
      clearTimeout(timeout);
      if (gone) throw gone;
      news = Promise.withResolvers<void>();
      // Any command ends IDLE; this one also tells whether the connection still stands.
      await client.noop();
      await idling;
    },
    close: () => client.logout().catch(() => client.close()),
  };
};

const list = async (client: ImapFlow, fromUid: number): Promise<Listed[]> => {
  const listed: Listed[] = [];
  // Nothing else may be asked while this runs: commands inside imapflow's iterator wait for each other for ever.
  for await (const { uid, size, internalDate } of client.fetch(
    `${fromUid}:*`,
    { uid: true, size: true, internalDate: true },
    { uid: true },
  )) {
    // `n:*` names the last letter even where its UID is below n (RFC 3501, 9: seq-range).
    if (uid >= fromUid) listed.push({ uid, size: size ?? 0, arrivedAt: new Date(internalDate ?? 0) });
  }
  return listed.sort((a, b) => a.uid - b.uid);
};

const fetchRaw = async (
  client: ImapFlow,
  { uid, size }: Listed,
): Promise<{ raw: Buffer; truncated: boolean } | null> => {
  const truncated = size > messageLimit;
  const found = await client.fetchOne(String(uid), truncated ? { headers: true } : { source: true }, {
    uid: true,
  });
  if (!found) return null;
  const raw = truncated ? found.headers : found.source;
  return raw ? { raw: truncated ? headerBlockOf(raw) : raw, truncated } : null;
};

const file = async (client: ImapFlow, uids: readonly number[]): Promise<boolean> => {
  // Without MOVE (RFC 6851) or UIDPLUS a move is COPY and EXPUNGE, which could remove what others marked \Deleted.
  if (!client.capabilities.has('MOVE') && !client.capabilities.has('UIDPLUS')) return false;
  await client.mailboxCreate(settledFolder);
  return (await client.messageMove([...uids].join(','), settledFolder, { uid: true })) !== false;
};
