import { makePgArray } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import connect, { type Options, type PostgresType, type Sql } from 'postgres';
import type { Db, Postgres } from './db.ts';
import { codeOf, DatabaseUnavailable, explain } from './errors.ts';
import { holdTransactions } from './held-transactions.ts';
import { costs } from './planner.ts';
import { prepareStatements } from './prepared.ts';
import * as schema from './schema.ts';

/**
 * Connections to the server of `url`: `postgres://user:password@host:port/database`, or
 * `postgres:///database?host=/run/postgresql` for the socket in a folder. They are made at the first statement.
 */
export function connectTo(url: string, options: Options<Record<string, PostgresType>>): Sql {
  // postgres.js does not know libpq's `host=` and would send it to the server as a setting.
  const address = new URL(url);
  const socketFolder = address.searchParams.get('host');
  address.searchParams.delete('host');
  return connect(address.href, {
    ...(socketFolder === null ? {} : { host: socketFolder }),
    connect_timeout: 10,
    // Seconds until a lost connection is made again; left to itself it waits up to 20.
    backoff: (losses) => Math.min(3 ** losses / 100, 2),
    // Asked of the server on each connection; where that is lost meanwhile, nobody catches it and the process ends.
    fetch_types: false,
    // `create … if not exists` tells each time that it exists.
    onnotice: () => {},
    ...options,
  });
}

/**
 * Without `jit`: where the planner thinks that much is to be done (as it does of tables that were not yet analysed) the
 * server would compile each of our small statements anew, and take half a second over what takes a millisecond.
 */
const settings = { application_name: 'phieu', jit: 'off', ...costs };

/** Opens a pool on the server of `url`. */
export async function openPostgres(url: string): Promise<Postgres> {
  const client = connectTo(url, { max: 10, types: arrays, connection: settings });
  try {
    // The pool connects at its first statement only.
    const [server] = await client`select current_setting('server_encoding') as encoding`;
    if (server?.encoding !== 'UTF8') throw new DatabaseUnavailable('unreachable', wrongEncoding(client));
  } catch (error) {
    await client.end({ timeout: 1 });
    throw error instanceof DatabaseUnavailable ? error : unavailable(error, client);
  }
  prepareStatements(client);
  holdTransactions(client);
  const db: Db = drizzle(client, { schema, casing: 'snake_case' });
  return { kind: 'postgres', db, url, close: () => client.end({ timeout: 5 }) };
}

/** The arrays that our statements use, by their OIDs (pg_type.dat): int4[], text[], int8[]. */
const arrays = {
  int4Array: arrayOf(1007, Number),
  textArray: arrayOf(1009, String),
  int8Array: arrayOf(1016, Number),
};

/** Of an array's text (PostgreSQL 8.15.6): in quotes with backslashes, or bare. (drizzle's reader loses backslashes.) */
const element = /"((?:[^"\\]|\\.)*)"|([^",{}]+)/gs;

function arrayOf(oid: number, parseElement: (text: string) => unknown) {
  return {
    to: oid,
    from: [oid],
    // drizzle has written the arrays of its columns itself.
    serialize: (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value),
    parse: (text: string) =>
      [...text.matchAll(element)].map(([, quoted, bare = '']) =>
        quoted === undefined && bare === 'NULL'
          ? null
          : parseElement(quoted?.replace(/\\(.)/gs, '$1') ?? bare),
      ),
  };
}

type Client = ReturnType<typeof connect>;

function unavailable(error: unknown, client: Client): DatabaseUnavailable {
  return new DatabaseUnavailable('unreachable', tell(error, client), error);
}

/** A server without TLS hangs up on its greeting. */
const aboutTls = /^(?:ECONNRESET|EPROTO|ERR_(?:SSL|TLS)_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;

function tell(error: unknown, { options }: Client): string {
  const server = options.path || `${options.host[0]}:${options.port[0]}`;
  const code = codeOf(error);
  if (options.ssl && aboutTls.test(code ?? ''))
    return `Máy chủ PostgreSQL ${server} không nói TLS, hoặc chứng thư không tin được (${code}); hãy bật TLS trên máy chủ đó (chứng thư gốc của tỉnh: NODE_EXTRA_CA_CERTS), hoặc ghi sslmode=disable trong DATABASE_URL nếu mạng giữa hai máy tin cậy được.`;
  switch (code) {
    case '28P01':
    case '28000':
      return `Máy chủ PostgreSQL ${server} không chấp nhận tài khoản "${options.user}"; hãy kiểm tra tên và mật khẩu trong DATABASE_URL.`;
    case '3D000':
      return `Máy chủ PostgreSQL ${server} chưa có cơ sở dữ liệu "${options.database}"; hãy tạo nó (createdb) hoặc sửa DATABASE_URL.`;
    case '57P03':
      return `Máy chủ PostgreSQL ${server} đang khởi động hoặc đang tắt; hãy thử lại sau ít phút.`;
    case '53300':
      return `Máy chủ PostgreSQL ${server} đã hết số kết nối cho phép; hãy thử lại sau hoặc tăng max_connections.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Không tìm thấy tên máy chủ PostgreSQL ${server}; hãy kiểm tra DATABASE_URL và DNS.`;
    default:
      return `Không kết nối được máy chủ PostgreSQL ${server} (${code ?? explain(error)}); hãy kiểm tra máy chủ đang chạy và DATABASE_URL đúng.`;
  }
}

/** Vietnamese text in another encoding is refused, or stored as bytes whose letters nobody can compare. */
function wrongEncoding({ options }: Client): string {
  return `Cơ sở dữ liệu "${options.database}" không dùng bảng mã UTF8; hãy tạo cơ sở dữ liệu mới với ENCODING 'UTF8'.`;
}
