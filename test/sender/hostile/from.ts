import { byColleague, colleague, composed, fromOutside, fromUnit, rest, type Trick, unit } from './letter.ts';

const own = `From: ${colleague}`;

/** A colleague signs in as himself and writes his From so that somebody may read the unit in it. */
const written = (
  name: string,
  from: readonly string[],
  because: RegExp,
  why: string,
  proves?: string,
): Trick => ({
  ...{ name: `From: ${name}`, why, because },
  write: composed(`From: ${name}`, [...byColleague, ...from, ...rest]),
  ...(proves === undefined ? {} : { proves }),
});
const two = 'whoever reads the other one is deceived';
const grammar = 'programs read such an address in different ways';
const line = 'programs cut such a header in different ways';
const himself = 'only the address in the brackets counts, and he may be himself';

const ofColleague: Trick[] = [
  written('the unit’s, with his own sign-in', [fromUnit], /signed in, but From is/, 'the login is another'),
  written('two fields, his own first', [own, fromUnit], /2 From fields/, two),
  written('two fields, his own last', [fromUnit, own], /2 From fields/, two),
  written('two fields in odd case', [own, fromUnit.replace('From', 'fROM')], /2 From fields/, two),
  written('two addresses', [`From: ${colleague}, ${unit}`], /not one plain address/, two),
  written('two addresses in brackets', [`From: <${colleague}>, <${unit}>`], /not one plain/, two),
  written('two addresses without a comma', [`From: <${colleague}> <${unit}>`], /not one plain/, two),
  written('a group', [`From: So Noi vu: ${unit};`], /not one plain address/, grammar),
  written('a group and himself', [`From: So Noi vu: ${unit};, ${colleague}`], /not one plain/, grammar),
  written('a route', [`From: <@evil.example:${unit}>`], /not one plain address/, grammar),
  written('a comment before the @', ['From: snv(x)@kiengiang.gov.vn'], /not one plain/, grammar),
  written('a comment after the @', ['From: snv@(x)kiengiang.gov.vn'], /not one plain/, grammar),
  written('a comment with the unit', [`From: (${unit}) ${colleague}`], /not one plain/, grammar),
  written('a comment with himself', [`From: ${unit} (${colleague})`], /not one plain/, grammar),
  written('a comment in a comment', [`From: ${unit} (a (b) c)`], /not one plain/, grammar),
  written(
    'a plain comment after the unit',
    [`From: ${unit} (So Noi vu)`],
    /but From is snv@/,
    'the login is another',
  ),
  written('a quoted local part', ['From: "snv"@kiengiang.gov.vn'], /not one plain/, grammar),
  written('a quoted local part with an @', [`From: "${colleague}"@evil.example`], /not one plain/, grammar),
  written('a local part quoted in part', ['From: s"n"v@kiengiang.gov.vn'], /not one plain/, grammar),
  written('a local part with a backslash', ['From: s\\nv@kiengiang.gov.vn'], /not one plain/, grammar),
  written('an encoded local part', ['From: =?utf-8?q?snv?=@kiengiang.gov.vn'], /not one plain/, grammar),
  written('an encoded address', ['From: =?utf-8?q?snv=40kiengiang.gov.vn?='], /not one plain/, grammar),
  written(
    'an encoded address in brackets',
    ['From: <=?utf-8?q?snv=40kiengiang.gov.vn?=>'],
    /not one plain/,
    grammar,
  ),
  written('blanks around the @', ['From: snv @ kiengiang.gov.vn'], /not one plain/, grammar),
  written('folded inside the address', ['From: snv\r\n @kiengiang.gov.vn'], /not one plain/, grammar),
  written('folded before the address', [`From:\r\n\t${unit}`], /but From is snv@/, 'the login is another'),
  written(
    'a percent route',
    ['From: snv%kiengiang.gov.vn@kiengiang.gov.vn'],
    /but From is snv%/,
    'that is no unit',
  ),
  written('the unit as display name', [`From: "${unit}" <${colleague}>`], /signed in/, himself, colleague),
  written(
    'the unit in brackets as display name',
    [`From: "<${unit}>" <${colleague}>`],
    /signed in/,
    himself,
    colleague,
  ),
  written(
    'the unit encoded as display name',
    [`From: =?utf-8?q?=3Csnv=40kiengiang=2Egov=2Evn=3E=2C?= <${colleague}>`],
    /signed in/,
    himself,
    colleague,
  ),
  written(
    'a line end encoded in the display name',
    [`From: =?utf-8?b?YQ0KRnJvbTogc252QGtpZW5naWFuZy5nb3Yudm4=?= <${colleague}>`],
    /signed in/,
    himself,
    colleague,
  ),
  written('the unit in Sender', [own, `Sender: ${unit}`], /signed in/, 'Sender gives no rights', colleague),
  written(
    'the unit in Reply-To',
    [own, `Reply-To: ${unit}`],
    /signed in/,
    'Reply-To gives no rights',
    colleague,
  ),
  written(
    'the unit in Resent-From',
    [`Resent-From: ${unit}`, own],
    /signed in/,
    'nor does Resent-From',
    colleague,
  ),
  written(
    'the unit, himself in Sender',
    [fromUnit, `Sender: ${colleague}`],
    /but From is/,
    'Sender gives no rights',
  ),
  written(
    'the unit, himself in Resent-From',
    [`Resent-From: ${colleague}`, fromUnit],
    /but From is/,
    'a redirect is no request',
  ),
  written('none', [`Sender: ${unit}`], /no From field/, 'nobody wrote it'),
  written('empty', ['From:'], /not one plain address/, 'nobody wrote it'),
  written('a NUL in it', [`From: ${unit}\0`], /NUL|control/, line),
  written('a NUL in a field name', ['X\0: 1', fromUnit], /NUL/, line),
  written('a bare CR before it', [`X: 1\r${fromUnit}`, own], /carriage return/, line),
  written('a bare CR in it', [`From: ${unit}\r ,x`], /carriage return|control/, line),
  written(
    'a tab before the colon',
    [fromUnit.replace('From:', 'From\t:'), own],
    /without a valid field name/,
    line,
  ),
  written(
    'a blank before the colon',
    [fromUnit.replace('From:', 'From :'), own],
    /without a valid field name/,
    line,
  ),
  written('a folded field name', [`Fr\r\n om: ${unit}`, own], /without a valid field name/, line),
  written('on a line that is no field', ['not a field', fromUnit], /without a valid field name/, line),
  written('an mbox line', [`From ${unit} Tue Nov 24 09:58:00 2026`, own], /without a valid field name/, line),
  written('below the end of the header', ['X: 1\r\n', fromUnit], /no From field/, 'nobody wrote it'),
  written('below a line of blanks', ['X: 1\r\n ', fromUnit], /does not read|but From is/, line),
];

