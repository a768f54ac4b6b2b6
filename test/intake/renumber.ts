import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailUser, Site } from '../servers/mail/mail.ts';
import { waitUntil } from './office.ts';

/** Has Dovecot number a user's INBOX anew, as after a loss of its index; nobody may have it open. */
export async function renumber(site: Site, { address }: MailUser): Promise<void> {
  const [name = '', domain = ''] = address.split('@');
  const folder = join(site.folder, 'mail', domain, name, 'Maildir');
  // UIDVALIDITY is the second in which it is made: it must be another one.
  await nextSecond();
  const lost = (await readdir(folder)).filter((file) =>
    /^dovecot(?:-uidlist|-uidvalidity|\.index)/.test(file),
  );
  await Promise.all(lost.map((file) => rm(join(folder, file))));
}

/** A server's dates have whole seconds: what is to be told apart by them comes in different ones. */
export async function nextSecond(): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  await waitUntil(() => (Math.floor(Date.now() / 1000) > now ? true : null), 'the next second');
}
