import { isIP } from 'node:net';
import { ImapFlow, type ImapFlowOptions, type MailboxObject } from 'imapflow';
import { headerBlockOf } from '../mail/envelope.ts';
import { isLoopback } from '../text/host.ts';
import { messageLimit } from './intake.ts';

/** A letter on the server, before it is fetched. `size` in bytes as the server says. */
export type Listed = { uid: number; size: number; arrivedAt: Date };

/** The open IMAP mailbox, reduced to what the watcher does with it. Everything throws once the connection is gone. */
export type Mailbox = {
  uidValidity: string;
  uidNext: number;
  /** Whether the server's clock is within `slack` (milliseconds) of `now`; null: it does not tell. */
  sharesClock(now: Date, slack: number): Promise<boolean | null>;
  /** Letters from this UID on, oldest first. */
  list(fromUid: number): Promise<Listed[]>;
  /** The bytes of a letter, without setting \Seen; over the limit only its header block; null: it is gone. */
  fetch(letter: Listed): Promise<Fetched | null>;
  /** Moves letters to the folder of settled ones; says why they were left where they lie, or null. */
  file(uids: readonly number[]): Promise<string | null>;
  /** Waits until mail may have come, `wake` resolves, or `seconds` are over. */
  wait(wake: Promise<void>, seconds: number): Promise<void>;
  /** Takes its leave of the server, which has ten seconds for its answer. */
  close(): Promise<void>;
};

export type Fetched = { raw: Buffer; truncated: boolean };

/** Folder of settled letters; for people only, nothing depends on it. */
const settledFolder = ['Phieu', 'Da-nhan'];

/** Name of the watched mailbox in the database, without the password. */
export const sourceOf = (url: URL): string =>
  `${decodeURIComponent(url.username)}@${url.host}/${mailboxName(url)}`;

/** The mailbox that a URL names, `INBOX` where it names none. */
export const mailboxName = (url: URL): string => decodeURIComponent(url.pathname.slice(1)) || 'INBOX';

/** How the server of an `imap:` or `imaps:` URL is connected to. Certificates are always checked. */
export const imapOptions = (url: URL): ImapFlowOptions => {
  const secure = url.protocol === 'imaps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    // A password crosses a network only under TLS; on loopback the server decides.
    ...(secure || isLoopback(url.hostname) ? {} : { doSTARTTLS: true }),
    ...(isIP(host) ? {} : { servername: host }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    maxLiteralSize: messageLimit + 64 * 1024,
  };
};

/** A sign-in or a mailbox that the server refused: a person must look at IMAP_URL, or at the server. */
export class MailboxRefused extends Error {
  override name = 'MailboxRefused';
}

type Opening = {
  /** Ends the connection, also one that is still being made. */
  signal: AbortSignal;
  /** Seconds without a byte from the server, while it has something to answer, after which it counts as gone. */
  silenceSeconds: number;
};

/**
 * Connects and opens the mailbox of the URL (`imaps://user:password@host:port/INBOX`). Throws `MailboxRefused`, or what
 * keeps the connection from being made.
 */
export const openMailbox = async (url: URL, { signal, silenceSeconds }: Opening): Promise<Mailbox> => {
  const client = new ImapFlow({ ...imapOptions(url), socketTimeout: silenceSeconds * 1000 });
  const ends = { error: null as Error | null, news: Promise.withResolvers<void>() };
  client.on('error', (error) => {
    ends.error = error;
  });
  client.on('close', () => {
    ends.error ??= new Error(client.byeReason ? `the server ended it: ${client.byeReason}` : 'it was closed');
    ends.news.resolve();
  });
  client.on('exists', () => ends.news.resolve());
  const cut = () => client.close();
  signal.addEventListener('abort', cut);
  try {
    signal.throwIfAborted();
    const box = await enter(client, mailboxName(url));
    return mailboxOf(client, box, ends);
  } catch (error) {
    client.close();
    throw error;
  } finally {
    signal.removeEventListener('abort', cut);
  }
};

const enter = async (client: ImapFlow, name: string): Promise<MailboxObject> => {
  try {
    await client.connect();
  } catch (error) {
    const { authenticationFailed, response } = error as {
      authenticationFailed?: boolean;
      response?: string;
    };
    if (!authenticationFailed) throw error;
    throw new MailboxRefused(`the server refuses the sign-in (check IMAP_URL): ${response}`);
  }
  try {
    // The parts of the name, which the server may join by another sign than a URL does.
    return await client.mailboxOpen(name.split('/'));
  } catch (error) {
    const { responseStatus, responseText } = error as { responseStatus?: string; responseText?: string };
    if (responseStatus === undefined) throw error;
    throw new MailboxRefused(
      `the server does not open the mailbox "${name}" (check IMAP_URL): ${responseText}`,
    );
  }
};

/** Why the connection is gone, and what resolves when there is something to look at. */
type Ends = { error: Error | null; news: PromiseWithResolvers<void> };

