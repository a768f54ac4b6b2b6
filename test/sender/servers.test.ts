import { afterAll, beforeAll, expect, test } from 'vitest';
import { envelopeOf } from '../../src/mail/envelope.ts';
import { verifySender } from '../../src/sender/sender.ts';
import { fillForm } from '../flow/form.ts';
import { openInbox, type Sending, sendMail } from '../servers/letter.ts';
import { type Mail, type MailUser, startMail } from '../servers/mail/mail.ts';
import { describeWithServers } from '../servers/servers.ts';
import { programs } from './hostile/genuine.ts';
import {
  delivery,
  filtered,
  fromUnit,
  intake,
  mime,
  parts,
  relay,
  rest,
  signedIn,
  unit,
} from './hostile/letter.ts';

const forged: Record<string, readonly string[]> = {
  'the unit’s From alone': [fromUnit],
  'a trace of ours': [delivery(), filtered(), signedIn(unit), fromUnit],
  'results of ours': [`Authentication-Results: ${relay}; auth=pass smtp.auth=${unit}; dmarc=pass`, fromUnit],
  'results of ours in odd case': [
    `AUTHENTICATION-Results: MAIL.kiengiang.gov.vn 1; auth=pass smtp.auth=${unit}`,
    fromUnit,
  ],
  'a login in a field of its own': [fromUnit, `X-Authenticated-Sender: ${unit}`, `X-Sender: ${unit}`],
  'Resent fields': [`Resent-From: ${unit}`, `Resent-To: ${intake}`, fromUnit],
  ARC: [`ARC-Authentication-Results: i=1; ${relay}; auth=pass smtp.auth=${unit}`, fromUnit],
};

describeWithServers('through real servers', () => {
  let site: Mail;
  let users: Record<'intake' | 'unit' | 'colleague', MailUser>;
  let form: Buffer;
  beforeAll(async () => {
    site = await startMail();
    const [office, own, other] = [
      await site.addUser('ttcntttt'),
      await site.addUser('snv'),
      await site.addUser('stc'),
    ];
    users = { intake: office, unit: own, colleague: other };
    form = await fillForm([{ name: 'Nguyễn Văn Bình', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' }]);
  });
  afterAll(() => site?.stop());

  /** How the letter is judged as it lies in our mailbox. */
  const verdictOf = async (head: readonly string[], way: Omit<Sending, 'to' | 'raw'>, enforced: boolean) => {
    const id = `<${Math.random().toString(36).slice(2)}@may-tinh.example>`;
    const now = new Date();
    const dated = head.map((line) =>
      line.replace(/^Date: .*/, `Date: ${now.toUTCString().replace('GMT', '+0000')}`),
    );
    const raw = `${[...dated, `Message-ID: ${id}`, ...mime()].join('\r\n')}\r\n\r\n${parts(form)}`;
    await sendMail(site, { ...way, to: intake, raw });
    const inbox = await openInbox(site, users.intake);
    const taken = await inbox.waitFor({ messageId: id }, 60_000);
    await inbox.close();
    return verifySender(
      { envelope: envelopeOf(taken), raw: taken, receivedAt: now },
      {
        ...{ mailDomain: site.domain, intakeAddress: intake, submissionEnforcesSender: enforced },
        trustedRelays: [{ host: site.hostname, ip: site.relayAddress }],
        trustedAuthservIds: [site.hostname],
        dnsServers: [`127.0.0.1:${site.ports.dns}`],
      },
      now,
      async () => null,
    );
  };

  test.each(
    Object.keys(programs).flatMap((name) =>
      (['submission', 'smtps', 'direct'] as const).map((via) => ({
        name: name as keyof typeof programs,
        via,
      })),
    ),
  )('a letter that the unit wrote with $name by $via is proven', async ({ name, via }) => {
    const verdict = await verdictOf(programs[name], { via, user: users.unit }, false);
    expect(verdict).toMatchObject({ address: unit, evidence: 'authenticated-submission' });
  });

  test.each(Object.entries(forged))('a colleague proves nothing with %s', async (_, head) => {
    const verdict = await verdictOf([...head, ...rest], { via: 'lax', user: users.colleague }, true);
    expect(verdict).toMatchObject({
      verified: false,
      because: expect.stringContaining('stc@kiengiang.gov.vn'),
    });
  });

  test.each(Object.entries(forged))('a stranger proves nothing with %s', async (_, head) => {
    const way = { via: 'mx', from: unit, localAddress: site.strangerAddress, helo: site.hostname } as const;
    expect(await verdictOf([...head, ...rest], way, true)).toMatchObject({ verified: false });
  });
});
