import { Resolver } from 'node:dns/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Running, startProgram } from '../process.ts';
import { program } from '../programs.ts';
import type { Site } from './mail.ts';

/** dnsmasq: knows the records of the site and of one honest stranger; every other name does not exist. */
export async function startDns(site: Site, publicKey: string): Promise<Running> {
  const { domain, hostname } = site;
  const records = [
    `host-record=${hostname},${site.relayAddress}`,
    `mx-host=${domain},${hostname},10`,
    txt(domain, `v=spf1 ip4:${site.relayAddress} -all`),
    txt(`${site.selector}._domainkey.${domain}`, `v=DKIM1; k=rsa; p=${publicKey}`),
    txt(`_dmarc.${domain}`, 'v=DMARC1; p=reject; adkim=s; aspf=s'),
    txt(site.strangerDomain, `v=spf1 ip4:${site.strangerAddress} -all`),
    txt(`_dmarc.${site.strangerDomain}`, 'v=DMARC1; p=none'),
  ];
  const file = join(site.folder, 'dnsmasq.conf');
  writeFileSync(file, `${settings(site).concat(records).join('\n')}\n`);
  const dns = startProgram({
    command: program('dnsmasq'),
    args: ['--keep-in-foreground', `--conf-file=${file}`],
    folder: site.folder,
    log: join(site.folder, 'dnsmasq.log'),
    account: { user: 'nobody', group: 'nogroup' },
  });
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([`127.0.0.1:${site.ports.dns}`]);
  await dns.until(() =>
    resolver.resolveTxt(domain).then(
      () => true,
      () => false,
    ),
  );
  return dns;
}

function settings(site: Site): string[] {
  return [
    `port=${site.ports.dns}`,
    'listen-address=127.0.0.1',
    'bind-interfaces',
    'no-resolv',
    'no-hosts',
    'no-poll',
    'local=/#/',
    'pid-file=',
    'log-facility=-',
  ];
}

/** A character string of a TXT record holds at most 255 bytes (RFC 1035, 3.3). */
function txt(name: string, text: string): string {
  const strings = text.match(/.{1,200}/gs) ?? [];
  return `txt-record=${name},${strings.map((one) => `"${one}"`).join(',')}`;
}
