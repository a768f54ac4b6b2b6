import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isLoopback } from './text/host.ts';
import { certificatesIn } from './text/pem.ts';

/** One of our own servers: `by` names it in the trace; `ip` where it stands on another machine. */
export type TrustedRelay = { host: string; ip: string | null };

/** Everything the environment decides, checked. Addresses and host names are lower-case. */
export type Config = {
  databaseUrl: string | null;
  /** Absolute path of the folder of the embedded database, the file outbox and generated keys. */
  dataDir: string;
  mailDomain: string;
  intakeAddress: string;
  copyAddress: string;
  imapUrl: URL | null;
  smtpUrl: string | null;
  /** `ip:port`, as `dns.Resolver` takes them; null: the system's. */
  dnsServers: readonly string[] | null;
  trustedAuthservIds: readonly string[];
  trustedRelays: readonly TrustedRelay[];
  submissionEnforcesSender: boolean;
  /** Certificates in PEM, each of an authority, by which signatures of PDFs are judged. */
  pdfTrustRoots: readonly string[];
  /** The most letters of ours to one address within an hour. */
  lettersPerHour: number;
  dryRun: boolean;
};

/** The environment is wrong: the message is one Vietnamese line that says which variable and how to mend it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const wrong = (name: string, why: string, mend: string): never => {
  throw new ConfigError(`${name}: ${why}. ${mend}`);
};

const hostName = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const bareAddress = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9.-]+$/;

type Environment = Readonly<Record<string, string | undefined>>;

/** Blank counts as not set, so that `NAME=` in `.env` takes the default. */
const setting = (env: Environment, name: string): string | null => env[name]?.trim() || null;

const list = (value: string | null): string[] =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const url = (env: Environment, name: string, schemes: readonly string[], example: string): URL | null => {
  const value = setting(env, name);
  if (value === null) return null;
  const parsed = URL.canParse(value) ? new URL(value) : null;
  // The value itself is never repeated: it may hold a password.
  // A PostgreSQL socket is named by its folder: postgres:///phieu?host=/run/postgresql
  const host = parsed?.hostname || (name === 'DATABASE_URL' && parsed?.searchParams.get('host'));
  if (!parsed || !schemes.includes(parsed.protocol.slice(0, -1)) || !host)
    return wrong(name, 'không phải một địa chỉ hợp lệ', `Ghi theo dạng ${example}`);
  try {
    decodeURIComponent(parsed.username + parsed.password + parsed.pathname);
  } catch {
    return wrong(name, 'có dấu % không đúng', 'Ký tự đặc biệt phải ghi theo mã phần trăm, ví dụ % là %25');
  }
  return parsed;
};

/** A server elsewhere is spoken to over TLS with its certificate checked, unless the URL itself says `sslmode=…`. */
const databaseUrl = (env: Environment): string | null => {
  const parsed = url(
    env,
    'DATABASE_URL',
    ['postgres', 'postgresql'],
    'postgres://người-dùng:mật-khẩu@máy-chủ:5432/phieu',
  );
  if (parsed === null) return null;
  const host = parsed.searchParams.get('host') ?? parsed.hostname;
  const isNear = host.startsWith('/') || isLoopback(host);
  const says = parsed.searchParams.has('sslmode') || parsed.searchParams.has('ssl');
  if (!isNear && !says) parsed.searchParams.set('sslmode', 'verify-full');
  return parsed.href;
};

const address = (env: Environment, name: string, otherwise: string): string => {
  const value = (setting(env, name) ?? otherwise).toLowerCase();
  return bareAddress.test(value)
    ? value
    : wrong(name, `"${value}" không phải một địa chỉ thư`, `Ghi một địa chỉ, ví dụ ${otherwise}`);
};

const flag = (env: Environment, name: string): boolean => {
  const value = (setting(env, name) ?? 'false').toLowerCase();
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  return wrong(name, `"${value}" không hợp lệ`, 'Ghi true hoặc false');
};

const positive = (env: Environment, name: string, otherwise: number): number => {
  const value = setting(env, name) ?? String(otherwise);
  return /^[1-9]\d{0,5}$/.test(value)
    ? Number(value)
    : wrong(name, `"${value}" không hợp lệ`, `Ghi một số nguyên từ 1, ví dụ ${otherwise}`);
};

