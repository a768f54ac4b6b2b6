import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { phieu } from '../flow/program.ts';
import { letter } from './office.ts';

/* What is refused before anything is opened: the command's words, its files and the configuration. */

let folder: string;
const run = (args: string[], env: Record<string, string> = {}) => phieu(args, { DATA_DIR: folder, ...env });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-words-'));
  await writeFile(join(folder, 'thu.txt'), 'abbreviation,name\n');
  await writeFile(join(folder, 'thieu-cot.csv'), 'abbreviation,parent\n');
});
afterAll(() => rm(folder, { recursive: true }));

/** What it says on its one line. */
const refusal = async (args: string[], env: Record<string, string> = {}): Promise<string> => {
  const { code, out, err } = await run(args, env);
  const [line = '', ...rest] = err.split('\n');
  expect({ code, out, rest }).toEqual({ code: 2, out: '', rest: [''] });
  return line;
};

const thu = letter('first-time');

test.each([
  [[], 'Chưa ghi lệnh. Xem các lệnh: phieu --help'],
  [['proces', thu], 'Không có lệnh "proces"'],
  [['process'], 'Chưa ghi tệp thư nào. Cách dùng: phieu process'],
  [['process', '--jsn', thu], 'Tùy chọn --jsn không dùng được ở đây'],
  [['process', '--json=x', thu], '--json'],
  [['process', thu, 'khong-co.eml'], 'khong-co.eml: không có tệp này'],
  [['process', '.'], '.: đây là thư mục'],
  [['units'], 'Cần ghi import TỆP hoặc list'],
  [['units', 'import'], 'Cần ghi đúng một tệp'],
  [['units', 'import', 'khong-co.csv'], 'khong-co.csv: không có tệp này'],
  [['units', 'import', 'thu.txt'], 'thu.txt: chỉ nhập được tệp .csv hoặc .xlsx'],
  [['units', 'import', 'thieu-cot.csv'], 'thiếu cột name, kind'],
  [['mailboxes', 'import', 'thieu-cot.csv'], 'thiếu cột address, fullName, unit'],
  [['mailboxes', 'list', 'snv'], 'Cần ghi import TỆP hoặc list'],
  [['requests', 'list', '--outcome', 'done'], '--outcome là một trong'],
  [['start'], 'IMAP_URL: chưa có'],
])('%j is refused in one line', async (args, why) => {
  expect(await refusal(args)).toContain(why);
});

test.concurrent.each([
  ['DATABASE_URL', 'mysql://a:bi-mat@b/c', 'Ghi theo dạng postgres://'],
  ['MAIL_DOMAIN', 'kien giang', 'Ghi tên miền'],
  ['INTAKE_ADDRESS', 'ttcntttt', 'Ghi một địa chỉ'],
  ['COPY_ADDRESS', 'Sở <sttt@kiengiang.gov.vn>', 'Ghi một địa chỉ'],
  ['IMAP_URL', 'https://mail/', 'Ghi theo dạng imaps://'],
  ['SMTP_URL', 'mail.kiengiang.gov.vn:25', 'Ghi theo dạng smtps://'],
  ['SMTP_URL', 'smtps://u:100%@mail', '% là %25'],
  ['DNS_SERVERS', 'dns.vn', 'Ghi theo dạng ip:cổng'],
  ['DNS_SERVERS', '127.0.0.1:99999', 'Ghi theo dạng ip:cổng'],
  ['TRUSTED_RELAYS', 'mail.vn=10.1.1', 'Ghi tên máy chủ'],
  ['SUBMISSION_ENFORCES_SENDER', 'yes', 'Ghi true hoặc false'],
  ['DRY_RUN', 'có', 'Ghi true hoặc false'],
])('%s=%s is refused in one line that names it and says how to mend it', async (name, value, mend) => {
  const line = await refusal(['process', '--json', thu], { [name]: value });
  expect(line).toContain(`${name}: `);
  expect(line).toContain(mend);
});

test('a password in a wrong address is not repeated', async () => {
  const { err } = await run(['process', thu], { DATABASE_URL: 'mysql://a:bi-mat@b/c' });
  expect(err).not.toContain('bi-mat');
});

test('a database that is not there is told in one line, and may be tried again', async () => {
  const { code, out, err } = await run(['process', '--json', thu], {
    DATABASE_URL: 'postgres://a@127.0.0.1:1/b',
  });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.split('\n')).toEqual([expect.stringContaining('Không kết nối được máy chủ PostgreSQL'), '']);
});

describe('help', () => {
  const commands = ['process', 'start', 'units', 'mailboxes', 'requests', 'form', 'doctor'];

  test('on all commands names each of them', async () => {
    const { code, out, err } = await run(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of commands) expect(out).toContain(`phieu ${command}`);
  });

  test.concurrent.each(commands)(
    'on %s says in Vietnamese what it does, with an example',
    async (command) => {
      const { code, out, err } = await run([command, '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđêềếểễệôốồổỗộơớờởỡợưứừửữự]/);
      expect(out).toContain('Ví dụ:');
      expect(out.split(`phieu ${command}`).length).toBeGreaterThan(2);
    },
  );
});
