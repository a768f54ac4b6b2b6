import { randomBytes } from 'node:crypto';
import { type FormRow, fillForm, spreadsheet } from '../flow/form.ts';
import { type Letter, writeLetter } from '../servers/letter.ts';

export const intakeAddress = 'ttcntttt@kiengiang.gov.vn';
const host = 'mail.kiengiang.gov.vn';

/** Three departments, as `phieu units import` takes them. */
export const unitsFile = `abbreviation,name,parent,kind,mailbox,aliases
sttt,Sở Thông tin và Truyền thông,,department,sttt@kiengiang.gov.vn,Sở TTTT
snv,Sở Nội vụ,,department,snv@kiengiang.gov.vn,
stc,Sở Tài chính,,department,stc@kiengiang.gov.vn,
`;

/** What our server writes above a letter from a user who signed in. */
const trace = (from: string): Buffer =>
  Buffer.from(
    [
      `Return-Path: <${from}>`,
      `Received: from PC-VANTHU (unknown [10.1.2.3])`,
      `\t(Authenticated sender: ${from})`,
      `\tby ${host} (Postfix) with ESMTPSA id ${randomBytes(6).toString('hex')}`,
      `\tfor <${intakeAddress}>; ${new Date().toUTCString().replace('GMT', '+0000')}`,
      '',
    ].join('\r\n'),
  );

export const delivered = (from: string, { raw, messageId }: Letter): Letter => ({
  messageId,
  raw: Buffer.concat([trace(from), raw]),
});

type Words = { from?: string; subject?: string; text?: string };

/** A letter that asks for a mailbox and brings no form: `rejected`, with one notice. */
export const formless = async ({
  from = 'snv@kiengiang.gov.vn',
  subject = 'Đề nghị cấp mới hộp thư điện tử',
  text = 'Kính đề nghị Trung tâm cấp mới hộp thư điện tử cho cán bộ của Sở.',
}: Words = {}): Promise<Letter> =>
  delivered(from, await writeLetter({ from, to: intakeAddress, subject, text }));

/** Official mail that asks for nothing of ours: `ignored`. */
export const ordinary = (): Promise<Letter> =>
  formless({ subject: 'Giấy mời họp giao ban quý', text: 'Kính mời đồng chí đến dự họp lúc 8 giờ.' });

/** A letter with the regulation's form. */
export const withForm = async (
  rows: readonly FormRow[],
  { from = 'snv@kiengiang.gov.vn', unit = 'SỞ NỘI VỤ' } = {},
): Promise<Letter> =>
  delivered(
    from,
    await writeLetter({
      from,
      to: intakeAddress,
      subject: 'Phiếu yêu cầu về hộp thư điện tử',
      text: 'Kính gửi Trung tâm phiếu yêu cầu kèm theo.',
      attachments: [
        { filename: 'Phiếu yêu cầu.xlsx', contentType: spreadsheet, content: await fillForm(rows, unit) },
      ],
    }),
  );
