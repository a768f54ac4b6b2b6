import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../servers/folder.ts';
import type { Site } from '../servers/mail/mail.ts';
import { greets, type Running, startProgram } from '../servers/process.ts';
import { program } from '../servers/programs.ts';

/** A second Dovecot for the users of a site, with mailboxes of its own under another namespace. */
export async function startOtherDovecot(
  site: Site,
  namespace: { separator: string; prefix: string },
): Promise<Site & Running> {
  const folder = join(site.folder, 'other-dovecot');
  mkdirSync(join(folder, 'mail'), { recursive: true });
  chownSync(join(folder, 'mail'), 5000, 5000);
  const [imap = 0, imaps = 0] = await freePorts(2);
  const settings = readFileSync(join(site.folder, 'dovecot.conf'), 'utf8')
    .replaceAll(`${site.folder}/dovecot`, `${folder}/dovecot`)
    .replaceAll(`${site.folder}/mail`, `${folder}/mail`)
    .replace(String(site.ports.imap), String(imap))
    .replace(String(site.ports.imaps), String(imaps))
    .replace('separator = /', `separator = ${namespace.separator}\n  prefix = ${namespace.prefix}`);
  const file = join(folder, 'dovecot.conf');
  writeFileSync(file, settings);
  const dovecot = startProgram({
    command: program('dovecot'),
    args: ['-F', '-c', file],
    folder,
    log: join(folder, 'dovecot.log'),
  });
  await dovecot.until(() => greets(imap, '* OK'));
  return { ...site, ports: { ...site.ports, imap, imaps }, ...dovecot };
}
