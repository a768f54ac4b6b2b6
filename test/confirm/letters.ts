import { simpleParser } from 'mailparser';
import { type FormRow, fillForm, spreadsheet } from '../flow/form.ts';
import type { House } from '../flow/house.ts';
import { writeLetter } from '../servers/letter.ts';

export const intake = 'ttcntttt@kiengiang.gov.vn';

export type Request = {
  from?: string;
  subject?: string;
  text?: string;
  rows?: readonly FormRow[] | null;
  messageId?: string;
  headers?: Record<string, string>;
};

export const newMailbox: FormRow = { name: 'Nguyễn Văn Bình', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' };

/** A letter of Sở Nội vụ with a form, as it comes from a server that signs nobody in. */
export const request = async ({
  from = 'snv@kiengiang.gov.vn',
  subject = 'Phiếu yêu cầu về hộp thư điện tử',
  text = 'Kính gửi Trung tâm, Sở Nội vụ gửi phiếu yêu cầu kèm theo.',
  rows = [newMailbox],
  messageId,
  headers = {},
}: Request = {}): Promise<Buffer> => {
  const content = rows === null ? null : await fillForm(rows);
  const { raw } = await writeLetter({
    from,
    to: intake,
    subject,
    text,
    headers,
    date: new Date('2026-11-24T02:58:00Z'),
    ...(messageId === undefined ? {} : { messageId }),
    attachments: content === null ? [] : [{ filename: 'Phieu.xlsx', contentType: spreadsheet, content }],
  });
  return raw;
};

/** The same letter, taken by our own server from the signed-in user. */
export const signedIn = (raw: Buffer, user: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      `Received: from [10.20.11.48] (unknown [10.20.11.48])\r\n\t(Authenticated sender: ${user})\r\n\tby mail.kiengiang.gov.vn (Postfix) with ESMTPSA id F1A1BAFA790\r\n\tfor <${intake}>; Tue, 24 Nov 2026 10:00:00 +0700 (+07)\r\n`,
    ),
    raw,
  ]);

export type Answer = {
  from?: string;
  subject?: string;
  text?: string;
  /** What In-Reply-To names; else References alone does. */
  threading?: 'in-reply-to' | 'references';
  headers?: Record<string, string>;
  rows?: readonly FormRow[];
};

/** An answer to a letter of ours, with it quoted below, as Thunderbird writes it. */
export const answerTo = async (question: Buffer, answer: Answer = {}): Promise<Buffer> => {
  const { messageId = '', subject = '', text = '' } = await simpleParser(question);
  const quoted = text.split('\n').map((line) => `> ${line}`);
  const content = answer.rows && (await fillForm(answer.rows));
  const { raw } = await writeLetter({
    from: answer.from ?? 'snv@kiengiang.gov.vn',
    to: intake,
    subject: answer.subject ?? `Re: ${subject}`,
    text: [answer.text ?? 'XÁC NHẬN', '', `Vào 24/11/2026 10:05, ${intake} đã viết:`, ...quoted].join('\n'),
    headers: answer.headers ?? {},
    attachments: content ? [{ filename: 'Phieu.xlsx', contentType: spreadsheet, content }] : [],
    ...(answer.threading === 'references' ? { references: messageId } : { inReplyTo: messageId }),
  });
  return raw;
};

/** The one letter that asked a unit; throws where none did, or several. */
export const theQuestion = async (house: House): Promise<Buffer> => {
  const [question, ...others] = await questions(house);
  if (!question || others.length > 0) throw new Error('not one question');
  return question;
};

export const questions = async (house: House): Promise<Buffer[]> =>
  (await house.outbox()).filter((eml) => /^Message-ID:\s+<confirm-sender\./im.test(eml.toString('latin1')));
