import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FormRow, fillForm, spreadsheet } from '../flow/form.ts';
import { openStreet } from '../flow/house.ts';
import { writeLetter } from '../servers/letter.ts';

const units = `abbreviation,name,parent,kind,mailbox,aliases
sttt,Sở Thông tin và Truyền thông,,department,sttt@kiengiang.gov.vn,Sở TTTT
snv,Sở Nội vụ,,department,snv@kiengiang.gov.vn,
stc,Sở Tài chính,,department,stc@kiengiang.gov.vn,
sdl,Sở Du lịch,,department,sdl@kiengiang.gov.vn,
`;

const mailboxes = `address,fullName,unit,position,phone,status,createdAt,lastAccessAt
tvnam.snv@kiengiang.gov.vn,Trần Văn Nam,snv,Chuyên viên,,active,2020-01-06,
lthanh.snv@kiengiang.gov.vn,Lê Thị Hạnh,snv,Văn thư,,active,2020-01-06,
pvbinh.snv@kiengiang.gov.vn,Phạm Văn Bình,snv,Chuyên viên,,active,2020-01-06,
pvbinh1.snv@kiengiang.gov.vn,Phạm Văn Bình,snv,Kế toán,,active,2021-01-06,
vtlong.snv@kiengiang.gov.vn,Võ Thành Long,snv,,,cancelled,2020-01-06,
nthoa.snv@kiengiang.gov.vn,Nguyễn Thị Hoa,snv,,,active,2020-01-06,
nthoa.stc@kiengiang.gov.vn,Nguyễn Thị Hòa,stc,,,active,2020-01-06,
`;

/** The registry of these tests, as the files of the import. */
export const registryFiles = { 'units.csv': units, 'mailboxes.csv': mailboxes };

/** Houses with that registry, one after the other. */
export const openOffices = async (
  createDatabase: (() => Promise<string>) | null,
): Promise<ReturnType<typeof openStreet>> => {
  const folder = await mkdtemp(join(tmpdir(), 'phieu-requests-'));
  for (const [name, text] of Object.entries(registryFiles)) await writeFile(join(folder, name), text);
  const registry = { units: join(folder, 'units.csv'), mailboxes: join(folder, 'mailboxes.csv') };
  const street = openStreet(registry, createDatabase);
  return {
    ...street,
    close: async () => {
      await rm(folder, { recursive: true, force: true });
      return street.close();
    },
  };
};

/** What our server writes above a letter that Sở Nội vụ hands in after signing in. */
const trace = (login: string) =>
  [
    'Received: from mail.kiengiang.gov.vn ([127.0.0.1])',
    '\tby mail.kiengiang.gov.vn with LMTP id 4XyZ1; Tue, 24 Nov 2026 02:00:01 +0000',
    'Received: from VP-PC (unknown [10.1.2.3])',
    `\t(Authenticated sender: ${login})`,
    '\tby mail.kiengiang.gov.vn (Postfix) with ESMTPSA id 4XyZ0',
    '\tfor <ttcntttt@kiengiang.gov.vn>; Tue, 24 Nov 2026 02:00:00 +0000 (UTC)',
    '',
  ].join('\r\n');

/** A letter of Sở Nội vụ with a form of these rows, proven by its sign-in. */
export const letterOf = async (rows: readonly FormRow[], subject = 'Phiếu yêu cầu về hộp thư điện tử') =>
  letterWith([{ filename: 'Phiếu yêu cầu.xlsx', content: await fillForm(rows) }], subject);

/** The same with these workbooks. */
export const letterWith = async (
  workbooks: readonly { filename: string; content: Buffer }[],
  subject = 'Phiếu yêu cầu về hộp thư điện tử',
) => {
  const login = 'snv@kiengiang.gov.vn';
  const letter = await writeLetter({
    from: `"Sở Nội vụ" <${login}>`,
    to: 'ttcntttt@kiengiang.gov.vn',
    subject,
    text: 'Kính gửi Trung tâm, đơn vị gửi phiếu yêu cầu kèm theo.',
    attachments: workbooks.map((workbook) => ({ ...workbook, contentType: spreadsheet })),
  });
  return { ...letter, raw: Buffer.concat([Buffer.from(trace(login)), letter.raw]) };
};
