import { createTransport } from 'nodemailer';
import { isLoopback } from '../text/host.ts';
import { PermanentFailure, TemporaryFailure } from './failure.ts';
import { withoutPassword } from './secrets.ts';
import type { Letter, Sender } from './send.ts';

/** What nodemailer says of a failed send, or of one refused recipient. */
type SmtpError = Error & { code?: string; responseCode?: number; response?: string; recipient?: string };

/** A server that trickles must not hold the queue. */
const patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

/** Replies that speak of the sign-in and not of the letter (RFC 4954, 6; RFC 3207, 4), and of the session's state. */
const notAboutTheLetter: readonly number[] = [503, 530, 534, 535, 538];

/**
 * Letters over a few kept SMTP connections. `smtps:` is TLS from the start; `smtp:` upgrades where the server offers
 * it, and must where the letter would cross a network. Certificates are always checked.
 */
export function openSmtp(url: URL, intakeAddress: string): Sender {
  const options = smtpOptions(url, intakeAddress);
  const { host } = options;
  const transport = createTransport({
    ...options,
    pool: true,
    maxConnections: 3,
    // The queue tries again; here a repeat could send the letter twice in a minute.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const withoutSecrets = withoutPassword(url);
  return {
    send: async (letter) => {
      const { from, to, eml } = letter;
      let refused: readonly SmtpError[];
      try {
        const info = await transport.sendMail({ envelope: { from, to: [...to] }, raw: eml });
        refused = (info.rejectedErrors ?? []) as readonly SmtpError[];
      } catch (error) {
        throw failureOf(error as SmtpError, letter, host, withoutSecrets);
      }
      if (refused.length > 0) throw partialFailure(refused, letter, withoutSecrets);
    },
    close: async () => transport.close(),
  };
}

/** How the server of an `smtp:` or `smtps:` URL is connected to; `auth` is missing where the URL names no user. */
export function smtpOptions(url: URL, intakeAddress: string) {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = url.protocol === 'smtps:';
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(host),
    name: intakeAddress.slice(intakeAddress.lastIndexOf('@') + 1),
    ...(auth.user !== '' && { auth }),
    ...patience,
  };
}

function failureOf(
  error: SmtpError,
  { to }: Letter,
  host: string,
  withoutSecrets: (text: string) => string,
): PermanentFailure | TemporaryFailure {
  const who = { accepted: [], rejected: to };
  const said = withoutSecrets(error.response ?? error.message);
  if (isForGood(error)) return new PermanentFailure(`Máy chủ thư ${host} từ chối thư: ${said}`, who, error);
  const why =
    error.code === 'EAUTH'
      ? `Không đăng nhập được máy chủ thư ${host} (kiểm tra SMTP_URL): ${said}`
      : `Chưa gửi được thư qua máy chủ ${host}: ${said}`;
  return new TemporaryFailure(why, who, error);
}

/** Some recipients have the letter and some were refused: whoever is refused for good is never passed over in silence. */
function partialFailure(
  refused: readonly SmtpError[],
  { to }: Letter,
  withoutSecrets: (text: string) => string,
): PermanentFailure | TemporaryFailure {
  const rejected = refused.map((error) => error.recipient ?? '');
  const who = { accepted: to.filter((address) => !rejected.includes(address)), rejected };
  const said = refused.map((error) =>
    withoutSecrets(`${error.recipient}: ${error.response ?? error.message}`),
  );
  const [first] = refused;
  return refused.every(isForGood)
    ? new PermanentFailure(`Máy chủ thư từ chối người nhận ${said.join('; ')}`, who, first)
    : new TemporaryFailure(`Máy chủ thư chưa nhận thư cho ${said.join('; ')}`, who, first);
}

function isForGood({ code, responseCode }: SmtpError): boolean {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  // Without a reply nodemailer itself refused an address that no server would take.
  if (responseCode === undefined) return code === 'EENVELOPE';
  return responseCode >= 500 && !notAboutTheLetter.includes(responseCode);
}
