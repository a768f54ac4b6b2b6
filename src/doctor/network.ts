import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { Checked, tell } from './checked.ts';

/** Waits of one connection, in milliseconds: shorter than the bot's, because somebody is looking. */
export const waits = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 10_000 };

/** Options of `tls.connect` that check as ever, and the end of the certificate that was shown. */
export function watchCertificate() {
  let validTo: Date | null = null;
  const tlsOptions = {
    checkServerIdentity: (host: string, certificate: PeerCertificate) => {
      validTo = new Date(certificate.valid_to);
      return checkServerIdentity(host, certificate);
    },
  };
  return { tlsOptions, validTo: () => validTo };
}

const day = 86_400_000;
const soon = 21;

/** Whether the connection is encrypted, and for how long its certificate holds. */
export function certificateCheck(
  { ok, warn }: ReturnType<typeof tell>,
  { secure, validTo, now }: { secure: boolean; validTo: Date | null; now: Date },
): Checked {
  if (!secure) return ok('không mã hóa, trên cùng máy');
  if (validTo === null) return ok('mã hóa TLS');
  const days = Math.floor((validTo.getTime() - now.getTime()) / day);
  const text = `mã hóa TLS, chứng thư còn ${days} ngày`;
  return days < soon ? warn(text, 'Gia hạn chứng thư của máy chủ thư') : ok(text);
}

/** Of a name that does not exist, a certificate that is wrong, and a protocol that is not spoken no retry makes another. */
const configuration: readonly [RegExp, (at: string, variable: string) => [string, string]][] = [
  [
    /^ENOTFOUND$/,
    (at, variable) => [
      `không tìm thấy tên máy chủ ${at}`,
      `Kiểm tra tên máy chủ trong ${variable} và DNS của máy này`,
    ],
  ],
  [/^CERT_HAS_EXPIRED$/, (at) => [`chứng thư của ${at} đã hết hạn`, 'Gia hạn chứng thư của máy chủ thư']],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    (at, variable) => [
      `chứng thư của ${at} là của tên khác`,
      `Ghi trong ${variable} đúng tên máy chủ có trong chứng thư`,
    ],
  ],
  [
    /SELF_SIGNED|UNABLE_TO_|CERT_|UNTRUSTED/,
    (at) => [
      `không tin được chứng thư của ${at}`,
      'Dùng chứng thư của một tổ chức được tin cậy, hoặc đặt NODE_EXTRA_CA_CERTS là tệp chứng thư gốc của tỉnh',
    ],
  ],
  [
    /^(?:ERR_SSL_|EPROTO|ETLS)/,
    (at, variable) => [
      `${at} không nói TLS ở cổng này`,
      `Kiểm tra cổng trong ${variable}: imaps và smtps là TLS ngay từ đầu (993, 465); imap và smtp là STARTTLS (143, 587)`,
    ],
  ],
];

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'máy chủ từ chối kết nối',
  ECONNRESET: 'máy chủ ngắt kết nối',
  ETIMEDOUT: 'không trả lời',
  EHOSTUNREACH: 'không có đường đến máy chủ',
  ENETUNREACH: 'không có đường đến máy chủ',
  EAI_AGAIN: 'DNS không trả lời',
};

/** What keeps a connection from being made, in words; `at` is `host:port`, `variable` the setting that names it. */
export function connectionFailure(
  { fail }: ReturnType<typeof tell>,
  error: unknown,
  at: string,
  variable: string,
): Checked {
  const codes = codesOf(error);
  for (const [pattern, words] of configuration) {
    if (codes.some((code) => pattern.test(code))) {
      const [text, mend] = words(at, variable);
      return fail('configuration', text, mend);
    }
  }
  const code = codes.find((one) => reasons[one]) ?? codes[0] ?? 'không rõ lỗi';
  const why = reasons[code] ?? code;
  return fail(
    'retry',
    `không kết nối được ${at}: ${why}`,
    `Kiểm tra máy chủ đang chạy, tường lửa, và cổng trong ${variable}`,
  );
}

/** What OpenSSL and Node say where nodemailer puts a code of its own in the place of theirs. */
const sayings: readonly [RegExp, string][] = [
  [/certificate has expired/i, 'CERT_HAS_EXPIRED'],
  [/does not match certificate/i, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [/self.signed certificate|unable to (?:get|verify)/i, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  [/wrong version number|packet length too long/i, 'ERR_SSL_WRONG_VERSION_NUMBER'],
];

function codesInWords(message: string): string[] {
  const said = sayings.filter(([pattern]) => pattern.test(message)).map(([, code]) => code);
  return [...said, ...(message.match(/\bE[A-Z_]{4,}\b/g) ?? [])];
}

/** Codes of an error and of what it was thrown for; some libraries keep the system's code in their message alone. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, errors, cause, message } = error as {
    code?: unknown;
    errors?: unknown;
    cause?: unknown;
    message?: unknown;
  };
  const told = typeof message === 'string' ? codesInWords(message) : [];
  const inner = [...(Array.isArray(errors) ? errors : []), cause].flatMap(codesOf);
  return [...(typeof code === 'string' ? [code] : []), ...inner, ...told];
}

/** What a server said, as one line of a bounded length. */
export function oneLine(said: string): string {
  return said
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200);
}