const dnsServer = (entry: string): string => {
  const bracketed = /^\[([0-9a-f:.]+)\](?::(\d{1,5}))?$/i.exec(entry);
  const plain = /^([0-9.]+)(?::(\d{1,5}))?$/.exec(entry);
  const [ip, port] = [bracketed?.[1] ?? plain?.[1] ?? '', Number(bracketed?.[2] ?? plain?.[2] ?? 53)];
  return isIP(ip) && port > 0 && port < 65536
    ? entry
    : wrong('DNS_SERVERS', `"${entry}" không hợp lệ`, 'Ghi theo dạng ip:cổng, ví dụ 127.0.0.1:53');
};

const relay = (entry: string): TrustedRelay => {
  const [host = '', ip = null, ...rest] = entry.split('=').map((part) => part.trim().toLowerCase());
  if (!hostName.test(host) || rest.length > 0 || (ip !== null && !isIP(ip)))
    return wrong(
      'TRUSTED_RELAYS',
      `"${entry}" không hợp lệ`,
      'Ghi tên máy chủ, thêm =địa chỉ IP nếu đặt ở máy khác, ví dụ mail.kiengiang.gov.vn,mx2.kiengiang.gov.vn=10.1.1.7',
    );
  return { host, ip };
};

const domain = (env: Environment): string => {
  const value = (setting(env, 'MAIL_DOMAIN') ?? 'kiengiang.gov.vn').toLowerCase();
  return hostName.test(value)
    ? value
    : wrong('MAIL_DOMAIN', `"${value}" không phải một tên miền`, 'Ghi tên miền, ví dụ kiengiang.gov.vn');
};

const authorities = (env: Environment, name: string): string[] => {
  const path = setting(env, name);
  if (path === null) return [];
  const example = 'Ghi đường dẫn một tệp PEM có chứng thư của các tổ chức chứng thực gốc';
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    return wrong(name, `không đọc được tệp ${path} (${why})`, example);
  }
  const found = certificatesIn(pem);
  if (found.length === 0)
    return wrong(
      name,
      `tệp ${path} không có chứng thư dạng PEM`,
      'Tệp DER (.cer) đổi được bằng openssl x509 -inform DER -in goc.cer -out goc.pem',
    );
  const strange = found.findIndex((one) => !isAuthority(one)) + 1;
  return strange === 0
    ? found
    : wrong(
        name,
        `chứng thư thứ ${strange} trong tệp ${path} bị hỏng hoặc không của tổ chức chứng thực`,
        example,
      );
};

const isAuthority = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
};

/** Reads and checks the environment; throws `ConfigError` at the first wrong value. */
export const readConfig = (env: Environment): Config => {
  const mailDomain = domain(env);
  return {
    databaseUrl: databaseUrl(env),
    dataDir: resolve(setting(env, 'DATA_DIR') ?? './data'),
    mailDomain,
    intakeAddress: address(env, 'INTAKE_ADDRESS', `ttcntttt@${mailDomain}`),
    copyAddress: address(env, 'COPY_ADDRESS', `sttt@${mailDomain}`),
    imapUrl: url(env, 'IMAP_URL', ['imap', 'imaps'], 'imaps://người-dùng:mật-khẩu@máy-chủ:993/INBOX'),
    smtpUrl: url(env, 'SMTP_URL', ['smtp', 'smtps'], 'smtps://người-dùng:mật-khẩu@máy-chủ:465')?.href ?? null,
    dnsServers:
      setting(env, 'DNS_SERVERS') === null ? null : list(setting(env, 'DNS_SERVERS')).map(dnsServer),
    trustedAuthservIds: list(setting(env, 'TRUSTED_AUTHSERV_IDS')).map((name) => name.toLowerCase()),
    trustedRelays: list(setting(env, 'TRUSTED_RELAYS')).map(relay),
    submissionEnforcesSender: flag(env, 'SUBMISSION_ENFORCES_SENDER'),
    pdfTrustRoots: authorities(env, 'PDF_TRUST_ROOTS'),
    lettersPerHour: positive(env, 'LETTERS_PER_HOUR', 300),
    dryRun: flag(env, 'DRY_RUN'),
  };
};
