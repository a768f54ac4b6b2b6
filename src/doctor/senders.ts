import { lookup } from 'node:dns/promises';
import type { Config, TrustedRelay } from '../config.ts';
import type { Envelope } from '../model/letter.ts';
import { type Checked, tell } from './checked.ts';
import { type Seen, whatLettersShow } from './traces.ts';

const { ok, warn } = tell('Người gửi');

/** What proves who sent a letter (Điều 5 khoản 1, Điều 15). `letters`: the latest that came, which show our servers. */
export async function checkSenders(config: Config, letters: readonly Envelope[]): Promise<Checked[]> {
  const { trustedRelays, trustedAuthservIds, submissionEnforcesSender, mailDomain } = config;
  const relays =
    trustedRelays.length === 0
      ? [noRelays(submissionEnforcesSender, mailDomain)]
      : await Promise.all(trustedRelays.map(checkRelay));
  return [
    ...relays,
    ...checkTraces(config, whatLettersShow(letters, config)),
    ok(
      trustedAuthservIds.length > 0
        ? `TRUSTED_AUTHSERV_IDS: tin Authentication-Results của ${trustedAuthservIds.join(', ')}`
        : 'TRUSTED_AUTHSERV_IDS không đặt: chỉ cần khi máy chủ không ghi tên đăng nhập trong dòng Received',
    ),
    ok(
      submissionEnforcesSender
        ? `SUBMISSION_ENFORCES_SENDER: chữ ký DKIM của ${mailDomain} được coi là bằng chứng của hộp thư`
        : 'SUBMISSION_ENFORCES_SENDER=false: chữ ký DKIM không thay được đăng nhập',
    ),
  ];
}

function checkTraces({ trustedRelays, trustedAuthservIds }: Config, seen: Seen): Checked[] {
  if (trustedRelays.length === 0 || seen.letters === 0) return [];
  const { strangers, filters, unnamed } = seen;
  const about = `${seen.letters} thư gần nhất`;
  const checks = [ok(`${about}: máy chủ thư ghi lại người đăng nhập gửi ${seen.signedIn - unnamed} thư`)];
  if (strangers.length > 0)
    checks.push(
      warn(
        `${about}: có thư do ${strangers.slice(0, 5).join(', ')} nhận sau cùng, không có trong TRUSTED_RELAYS`,
        'Nếu đó là máy chủ của tỉnh, thêm tên này vào TRUSTED_RELAYS (kèm =địa chỉ IP nếu ở máy khác)',
      ),
    );
  if (filters.length > 0)
    checks.push(
      warn(
        `${about}: có thư đi qua bộ lọc tự ghi tên ${filters.join(', ')} trong dòng Received, không có trong TRUSTED_RELAYS; người gửi các thư đó không được xác minh`,
        `Thêm ${filters.join(',')} vào TRUSTED_RELAYS, hoặc cho bộ lọc ghi tên máy chủ thư (amavis: $localhost_name)`,
      ),
    );
  if (unnamed > 0)
    checks.push(
      warn(
        `${about}: ${unnamed} thư gửi khi đã đăng nhập nhưng máy chủ không ghi tên đăng nhập trong dòng Received`,
        trustedAuthservIds.length > 0
          ? 'Postfix: smtpd_sasl_authenticated_header = yes; nếu không, cổng gửi thư phải tự xóa mọi Authentication-Results mang tên của nó trong thư của người dùng'
          : 'Postfix: đặt smtpd_sasl_authenticated_header = yes',
      ),
    );
  return checks;
}

function noRelays(byDkim: boolean, domain: string): Checked {
  const mend =
    'Đặt TRUSTED_RELAYS là tên máy chủ thư của tỉnh, như sau chữ "by" trong dòng Received của thư nhận được';
  return byDkim
    ? warn(`TRUSTED_RELAYS trống: chỉ thư có chữ ký DKIM của ${domain} được xác minh người gửi`, mend)
    : warn(
        'TRUSTED_RELAYS trống: KHÔNG thư nào được xác minh người gửi, nên không yêu cầu nào được thực hiện ngay',
        mend,
      );
}

async function checkRelay({ host, ip }: TrustedRelay): Promise<Checked> {
  if (ip !== null) return ok(`TRUSTED_RELAYS: ${host} ở ${ip}`);
  try {
    const { address } = await lookup(host);
    return ok(`TRUSTED_RELAYS: ${host} (${address})`);
  } catch {
    return warn(
      `TRUSTED_RELAYS: không tìm thấy địa chỉ của ${host}`,
      'Không sao nếu đó đúng là tên sau chữ "by" trong dòng Received; nếu không, hãy sửa tên',
    );
  }
}
