import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { desc, sql } from 'drizzle-orm';
import type { Config } from '../config.ts';
import { type Database, type Db, rows } from '../db/db.ts';
import { causes, DatabaseUnavailable } from '../db/errors.ts';
import { missingMigrations } from '../db/migrations.ts';
import { messages } from '../db/schema.ts';
import { unitByMailbox } from '../directory/reader.ts';
import { envelopeOf } from '../mail/envelope.ts';
import type { Envelope } from '../model/letter.ts';
import { countAll, lostOf } from '../proof/count.ts';
import { standingInShort } from '../reply/alert.ts';
import { type Checked, tell } from './checked.ts';

const { ok, warn, fail } = tell('Cơ sở dữ liệu');
const units = tell('Đơn vị');

/** What the database tells: its own state, the registry's, and the headers of the latest letters, newest first. */
export type Looked = { checks: Checked[]; letters: readonly Envelope[] };

/** Looks into the database as it is; nothing is made or migrated. */
export async function lookIntoDatabase(config: Config, now: Date): Promise<Looked> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl === null && !existsSync(join(dataDir, 'db')))
    return {
      checks: [
        ok(`cơ sở dữ liệu nhúng trong ${dataDir}: chưa có, sẽ được lập khi chạy lệnh đầu tiên`),
        noUnits(),
      ],
      letters: [],
    };
  let database: Database;
  try {
    database = await open(config);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return { checks: [unavailable(error)], letters: [] };
    throw error;
  }
  try {
    return await look(database, config, now);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return { checks: [unavailable(error)], letters: [] };
    throw error;
  } finally {
    await database.close();
  }
}

async function open({ databaseUrl, dataDir }: Config): Promise<Database> {
  if (databaseUrl === null) return (await import('../db/embedded.ts')).openEmbedded(dataDir);
  return (await import('../db/postgres.ts')).openPostgres(databaseUrl);
}

/** SQLSTATE of what no retry mends: the account, the password, the name of the database. */
const wrongWords: readonly unknown[] = ['28P01', '28000', '3D000'];

/** Its message is a sentence for people that ends in what to do. */
function unavailable(error: DatabaseUnavailable): Checked {
  const [text = '', mend = ''] = error.message.replace(/\.$/, '').split('; hãy ', 2);
  const todo = mend === '' ? 'Xem lại DATABASE_URL' : `Hãy ${mend}`;
  if (error.reason === 'in-use')
    return warn(text, 'Không sao nếu đó là phieu start; dừng nó nếu muốn kiểm tra cả cơ sở dữ liệu nhúng');
  const isConfig = error.reason === 'newer' || causes(error).some(({ code }) => wrongWords.includes(code));
  return fail(isConfig ? 'configuration' : 'retry', text, todo);
}

