import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import connect from 'postgres';
import { freePorts, openFolder, wipeFolder } from './folder.ts';
import { startProgram, startTwice, under } from './process.ts';
import { program } from './programs.ts';

/** Addresses of a throwaway cluster: `url` as the role that owns the databases, `adminUrl` as the superuser. */
export type PostgresUrls = { url: string; adminUrl: string };

export type Postgres = PostgresUrls & {
  /** URL of a fresh, empty database. */
  createDatabase(): Promise<string>;
  /** Ends the server and all connections to it, and keeps what it has stored for `resume`. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

/** Whom it runs as, where it would be root. */
export const account = { user: 'postgres', group: 'postgres' };
const run = promisify(execFile);

/** Starts a PostgreSQL cluster of its own on a free port of the loopback. What it stores is not safe from a power cut. */
export function startPostgres(): Promise<Postgres> {
  return startTwice(start);
}

async function start(): Promise<Postgres> {
  const folder = openFolder('servers');
  const data = join(folder, 'data');
  const log = join(folder, 'postgres.log');
  const password = randomBytes(12).toString('hex');
  const [port = 0] = await freePorts(1);
  await createCluster(folder, data, password);
  const launch = () =>
    startProgram({
      command: program('postgres'),
      args: ['-D', data, ...settings(port).flatMap((setting) => ['-c', setting])],
      folder,
      log,
      account,
      // Clients are sent away, and what was committed is kept.
      stopSignal: 'SIGINT',
    });
  let server = launch();
  const stop = async () => {
    await server.stop();
    wipeFolder(folder);
  };
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const url = `postgres://phieu:${password}@127.0.0.1:${port}/postgres`;
  try {
    await server.until(() => prepares(adminUrl, password));
  } catch (error) {
    await stop();
    throw error;
  }
  const resume = async () => {
    server = launch();
    await server.until(() => answers(adminUrl));
  };
  const halt = () => server.stop();
  return { url, adminUrl, createDatabase: () => createDatabase({ url, adminUrl }), halt, resume, stop };
}

async function createCluster(folder: string, data: string, password: string): Promise<void> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  const args = ['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  args.push('--encoding=UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions');
  // PostgreSQL refuses to run as root.
  if (process.getuid?.() === 0) await run('chown', [`${account.user}:${account.group}`, data, passwordFile]);
  await run(program('setpriv'), [...under(account), '--', program('initdb'), ...args], { cwd: folder });
}

function settings(port: number): string[] {
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=300',
    'shared_buffers=64MB',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ];
}

/** Whether the server takes connections. */
async function answers(adminUrl: string): Promise<boolean> {
  const sql = connect(adminUrl, { max: 1, connect_timeout: 5 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
}

/** Creates the role of the tests; false while the server does not take connections yet. */
async function prepares(adminUrl: string, password: string): Promise<boolean> {
  if (!(await answers(adminUrl))) return false;
  const sql = connect(adminUrl, { max: 1 });
  await sql.unsafe(`create role phieu login createdb password '${password}'`);
  await sql.end();
  return true;
}

/** URL of a fresh, empty database of the cluster. */
export async function createDatabase(cluster: PostgresUrls): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const sql = connect(cluster.adminUrl, { max: 1 });
  try {
    await sql.unsafe(`create database ${name} owner phieu template template0`);
  } finally {
    await sql.end();
  }
  const url = new URL(cluster.url);
  url.pathname = `/${name}`;
  return url.href;
}
