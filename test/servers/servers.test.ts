import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { environment } from './environment.ts';
import { type Letter, openInbox, type Sending, sendMail, signIn, writeLetter } from './letter.ts';
import type { MailServers, MailUser } from './mail/mail.ts';
import { describeWithPostgres, describeWithServers } from './servers.ts';

describeWithPostgres('PostgreSQL', ({ createDatabase }) => {
  test('each test file gets an empty database of its own, with Vietnamese text', async () => {
    const urls = await Promise.all([createDatabase(), createDatabase()]);
    for (const url of urls) {
      const sql = postgres(url, { onnotice: () => undefined });
      await sql`create table unit (name text)`;
      await sql`insert into unit values ('Sở Nội vụ')`;
      expect([...(await sql`select name from unit`)]).toEqual([{ name: 'Sở Nội vụ' }]);
      await sql.end();
    }
    expect(urls[0]).not.toBe(urls[1]);
  });
});

describeWithServers('the mail servers', (servers) => {
  let mail: MailServers;
  let unit: MailUser;
  let centre: MailUser;
  beforeAll(async () => {
    mail = await servers.mail();
    [unit, centre] = await Promise.all([mail.addUser('unit.servers'), mail.addUser('centre.servers')]);
  });

  const write = (from: string): Promise<Letter> =>
    writeLetter({ from, to: centre.address, subject: 'Đề nghị cấp hộp thư', text: 'Kính gửi Trung tâm.' });

  /** Header block, unfolded, of the letter as the centre gets it. */
  async function delivered(letter: Letter, sending: Omit<Sending, 'to' | 'raw'> & { raw?: string }) {
    await sendMail(mail, { to: centre.address, raw: letter.raw, ...sending });
    const inbox = await openInbox(mail, centre);
    const raw = await inbox.waitFor({ messageId: letter.messageId });
    await inbox.close();
    const head = raw.toString('utf8').split('\r\n\r\n', 1)[0] ?? '';
    return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  }
  const named = (fields: string[], name: string) => fields.filter((field) => field.startsWith(`${name}: `));
  const hop = (fields: string[], number: number) => named(fields, 'Received')[number];

  test.for(['submission', 'smtps'] as const)(
    '%s names the signed-in user two hops below the delivery',
    async (via) => {
      const fields = await delivered(await write(unit.address), { via, user: unit });
      expect(hop(fields, 0)).toContain('with LMTP');
      expect(hop(fields, 1)).toContain(`from ${mail.hostname} (unknown [${mail.relayAddress}])`);
      expect(hop(fields, 2)).toContain(
        `(Authenticated sender: ${unit.address}) by ${mail.hostname} (Postfix) with ESMTPSA`,
      );
      expect(hop(fields, 2)).toContain(`for <${centre.address}>`);
      expect(named(fields, 'DKIM-Signature')).toEqual([
        expect.stringContaining(`d=${mail.domain}; s=${mail.selector}`),
      ]);
      const results = named(fields, 'Authentication-Results');
      expect(results).toHaveLength(1);
      for (const result of ['spf=pass', 'dkim=pass', 'dmarc=pass']) expect(results[0]).toContain(result);
    },
  );

  test('direct names the signed-in user in the hop below the delivery and in Authentication-Results', async () => {
    const fields = await delivered(await write(unit.address), { via: 'direct', user: unit });
    expect(hop(fields, 1)).toContain(`(Authenticated sender: ${unit.address})`);
    expect(named(fields, 'DKIM-Signature')).toHaveLength(1);
    expect(named(fields, 'Authentication-Results')).toEqual([
      `Authentication-Results: ${mail.hostname}; auth=pass smtp.auth=${unit.address} smtp.mailfrom=${unit.address}`,
    ]);
  });

  test('the lax port lets a user write the From of another, and DMARC passes', async () => {
    const fields = await delivered(await write(`sttt@${mail.domain}`), { via: 'lax', user: unit });
    expect(named(fields, 'From')).toEqual([`From: sttt@${mail.domain}`]);
    expect(hop(fields, 2)).toContain(`(Authenticated sender: ${unit.address})`);
    expect(named(fields, 'Authentication-Results')[0]).toContain('dmarc=pass');
  });

  test.for(['submission', 'smtps', 'direct'] as const)('%s refuses the From of another', async (via) => {
    const { raw } = await write(`sttt@${mail.domain}`);
    await expect(sendMail(mail, { via, user: unit, to: centre.address, raw })).rejects.toThrow(
      'From is not the address of the signed-in user',
    );
    const from = `sttt@${mail.domain}`;
    await expect(sendMail(mail, { via, user: unit, from, to: centre.address, raw })).rejects.toThrow(
      'not owned by user',
    );
  });

  test('nobody submits without a password, or with a wrong one', async () => {
    const { raw } = await write(unit.address);
    const sending = { via: 'submission', from: unit.address, to: centre.address, raw } as const;
    await expect(sendMail(mail, sending)).rejects.toMatchObject({ responseCode: 530 });
    const stranger = { ...unit, password: 'wrong' };
    await expect(sendMail(mail, { ...sending, user: stranger })).rejects.toMatchObject({ responseCode: 535 });
  });

  test('a stranger who claims to be a unit fails SPF and DMARC, and his own trace stands below ours', async () => {
    const letter = await write(unit.address);
    const forged = [
      `Received: from pc (unknown [127.0.0.1]) (Authenticated sender: ${unit.address})`,
      ` by ${mail.hostname} (Postfix) with ESMTPSA id 4Abc1; Tue, 24 Nov 2026 00:40:51 +0000 (UTC)`,
      `Authentication-Results: ${mail.hostname}; auth=pass smtp.auth=${unit.address}`,
      '',
    ].join('\r\n');
    const fields = await delivered(letter, {
      via: 'mx',
      from: unit.address,
      raw: forged + letter.raw.toString('latin1'),
      localAddress: mail.strangerAddress,
    });
    expect(hop(fields, 1)).toContain(`(unknown [${mail.strangerAddress}]) by ${mail.hostname}`);
    expect(hop(fields, 1)).not.toContain('Authenticated sender');
    expect(hop(fields, 2)).toContain(`(Authenticated sender: ${unit.address})`);
    const results = named(fields, 'Authentication-Results');
    expect(results).toHaveLength(1);
    for (const result of ['spf=fail', 'dmarc=fail']) expect(results[0]).toContain(result);
  });

  test('an honest stranger passes SPF', async () => {
    const from = `dan@${mail.strangerDomain}`;
    const fields = await delivered(await write(from), {
      via: 'mx',
      from,
      localAddress: mail.strangerAddress,
    });
    expect(named(fields, 'Authentication-Results')[0]).toContain('spf=pass');
  });

  test('the MX port takes letters for a user from his creation on, and for nobody else', async () => {
    const { raw } = await write(`dan@${mail.strangerDomain}`);
    const sending = { via: 'mx', from: `dan@${mail.strangerDomain}`, raw } as const;
    const later = `later.servers@${mail.domain}`;
    await expect(sendMail(mail, { ...sending, to: later })).rejects.toMatchObject({ responseCode: 550 });
    expect(await mail.addUser('later.servers')).toMatchObject({ address: later });
    await sendMail(mail, { ...sending, to: later });
    await expect(sendMail(mail, { ...sending, to: 'ai@example.org' })).rejects.toMatchObject({
      responseCode: 554,
    });
  });

  test('a letter to the world is delivered where the test made that mailbox, and else bounces', async () => {
    const citizen = await mail.addUser(`dan.servers@${mail.strangerDomain}`);
    const letter = await write(unit.address);
    const to = [citizen.address, 'nobody@example.org'];
    await sendMail(mail, { via: 'submission', user: unit, to, raw: letter.raw });
    const [theirs, ours] = await Promise.all([openInbox(mail, citizen), openInbox(mail, unit)]);
    await theirs.waitFor({ messageId: letter.messageId });
    await expect
      .poll(async () => String(await ours.letters()), { timeout: 15_000 })
      .toContain(letter.messageId);
    expect(String(await ours.letters())).toContain('Final-Recipient: rfc822; nobody@example.org');
    await Promise.all([theirs.close(), ours.close()]);
  });

  test('another process signs in by the URLs of the environment and trusts the certificate', async () => {
    const program = `
      import { ImapFlow } from 'imapflow';
      import { createTransport } from 'nodemailer';
      const url = new URL(process.env.IMAP_URL);
      const auth = { user: decodeURIComponent(url.username), pass: url.password };
      const client = new ImapFlow({ host: url.hostname, port: Number(url.port), secure: true, auth, logger: false });
      await client.connect();
      await client.logout();
      await createTransport(process.env.SMTP_URL).verify();
      console.log('signed in');
    `;
    const env = { ...process.env, ...environment(mail, centre) };
    const args = ['--input-type=module', '--eval', program];
    expect((await promisify(execFile)(process.execPath, args, { env })).stdout).toBe('signed in\n');
  });

  test('IDLE tells a waiting client of a new letter', async () => {
    const client = await signIn(mail, centre);
    await client.mailboxOpen('INBOX');
    const told = new Promise<{ count: number; prevCount: number }>((done) => client.once('exists', done));
    const idle = client.idle();
    const { raw } = await write(unit.address);
    await sendMail(mail, { via: 'submission', user: unit, to: centre.address, raw });
    const { count, prevCount } = await told;
    expect(count).toBe(prevCount + 1);
    await client.logout();
    await idle;
  });
});
