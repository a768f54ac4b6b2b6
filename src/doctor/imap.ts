import { ImapFlow, type MailboxObject } from 'imapflow';
import { imapOptions, mailboxName } from '../intake/mailbox.ts';
import { withoutPassword } from '../mail/secrets.ts';
import { type Checked, tell } from './checked.ts';
import { certificateCheck, connectionFailure, oneLine, waits, watchCertificate } from './network.ts';

const imap = tell('IMAP');

/** Signs in as the bot does and opens the watched mailbox for reading alone. */
export async function checkImap(url: URL | null, now: Date): Promise<Checked[]> {
  if (url === null)
    return [
      imap.warn(
        'IMAP_URL chưa đặt: phieu start không chạy được, phieu process vẫn dùng được',
        'Ghi theo dạng imaps://người-dùng:mật-khẩu@máy-chủ:993/INBOX',
      ),
    ];
  const options = imapOptions(url);
  const at = `${options.host}:${options.port}`;
  const { tlsOptions, validTo } = watchCertificate();
  const client = new ImapFlow({ ...options, ...waits, tls: tlsOptions });
  // The same error rejects what waits for it; unheard it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    const certificate = certificateCheck(imap, { secure: client.secureConnection, validTo: validTo(), now });
    const signedIn = imap.ok(`${at}: đăng nhập được với tài khoản ${options.auth?.user}`);
    return [
      signedIn,
      certificate,
      ...(await checkMailbox(client, mailboxName(url))),
      ...checkAbilities(client),
    ];
  } catch (error) {
    return [failure(error, url, at)];
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function checkMailbox(client: ImapFlow, name: string): Promise<Checked[]> {
  let box: MailboxObject;
  try {
    box = await client.mailboxOpen(name, { readOnly: true });
  } catch {
    const mend = 'Ghi tên hộp thư sau dấu / cuối IMAP_URL, ví dụ /INBOX';
    return [imap.fail('configuration', `không mở được hộp thư "${name}"`, mend)];
  }
  return [imap.ok(`hộp thư "${name}" mở được, có ${box.exists} thư`)];
}

function checkAbilities({ capabilities }: ImapFlow): Checked[] {
  const has = (name: string) => capabilities.has(name);
  const moves = has('MOVE') || has('UIDPLUS');
  const known = ['IDLE', 'MOVE', 'UIDPLUS'].filter(has).join(', ') || 'không có IDLE, MOVE, UIDPLUS';
  return [
    imap.ok(`máy chủ hỗ trợ: ${known}`),
    ...(has('IDLE')
      ? []
      : [imap.warn('không có IDLE: thư mới được nhận chậm đến 5 phút', 'Bật IDLE trên máy chủ IMAP')]),
    ...(moves
      ? []
      : [
          imap.warn(
            'không có MOVE và UIDPLUS: thư đã nhận không được chuyển sang thư mục Phieu/Da-nhan',
            'Bật MOVE hoặc UIDPLUS trên máy chủ IMAP',
          ),
        ]),
  ];
}

function failure(error: unknown, url: URL, at: string): Checked {
  const { authenticationFailed, responseText } = error as {
    authenticationFailed?: boolean;
    responseText?: string;
  };
  if (!authenticationFailed) return connectionFailure(imap, error, at, 'IMAP_URL');
  const said = oneLine(withoutPassword(url)(responseText ?? ''));
  const mend = 'Kiểm tra tên và mật khẩu trong IMAP_URL; ký tự đặc biệt ghi theo mã phần trăm';
  const text = `${at} không nhận tài khoản ${decodeURIComponent(url.username)}${said === '' ? '' : ` (${said})`}`;
  return imap.fail('configuration', text, mend);
}
