import { describe, expect, test } from 'vitest';
import { readSignatures } from '../../src/form/pdf-signatures.ts';
import { certificatesIn } from '../../src/text/pem.ts';
import { file } from './letters.ts';

/* The PDFs were signed by OpenSSL (files/signed/make.py); what is done to them here no program would do. */

const signed = (name: string): Buffer => file(`signed/${name}`);
const rootsIn = (name: string): string[] => certificatesIn(signed(name).toString());
const roots = rootsIn('roots.pem');

const verdicts = async (pdf: Buffer, trusted: readonly string[] = roots): Promise<string[]> =>
  (await readSignatures(pdf, 'phieu.pdf', trusted)).map(({ verdict }) => verdict);

describe('a signature that holds', () => {
  test.each(['rsa.pdf', 'ecdsa.pdf', 'pss.pdf', 'key-identifier.pdf'])('%s', async (name) => {
    expect(await verdicts(signed(name))).toEqual(['valid']);
  });

  test('tells who signed and when', async () => {
    const [signature] = await readSignatures(signed('ecdsa.pdf'), 'phieu.pdf', roots);
    expect(signature).toMatchObject({ attachment: 'phieu.pdf', signer: 'Trần Văn Bình', extended: false });
    expect(signature?.signedAt).toMatch(/^2026-\d\d-\d\dT/);
  });

  test('without trust roots says nothing of whose it is', async () => {
    expect(await verdicts(signed('rsa.pdf'), [])).toEqual(['unjudged']);
    expect(await verdicts(signed('other-root.pdf'), [])).toEqual(['unjudged']);
  });

  test('with several trust roots leads to one of them', async () => {
    expect(await verdicts(signed('rsa.pdf'), rootsIn('old-root.pem'))).toEqual(['valid']);
  });

  test.each(['two.pdf', 'noted-between.pdf'])(
    '%s: each of two, the first on less of the file',
    async (name) => {
      const signatures = await readSignatures(signed(name), 'phieu.pdf', roots);
      expect(signatures.map(({ signer, verdict, extended }) => ({ signer, verdict, extended }))).toEqual([
        { signer: 'Trần Văn Bình', verdict: 'valid', extended: true },
        { signer: 'Sở Nội vụ', verdict: 'valid', extended: false },
      ]);
    },
  );

  test('may be followed by line ends', async () => {
    expect(await verdicts(Buffer.concat([signed('rsa.pdf'), Buffer.from('\r\n\r\n')]))).toEqual(['valid']);
  });

  test('is not looked for in a PDF without one', async () => {
    expect(await verdicts(file('pdf/writer-short.pdf'))).toEqual([]);
    expect(await verdicts(file('pdf/pypdf-ours.pdf'))).toEqual([]);
  });
});

describe('a signature that does not hold', () => {
  test.each([
    ['noted.pdf', 'extended'],
    ['expired.pdf', 'expired'],
    ['coming.pdf', 'expired'],
    ['other-root.pdf', 'untrusted'],
    ['for-enciphering.pdf', 'untrusted'],
    ['too-deep.pdf', 'untrusted'],
    ['issued-by-a-person.pdf', 'untrusted'],
    ['certificate-of-old-hash.pdf', 'untrusted'],
    ['weak-key.pdf', 'unsupported'],
    ['old-hash.pdf', 'unsupported'],
    ['of-sha1.pdf', 'unsupported'],
    ['without-attributes.pdf', 'unsupported'],
    ['with-content.pdf', 'malformed'],
    ['without-certificate.pdf', 'malformed'],
  ])('%s: %s', async (name, verdict) => {
    expect(await verdicts(signed(name))).toEqual([verdict]);
  });

  test('for what it says is said twice, or not at all, though the key signed that', async () => {
    const trusted = rootsIn('attributes-root.pem');
    expect(await verdicts(signed('as-openssl.pdf'), trusted)).toEqual(['valid']);
    const names = [
      'two-content-types.pdf',
      'two-digests.pdf',
      'two-times.pdf',
      'time-without-value.pdf',
      'empty-and-digest.pdf',
    ];
    for (const name of names) expect(await verdicts(signed(name), trusted), name).toEqual(['malformed']);
  });

  test('for its kind cannot be judged, whatever was added to the file after it', async () => {
    const more = Buffer.from('\n1 0 obj\n<<>>\nendobj\n');
    for (const name of ['old-hash.pdf', 'of-sha1.pdf', 'without-attributes.pdf'])
      expect(await verdicts(Buffer.concat([signed(name), more])), name).toEqual(['unsupported']);
  });

  test('for its root is another one', async () => {
    expect(await verdicts(signed('rsa.pdf'), rootsIn('other-root.pem'))).toEqual(['untrusted']);
  });

  test('for its signer is no authority, though his certificate stands among the roots', async () => {
    expect(await verdicts(signed('rsa.pdf'), rootsIn('signer.pem'))).toEqual(['untrusted']);
  });

  test('for nothing of the file may be other than it was, whichever byte', async () => {
    const pdf = signed('rsa.pdf');
    const [, from = 0, to = 0] = byteRange(pdf);
    const places = [20, 400, from - 200, to + 100, pdf.length - 20];
    for (const place of places) {
      const other = Buffer.from(pdf);
      other[place] = (other[place] ?? 0) ^ 1;
      expect(await verdicts(other), `byte ${place}`).not.toEqual(['valid']);
    }
  });

  test('for the last of two is broken, and so nobody signed what it was to cover', async () => {
    const pdf = signed('two.pdf');
    const other = Buffer.from(pdf);
    const place = pdf.lastIndexOf('/Size');
    other[place + 6] = 0x39;
    expect(await verdicts(other)).toEqual(['valid', 'altered']);
  });
});

