import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { replaceFile } from '../folder.ts';
import { greets, type Running, startProgram } from '../process.ts';
import { program } from '../programs.ts';
import { lmtpSocket, saslSocket } from './dovecot.ts';
import type { MailUser, Site } from './mail.ts';
import { anyFrom, milterSocket } from './rspamd.ts';

const run = promisify(execFile);

const mailboxesFile = (site: Site) => join(site.folder, 'postfix', 'mailboxes');

/** The addresses that the MX port takes letters for; what they are now counts from the next connection on. */
export function writeMailboxes(site: Site, users: readonly MailUser[]): void {
  replaceFile(mailboxesFile(site), users.map(({ address }) => `${address} yes\n`).join(''));
}

/** Postfix: the MX port, and the ports at which people sign in and send. */
export async function startPostfix(site: Site): Promise<Running> {
  const config = join(site.folder, 'postfix');
  mkdirSync(config);
  writeMailboxes(site, []);
  replaceFile(join(config, 'senders'), '/^(.+)$/ $1\n');
  replaceFile(join(config, 'main.cf'), settings(site));
  replaceFile(join(config, 'master.cf'), services(site));
  await createQueue(site);
  const postfix = startProgram({
    command: '/bin/sh',
    args: ['-c', passSignalOn, 'sh', program('master'), '-c', config],
    folder: site.folder,
    log: join(site.folder, 'postfix.log'),
  });
  await postfix.until(() => greets(site.ports.mx, '220'));
  return postfix;
}

/** Postfix's master changes its user now and then and so loses the kernel's promise of a signal; the shell keeps it. */
const passSignalOn = `
"$@" & master=$!
trap 'kill -TERM $master' TERM
while kill -0 $master 2>/dev/null; do wait $master; done`;

/** The folders that `postfix start` would make, with the owners that its programs insist on. */
async function createQueue(site: Site): Promise<void> {
  const queue = join(site.folder, 'queue');
  const owned = [
    'active',
    'bounce',
    'corrupt',
    'defer',
    'deferred',
    'flush',
    'hold',
    'incoming',
    'private',
    'saved',
    'trace',
  ];
  const shared = ['maildrop', 'public'];
  const data = join(site.folder, 'postfix-data');
  for (const name of [...owned, ...shared, 'pid'])
    mkdirSync(join(queue, name), { recursive: true, mode: 0o755 });
  mkdirSync(data, { mode: 0o700 });
  const at = (names: string[]) => names.map((name) => join(queue, name));
  await run('chmod', ['700', ...at(owned)]);
  await run('chmod', ['730', ...at(shared)]);
  await run('chown', ['postfix:root', data, ...at(owned)]);
  await run('chown', ['postfix:postdrop', ...at(shared)]);
}

function settings(site: Site): string {
  const { folder, domain, hostname } = site;
  return `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/postfix-data
daemon_directory = ${dirname(program('master'))}
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = ${hostname}
mydomain = ${domain}
myorigin = ${domain}
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
biff = no
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = ${site.relayAddress}/32
smtp_bind_address = ${site.relayAddress}
smtp_dns_support_level = disabled
smtpd_peername_lookup = no
smtpd_client_connection_count_limit = 0
smtpd_client_event_limit_exceptions = 127.0.0.0/8
smtpd_error_sleep_time = 0
message_size_limit = 31457280
disable_vrfy_command = yes

virtual_mailbox_domains = ${domain}
virtual_mailbox_maps = texthash:${mailboxesFile(site)}
virtual_transport = lmtp:unix:${lmtpSocket(site)}
# Nothing leaves the machine: the world's mailboxes are in the same Dovecot, and a letter to one that is not bounces.
default_transport = $virtual_transport

smtpd_tls_cert_file = ${folder}/tls/server.pem
smtpd_tls_key_file = ${folder}/tls/server.key
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${saslSocket(site)}
smtpd_sasl_authenticated_header = yes
smtpd_sender_login_maps = regexp:${folder}/postfix/senders
smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
smtpd_milters = unix:${milterSocket(site)}
milter_default_action = tempfail
queue_run_delay = 2s
minimal_backoff_time = 2s
maximal_backoff_time = 10s
`;
}

function services(site: Site): string {
  const { ports } = site;
  const filter = `content_filter=smtp:[127.0.0.1]:${ports.mx}`;
  return [
    smtpd(ports.mx, []),
    smtpd(ports.submission, [...signedIn, filter]),
    smtpd(ports.smtps, [...signedIn, filter, 'smtpd_tls_wrappermode=yes']),
    smtpd(ports.direct, signedIn),
    smtpd(ports.lax, [...signedIn, filter, `milter_macro_v=${anyFrom}`]),
    ...internal,
  ].join('\n');
}

const signedIn = [
  'smtpd_sasl_auth_enable=yes',
  'smtpd_tls_security_level=encrypt',
  'smtpd_sender_restrictions=reject_sender_login_mismatch',
  'smtpd_relay_restrictions=permit_sasl_authenticated,reject',
];

/** A process takes one connection and so reads the mailboxes as they are then. */
function smtpd(port: number, options: readonly string[]): string {
  const lines = ['max_use=1', ...options].map((option) => `  -o ${option}\n`);
  return `127.0.0.1:${port} inet n - n - - smtpd\n${lines.join('')}`;
}

const internal = [
  'pickup    unix  n - n 60    1 pickup',
  'cleanup   unix  n - n -     0 cleanup',
  'qmgr      unix  n - n 300   1 qmgr',
  'tlsmgr    unix  - - n 1000? 1 tlsmgr',
  'rewrite   unix  - - n -     - trivial-rewrite',
  'bounce    unix  - - n -     0 bounce',
  'defer     unix  - - n -     0 bounce',
  'trace     unix  - - n -     0 bounce',
  'flush     unix  n - n 1000? 0 flush',
  'proxymap  unix  - - n -     - proxymap',
  'smtp      unix  - - n -     - smtp',
  'error     unix  - - n -     - error',
  'retry     unix  - - n -     - error',
  'lmtp      unix  - - n -     - lmtp',
  'anvil     unix  - - n -     1 anvil',
  'scache    unix  - - n -     1 scache',
  'postlog   unix-dgram n - n - 1 postlogd',
  '',
];
