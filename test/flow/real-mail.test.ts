import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment } from '../servers/environment.ts';
import { openInbox, sendMail, writeLetter } from '../servers/letter.ts';
import { type Mail, type MailUser, startMail } from '../servers/mail/mail.ts';
import { describeWithServers } from '../servers/servers.ts';
import { fillForm, spreadsheet } from './form.ts';
import { type Bot, jsonLines, phieu, startBot } from './program.ts';

const units = `abbreviation,name,parent,kind,mailbox,aliases
sttt,Sở Thông tin và Truyền thông,,department,sttt@kiengiang.gov.vn,Sở TTTT
snv,Sở Nội vụ,,department,snv@kiengiang.gov.vn,
stc,Sở Tài chính,,department,stc@kiengiang.gov.vn,
`;
const mailboxes = `address,fullName,unit,position,phone,status,createdAt,lastAccessAt
lthanh.snv@kiengiang.gov.vn,Lê Thị Hạnh,snv,Chuyên viên,,active,2024-01-05,
`;

describeWithServers('a letter through real servers', ({ createDatabase }) => {
  let mail: Mail;
  let bot: Bot;
  let env: Record<string, string>;
  let folder: string;
  let users: Record<'intake' | 'sttt' | 'snv' | 'stc', MailUser>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phieu-mail-'));
    mail = await startMail();
    const [intake, sttt, snv, stc] = await Promise.all(
      ['ttcntttt', 'sttt', 'snv', 'stc'].map((name) => mail.addUser(name)),
    );
    if (!intake || !sttt || !snv || !stc) throw new Error('no users');
    users = { intake, sttt, snv, stc };
    env = { ...environment(mail, intake), DATABASE_URL: await createDatabase(), DATA_DIR: folder };
    await writeFile(join(folder, 'units.csv'), units);
    await writeFile(join(folder, 'mailboxes.csv'), mailboxes);
    await phieu(['units', 'import', 'units.csv'], env);
    await phieu(['mailboxes', 'import', 'mailboxes.csv'], env);
    bot = await startBot(env);
  });
  afterAll(async () => {
    await bot?.stop();
    await mail?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const write = async (from: string, to = users.intake.address) =>
    writeLetter({
      from: `"Sở Nội vụ" <${from}>`,
      to,
      subject: 'Đề nghị cấp mới và cấp lại mật khẩu hộp thư điện tử',
      text: 'Kính gửi Trung tâm, Sở Nội vụ gửi phiếu yêu cầu kèm theo.',
      attachments: [
        {
          filename: 'Phiếu yêu cầu.xlsx',
          contentType: spreadsheet,
          content: await fillForm([
            { name: 'Nguyễn Văn Bình', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' },
            { name: 'Lê Thị Hạnh', unit: 'Sở Nội vụ', wish: 'Cấp lại mật khẩu' },
          ]),
        },
      ],
    });
  const addresses = async () =>
    jsonLines(await phieu(['mailboxes', 'list', '--json'], env)).map(({ address }) => address);

  test('a unit asks from its own mailbox: the directory holds it, the unit and Sở TTTT are told', async () => {
    const { raw, messageId } = await write(users.snv.address);
    const [unitInbox, copyInbox] = await Promise.all([
      openInbox(mail, users.snv),
      openInbox(mail, users.sttt),
    ]);
    await sendMail(mail, { via: 'submission', user: users.snv, to: users.intake.address, raw });

    const answer = await simpleParser(await unitInbox.waitFor({ inReplyTo: messageId }));
    expect(answer.subject).toMatch(/PYC-\d{4}-000001/);
    expect(answer.from?.value[0]?.address).toBe(users.intake.address);
    expect(answer.headers.get('auto-submitted')).toBe('auto-replied');
    expect(answer.text).toContain('nvbinh.snv@kiengiang.gov.vn');
    expect(answer.text).toContain('lthanh.snv@kiengiang.gov.vn');
    const copy = await simpleParser(await copyInbox.waitFor({ inReplyTo: messageId }));
    expect(copy.messageId).toBe(answer.messageId);
    expect(await addresses()).toContain('nvbinh.snv@kiengiang.gov.vn');

    const settled = await openInbox(mail, users.intake, 'Phieu/Da-nhan');
    await settled.waitFor({ messageId });
    await Promise.all([unitInbox.close(), copyInbox.close(), settled.close()]);
  });

  test('a colleague writes From: the unit on a server that lets him: nothing is done, the unit alone is asked', async () => {
    const before = await addresses();
    const { raw, messageId } = await write(users.snv.address);
    await sendMail(mail, { via: 'lax', user: users.stc, to: users.intake.address, raw });
    // A letter of his own unit after it shows that the first one was passed.
    const honest = await writeLetter({
      from: users.stc.address,
      to: users.intake.address,
      subject: 'Đề nghị cấp mới hộp thư điện tử',
      text: 'Phiếu gửi sau.',
    });
    await sendMail(mail, { via: 'submission', user: users.stc, to: users.intake.address, raw: honest.raw });
    const stcInbox = await openInbox(mail, users.stc);
    await stcInbox.waitFor({ inReplyTo: honest.messageId });
    expect(await addresses()).toEqual(before);
    const snvInbox = await openInbox(mail, users.snv);
    await snvInbox.waitFor({ messageId: '<confirm-sender.' });
    const answers = (await snvInbox.letters()).filter((letter) => letter.includes(messageId));
    expect(answers).toEqual([]);
    await Promise.all([stcInbox.close(), snvInbox.close()]);
  });

  test('a unit sends through a server that signs nobody in, is asked, and answers XÁC NHẬN: its form is done', async () => {
    const rows = [{ name: 'Danh Hoàng Phúc', unit: 'Sở Tài chính', wish: 'Cấp mới hộp thư' }];
    const held = await writeLetter({
      from: users.stc.address,
      to: users.intake.address,
      subject: 'Phiếu yêu cầu',
      attachments: [
        { filename: 'Phieu.xlsx', contentType: spreadsheet, content: await fillForm(rows, 'SỞ TÀI CHÍNH') },
      ],
    });
    const [inbox, copyInbox] = await Promise.all([openInbox(mail, users.stc), openInbox(mail, users.sttt)]);
    const from = 'may-chu-cu@kiengiang.gov.vn';
    await sendMail(mail, { via: 'mx', from, to: users.intake.address, raw: held.raw });
    const question = await simpleParser(await inbox.waitFor({ messageId: '<confirm-sender.' }));
    expect(question.text).toContain('Danh Hoàng Phúc: cấp mới hộp thư');

    const answer = await writeLetter({
      from: users.stc.address,
      to: users.intake.address,
      subject: `Re: ${question.subject}`,
      inReplyTo: question.messageId ?? '',
      text: 'XÁC NHẬN',
    });
    await sendMail(mail, { via: 'mx', from, to: users.intake.address, raw: answer.raw });
    const result = await simpleParser(await inbox.waitFor({ inReplyTo: held.messageId }));
    expect(result.text).toContain('dhphuc.stc@kiengiang.gov.vn');
    await copyInbox.waitFor({ inReplyTo: held.messageId });
    const copies = (await copyInbox.letters()).filter((letter) => letter.includes('confirm-sender'));
    expect(copies).toEqual([]);
    expect(await addresses()).toContain('dhphuc.stc@kiengiang.gov.vn');
    await Promise.all([inbox.close(), copyInbox.close()]);
  });

  test('the same on the embedded database, which the bot has for itself', async () => {
    const intake = await mail.addUser('ttcntttt-nhung');
    const home = join(folder, 'embedded');
    await mkdir(home);
    await cp(join(folder, 'units.csv'), join(home, 'units.csv'));
    const { DATABASE_URL: _, ...rest } = env;
    const own = { ...rest, ...environment(mail, intake), DATA_DIR: home };
    await phieu(['units', 'import', 'units.csv'], own);
    const second = await startBot(own);
    try {
      const { raw, messageId } = await write(users.snv.address, intake.address);
      const inbox = await openInbox(mail, users.snv);
      await sendMail(mail, { via: 'submission', user: users.snv, to: intake.address, raw });
      await inbox.waitFor({ inReplyTo: messageId });
      await inbox.close();

      const refused = await phieu(['mailboxes', 'list'], own);
      expect(refused.code).toBe(1);
      expect(refused.err.trim().split('\n')).toHaveLength(1);
    } finally {
      expect(await second.stop()).toBe(0);
    }
    const listed = jsonLines(await phieu(['mailboxes', 'list', '--json'], own));
    expect(listed.map(({ address }) => address)).toContain('nvbinh.snv@kiengiang.gov.vn');
  });
});
