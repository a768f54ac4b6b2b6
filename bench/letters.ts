import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FormRow, fillForm, spreadsheet } from '../test/flow/form.ts';
import { exampleRegistry } from '../test/flow/house.ts';
import { writeLetter } from '../test/servers/letter.ts';
import { personAt } from './people.ts';

export const domain = 'kiengiang.gov.vn';
const intake = `ttcntttt@${domain}`;

type Unit = { abbreviation: string; name: string };

/** The departments of the example registry; each asks for people of its own. */
export const departments: readonly Unit[] = readFileSync(exampleRegistry.units, 'utf8')
  .split('\n')
  .map((line) => line.split(','))
  .filter(([, , , kind]) => kind === 'department')
  .map(([abbreviation = '', name = '']) => ({ abbreviation, name }));

const unitOf = (letter: number): Unit =>
  departments[letter % departments.length] ?? { abbreviation: '', name: '' };

/** People `0` to `rows - 1` of a letter: nobody is in two letters. */
const personOf = (letter: number, row: number, rows: number): string => personAt(letter * rows + row);

/** The two rows in ten that speak of a mailbox that is there. */
const isKnown = (row: number): boolean => row % 10 >= 8;

/** Mailboxes that must be there for the letters `0` to `count - 1`, in the format of `phieu mailboxes import`. */
export const mailboxesFor = (count: number, rows = 10): string => {
  const lines = ['address,fullName,unit,position,phone,status,createdAt,lastAccessAt'];
  for (let letter = 0; letter < count; letter += 1) {
    const { abbreviation } = unitOf(letter);
    for (let row = 0; row < rows; row += 1) {
      if (!isKnown(row)) continue;
      const address = `cu${letter}x${row}.${abbreviation}@${domain}`;
      lines.push(`${address},${personOf(letter, row, rows)},${abbreviation},Chuyên viên,,active,2024-01-05,`);
    }
  }
  return `${lines.join('\n')}\n`;
};

export type BenchLetter = { raw: Buffer; messageId: string; from: string; form: Buffer };

/** A letter from a unit's own mailbox with a form of so many rows: eight new mailboxes to two new passwords. */
export const writeRequest = async (at: number, rows = 10): Promise<BenchLetter> => {
  const { abbreviation, name } = unitOf(at);
  const from = `${abbreviation}@${domain}`;
  const people = Array.from(
    { length: rows },
    (_, row): FormRow => ({
      name: personOf(at, row, rows),
      unit: name,
      wish: isKnown(row) ? 'Cấp lại mật khẩu' : 'Cấp mới hộp thư',
      position: 'Chuyên viên',
    }),
  );
  const form = await fillForm(people, name.toUpperCase());
  const letter = await writeLetter({
    from: { name, address: from },
    to: intake,
    subject: `Đề nghị cấp mới và cấp lại mật khẩu hộp thư điện tử (${at + 1})`,
    text: `Kính gửi Trung tâm,\n\n${name} gửi phiếu yêu cầu kèm theo.\n\nTrân trọng.\n`,
    attachments: [{ filename: `Phiếu yêu cầu ${at + 1}.xlsx`, contentType: spreadsheet, content: form }],
  });
  return { ...letter, from, form };
};

/** The trace that our servers write above a letter from a signed-in user: submission, content filter, delivery. */
export const traced = ({ raw, from, messageId }: BenchLetter, now: Date): Buffer => {
  const day = now.toUTCString().replace('GMT', '+0000');
  const id = createHash('sha256').update(messageId).digest('hex').slice(0, 11).toUpperCase();
  const host = `mail.${domain}`;
  const trace = [
    `Return-Path: <${from}>`,
    `Delivered-To: ${intake}`,
    `Received: from ${host}`,
    `\tby ${host} with LMTP`,
    `\tid ${id}AAg+zDdQ`,
    `\t(envelope-from <${from}>)`,
    `\tfor <${intake}>; ${day}`,
    `Received: from ${host} (unknown [127.0.0.10])`,
    `\tby ${host} (Postfix) with ESMTP id 7${id}`,
    `\tfor <${intake}>; ${day} (UTC)`,
    `Authentication-Results: ${host};`,
    `\tdkim=pass header.d=${domain} header.s=phieu;`,
    `\tdmarc=pass (policy=reject) header.from=${domain};`,
    `\tspf=pass smtp.mailfrom=${from}`,
    'Received: from PC-VANTHU.local (unknown [127.0.0.1])',
    `\t(Authenticated sender: ${from})`,
    `\tby ${host} (Postfix) with ESMTPSA id 5${id}`,
    `\tfor <${intake}>; ${day} (UTC)`,
    '',
  ];
  return Buffer.concat([Buffer.from(trace.join('\r\n')), raw]);
};
