import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { greets, type Running, startProgram } from '../process.ts';
import { program } from '../programs.ts';
import type { Site } from './mail.ts';

export const milterSocket = (site: Site) => join(site.folder, 'rspamd', 'milter.sock');

/** What Postfix says of a service whose users may write any From (its milter macro {v}). */
export const anyFrom = 'any-from';

const run = promisify(execFile);

/**
 * rspamd as a milter: on the submission ports it refuses a From that is not the user's and signs with DKIM, on the
 * MX port it checks SPF, DKIM and DMARC; on both it writes Authentication-Results in place of those it finds.
 */
export async function startRspamd(site: Site, privateKey: string): Promise<Running> {
  const folder = join(site.folder, 'rspamd');
  mkdirSync(folder);
  writeFileSync(join(folder, 'dkim.key'), privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'from.lua'), fromRule);
  // With the whole list of public suffixes the start takes seconds.
  writeFileSync(join(folder, 'suffixes'), 'com\nnet\norg\nvn\ngov.vn\nexample\n');
  writeFileSync(join(folder, 'rspamd.conf'), settings(site, folder));
  await run('chown', ['-R', '_rspamd:_rspamd', folder]);
  const rspamd = startProgram({
    command: program('rspamd'),
    args: ['-f', '-c', join(folder, 'rspamd.conf'), '-u', '_rspamd', '-g', '_rspamd'],
    folder: site.folder,
    log: join(site.folder, 'rspamd.log'),
  });
  await rspamd.until(() => greets(milterSocket(site), ''));
  return rspamd;
}

/** Postfix itself ties only the envelope's sender to the user. */
const fromRule = `
require "global_functions" ()
config['regexp'] = {}
rspamd_maps = {}
rspamd_config:register_symbol({
  name = 'FROM_OF_USER',
  type = 'prefilter',
  priority = 10,
  callback = function(task)
    local user = task:get_user()
    if not user then return end
    if tostring(task:get_request_header('User-Agent') or '') == '${anyFrom}' then return end
    local from = task:get_from('mime')
    if not from or #from ~= 1 or (from[1].addr or ''):lower() ~= user:lower() then
      task:set_pre_result('reject', 'From is not the address of the signed-in user')
    end
  end,
})
`;

function settings(site: Site, folder: string): string {
  return `
lua = "${folder}/from.lua"
options {
  filters = "dkim";
  cache_file = "${folder}/symbols.cache";
  hs_cache_dir = "${folder}/";
  stats_file = "${folder}/stats.ucl";
  control_socket = "${folder}/control.sock mode=0600";
  tempdir = "${folder}";
  url_tld = "${folder}/suffixes";
  history_rows = 1;
  local_addrs = [];
  check_all_filters = true;
  dns { nameserver = ["127.0.0.1:${site.ports.dns}"]; timeout = 2s; retransmits = 3; }
}
logging { type = "console"; level = "notice"; }
worker "rspamd_proxy" {
  bind_socket = "${milterSocket(site)} mode=0666";
  count = 1;
  milter = yes;
  timeout = 30s;
  reject_message = "From is not the address of the signed-in user";
  upstream "local" { default = yes; self_scan = yes; }
}
modules {
  path = "/usr/share/rspamd/plugins/spf.lua";
  path = "/usr/share/rspamd/plugins/dmarc.lua";
  path = "/usr/share/rspamd/plugins/dkim_signing.lua";
  path = "/usr/share/rspamd/plugins/milter_headers.lua";
}
actions { reject = 1000; }
metric { name = "default"; unknown_weight = 0.0; actions { reject = 1000; } }
dkim { check_local = true; check_authed = false; }
spf { check_local = true; check_authed = false; disable_ipv6 = true; }
dmarc { check_local = true; check_authed = false; reporting { enabled = false; } }
dkim_signing {
  sign_authenticated = true;
  sign_local = false;
  sign_inbound = false;
  use_domain = "header";
  allow_hdrfrom_mismatch = true;
  allow_username_mismatch = true;
  allow_envfrom_empty = true;
  try_fallback = false;
  domain { ${site.domain} { selector = "${site.selector}"; path = "${folder}/dkim.key"; } }
}
milter_headers {
  use = ["authentication-results"];
  skip_local = false;
  skip_authenticated = false;
  routines { authentication-results { remove = 0; add_smtp_user = true; } }
}
`;
}
