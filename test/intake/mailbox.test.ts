import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { messages } from '../../src/db/schema.ts';
import { writeLogin } from '../servers/mail/dovecot.ts';
import type { MailServers } from '../servers/mail/mail.ts';
import { describeWithServers } from '../servers/servers.ts';
import { startOtherDovecot } from './dovecot.ts';
import { formless } from './letters.ts';
import { type Office, openBox, openOffice, urlAt, waitUntil } from './office.ts';
import { openProxy } from './proxy.ts';

describeWithServers('a watched mailbox', ({ mail, createDatabase }) => {
  let site: MailServers;
  let office: Office;

  beforeAll(async () => {
    site = await mail();
    office = await openOffice(await createDatabase(), { working: false });
  });
  afterAll(() => office?.close());

  const open = async (user: { address: string; password: string }, at = site as typeof site) => {
    const [box, proxy] = [await openBox(at, user), await openProxy(at.ports.imap)];
    onTestFinished(async () => {
      await box.close();
      await proxy.close();
    });
    return { box, proxy };
  };

  test('a letter is stored before it is judged, and moved only after it was settled', async () => {
    const user = await site.addUser('stored-first');
    const { box, proxy } = await open(user);
    const watching = office.watch(urlAt(proxy.port, user));
    await watching.until('imap watching');
    const { raw, messageId } = await formless();
    await box.append(raw);
    await watching.until('letter taken');
    const [stored] = await watching.outcomes();
    expect(stored).toMatchObject({ status: 'received', outcome: null, filed: false });
    const { db } = office.app.database;
    const [row] = await db
      .select()
      .from(messages)
      .where(eq(messages.id, stored?.id ?? 0));
    expect(row?.raw.equals(raw)).toBe(true);
    const looks = proxy.heard.length;
    await waitUntil(() => (proxy.heard.length > looks + 6 ? true : null), 'further looks');
    expect(await box.look()).toMatchObject([{ messageId, flags: [] }]);

    await office.app.jobs.drain('message', 1, office.app.workers.message);
    await waitUntil(async () => ((await watching.outcomes())[0]?.filed ? true : null), 'the filing');
    expect(await box.look()).toEqual([]);
    expect(await box.look('Phieu/Da-nhan')).toMatchObject([{ messageId }]);
    await watching.stop();
  });

  test('letters that lay there before are taken where that is asked for, from the day on that is named', async () => {
    const user = await site.addUser('looked-back');
    const { box, proxy } = await open(user);
    const [old, older] = [await formless(), await formless()];
    await box.append(older.raw, { at: new Date('2026-10-31T16:59:59Z') });
    await box.append(old.raw, { at: new Date('2026-10-31T17:00:00Z') });
    const watching = office.watch(urlAt(proxy.port, user), undefined, new Date('2026-11-01T00:00:00+07:00'));
    await watching.until('letter taken');
    await watching.stop();
    expect((await watching.outcomes()).map(({ uid }) => uid)).toEqual([2]);
  });

  test('a password of any characters, percent-encoded in the URL, signs in', async () => {
    const user = { address: `mat-khau@${site.domain}`, password: 'Mật khẩu@%/?#"\\&=+ 1' };
    writeLogin(site, user);
    const { proxy } = await open(user);
    const watching = office.watch(urlAt(proxy.port, user));
    await watching.until('imap watching');
    await watching.stop();
  });

  test('a server with another separator and a prefix has its folder of settled letters under them', async () => {
    const other = await startOtherDovecot(site, { separator: '.', prefix: 'INBOX.' });
    onTestFinished(() => other.stop());
    const user = await site.addUser('under-a-prefix');
    const { box, proxy } = await open(user, { ...site, ...other });
    await box.create('Công văn.Đến');
    const mailboxes = [
      { name: 'INBOX', folder: 'INBOX' },
      { name: 'Công văn/Đến', folder: 'INBOX.Công văn.Đến' },
    ];
    for (const { name, folder } of mailboxes) {
      const watching = office.watch(urlAt(proxy.port, user, name));
      await watching.until('imap watching');
      const { raw, messageId } = await formless();
      await box.append(raw, { folder });
      await watching.until('letter taken');
      await office.app.jobs.drain('message', 1, office.app.workers.message);
      await waitUntil(async () => ((await watching.outcomes())[0]?.filed ? true : null), 'the filing');
      expect((await box.look('INBOX.Phieu.Da-nhan')).at(-1)).toMatchObject({ messageId });
      expect(await box.look(folder)).toEqual([]);
      await watching.stop();
    }
  });
});
