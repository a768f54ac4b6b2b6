import { execFile } from 'node:child_process';
import { generateKeyPair } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { program } from '../programs.ts';
import type { Site } from './mail.ts';

const run = promisify(execFile);

/** The DKIM key: `privateKey` as PEM, `publicKey` as it stands in `p=` (RFC 6376, 3.6.1). */
export async function createSigningKey(): Promise<{ privateKey: string; publicKey: string }> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { privateKey: pair.privateKey, publicKey: pair.publicKey.toString('base64') };
}

/** An authority of the site's own, and the certificate of its server. */
export async function createCertificates(site: Site): Promise<void> {
  const folder = join(site.folder, 'tls');
  mkdirSync(folder);
  const at = (name: string) => join(folder, name);
  const create = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '30',
  ];
  await run(program('openssl'), [
    ...create,
    '-subj',
    '/CN=Test authority',
    '-keyout',
    at('ca.key'),
    '-out',
    site.caFile,
  ]);
  const signed = ['-CA', site.caFile, '-CAkey', at('ca.key'), '-subj', `/CN=${site.hostname}`];
  const names = ['-addext', `subjectAltName=DNS:${site.hostname},DNS:localhost,IP:127.0.0.1`];
  const leaf = ['-addext', 'basicConstraints=critical,CA:FALSE'];
  const files = ['-keyout', at('server.key'), '-out', at('server.pem')];
  await run(program('openssl'), [...create, ...signed, ...names, ...leaf, ...files]);
}