async function look({ db, kind }: Database, config: Config, now: Date): Promise<Looked> {
  const [server] = await rows<{ version: string; encoding: string }>(
    db,
    sql`select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
  );
  const name = kind === 'embedded' ? `cơ sở dữ liệu nhúng trong ${config.dataDir}` : 'máy chủ PostgreSQL';
  const opened = ok(`${name}: mở được, phiên bản ${server?.version}, bảng mã ${server?.encoding}`);
  const missing = await missingMigrations(db);
  if (missing.length > 0) {
    const next = `còn ${missing.length} bước nâng cấp bảng (${missing[0]}…): lệnh phieu tiếp theo sẽ tự làm`;
    return { checks: [opened, ok(next)], letters: [] };
  }
  return {
    checks: [
      opened,
      ok('các bảng đúng phiên bản'),
      ...(await checkBacklog(db)),
      ...(await checkUnits(db, config, now)),
    ],
    letters: await latestLetters(db),
  };
}

/** What waits for a person. */
async function checkBacklog(db: Db): Promise<Checked[]> {
  const [count] = await rows<Record<'messages' | 'notices' | 'commands' | 'rows' | 'requests', number>>(
    db,
    sql`select
      (select count(*)::int from messages where status = 'failed') as messages,
      (select count(*)::int from notices where (status = 'parked' or bounce is not null) and closed_at is null) as notices,
      (select count(*)::int from commands where status = 'parked') as commands,
      (select count(*)::int from items where outcome = 'review') as rows,
      (select count(*)::int from requests r where outcome = 'review'
        and not exists (select from items i where i.request_id = r.id)) as requests`,
  );
  const stuck = [
    count?.messages ? `${count.messages} thư xử lý bị lỗi` : '',
    count?.notices ? `${count.notices} thư trả lời không đến nơi (phieu outbox list)` : '',
    count?.commands ? `${count.commands} việc máy chủ thư không làm được` : '',
  ].filter(Boolean);
  const waiting = [
    count?.rows ? `${count.rows} dòng` : '',
    count?.requests ? `${count.requests} phiếu không đọc được dòng nào` : '',
  ].filter(Boolean);
  return [
    ...(stuck.length > 0 ? [warn(stuck.join(', '), 'Xem nhật ký của phieu start, mục có level 50')] : []),
    ...(await checkProof(db)),
    ...(waiting.length > 0
      ? [ok(`${waiting.join(' và ')} chờ cán bộ quyết định (phieu requests list --waiting)`)]
      : []),
  ];
}

/** The same count as the proof of each day. The queue's tables are made by the first command that queues something. */
async function checkProof(db: Db): Promise<Checked[]> {
  const [queue] = await rows<{ there: boolean }>(
    db,
    sql`select to_regclass('pgboss.job') is not null as there`,
  );
  if (!queue?.there) return [];
  const counts = await countAll(db);
  const text = `đối soát: ${standingInShort(counts)}`;
  return [
    lostOf(counts) === 0
      ? ok(text)
      : fail('retry', text, 'Gửi dòng này và nhật ký của phieu start cho người bảo trì'),
  ];
}

const noUnits = (): Checked =>
  units.warn('chưa có đơn vị nào, nên không ai gửi phiếu được', 'Nạp danh mục: phieu units import TỆP');

async function checkUnits(db: Db, config: Config, now: Date): Promise<Checked[]> {
  const [count] = await rows<{ all: number; asking: number }>(
    db,
    sql`select count(*)::int as all, count(m.id)::int as asking
      from units u left join mailboxes m on m.id = u.mailbox_id and m.status = 'active'`,
  );
  if (!count?.all) return [noUnits(), ...checkAddresses(config)];
  const text = `${count.all} đơn vị, ${count.asking} có hộp thư chính thức đang hoạt động`;
  const copied = await unitByMailbox(db, config.copyAddress, now);
  return [
    count.asking > 0
      ? units.ok(text)
      : units.warn(text, 'Ghi cột mailbox trong tệp đơn vị rồi nạp lại: phieu units import TỆP'),
    ...(copied
      ? []
      : [
          units.warn(
            `COPY_ADDRESS ${config.copyAddress} không phải hộp thư chính thức của đơn vị nào, nên phiếu do Sở chuyển đến không được nhận ra`,
            'Ghi hộp thư này cho đơn vị của Sở trong tệp đơn vị, hoặc sửa COPY_ADDRESS',
          ),
        ]),
    ...checkAddresses(config),
  ];
}

function checkAddresses({ intakeAddress, copyAddress, mailDomain }: Config): Checked[] {
  if (intakeAddress === copyAddress)
    return [
      units.fail(
        'configuration',
        `INTAKE_ADDRESS và COPY_ADDRESS cùng là ${intakeAddress}`,
        'Đặt COPY_ADDRESS là hộp thư của Sở Thông tin và Truyền thông',
      ),
    ];
  const strange = [intakeAddress, copyAddress].filter((address) => !address.endsWith(`@${mailDomain}`));
  if (strange.length > 0)
    return [
      units.warn(
        `${strange.join(', ')} không thuộc MAIL_DOMAIN ${mailDomain}`,
        'Kiểm tra INTAKE_ADDRESS, COPY_ADDRESS và MAIL_DOMAIN',
      ),
    ];
  return [units.ok(`nhận phiếu tại ${intakeAddress}, đồng gửi kết quả cho ${copyAddress}`)];
}

/** As many of the latest letters as are looked at. */
const lettersRead = 50;

async function latestLetters(db: Db): Promise<Envelope[]> {
  const heads = await db
    .select({ raw: sql<Uint8Array>`substring(${messages.raw} from 1 for 65536)` })
    .from(messages)
    .orderBy(desc(messages.id))
    .limit(lettersRead);
  return heads.map(({ raw }) => envelopeOf(Buffer.from(raw)));
}
