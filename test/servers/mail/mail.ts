import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { freePorts, openFolder, wipeFolder } from '../folder.ts';
import { type Running, startTwice } from '../process.ts';
import { startDns } from './dns.ts';
import { startDovecot, writeLogin } from './dovecot.ts';
import { createCertificates, createSigningKey } from './keys.ts';
import { startPostfix, writeMailboxes } from './postfix.ts';
import { startRspamd } from './rspamd.ts';

/** TCP ports of 127.0.0.1. */
export type MailPorts = {
  /** IMAP; STARTTLS comes before the sign-in. */
  imap: number;
  /** IMAP with TLS from the first byte. */
  imaps: number;
  /** As port 587: sign-in, From must be the user's, DKIM-signed, then through a content filter to the MX port. */
  submission: number;
  /** The same with TLS from the first byte, as port 465. */
  smtps: number;
  /** As `submission`, without the content filter: one hop, as a small server does it. */
  direct: number;
  /** As `submission`, but a signed-in user may write any From. */
  lax: number;
  /** As port 25: takes letters of the world for our users, without sign-in, checks SPF, DKIM and DMARC. */
  mx: number;
  /** UDP and TCP. */
  dns: number;
};

/** Where the mail servers of a site are, and what they are called. Plain data. */
export type Site = {
  folder: string;
  /** `kiengiang.gov.vn`. */
  domain: string;
  /** Name in `Received: … by` and of the certificate; also the authserv-id. */
  hostname: string;
  ports: MailPorts;
  /** PEM file of the authority that signed the certificate of `hostname`, `localhost` and 127.0.0.1. */
  caFile: string;
  /** DKIM selector of `domain`. */
  selector: string;
  /** The address from which the server sends on: the one that SPF of `domain` names. */
  relayAddress: string;
  /** Address of a stranger's server, to be given to `sendMail` as `localAddress`; SPF of `strangerDomain` names it. */
  strangerAddress: string;
  strangerDomain: string;
};

export type MailUser = { address: string; password: string };

export type MailServers = Site & {
  /**
   * Creates a mailbox that can sign in, send and receive at once. `name` is what stands before the @ of `domain`, or
   * the whole address of a mailbox in the world, in which letters that we send to it can be read.
   */
  addUser(name: string): Promise<MailUser>;
};

export type Mail = MailServers & { stop(): Promise<void> };

/** Starts DNS, Dovecot, rspamd and Postfix on free ports of the loopback, in a folder of their own. Needs root. */
export function startMail(): Promise<Mail> {
  return startTwice(start);
}

async function start(): Promise<Mail> {
  const site = await planSite(openFolder('servers'));
  const starts: Promise<Running>[] = [];
  const stop = async () => {
    const stops: Promise<void>[] = [];
    for (const one of await Promise.allSettled(starts)) {
      if (one.status === 'fulfilled') stops.push(one.value.stop());
    }
    await Promise.all(stops);
    wipeFolder(site.folder);
  };
  const users: MailUser[] = [];
  const addUser = async (name: string) => {
    const address = (name.includes('@') ? name : `${name}@${site.domain}`).toLowerCase();
    if (users.some((user) => user.address === address)) throw new Error(`${address} exists already`);
    const user = { address, password: randomBytes(9).toString('hex') };
    users.push(user);
    writeLogin(site, user);
    writeMailboxes(site, users);
    return user;
  };
  try {
    const [key] = await Promise.all([createSigningKey(), createCertificates(site)]);
    starts.push(startDns(site, key.publicKey), startRspamd(site, key.privateKey));
    starts.push(startDovecot(site), startPostfix(site));
    await Promise.all(starts);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...site, addUser, stop };
}

async function planSite(folder: string): Promise<Site> {
  const [imap = 0, imaps = 0, submission = 0, smtps = 0, direct = 0, lax = 0, mx = 0, dns = 0] =
    await freePorts(8);
  return {
    folder,
    domain: 'kiengiang.gov.vn',
    hostname: 'mail.kiengiang.gov.vn',
    ports: { imap, imaps, submission, smtps, direct, lax, mx, dns },
    caFile: join(folder, 'tls', 'ca.pem'),
    selector: 'phieu',
    relayAddress: '127.0.0.10',
    strangerAddress: '127.0.0.66',
    strangerDomain: 'stranger.example',
  };
}
