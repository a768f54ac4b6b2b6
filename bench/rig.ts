import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { environment } from '../test/servers/environment.ts';
import { type Mail, type MailUser, startMail } from '../test/servers/mail/mail.ts';
import { type Postgres, startPostgres } from '../test/servers/postgres.ts';
import { traced, writeRequest } from './letters.ts';
import { openSink, type Sink } from './sink.ts';

/** Real servers of our own, and what every measurement shares. */
export type Rig = {
  postgres: Postgres;
  mail: Mail;
  sink: Sink;
  intake: MailUser;
  /** Settings of a bot that watches the intake's mailbox and sends to the sink. */
  settings: Record<string, string>;
  close(): Promise<void>;
};

export const openRig = async (): Promise<Rig> => {
  const [postgres, mail, sink] = await Promise.all([startPostgres(), startMail(), openSink()]);
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(mail.caFile, 'utf8')]);
  const intake = await mail.addUser('ttcntttt');
  return {
    postgres,
    mail,
    sink,
    intake,
    settings: { ...environment(mail, intake), SMTP_URL: sink.url },
    close: async () => void (await Promise.all([postgres.stop(), mail.stop(), sink.close()])),
  };
};

/** Letters `from` to `from + count - 1`, as they lie in the watched mailbox. */
export const writeLetters = async (count: number, from = 0): Promise<Buffer[]> => {
  const letters: Buffer[] = [];
  for (let at = from; at < from + count; at += 1) letters.push(traced(await writeRequest(at), new Date()));
  return letters;
};
