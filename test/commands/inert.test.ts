import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { request, signedIn } from '../confirm/letters.ts';
import { openOffices } from './office.ts';

/*
 * What other people wrote, wherever we show it: it moves no cursor, turns no writing round, adds no line, field or
 * element.
 */
let offices: Awaited<ReturnType<typeof openOffices>>;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.close());

const tricks = '\u001b[2J\u009b1m\u202e\u2066\u200b\u0007';
const acting = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const markup = '<img src=x onerror=alert(1)>';

test('in the lists of units and mailboxes', async () => {
  const office = await offices.openOffice();
  const units = join(office.folder, 'đơn vị.csv');
  await writeFile(
    units,
    `abbreviation,name,parent,kind,mailbox,aliases\nsnv,"Sở ${tricks}Nội vụ\nsxd  giả",,department,snv@kiengiang.gov.vn,\n`,
  );
  const people = join(office.folder, 'hộp thư.csv');
  await writeFile(
    people,
    `address,fullName,unit,position,phone,status,createdAt,lastAccessAt\nla.snv@kiengiang.gov.vn,"Lê ${tricks}A\nhai",snv,"Phó ${tricks}\nhai",,active,,\n`,
  );
  const before = (await office.run(['units', 'list'])).out.split('\n').length;
  const runs = [
    await office.run(['units', 'import', units]),
    await office.run(['mailboxes', 'import', people]),
    await office.run(['units', 'list']),
    await office.run(['mailboxes', 'list']),
  ];
  for (const { code, out, err } of runs) {
    expect([code, err]).toEqual([0, expect.any(String)]);
    expect(out + err).not.toMatch(acting);
  }
  expect(runs[2]?.out.split('\n')).toHaveLength(before);
  expect(runs[2]?.out).toContain('Nội vụ');
  expect(runs[3]?.out.split('\n').filter((line) => line.includes('la.snv@'))).toHaveLength(1);
});

test('in what a file with mistakes is refused for', async () => {
  const office = await offices.openOffice();
  const units = join(office.folder, 'sai.csv');
  await writeFile(units, `abbreviation,name,parent,kind,mailbox,aliases\n"${tricks}",X,,${tricks},,\n`);
  const { code, err } = await office.run(['units', 'import', units]);
  expect(code).toBe(2);
  expect(err).not.toMatch(acting);
});

test('in the answer to a letter, its head, its two forms and its file, and in what is told of it', async () => {
  const office = await offices.openOffice();
  const rows = [
    { name: `Nguyễn Văn ${tricks}${markup}`, unit: `Sở Nội vụ ${markup}`, wish: `Cấp mới ${tricks}` },
    { name: 'Trần Văn An', unit: 'Sở Nội vụ', wish: `${markup}\nDòng thêm: ${tricks}` },
  ];
  const plain = (await request({ rows, subject: 'CHỦ ĐỀ', text: markup })).toString('latin1');
  const name = `Phieu${tricks}${markup}.xlsx`;
  const raw = plain
    // A subject that is two fields once it is decoded, and a file that has marks in its name.
    .replace(
      /^Subject: .*(?:\r\n .*)*/m,
      `Subject: =?utf-8?B?${Buffer.from(`Phiếu\r\nBcc: dan@evil.example\r\n\r\n${markup}${tricks}`).toString('base64')}?=`,
    )
    .replaceAll('Phieu.xlsx', `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`);
  const file = join(office.folder, `thư${tricks}.eml`);
  await writeFile(file, signedIn(Buffer.from(raw, 'latin1'), 'snv@kiengiang.gov.vn'));
  const { code, out, err } = await office.run(['process', file]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Trần Văn An');
  expect(out).not.toMatch(acting);
  expect(out.split('\n').filter((line) => /^\s*(?:Bcc|Dòng thêm)/.test(line))).toEqual([]);

  const names = await readdir(join(office.folder, 'outbox'));
  expect(names).toEqual([expect.stringMatching(/^[A-Za-z0-9-]+\.eml$/)]);
  const eml = await readFile(join(office.folder, 'outbox', names[0] ?? ''));
  const { bcc, headerLines, subject, text = '', html, attachments } = await simpleParser(eml);
  expect(bcc).toBeUndefined();
  expect(headerLines.map(({ key }) => key)).toEqual([...new Set(headerLines.map(({ key }) => key))]);
  expect(subject).not.toMatch(acting);
  expect(text).not.toMatch(acting);
  expect(String(html)).not.toMatch(/<(?:img|script)/i);
  expect(html).toContain('&lt;img src=x');
  expect(String(html)).not.toMatch(acting);
  expect(attachments.map(({ filename }) => filename)).toEqual([expect.not.stringMatching(acting)]);
});

test('in the log', async () => {
  const log = join(import.meta.dirname, '../../src/log.ts');
  const detail = { error: `một\r\nhai ${tricks}`, [tricks]: '"}\n{"level":30}' };
  const write = `const { openLog } = await import(${JSON.stringify(log)});
    openLog('info').error(${JSON.stringify(`event\n${tricks}`)}, ${JSON.stringify(detail)});`;
  const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', write]);
  expect(stderr).not.toMatch(acting);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(stderr)).toMatchObject({ ...detail, msg: `event\n${tricks}` });
});
