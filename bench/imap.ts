import { ImapFlow } from 'imapflow';

/** Signs in at `imaps://user:password@host:port/INBOX` with the library alone, and opens a folder. */
export const openImap = async (url: URL, folder = 'INBOX'): Promise<ImapFlow> => {
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port),
    secure: true,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    // It waits without a word while others work.
    socketTimeout: 30 * 60 * 1000,
  });
  await client.connect();
  await client.mailboxCreate(store);
  await client.mailboxOpen(folder);
  return client;
};

/** A folder beside the INBOX where letters lie until they are to arrive. */
const store = 'Kho';

/** Letters in the mailbox of `url` that have not arrived yet; a single command brings them to the INBOX. */
export type Post = {
  put(letters: readonly Buffer[]): Promise<void>;
  /** Brings the next so many letters to the INBOX, and says their UIDs there. */
  release(count: number): Promise<number[]>;
  close(): Promise<void>;
};

export const openPost = async (url: URL): Promise<Post> => {
  const client = await openImap(url, store);
  const waiting: number[] = [];
  return {
    put: async (letters) => {
      for (const raw of letters) {
        const appended = await client.append(store, raw);
        if (!appended || appended.uid === undefined) throw new Error('the server does not say the UID');
        waiting.push(appended.uid);
      }
    },
    release: async (count) => {
      const uids = waiting.splice(0, count);
      if (uids.length < count) throw new Error('not enough letters were put by');
      const moved = await client.messageMove(uids.join(','), 'INBOX', { uid: true });
      if (moved === false || moved.uidMap === undefined) throw new Error('the server does not say the UIDs');
      return [...moved.uidMap.values()];
    },
    close: () => client.logout(),
  };
};
