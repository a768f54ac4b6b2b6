import { attached, file, html, letter, multipart, type Part, plain } from '../letters.ts';

const form = file('openpyxl-iso-dates.xlsx');
const head = 'From: a@kiengiang.gov.vn\r\nMIME-Version: 1.0\r\n';
const raw = (text: string): Buffer => Buffer.from(head + text, 'latin1');
const times = (count: number, text: string | ((at: number) => string)): string =>
  typeof text === 'string' ? text.repeat(count) : Array.from({ length: count }, (_, at) => text(at)).join('');

/** A part in base64, or what calls itself so. */
const packed = (content: string, name = 'a.xlsx'): string =>
  `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n`;
const mixed = (parts: string, end = '--b--\r\n'): Buffer =>
  raw(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}${end}`);
const base64 = form.toString('base64').replace(/.{76}/g, '$&\r\n');

const named = (disposition: string): Part => ({
  content: form,
  headers: ['Content-Type: application/octet-stream', `Content-Disposition: attachment; ${disposition}`],
});

/** Outlook's file with one of its lengths changed ([MS-OXTNEF] 2.1.3.1). */
function tnef(length: number): Buffer {
  const content = Buffer.from(file('outlook/winmail.dat'));
  content.writeUInt32LE(length, 11);
  return content;
}

/** Letters, each with the reasons that it ends in, and the forms that are read nevertheless. */
export const letters: [string, string[], number, () => Buffer][] = [
  ['5,000 attachments', ['form-unreadable'], 0, () => mixed(times(5000, packed(base64.slice(0, 100))))],
  [
    '200 copies of one form',
    [],
    1,
    () => letter(...Array.from({ length: 200 }, () => attached('a.xlsx', form))),
  ],
  [
    'parts within parts, 200 deep, and a form in the last',
    [],
    1,
    () => {
      let part = multipart([plain('x'), attached('a.xlsx', form)]);
      for (let depth = 0; depth < 200; depth += 1) part = multipart([part], `x${depth}`);
      return letter(part);
    },
  ],
  [
    'letters within letters, 2,000 deep',
    ['form-unsupported-type'],
    0,
    () => raw(times(2000, 'Content-Type: message/rfc822\r\n\r\nFrom: a@b.vn\r\n')),
  ],
  ['a header of 10 MB', ['form-unreadable'], 0, () => raw(`X: ${times(10_000_000, 'a')}\r\n\r\nx`)],
  [
    '200,000 header fields',
    ['form-unreadable'],
    0,
    () => raw(`${times(200_000, (at) => `X-${at}: a\r\n`)}\r\nx`),
  ],
  [
    'a field folded 300,000 times',
    ['form-unreadable'],
    0,
    () => raw(`To: a${times(300_000, '\r\n b')}\r\n\r\nx`),
  ],
  ['100,000 groups in To', [], 0, () => raw(`To: ${times(100_000, 'a:')}\r\n\r\nx`)],
  [
    'a boundary of 100,000 letters',
    [],
    0,
    () => raw(`Content-Type: multipart/mixed; boundary=${times(100_000, 'b')}\r\n\r\n--b\r\n`),
  ],
  ['a million boundaries', ['form-unreadable'], 0, () => mixed(times(1_000_000, '--b\r\n'))],
  ['boundaries that never end', [], 1, () => mixed(`${packed(base64)}--b\r\n\r\nx`, '')],
  ['base64 that is cut off', ['form-unreadable'], 0, () => mixed(packed(base64.slice(0, 3000)), '')],
  ['base64 that is none', ['form-unreadable'], 0, () => mixed(packed(times(100_000, '\xff=!')))],
  [
    'uuencoded, in the letter itself',
    [],
    0,
    () => letter(plain(`begin 644 phieu.xlsx\r\n${times(1000, 'M4$L#!!0``````(`/\r\n')}`)),
  ],
  ...['uuencode', 'x-none', 'binary', 'quoted-printable'].map((encoding): (typeof letters)[number] => [
    `a form that says it is ${encoding}`,
    ['form-unreadable'],
    0,
    () => mixed(packed(`${times(20, '=XY=\xff')}${base64}`).replace(': base64', `: ${encoding}`)),
  ]),
  [
    'a charset of 10,000 letters',
    [],
    0,
    () => letter({ content: 'x', headers: [`Content-Type: text/plain; charset=${times(10_000, 'x')}`] }),
  ],
  [
    'charsets that change at each word',
    [],
    0,
    () => raw(`Subject: ${times(5000, '=?iso-2022-jp?b?GyRC?= =?utf-7?q?+AGE?= ')}\r\n\r\nx`),
  ],
  [
    'a winmail.dat that is longer than it is',
    ['form-unsupported-type'],
    0,
    () => letter(plain('x'), attached('winmail.dat', tnef(0xffff_ffff))),
  ],
  [
    'a winmail.dat without words',
    ['form-unsupported-type'],
    0,
    () => letter(plain('x'), attached('winmail.dat', tnef(0))),
  ],
  [
    'a form in a name of 3,000 pieces',
    [],
    1,
    () => letter(plain('x'), named(times(3000, (at) => `filename*${at}=a; `))),
  ],
  [
    'a form in a name of 3,000 encoded words',
    [],
    1,
    () => letter(plain('x'), named(`filename="${times(3000, '=?utf-8?q?a?= ')}"`)),
  ],
];

/** Names of attachments, each with what is left of it. */
export const names: [string, string, string][] = [
  ['a way to elsewhere', '../../../etc/cron.d/a.xlsx', '../../../etc/cron.d/a.xlsx'],
  ['words that run to the left', 'phieu\u202exslx.exe', 'phieuxslx.exe'],
  ['words apart from those around them', '\u2066\u2067a\u2069.xlsx', 'a.xlsx'],
  ['lines of a header', 'a.xlsx\r\nBcc: x@example.com', 'a.xlsx Bcc: x@example.com'],
  ['control characters', 'a\0\u001b[2J\u0007\u009b\u007f.xlsx', 'a [2J .xlsx'],
  ['letters that nobody sees', 'a\u200b\u2060\ufeff.xlsx', 'a.xlsx'],
  ['10,000 letters', `${'ộ'.repeat(10_000)}.xlsx`, 'ộ'.repeat(255)],
];

const page = (text: string): Buffer => letter(html(text));
const megabyte = (text: string): string => text.repeat(Math.floor(1_000_000 / text.length));

/** Letters in HTML: none of them is a form, and none a problem. */
export const pages: [string, () => Buffer][] = [
  ['elements nested without end', () => page(megabyte('<div>'))],
  ['tables nested without end', () => page(megabyte('<table><tr><td>'))],
  ['a table of 60,000 rows', () => page(`<table>${times(60_000, '<tr><td>1<td>x')}`)],
  ['a row of 60,000 cells', () => page(`<table><tr>${times(60_000, '<td>x')}`)],
  [
    'cells that span a billion columns and rows',
    () => page(`<table>${times(10_000, '<tr><td colspan=1e9 rowspan=999999999>x')}`),
  ],
  ['a script', () => page(`<script>for(;;)document.write('STT')</script>${megabyte('<script>')}`)],
  ['comments of styles without end', () => page(`<style>${megabyte('/*')}`)],
  ['styles without end', () => page(megabyte('<style>'))],
  ['a style without rules', () => page(`<style>${megabyte('a')}</style>x`)],
  [
    'rules for each letter',
    () => page(`<style>${times(20_000, 'p{color:red}')}</style>${times(40_000, '<p>x')}`),
  ],
  ['tags that are not closed', () => page(megabyte('<p '))],
  ['a list of 200,000 items', () => page(`<ul>${megabyte('<li>x')}`)],
  [
    'a long rule for each letter',
    () => page(`<style>i{${'color:red;'.repeat(390)}</style>${megabyte('<i>x</i>')}`),
  ],
  ['lines in 400 quotes', () => page(times(400, '<blockquote>') + megabyte('<br>x'))],
  ['entities', () => page(`<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${megabyte('&b;')}`)],
  [
    'pictures and frames of other places',
    () => page(times(10_000, '<img src=http://127.0.0.1:1/x><iframe src=file:///etc/passwd></iframe>')),
  ],
  ['blank lines', () => letter(plain(megabyte(' \r\n')))],
];
