import ExcelJS from 'exceljs';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import postgres from 'postgres';
import { openImap } from './imap.ts';
import { inFlight, type Usage } from './timing.ts';

/** The libraries alone, each with only its part of the way, and nothing of what makes it safe. */
export type Chain = {
  /** Takes the letters of these UIDs, so many at a time. */
  run(uids: readonly number[], concurrency: number): Promise<Usage>;
  close(): Promise<void>;
};

export const openChain = async (place: {
  imapUrl: URL;
  databaseUrl: string;
  smtpUrl: string;
}): Promise<Chain> => {
  const imap = await openImap(place.imapUrl);
  const sql = postgres(place.databaseUrl, { max: 4, onnotice: () => {} });
  await sql`create table if not exists letter (id bigint generated always as identity primary key, raw bytea not null)`;
  await sql`create table if not exists line (letter_id bigint not null, words jsonb not null)`;
  await sql`create table if not exists answer (letter_id bigint not null, subject text not null)`;
  const transport = createTransport({ url: place.smtpUrl, pool: true, maxConnections: 4 });

  const take = async (uid: number): Promise<void> => {
    const fetched = await imap.fetchOne(String(uid), { source: true }, { uid: true });
    if (fetched === false || fetched.source === undefined) throw new Error(`letter ${uid} is gone`);
    const mail = await simpleParser(fetched.source);
    const content = mail.attachments[0]?.content ?? Buffer.alloc(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(
      content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer,
    );
    const lines: string[][] = [];
    book.worksheets[0]?.eachRow((row) => {
      lines.push([1, 2, 3, 4, 5].map((column) => row.getCell(column).text));
    });
    const raw = fetched.source;
    await sql.begin(async (tx) => {
      const [letter] = await tx`insert into letter (raw) values (${raw}) returning id`;
      await tx`insert into line select ${letter?.id}, value from jsonb_array_elements(${JSON.stringify(lines)}::text::jsonb)`;
      await tx`insert into answer values (${letter?.id}, ${mail.subject ?? ''})`;
    });
    await transport.sendMail({
      from: 'ttcntttt@kiengiang.gov.vn',
      to: mail.from?.value[0]?.address,
      subject: `Kết quả: ${mail.subject}`,
      inReplyTo: mail.messageId,
      text: lines.map((line) => line.join(' | ')).join('\n'),
    });
  };
  return {
    run: async (uids, concurrency) => {
      // What came since the last command is known to the client only after another one.
      await imap.noop();
      return inFlight(uids, concurrency, take);
    },
    close: async () => {
      transport.close();
      await sql.end();
      await imap.logout();
    },
  };
};