const mailboxOf = (client: ImapFlow, box: MailboxObject, ends: Ends): Mailbox => {
  let closing: Promise<unknown> | null = null;
  const asking = async <T>(work: Promise<T>): Promise<T> => {
    try {
      const result = await work;
      if (ends.error) throw ends.error;
      return result;
    } catch (error) {
      // What ended the connection says more than that it has ended, and the server's words more than that it refused.
      const { responseText } = error as { responseText?: string };
      throw ends.error ?? (responseText ? new Error(`the server refuses: ${responseText}`) : error);
    }
  };
  return {
    uidValidity: String(box.uidValidity),
    uidNext: Number(box.uidNext),
    sharesClock: (now, slack) => asking(sharesClock(client, now, slack)),
    list: (fromUid) => asking(list(client, fromUid)),
    fetch: (letter) => asking(fetchRaw(client, letter)),
    file: (uids) => asking(file(client, uids)),
    wait: (wake, seconds) => asking(wait(client, ends, wake, seconds)),
    close: async () => {
      closing ??= client.logout().catch(() => client.close());
      await closing;
    },
  };
};

const wait = async (client: ImapFlow, ends: Ends, wake: Promise<void>, seconds: number): Promise<void> => {
  if (ends.error) return;
  const timer = Promise.withResolvers<void>();
  const timeout = setTimeout(timer.resolve, seconds * 1000);
  const idling = client.idle().catch(() => false);
  // What arrived since the last wait counts too: it may have come after the list was made.
  await Promise.race([wake, ends.news.promise, timer.promise]);
  clearTimeout(timeout);
  if (ends.error) return;
  ends.news = Promise.withResolvers<void>();
  // Any command ends IDLE; this one also tells whether the connection still stands.
  await client.noop();
  await idling;
};

/** By what the server says of the age of its first letter (WITHIN, RFC 5032): nothing else in IMAP tells its time. */
const sharesClock = async (client: ImapFlow, now: Date, slack: number): Promise<boolean | null> => {
  if (!client.capabilities.has('WITHIN') || !client.mailbox || client.mailbox.exists === 0) return null;
  const { uid, internalDate } = (await client.fetchOne('1', { uid: true, internalDate: true })) || {};
  if (uid === undefined || internalDate === undefined) return null;
  const age = now.getTime() - new Date(internalDate).getTime();
  const isOlderThan = async (milliseconds: number): Promise<boolean> => {
    // imapflow makes seconds of it, by the clock of the machine, and has the server count them.
    const before = new Date(Date.now() - Math.max(milliseconds, 1000));
    return ((await client.search({ uid: String(uid), before }, { uid: true })) || []).length > 0;
  };
  const isAhead = age - slack >= 1000 && !(await isOlderThan(age - slack));
  return !isAhead && !(await isOlderThan(age + slack));
};

const list = async (client: ImapFlow, fromUid: number): Promise<Listed[]> => {
  const listed = new Map<number, Listed>();
  // Nothing else may be asked while this runs: commands inside imapflow's iterator wait for each other for ever.
  for await (const { uid, size, internalDate } of client.fetch(
    `${fromUid}:*`,
    { uid: true, size: true, internalDate: true },
    { uid: true },
  )) {
    // `n:*` names the last letter even where its UID is below n (RFC 3501, 9: seq-range); and what others do to flags
    // meanwhile is told in rows that have no size.
    if (uid >= fromUid && size !== undefined && internalDate !== undefined)
      listed.set(uid, { uid, size, arrivedAt: new Date(internalDate) });
  }
  return [...listed.values()].sort((a, b) => a.uid - b.uid);
};

const fetchRaw = async (client: ImapFlow, { uid, size }: Listed): Promise<Fetched | null> => {
  if (size > messageLimit) return fetchHeader(client, uid);
  // No more than the limit is asked for, whatever the server says of the size.
  const query = { source: { start: 0, maxLength: messageLimit + 1 } };
  const { source } = (await client.fetchOne(String(uid), query, { uid: true })) || {};
  if (!source) return null;
  return source.length > messageLimit
    ? { raw: headerBlockOf(source), truncated: true }
    : { raw: source, truncated: false };
};

const fetchHeader = async (client: ImapFlow, uid: number): Promise<Fetched | null> => {
  const query = { bodyParts: [{ key: 'HEADER', start: 0, maxLength: headerLimit }] };
  const { headers } = (await client.fetchOne(String(uid), query, { uid: true })) || {};
  return headers ? { raw: headerBlockOf(headers), truncated: true } : null;
};

/** Bytes of the header block that are asked for; what is longer than our reader takes is malformed to it all the same. */
const headerLimit = 512 * 1024;

const file = async (client: ImapFlow, uids: readonly number[]): Promise<string | null> => {
  // Without MOVE (RFC 6851) or UIDPLUS a move is COPY and EXPUNGE, which could remove what others marked \Deleted.
  if (!client.capabilities.has('MOVE') && !client.capabilities.has('UIDPLUS'))
    return 'the server offers neither MOVE nor UIDPLUS';
  // Not every server says in a way that can be told from a refusal that the folder is there already.
  await client.mailboxCreate(settledFolder).catch(() => null);
  const moved = await client.messageMove([...uids].join(','), settledFolder, { uid: true });
  return moved ? null : 'the server refuses the move';
};
