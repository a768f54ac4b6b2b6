import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type Key = { privateKey: KeyObject; record: string };

const recordOf = (type: string, key: KeyObject) =>
  `v=DKIM1; k=${type}; p=${key.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** A signer's key with the text of its DNS record. */
export function rsaKey(bits: number): Key {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return { privateKey, record: recordOf('rsa', publicKey) };
}

export function ed25519Key(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const bare = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return { privateKey, record: `v=DKIM1; k=ed25519; p=${bare.toString('base64')}` };
}

/** What a server signs by default: each name once more than it stands, so that none can be added. */
export const usual =
  'from:from:subject:subject:date:date:message-id:message-id:to:to:cc:cc:mime-version:content-type:content-type:content-transfer-encoding:in-reply-to:references';

export type Signing = {
  key: Key;
  /** The field names of `h=`. */
  h?: string;
  /** Tags to add, to replace, or (null) to leave out. */
  tags?: Record<string, string | null>;
};

/**
 * Puts a DKIM-Signature, relaxed/relaxed (RFC 6376, 3.4), on top of a letter with CRLF line ends, with whatever tags: a
 * proper signer refuses most of what is tested here.
 */
export function signed(letter: string, { key, h = usual, tags = {} }: Signing): string {
  const end = letter.indexOf('\r\n\r\n');
  const fields = letter.slice(0, end).split(/\r\n(?![ \t])/);
  const body = relaxedBody(letter.slice(end + 4));
  const kept = tags.l ? body.slice(0, Number(tags.l)) : body;
  const all: Record<string, string | null> = {
    v: '1',
    a: key.privateKey.asymmetricKeyType === 'ed25519' ? 'ed25519-sha256' : 'rsa-sha256',
    c: 'relaxed/relaxed',
    d: 'kiengiang.gov.vn',
    s: 'phieu',
    h,
    bh: createHash('sha256').update(kept, 'latin1').digest('base64'),
    ...tags,
  };
  const list = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  const signature = `DKIM-Signature: ${[...list, 'b='].join('; ')}`;
  const data = [...taken(fields, h).map((field) => `${relaxedField(field)}\r\n`), relaxedField(signature)];
  const input = Buffer.from(data.join(''), 'latin1');
  const { privateKey } = key;
  const bytes =
    privateKey.asymmetricKeyType === 'ed25519'
      ? sign(null, createHash('sha256').update(input).digest(), privateKey)
      : sign(all.a === 'rsa-sha1' ? 'sha1' : 'sha256', input, privateKey);
  return `${signature}${bytes.toString('base64')}\r\n${letter}`;
}

/** The fields that `h=` names, each time the lowest that is left. */
function taken(fields: readonly string[], h: string): string[] {
  const left = [...fields];
  return h.split(':').flatMap((name) => {
    const at = left.findLastIndex((field) => field.slice(0, field.indexOf(':')).toLowerCase() === name);
    return at < 0 ? [] : left.splice(at, 1);
  });
}

function relaxedField(field: string): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${field.slice(0, colon).toLowerCase()}:${value}`;
}

function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n|$)/g, '');
  const text = lines.replace(/(?:\r\n)+$/, '');
  return text === '' ? '' : `${text}\r\n`;
}
