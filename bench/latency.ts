import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendMail, signIn } from '../test/servers/letter.ts';
import type { MailServers, MailUser } from '../test/servers/mail/mail.ts';
import type { BenchLetter } from './letters.ts';

/** Moments of one letter, in milliseconds from its delivery into the watched INBOX. */
export type Moments = {
  /** The unit's mail program had handed it to the submission server (before the delivery: negative). */
  submitted: number;
  /** Dovecot told a waiting client of it. */
  told: number;
  /** The answer lay in the unit's INBOX. */
  answered: number;
  /** Dovecot told the unit's waiting client of that. */
  unitTold: number;
};

/** Sends letters by submission, one after the other, to a bot that runs. */
export const timeAnswers = async (
  mail: MailServers,
  { intake, unit }: { intake: MailUser; unit: MailUser },
  letters: readonly BenchLetter[],
): Promise<Moments[]> => {
  const [atIntake, atUnit] = [await listen(mail, intake), await listen(mail, unit)];
  const all: Moments[] = [];
  for (const { raw } of letters) {
    const delivered = atIntake.delivery();
    const told = atIntake.notification();
    const answered = atUnit.delivery();
    const unitTold = atUnit.notification();
    await sendMail(mail, { via: 'submission', user: unit, to: intake.address, raw });
    const submitted = performance.now();
    const zero = await delivered;
    const since = async (moment: Promise<number> | number) => (await moment) - zero;
    all.push({
      submitted: await since(submitted),
      told: await since(told),
      answered: await since(answered),
      unitTold: await since(unitTold),
    });
    // The bot files the letter, and both clients settle.
    await sleep(700);
  }
  await Promise.all([atIntake.close(), atUnit.close()]);
  return all;
};

/** A client that waits in a user's INBOX, and an eye on the folder in which deliveries appear. */
const listen = async (mail: MailServers, { address, password }: MailUser) => {
  const [name = '', domain = ''] = address.split('@');
  const client = await signIn(mail, { address, password });
  // The first look makes the folders.
  await client.mailboxOpen('INBOX');
  const folder = join(mail.folder, 'mail', domain, name, 'Maildir', 'new');
  let arrive = (_: number) => {};
  const eye = watch(folder, (event) => {
    if (event === 'rename') arrive(performance.now());
  });
  let tell = (_: number) => {};
  client.on('exists', ({ count, prevCount }) => {
    if (count > prevCount) tell(performance.now());
  });
  void client.idle();
  return {
    delivery: () =>
      new Promise<number>((resolve) => {
        arrive = resolve;
      }),
    notification: () =>
      new Promise<number>((resolve) => {
        tell = resolve;
      }),
    close: async () => {
      eye.close();
      await client.logout();
    },
  };
};
