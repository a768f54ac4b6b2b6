import { afterAll, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { certificatesIn } from '../../src/text/pem.ts';
import { attached, file, letter, plain } from './letters.ts';

/* Which form of a letter a signature speaks of. The PDFs: files/signed/make.py. */

const reader = openReader({ children: 1, trustRoots: certificatesIn(file('signed/roots.pem').toString()) });
afterAll(() => reader.close());

/** Each form's file, with the files and verdicts of its signatures. */
const formsOf = async (...names: readonly string[]): Promise<[string | null, ...string[]][]> => {
  const parts = names.map((name) => attached(name.replace(/^.*\//, ''), file(name)));
  const { forms } = await reader.read(letter(plain('x'), ...parts));
  return forms.map(({ attachment, signatures = [] }) => [
    attachment,
    ...signatures.map((signature) => `${signature.attachment} ${signature.verdict}`),
  ]);
};

test('the form that was read from the signed file', async () => {
  expect(await formsOf('signed/form.pdf')).toEqual([['form.pdf', 'form.pdf valid']]);
  expect(await formsOf('signed/form-noted.pdf')).toEqual([['form-noted.pdf', 'form-noted.pdf extended']]);
});

test('not another form of the letter', async () => {
  expect(await formsOf('scan/other-people.xlsx', 'signed/form-noted.pdf')).toEqual([
    ['other-people.xlsx'],
    ['form-noted.pdf', 'form-noted.pdf extended'],
  ]);
});

test('a signed copy speaks of the form that is kept', async () => {
  expect(await formsOf('pdf/writer-short.pdf', 'signed/form-noted.pdf')).toEqual([
    ['writer-short.pdf', 'form-noted.pdf extended'],
  ]);
});

test('a scan, and the workbook that it is a scan of', { timeout: 120_000 }, async () => {
  expect(await formsOf('signed/scan-noted.pdf')).toEqual([['scan-noted.pdf', 'scan-noted.pdf extended']]);
  expect(await formsOf('scan/form.xlsx', 'signed/scan-noted.pdf')).toEqual([
    ['form.xlsx', 'scan-noted.pdf extended'],
  ]);
});

test('a signed covering letter speaks of none', async () => {
  expect(await formsOf('scan/form.xlsx', 'signed/noted.pdf')).toEqual([['form.xlsx']]);
});
