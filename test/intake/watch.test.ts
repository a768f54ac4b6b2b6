import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messages, notices } from '../../src/db/schema.ts';
import { messageLimit } from '../../src/intake/intake.ts';
import { sourceOf } from '../../src/intake/mailbox.ts';
import { findPosition } from '../../src/intake/position.ts';
import type { MailServers, MailUser } from '../servers/mail/mail.ts';
import { describeWithServers } from '../servers/servers.ts';
import { formless, ordinary, withForm } from './letters.ts';
import { type Box, impatient, type Office, openBox, openOffice, urlAt, waitUntil } from './office.ts';
import { type ImapProxy, openProxy } from './proxy.ts';
import { nextSecond, renumber } from './renumber.ts';

const settledFolder = 'Phieu/Da-nhan';

describeWithServers('the watcher', ({ mail, createDatabase }) => {
  let site: MailServers;
  let office: Office;
  const closing: (() => Promise<unknown>)[] = [];
  let users = 0;

  beforeAll(async () => {
    site = await mail();
    office = await openOffice(await createDatabase());
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
    await office?.close();
  });

  /** A mailbox of its own for a test, watched through a proxy. */
  const openMailbox = async (hidden: readonly string[] = []): Promise<Setting> => {
    users += 1;
    const user = await site.addUser(`watched-${users}`);
    const [box, proxy] = await Promise.all([openBox(site, user), openProxy(site.ports.imap, hidden)]);
    closing.push(
      () => proxy.close(),
      () => box.close(),
    );
    return { user, box, proxy, url: urlAt(proxy.port, user) };
  };
  type Setting = { user: MailUser; box: Box; proxy: ImapProxy; url: string };

  const idsIn = async (box: Box, folder?: string) =>
    (await box.look(folder).catch(() => [])).map(({ messageId }) => messageId);
  /** Waits until the letter lies in the folder of settled ones. */
  const filed = (box: Box, messageId: string) =>
    waitUntil(async () => ((await idsIn(box, settledFolder)).includes(messageId) ? true : null), 'filing');
  const fetches = ({ heard }: ImapProxy) =>
    heard.filter((line) => line.includes('FETCH') && line.includes('BODY'));

  test.each([7, -7])(
    'does not begin while its clock is off by %i days: of what comes then it could not tell what is new',
    async (days) => {
      const { box, url } = await openMailbox();
      const old = await formless();
      await box.append(old.raw, { at: new Date(Date.now() - 60 * 60_000) });
      let off = days * 24 * 60 * 60_000;
      const watching = office.watch(url, impatient, undefined, () => new Date(Date.now() + off));
      expect((await watching.until('imap watch interrupted')).error).toContain('clocks');
      off = 0;
      await watching.until('imap watching');
      const letter = await formless();
      await box.append(letter.raw);
      await filed(box, letter.messageId);
      expect(await watching.outcomes()).toMatchObject([{ uid: 2, outcome: 'rejected' }]);
      await watching.stop();
    },
  );

  test.each([
    ['an empty mailbox', [], 0],
    ['a server that does not tell its time', ['WITHIN'], 1],
  ])('begins with %s', async (_, hidden, letters) => {
    const { box, url } = await openMailbox(hidden);
    if (letters > 0) await box.append((await formless()).raw);
    const watching = office.watch(url);
    await watching.until('imap watching');
    const letter = await formless();
    await box.append(letter.raw);
    await filed(box, letter.messageId);
    await watching.stop();
  });

  test('takes what arrives from its first start on, and leaves older mail as it lies, seen or not', async () => {
    const { box, proxy, url } = await openMailbox();
    const old = [await formless(), await formless()];
    await box.append(old[0]?.raw as Buffer);
    await box.append(old[1]?.raw as Buffer, { flags: ['\\Seen', '\\Flagged'] });
    const before = await box.look();
    const watching = office.watch(url);
    await watching.until('imap watching');
    const letter = await formless();
    await box.append(letter.raw);
    await filed(box, letter.messageId);

    expect(await watching.outcomes()).toMatchObject([{ uid: 3, outcome: 'rejected', status: 'done' }]);
    expect(await box.look()).toEqual(before);
    expect(await box.look(settledFolder)).toMatchObject([{ messageId: letter.messageId, flags: [] }]);
    const [stored] = await office.app.database.db
      .select({ raw: messages.raw })
      .from(messages)
      .where(eq(messages.messageId, letter.messageId));
    expect(stored?.raw.equals(letter.raw)).toBe(true);
    expect(fetches(proxy).every((line) => line.includes('BODY.PEEK['))).toBe(true);
    expect(proxy.heard.filter((line) => /\bSTORE|EXPUNGE|DELETE|FLAGS/.test(line))).toEqual([]);
    await watching.stop();

    // A second start goes on where the first one stood.
    const between = await formless();
    await box.append(between.raw);
    const again = office.watch(url);
    await filed(box, between.messageId);
    expect(again.log.map(({ event }) => event)).not.toContain('imap first start');
    expect((await again.outcomes()).map(({ uid }) => uid)).toEqual([3, 4]);
    await again.stop();
  });

  test('leaves official mail where it lies with its flags, and does not look at it again', async () => {
    const { box, proxy, url } = await openMailbox();
    const watching = office.watch(url);
    await watching.until('imap watching');
    const [mail, request] = [await ordinary(), await formless()];
    await box.append(mail.raw, { flags: ['\\Flagged'] });
    await box.append(request.raw);
    await filed(box, request.messageId);
    await waitUntil(
      async () => ((await watching.outcomes()).every(({ filed }) => filed) || null) && true,
      'both settled',
    );
    expect(await box.look()).toMatchObject([{ messageId: mail.messageId, flags: ['\\Flagged'] }]);
    expect(await watching.outcomes()).toMatchObject([{ outcome: 'ignored' }, { outcome: 'rejected' }]);
    const looks = proxy.heard.length;
    await waitUntil(() => (proxy.heard.length > looks + 6 ? true : null), 'further looks');
    expect(fetches(proxy)).toHaveLength(2);
    await watching.stop();
  });

  test('leaves a letter of an unproven sender in sight', async () => {
    const { box, url } = await openMailbox();
    const watching = office.watch(url);
    await watching.until('imap watching');
    const { raw, messageId } = await formless({ from: 'stranger@stranger.example' });
    await box.append(
      Buffer.from(raw.toString('latin1').replace('(Authenticated sender: ', '(helo '), 'latin1'),
    );
    const [settled] = await waitUntil(async () => {
      const all = await watching.outcomes();
      return all[0]?.filed ? all : null;
    }, 'the outcome');
    expect(settled).toMatchObject({ outcome: 'unverified' });
    expect(await idsIn(box)).toEqual([messageId]);
    await watching.stop();
  });

  test('leaves a letter that somebody puts back from an earlier year', async () => {
    const { box, url } = await openMailbox();
    const watching = office.watch(url);
    await watching.until('imap watching');
    const [old, fresh] = [await formless(), await formless()];
    await box.append(old.raw, { at: new Date('2024-03-01T00:00:00Z') });
    await box.append(fresh.raw);
    await filed(box, fresh.messageId);
    expect(await idsIn(box)).toEqual([old.messageId]);
    expect(await watching.outcomes()).toHaveLength(1);
    await watching.stop();
  });

  test('is woken by IDLE, long before it would look by itself', async () => {
    const { box, proxy, url } = await openMailbox();
    const watching = office.watch(url, { ...impatient, poll: 3600, silence: 7200 });
    await watching.until('imap watching');
    await waitUntil(() => (proxy.heard.at(-1) === 'IDLE' ? true : null), 'IDLE');
    const { raw, messageId } = await formless();
    await box.append(raw);
    await filed(box, messageId);
    await watching.stop();
  });

  test('looks by itself where the server has no IDLE', async () => {
    const { box, proxy, url } = await openMailbox(['IDLE']);
    const watching = office.watch(url);
    await watching.until('imap watching');
    const { raw, messageId } = await formless();
    await box.append(raw);
    await filed(box, messageId);
    expect(proxy.heard).not.toContain('IDLE');
    await watching.stop();
  });

  test.each([
    ['is cut at the greeting', 'greeting', 'cut', 3],
    ['never gets a greeting', 'greeting', 'silence', 1],
    ['is cut in the middle of a letter', 'literal', 'cut', 2],
    ['goes silent in the middle of a letter', 'literal', 'silence', 1],
    ['is cut while it idles', 'idle', 'cut', 3],
    ['goes silent while it idles', 'idle', 'silence', 1],
  ] as const)(
    'a connection that %s: backs off, and the letter has one outcome',
    async (_, moment, trouble, times) => {
      const { box, proxy, url } = await openMailbox();
      const first = office.watch(url);
      await first.until('imap watching');
      await first.stop();
      proxy.plan(moment, trouble, times);
      const watching = office.watch(url);
      const letter = await formless();
      if (moment === 'idle') await waitUntil(() => (proxy.planned() === 0 ? true : null), 'the trouble');
      await box.append(letter.raw);
      await filed(box, letter.messageId);
      expect(proxy.planned()).toBe(0);
      const interruptions = watching.log.filter(({ event }) => event === 'imap watch interrupted');
      expect(interruptions.length).toBeGreaterThanOrEqual(times);
      expect(interruptions.every(({ error }) => typeof error === 'string' && error !== '')).toBe(true);
      expect(await watching.outcomes()).toMatchObject([{ outcome: 'rejected' }]);
      await watching.stop();
    },
  );

  test('a letter that cannot be fetched holds up no other, and is taken once it can', async () => {
    const { box, proxy, url } = await openMailbox();
    const first = office.watch(url);
    await first.until('imap watching');
    await first.stop();
    const [bad, good] = [await formless(), await formless()];
    proxy.plan('literal', 'cut', 5, /FETCH 1 /);
    await box.append(bad.raw);
    await box.append(good.raw);
    const watching = office.watch(url);
    await filed(box, good.messageId);
    expect(proxy.planned()).toBe(2);
    await filed(box, bad.messageId);
    expect(watching.log.filter(({ event }) => event === 'letter not fetched')).toHaveLength(5);
    expect(await watching.outcomes()).toMatchObject([{ outcome: 'rejected' }, { outcome: 'rejected' }]);
    expect(fetches(proxy).filter((line) => line.includes('FETCH 2 '))).toHaveLength(1);
    await watching.stop();
  });

  test('a letter that cannot be fetched, and then is deleted, does not keep the watch from going on', async () => {
    const { box, proxy, url } = await openMailbox();
    const first = office.watch(url);
    await first.until('imap watching');
    await first.stop();
    const [bad, good] = [await formless(), await formless()];
    proxy.plan('literal', 'cut', 1000, /FETCH 1 /);
    await box.append(bad.raw);
    await box.append(good.raw);
    const watching = office.watch(url);
    await filed(box, good.messageId);
    await box.expunge(1);
    const later = await formless();
    await box.append(later.raw);
    await filed(box, later.messageId);
    const source = sourceOf(new URL(url));
    await waitUntil(
      async () => ((await findPosition(office.app.database.db, source))?.nextUid === 4 ? true : null),
      'the next UID',
    );
    await watching.stop();
  });

  test('mail that is numbered anew: nothing twice, nothing lost, and what was old is old', async () => {
    const { user, box, proxy, url } = await openMailbox();
    const old = await formless();
    await box.append(old.raw);
    const watching = office.watch(url);
    await watching.until('imap watching');
    const [mail, request] = [await ordinary(), await formless()];
    await box.append(mail.raw);
    await box.append(request.raw);
    await filed(box, request.messageId);
    await watching.stop();
    const before = await watching.outcomes();
    const missed = await formless();
    await nextSecond();
    await box.append(missed.raw);
    await box.close();

    await renumber(site, user);
    const fresh = await openBox(site, user);
    closing.push(() => fresh.close());
    const again = office.watch(url);
    await again.until('imap UIDVALIDITY changed');
    await filed(fresh, missed.messageId);
    const later = await formless();
    await fresh.append(later.raw);
    await filed(fresh, later.messageId);
    expect((await idsIn(fresh)).sort()).toEqual([old.messageId, mail.messageId].sort());
    const messagesOf = new Set((await again.outcomes()).map(({ id }) => id));
    expect(messagesOf.size).toBe(before.length + 2);
    const answers = await office.app.database.db.select().from(notices);
    for (const { messageId } of [request, missed, later])
      expect(answers.filter(({ eml }) => eml.includes(messageId))).toHaveLength(1);
    expect(answers.filter(({ eml }) => eml.includes(old.messageId))).toEqual([]);
    expect(proxy.heard.filter((line) => /\bSTORE|EXPUNGE/.test(line))).toEqual([]);
    await again.stop();
  });

  test('a mailbox that is deleted and made anew is watched anew', async () => {
    const { user, box, proxy } = await openMailbox();
    await box.create('Cong-van/Den');
    const url = urlAt(proxy.port, user, 'Cong-van/Den');
    const watching = office.watch(url);
    await watching.until('imap watching');
    const [one, two] = [await formless(), await formless()];
    await box.append(one.raw, { folder: 'Cong-van/Den' });
    await filed(box, one.messageId);
    await box.remove('Cong-van/Den');
    const refused = await watching.until('imap watch interrupted');
    await waitUntil(() => {
      const last = watching.log.at(-1);
      return last?.event === 'imap watch interrupted' && String(last.error).includes('"Cong-van/Den"')
        ? last
        : null;
    }, 'a clear word about the mailbox');
    expect(refused.error).not.toBe('');
    await nextSecond();
    await box.create('Cong-van/Den');
    await box.append(two.raw, { folder: 'Cong-van/Den' });
    await filed(box, two.messageId);
    expect((await watching.outcomes()).map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected']);
    await watching.stop();
  });

  test('a letter over the limit is answered from its headers, and its body stays on the server', async () => {
    const { box, proxy, url } = await openMailbox();
    const watching = office.watch(url);
    await watching.until('imap watching');
    const { raw, messageId } = await formless();
    const line = Buffer.from(`${'x'.repeat(76)}\r\n`);
    const padding = Buffer.alloc(messageLimit + line.length - (messageLimit % line.length), line);
    await box.append(Buffer.concat([raw, padding]));
    await filed(box, messageId);
    expect(proxy.received()).toBeLessThan(100_000);
    expect(await watching.outcomes()).toMatchObject([{ outcome: 'rejected' }]);
    const [stored] = await office.app.database.db
      .select()
      .from(messages)
      .where(eq(messages.messageId, messageId));
    expect(stored).toMatchObject({ truncated: true });
    expect(JSON.stringify(stored?.report)).toContain('form-too-large');
    expect(raw.indexOf('\r\n\r\n') + 4).toBe(stored?.raw.length);
    await watching.stop();
  });

  test('a server without MOVE and UIDPLUS keeps its letters in place, settled', async () => {
    const { box, proxy, url } = await openMailbox(['MOVE', 'UIDPLUS']);
    const watching = office.watch(url);
    await watching.until('imap watching');
    const { raw, messageId } = await formless();
    await box.append(raw);
    await watching.until('letters left in place');
    await waitUntil(async () => ((await watching.outcomes())[0]?.filed ? true : null), 'the settling');
    expect(await idsIn(box)).toEqual([messageId]);
    expect(proxy.heard.filter((line) => /MOVE|COPY|EXPUNGE|\bSTORE/.test(line))).toEqual([]);
    await watching.stop();
    expect(watching.log.filter(({ event }) => event === 'letters left in place')).toHaveLength(1);
  });

  test('fifty letters at once are taken in order, and those of one office are answered in order', async () => {
    const { box, url } = await openMailbox();
    const watching = office.watch(url);
    await watching.until('imap watching');
    const letters = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        formless({ from: at % 5 === 4 ? 'stc@kiengiang.gov.vn' : 'snv@kiengiang.gov.vn' }),
      ),
    );
    for (const { raw } of letters) await box.append(raw);
    const settled = await waitUntil(async () => {
      const all = await watching.outcomes();
      return all.length === 50 && all.every(({ filed }) => filed) ? all : null;
    }, 'fifty outcomes');
    expect(settled.every(({ outcome }) => outcome === 'rejected')).toBe(true);
    const ids = settled.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    const answered = await office.app.database.db
      .select({ eml: notices.eml, to: notices.to })
      .from(notices)
      .orderBy(notices.id);
    for (const office of ['snv@kiengiang.gov.vn', 'stc@kiengiang.gov.vn']) {
      const order = answered
        .filter(({ to }) => to[0] === office)
        .map(({ eml }) => letters.findIndex(({ messageId }) => eml.includes(messageId)))
        .filter((at) => at >= 0);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(new Set(order).size).toBe(office.startsWith('snv') ? 40 : 10);
    }
    expect(await idsIn(box)).toEqual([]);
    await watching.stop();
  });

  test('what an office asks first is done first', async () => {
    const { box, url } = await openMailbox();
    const watching = office.watch(url);
    await watching.until('imap watching');
    const row = { name: 'Nguyễn Thị Thứ Tự', unit: 'Sở Nội vụ' };
    for (const wish of ['Cấp mới hộp thư', 'Cấp lại mật khẩu', 'Hủy bỏ hộp thư', 'Cấp lại mật khẩu'])
      await box.append((await withForm([{ ...row, wish }])).raw);
    const settled = await waitUntil(async () => {
      const all = await watching.outcomes();
      return all.length === 4 && all.every(({ status }) => status === 'done') ? all : null;
    }, 'four outcomes');
    expect(settled.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'rejected']);
    await watching.stop();
  });

  test('a wrong password is told without the password, and tried again until it is right', async () => {
    const { user, box, proxy } = await openMailbox();
    const wrong = { ...user, password: 'sai-mật-khẩu' };
    const watching = office.watch(urlAt(proxy.port, wrong));
    const told = await watching.until('imap watch interrupted', 3);
    expect(told.error).toMatch(/refuses the sign-in \(check IMAP_URL\): .*[Aa]uthentication failed/);
    expect(JSON.stringify(watching.log)).not.toContain('sai-m');
    await watching.stop();
    expect(await box.look()).toEqual([]);
  });
});
