import { lookup } from 'node:dns/promises';
import type { Config, TrustedRelay } from '../config.ts';
import { type Checked, tell } from './checked.ts';

const { ok, warn } = tell('Người gửi');

/** What proves who sent a letter (Điều 5 khoản 1, Điều 15). */
export async function checkSenders(config: Config): Promise<Checked[]> {
  const { trustedRelays, trustedAuthservIds, submissionEnforcesSender, mailDomain } = config;
  const relays =
    trustedRelays.length === 0
      ? [noRelays(submissionEnforcesSender, mailDomain)]
      : await Promise.all(trustedRelays.map(checkRelay));
  return [
    ...relays,
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
