import type { MailUser, Site } from './mail/mail.ts';

/**
 * The environment variables that make phieu watch the user's mailbox and send as him on these servers.
 * `NODE_EXTRA_CA_CERTS` is read when a process starts; within one, `tls.setDefaultCACertificates` does the same.
 */
export function environment(site: Site, intake: MailUser): Record<string, string> {
  const account = `${encodeURIComponent(intake.address)}:${encodeURIComponent(intake.password)}@127.0.0.1`;
  return {
    MAIL_DOMAIN: site.domain,
    INTAKE_ADDRESS: intake.address,
    IMAP_URL: `imaps://${account}:${site.ports.imaps}/INBOX`,
    SMTP_URL: `smtps://${account}:${site.ports.smtps}`,
    DNS_SERVERS: `127.0.0.1:${site.ports.dns}`,
    TRUSTED_AUTHSERV_IDS: site.hostname,
    TRUSTED_RELAYS: site.hostname,
    NODE_EXTRA_CA_CERTS: site.caFile,
  };
}
