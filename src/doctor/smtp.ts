import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Config } from '../config.ts';
import { withoutPassword } from '../mail/secrets.ts';
import { smtpOptions } from '../mail/smtp.ts';
import { type Checked, tell } from './checked.ts';
import { certificateCheck, connectionFailure, oneLine, waits, watchCertificate } from './network.ts';

const smtp = tell('SMTP');

/** Signs in as the outbox does; no letter is begun. */
export async function checkSmtp(config: Config, now: Date): Promise<Checked[]> {
  const { smtpUrl, intakeAddress, dataDir } = config;
  if (smtpUrl === null)
    return [
      smtp.warn(
        `SMTP_URL chưa đặt: thư trả lời chỉ được ghi thành tệp trong ${dataDir}/outbox, không gửi đi`,
        'Ghi theo dạng smtps://người-dùng:mật-khẩu@máy-chủ:465',
      ),
    ];
  const url = new URL(smtpUrl);
  const options = smtpOptions(url, intakeAddress);
  const at = `${options.host}:${options.port}`;
  const { tlsOptions, validTo } = watchCertificate();
  const connection = new SMTPConnection({ ...options, ...waits, tls: tlsOptions });
  const broken = new Promise<never>((_, fail) => connection.once('error', fail));
  // Who waits hears of it; afterwards nobody does.
  broken.catch(() => {});
  const connect = promisify(connection.connect.bind(connection));
  try {
    await Promise.race([connect(), broken]);
    const size = sizeLimit(connection.lastServerResponse || '');
    const certificate = certificateCheck(smtp, { secure: connection.secure, validTo: validTo(), now });
    const signedIn = await signIn(connection, options.auth, url, at);
    const tried = signedIn.status === 'ok' && config.submissionEnforcesSender;
    return [signedIn, certificate, size, ...(tried ? [await tryOther(connection, config)] : [])];
  } catch (error) {
    return [connectionFailure(smtp, error, at, 'SMTP_URL')];
  } finally {
    connection.quit();
  }
}

async function signIn(
  connection: SMTPConnection,
  auth: { user: string; pass: string } | undefined,
  url: URL,
  at: string,
): Promise<Checked> {
  if (!auth)
    return smtp.warn(
      `${at}: kết nối được, không đăng nhập vì SMTP_URL không có tài khoản`,
      'Ghi tài khoản trong SMTP_URL nếu máy chủ đòi đăng nhập',
    );
  if (!connection.allowsAuth)
    return smtp.fail(
      'configuration',
      `${at} không cho đăng nhập ở cổng này`,
      'Dùng cổng gửi thư của người dùng (465 hoặc 587) trong SMTP_URL',
    );
  const { user, pass } = auth;
  try {
    await promisify(connection.login.bind(connection))({ user, pass });
    return smtp.ok(`${at}: đăng nhập được với tài khoản ${user}`);
  } catch (error) {
    const { responseCode, response } = error as { responseCode?: number; response?: string };
    const said = oneLine(withoutPassword(url)(response ?? ''));
    const text = `${at} không nhận tài khoản ${user}${said === '' ? '' : ` (${said})`}`;
    // RFC 4954, 4.7: 454 is a failure of the moment.
    const isForNow = responseCode === undefined || responseCode < 500;
    return smtp.fail(
      isForNow ? 'retry' : 'configuration',
      text,
      'Kiểm tra tên và mật khẩu trong SMTP_URL; ký tự đặc biệt ghi theo mã phần trăm',
    );
  }
}

/**
 * Whether the server takes a letter of another mailbox from us: it is hung up on before a byte of the letter, which so is
 * none. What it does with a foreign From inside a letter cannot be tried without sending one.
 */
async function tryOther(
  connection: SMTPConnection,
  { intakeAddress, copyAddress }: Config,
): Promise<Checked> {
  const taken = new Promise<boolean>((tell) => {
    const letter = new Readable({
      read: () => {
        tell(true);
        connection.close();
      },
    });
    connection.once('end', () => tell(true));
    connection.send({ from: copyAddress, to: [intakeAddress] }, letter, (error) => {
      if (error) tell(false);
    });
  });
  return (await taken)
    ? smtp.warn(
        `máy chủ nhận thư của ${copyAddress} khi đăng nhập bằng hộp thư khác, dù SUBMISSION_ENFORCES_SENDER=true`,
        'Đặt SUBMISSION_ENFORCES_SENDER=false, hoặc buộc người gửi (phong bì và From) đúng với tài khoản đăng nhập',
      )
    : smtp.ok(`máy chủ từ chối phong bì mang người gửi ${copyAddress}; From trong thư thì phải tự kiểm tra`);
}

/** The result of a form of thousands of rows stays below this. */
const leastSize = 5 * 1024 * 1024;

/** RFC 1870: the limit stands in the answer to EHLO; 0 and nothing mean none. */
function sizeLimit(answer: string): Checked {
  const bytes = Number(/^250[ -]SIZE (\d+)/im.exec(answer)?.[1] ?? 0);
  if (bytes === 0) return smtp.ok('máy chủ không nêu giới hạn cỡ thư');
  const text = `máy chủ nhận thư đến ${Math.floor(bytes / 1024 / 1024)} MB`;
  return bytes < leastSize
    ? smtp.warn(text, 'Nâng giới hạn cỡ thư của máy chủ lên ít nhất 5 MB')
    : smtp.ok(text);
}
