import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../folder.ts';
import { greets, type Running, startProgram } from '../process.ts';
import { program } from '../programs.ts';
import type { MailUser, Site } from './mail.ts';

/** Sockets of Dovecot that Postfix uses. */
export const lmtpSocket = (site: Site) => join(site.folder, 'dovecot', 'lmtp-postfix');
export const saslSocket = (site: Site) => join(site.folder, 'dovecot', 'auth-postfix');

/** Numbers of the user and group that own all mailboxes; they need no name. */
const owner = 5000;

const loginsFolder = (site: Site) => join(site.folder, 'logins');

/** Lets the user sign in and receive. A file each, because Dovecot looks only once a second whether one has changed. */
export function writeLogin(site: Site, { address, password }: MailUser): void {
  replaceFile(join(loginsFolder(site), address), `${address}:${password}\n`);
}

/** Dovecot: IMAP with STARTTLS, IMAPS, LMTP for Postfix's deliveries, and the passwords for its sign-ins. */
export async function startDovecot(site: Site): Promise<Running> {
  const file = join(site.folder, 'dovecot.conf');
  mkdirSync(loginsFolder(site));
  const mailboxes = join(site.folder, 'mail');
  mkdirSync(mailboxes);
  chownSync(mailboxes, owner, owner);
  writeFileSync(file, settings(site));
  const dovecot = startProgram({
    command: program('dovecot'),
    args: ['-F', '-c', file],
    folder: site.folder,
    log: join(site.folder, 'dovecot.log'),
  });
  await dovecot.until(() => greets(site.ports.imap, '* OK'));
  return dovecot;
}

function settings(site: Site): string {
  const { folder, ports } = site;
  return `
base_dir = ${folder}/dovecot
state_dir = ${folder}/dovecot
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
hostname = ${site.hostname}
postmaster_address = postmaster@${site.domain}

ssl = yes
ssl_cert = <${folder}/tls/server.pem
ssl_key = <${folder}/tls/server.key
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_username_format = %Lu
# Tests give wrong passwords on purpose and do not wait for the penalty.
auth_failure_delay = 0

passdb {
  driver = passwd-file
  args = scheme=PLAIN ${loginsFolder(site)}/%Lu
}
userdb {
  driver = static
  args = uid=${owner} gid=${owner} home=${folder}/mail/%Ld/%Ln
}
mail_location = maildir:~/Maildir
first_valid_uid = ${owner}
mail_max_userip_connections = 100

namespace inbox {
  inbox = yes
  separator = /
}

service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
  process_min_avail = 1
}
service lmtp {
  unix_listener lmtp-postfix {
    mode = 0666
  }
}
service auth {
  unix_listener auth-postfix {
    mode = 0666
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;
}
