import { Resolver } from 'node:dns/promises';
import type { Config } from '../config.ts';
import type { Envelope } from '../model/letter.ts';
import { type Checked, tell } from './checked.ts';

const { ok, warn, fail } = tell('DNS');

/** What a name has: its records, none, or that nobody answered. */
type Answer<Records> = { is: 'found'; records: Records } | { is: 'none' } | { is: 'silent'; code: string };

const nothingThere: readonly (string | undefined)[] = ['ENOTFOUND', 'ENODATA'];

async function ask<Records>(question: Promise<Records>): Promise<Answer<Records>> {
  try {
    return { is: 'found', records: await question };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return nothingThere.includes(code) ? { is: 'none' } : { is: 'silent', code: code ?? String(error) };
  }
}

function resolverOf(servers: readonly string[] | null): Resolver {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return resolver;
}

/** The servers that are asked, and what the domain says of its mail. `letters`: those that may name its DKIM keys. */
export async function checkDns(
  { dnsServers, mailDomain }: Config,
  letters: Promise<readonly Envelope[]>,
): Promise<Checked[]> {
  const servers = await checkServers(dnsServers, mailDomain);
  if (servers.every(({ status }) => status === 'failed')) return servers;
  const resolver = resolverOf(dnsServers);
  const domain = await Promise.all([
    checkMx(resolver, mailDomain),
    checkSpf(resolver, mailDomain),
    checkDmarc(resolver, mailDomain),
    letters.then((known) => checkDkim(resolver, mailDomain, selectorsIn(known, mailDomain))),
  ]);
  return [...servers, ...domain.flat()];
}

function checkServers(servers: readonly string[] | null, domain: string): Promise<Checked[]> {
  const mend = servers
    ? 'Kiểm tra địa chỉ và cổng trong DNS_SERVERS, và tường lửa'
    : 'Kiểm tra DNS của máy này (/etc/resolv.conf), hoặc đặt DNS_SERVERS';
  const each = servers?.map((server) => [server]) ?? [null];
  return Promise.all(
    each.map(async (one) => {
      const name = one ? `máy chủ DNS ${one[0]}` : 'DNS của hệ thống';
      const answer = await ask(resolverOf(one).resolveMx(domain));
      return answer.is === 'silent'
        ? fail('retry', `${name} không trả lời (${answer.code})`, mend)
        : ok(`${name} trả lời`);
    }),
  );
}

const silent = (what: string, code: string): Checked =>
  fail('retry', `không tra được ${what} (${code})`, 'Thử lại sau ít phút');

async function checkMx(resolver: Resolver, domain: string): Promise<Checked> {
  const answer = await ask(resolver.resolveMx(domain));
  if (answer.is === 'silent') return silent(`MX của ${domain}`, answer.code);
  if (answer.is === 'none')
    return warn(
      `${domain} không có bản ghi MX`,
      'Kiểm tra MAIL_DOMAIN; thêm MX nếu tên miền nhận thư từ Internet',
    );
  const hosts = answer.records.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
  return ok(`MX của ${domain}: ${hosts.join(', ')}`);
}

const texts = (records: string[][]): string[] => records.map((strings) => strings.join(''));

async function checkSpf(resolver: Resolver, domain: string): Promise<Checked> {
  const answer = await ask(resolver.resolveTxt(domain));
  if (answer.is === 'silent') return silent(`SPF của ${domain}`, answer.code);
  const all =
    answer.is === 'found' ? texts(answer.records).filter((text) => /^v=spf1(?: |$)/i.test(text)) : [];
  const [record] = all;
  if (record === undefined)
    return warn(
      `${domain} không có SPF: ai cũng gửi thư mang tên miền này được`,
      'Thêm bản ghi TXT v=spf1 … -all',
    );
  // RFC 7208, 4.5: two records are an error, and count as none.
  if (all.length > 1)
    return warn(`${domain} có ${all.length} bản ghi SPF, nên không bản nào có hiệu lực`, 'Gộp thành một');
  if (/\s[+]?all(?:\s|$)/i.test(record))
    return warn(`SPF của ${domain} cho phép mọi máy gửi (+all)`, 'Đổi +all thành -all');
  return ok(`SPF của ${domain}: ${record.slice(0, 120)}`);
}

async function checkDmarc(resolver: Resolver, domain: string): Promise<Checked> {
  const answer = await ask(resolver.resolveTxt(`_dmarc.${domain}`));
  if (answer.is === 'silent') return silent(`DMARC của ${domain}`, answer.code);
  const record =
    answer.is === 'found' ? texts(answer.records).find((text) => /^v=DMARC1\s*;/i.test(text)) : undefined;
  const mend = `Thêm bản ghi TXT _dmarc.${domain}: v=DMARC1; p=reject`;
  if (record === undefined)
    return warn(`${domain} không có DMARC: thư mạo danh đến được hộp thư người nhận`, mend);
  const policy = /;\s*p\s*=\s*([a-z]+)/i.exec(record)?.[1]?.toLowerCase();
  const text = `DMARC của ${domain}: p=${policy ?? '?'}`;
  return policy === 'reject' || policy === 'quarantine'
    ? ok(text)
    : warn(`${text}: thư mạo danh không bị chặn`, 'Đổi thành p=quarantine, rồi p=reject');
}

function selectorsIn(letters: readonly Envelope[], domain: string): string[] {
  const signatures = letters.flatMap(({ fields }) => fields.filter(({ name }) => name === 'dkim-signature'));
  const selectors = signatures.flatMap(({ value }) => {
    const tag = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([A-Za-z0-9._-]+)`).exec(value)?.[1];
    return tag('d')?.toLowerCase() === domain ? (tag('s')?.toLowerCase() ?? []) : [];
  });
  return [...new Set(selectors)];
}

async function checkDkim(
  resolver: Resolver,
  domain: string,
  selectors: readonly string[],
): Promise<Checked[]> {
  if (selectors.length === 0)
    return [ok(`DKIM: chưa thư nào nhận được mang chữ ký của ${domain}, nên chưa biết khóa`)];
  return Promise.all(
    selectors.map(async (selector) => {
      const name = `${selector}._domainkey.${domain}`;
      const answer = await ask(resolver.resolveTxt(name));
      if (answer.is === 'silent') return silent(`khóa DKIM ${name}`, answer.code);
      const record = answer.is === 'found' ? (texts(answer.records)[0] ?? '') : '';
      // RFC 6376, 3.6.1: an empty p= is a key that was taken back.
      return /(?:^|;)\s*p\s*=\s*[A-Za-z0-9+/]/.test(record)
        ? ok(`khóa DKIM ${name} có trong DNS`)
        : warn(
            `không có khóa DKIM ${name}, dù thư nhận được mang chữ ký này`,
            'Đưa khóa công khai của máy chủ thư vào DNS',
          );
    }),
  );
}