describe('numbers that cover something else than the file', () => {
  const pdf = signed('rsa.pdf');
  const [, from = 0, to = 0, rest = 0] = byteRange(pdf);

  test.each([
    ['a gap before the signature', [0, from - 50, to, rest]],
    ['a gap after it', [0, from, to + 20, rest - 20]],
    ['an end before the end', [0, from, to, rest - 20]],
    ['parts that overlap', [0, to + 10, to, rest]],
    ['no part before it', [10, from - 10, to, rest]],
    ['an end behind the end', [0, from, to, rest + 9999]],
    ['numbers beyond all files', [0, 9_999_999_999, 9_999_999_999, 9_999_999_999]],
    ['nothing at all', [0, 0, 0, 0]],
    ['three numbers', [0, from, to]],
    ['six numbers', [0, from, to, 1, to + 1, 1]],
    ['negative numbers', [0, from, -5, rest]],
  ])('%s', async (_, numbers) => {
    const [verdict, ...more] = await verdicts(withByteRange(pdf, numbers));
    expect(more).toEqual([]);
    expect(['uncovered', 'altered', 'extended']).toContain(verdict);
  });

  test('signatures within each other', async () => {
    const two = signed('two.pdf');
    const [, first = 0, second = 0] = byteRange(two);
    // The first claims all of the file, with the second signature in it.
    const other = withByteRange(two, [0, first, second, two.length - second]);
    expect(await verdicts(other)).toEqual(expect.arrayContaining(['uncovered']));
  });
});

describe('contents that are no signature', () => {
  const pdf = signed('rsa.pdf');
  const [, from = 0, to = 0] = byteRange(pdf);
  const room = (to - from - 2) / 2;

  const withContents = (contents: Buffer): Buffer => {
    const digits = contents
      .toString('hex')
      .padEnd(room * 2, '0')
      .slice(0, room * 2);
    return Buffer.concat([pdf.subarray(0, from + 1), Buffer.from(digits), pdf.subarray(to - 1)]);
  };
  const own = Buffer.from(pdf.toString('latin1', from + 1, to - 1), 'hex');

  test.each([
    ['zeros', Buffer.alloc(0)],
    ['half of one', own.subarray(0, 1000)],
    ['words', Buffer.from('Sở Nội vụ đã ký')],
    ['a length of four gigabytes', Buffer.from('3084ffffffff0609', 'hex')],
    ['values within values without end', Buffer.from('3080'.repeat(room / 2), 'hex')],
    [
      'thousands of values',
      Buffer.concat([Buffer.from('308215e0', 'hex'), Buffer.from('0500'.repeat(2800), 'hex')]),
    ],
  ])('%s', async (_, contents) => {
    expect(await verdicts(withContents(contents))).toEqual(['malformed']);
  });

  test('no byte of a signature can be changed to make it another that holds', async () => {
    // Nobody signs the outermost layers, nor what fills up the room.
    const length = 4 + own.readUInt16BE(2);
    const held: string[] = [];
    let tried = 0;
    for (let place = 60; place < length; place += 31) {
      const other = Buffer.from(own);
      other[place] = (other[place] ?? 0) ^ 0x11;
      const [signature] = await readSignatures(withContents(other), '', roots);
      tried += 1;
      if (signature?.verdict === 'valid') held.push(signature.signer ?? '');
    }
    expect(tried).toBeGreaterThan(60);
    expect(held.filter((name) => name !== 'Sở Nội vụ')).toEqual([]);
    expect(held.length).toBeLessThan(tried / 20);
  });

  test('a certificate with a key of no known kind, which kills what reads it without care', async () => {
    const other = Buffer.from(own);
    const rsaEncryption = Buffer.from('06092a864886f70d010101', 'hex');
    const place = own.indexOf(rsaEncryption);
    other[place + rsaEncryption.length - 1] = 0x63;
    expect(await verdicts(withContents(other))).toEqual(['malformed']);
  });
});

function byteRange(pdf: Buffer): number[] {
  const [, numbers = ''] = /\/ByteRange \[([^\]]*)\]/.exec(pdf.toString('latin1')) ?? [];
  return numbers.trim().split(/\s+/).map(Number);
}

/** With other numbers in the room of the first ones. */
function withByteRange(pdf: Buffer, numbers: readonly number[]): Buffer {
  const text = pdf.toString('latin1');
  const [own = ''] = /\/ByteRange \[[^\]]*\] */.exec(text) ?? [];
  return Buffer.from(text.replace(own, `/ByteRange [${numbers.join(' ')}]`.padEnd(own.length)), 'latin1');
}