/** From of another domain that people take for ours; the writer's own server vouches for it or nobody. */
const lookAlike = (name: string, address: string, because = /without a sign-in/): Trick => ({
  name: `look-alike: ${name}`,
  why: 'it is no mailbox of a unit, and nobody of ours signed in',
  write: composed(name, [
    ...fromOutside,
    `From: =?utf-8?q?S=E1=BB=9F_N=E1=BB=99i_v=E1=BB=A5?= <${address}>`,
    ...rest,
  ]),
  because,
});

export const fromTricks: readonly Trick[] = [
  ...ofColleague,
  lookAlike('a domain that begins alike', 'snv@kiengiang.gov.vn.evil.example'),
  lookAlike('a domain that ends alike', 'snv@evilkiengiang.gov.vn'),
  lookAlike('a domain below ours', 'snv@mail.kiengiang.gov.vn'),
  lookAlike('the domain above ours', 'snv@gov.vn'),
  lookAlike('a hyphen for a dot', 'snv@kiengiang-gov.vn'),
  lookAlike('rn for m', 'snv@kiengiang.gov.vn.corn'),
  lookAlike('a digit for a letter', 'snv@k1engiang.gov.vn'),
  lookAlike('an IDN in ASCII', 'snv@xn--kingiang-c8a.gov.vn', /mailparser does not read/),
  lookAlike('a Cyrillic letter', 'snv@kieng\u0456ang.gov.vn', /not one plain/),
  lookAlike('a Cyrillic local part', '\u0455nv@kiengiang.gov.vn', /not one plain/),
  lookAlike('full-width letters', 'snv@\uff4biengiang.gov.vn', /not one plain/),
  lookAlike('an ideographic full stop', 'snv@kiengiang\u3002gov.vn', /not one plain/),
  lookAlike('a letter of no width', 'snv@kien\u200bgiang.gov.vn', /not one plain/),
  lookAlike('a Kelvin sign', 'snv@\u212aiengiang.gov.vn', /not one plain/),
  lookAlike('a dot at the end', 'snv@kiengiang.gov.vn.', /not one plain/),
  lookAlike('an extension', 'snv+x@kiengiang.gov.vn'),
];
