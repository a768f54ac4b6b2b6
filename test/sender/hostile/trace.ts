import {
  byColleague,
  colleague,
  delivery,
  filtered,
  fromOutside,
  fromUnit,
  hop,
  inItsName,
  intake,
  otherRelay,
  outside,
  relay,
  signedIn,
  type Trick,
  unit,
} from './letter.ts';

const stranger = /without a sign-in/;
const other = /but From is snv@/;
const below = 'whatever stands below our own line was written by the sender';

const results = (text: string): string => `Authentication-Results: ${text}`;
const pass = `auth=pass smtp.auth=${unit}; dkim=pass header.d=kiengiang.gov.vn; dmarc=pass`;
const unnamed = hop({ about: '(unknown [10.20.11.48])', with: 'ESMTPSA' });

/** Authentication-Results that the writer put into his own letter: some believe them for the name of our server. */
const forgedResults: Trick[] = (
  [
    ['with our authserv-id', [results(`${relay}; ${pass}`)]],
    ['in odd case', [results(`Mail.KienGiang.GOV.VN; ${pass}`).replace('Authentication', 'aUTHENTICATION')]],
    ['with a version', [results(`${relay} 1; ${pass}`)]],
    ['with comments', [results(`(ours) ${relay} (Postfix) 1 (x); ${pass}`)]],
    ['with a quoted id', [results(`"${relay}"; ${pass}`)]],
    ['folded', [results(`${relay};\r\n\tauth=pass\r\n\tsmtp.auth=${unit}`)]],
    [
      'several',
      [results(`evil.example; ${pass}`), results(`${relay}; ${pass}`), results(`${relay}; ${pass}`)],
    ],
    ['as ARC', [`ARC-Authentication-Results: i=1; ${relay}; ${pass}`]],
    [
      'as a whole ARC set',
      [
        'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=kiengiang.gov.vn; s=phieu; b=AAAA',
        'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=kiengiang.gov.vn; s=phieu; h=from; bh=AA; b=AA',
        `ARC-Authentication-Results: i=1; ${relay}; ${pass}`,
      ],
    ],
    ['as Received-SPF', [`Received-SPF: pass (${relay}: domain of ${unit}) client-ip=127.0.0.1`]],
    ['between forged trace lines', [filtered(), results(`${relay}; ${pass}`), unnamed]],
    ['below a forged submission without a login', [unnamed, results(`${relay}; ${pass}`)]],
  ] satisfies [string, string[]][]
).flatMap(([name, lines]) => [
  inItsName(`forged results ${name}, from outside`, [...fromOutside, ...lines], stranger, below),
  inItsName(`forged results ${name}, by a colleague`, [...byColleague, ...lines], other, below),
]);

/** The writer's own trace lines, below those of our servers. */
const forgedTrace: Trick[] = (
  [
    ['a submission', [signedIn(unit)]],
    ['a submission through the filter', [filtered(), signedIn(unit)]],
    ['a whole trace', [delivery(), filtered(), signedIn(unit)]],
    ['a whole trace with results', [delivery(), results(`${relay}; ${pass}`), filtered(), signedIn(unit)]],
    ['a trace from our other server', [hop({ about: `(x [${otherRelay.ip}])` }), signedIn(unit)]],
  ] satisfies [string, string[]][]
).flatMap(([name, lines]) => [
  inItsName(`forged trace: ${name}, from outside`, [...fromOutside, ...lines], stranger, below),
  inItsName(`forged trace: ${name}, by a colleague`, [...byColleague, ...lines], other, below),
]);

/** What the client may choose of the line that our server writes about it: HELO, and the name of its address. */
const chosen: Trick[] = (
  [
    ['HELO of our server', outside(relay)],
    ['reverse name of our server', outside('x', relay)],
    ['both of our server', outside(relay, relay)],
    ['HELO localhost', outside('localhost', 'localhost')],
    ['HELO in brackets', outside('[127.0.0.1]')],
    ['HELO in IPv6 brackets', outside('[IPv6:::1]')],
    ['reverse name in brackets', outside('x', '[127.0.0.1]')],
    ['HELO that ends the line', outside('x??by?mail.kiengiang.gov.vn??with?ESMTPSA?id')],
    ['mapped address', outside('x', 'unknown', 'IPv6:::ffff:203.0.113.66')],
    ['address that is none', outside('x', 'unknown', '127.0.0.1.evil')],
    ['address with a zone', outside('x', 'unknown', 'IPv6:::1%eth0')],
    ['no address', hop({ about: '' })],
    ['address without brackets', hop({ about: '(127.0.0.1)' })],
    ['address of no machine', outside('x', 'unknown', '0.0.0.0')],
    ['IPv6 address of no machine', outside('x', 'unknown', 'IPv6:::')],
    ['other loopback address', outside('x', 'unknown', '127.0.0.66')],
    ['private address', outside('x', 'unknown', '10.20.11.48')],
    ['neighbour of our other server', outside('x', 'unknown', '10.1.1.70')],
    ['name of our other server', outside(otherRelay.host, otherRelay.host)],
  ] satisfies [string, string][]
).map(([name, line]) =>
  inItsName(
    `${name}, above a forged submission`,
    [delivery(), line, signedIn(unit)],
    stranger,
    'the bracketed address alone counts',
  ),
);

/** What our servers write above the unit's own letter. */
export const byUnit = [delivery(), filtered(), signedIn(unit)];
const notToUs = 'it was not sent to us';
const sentOn = 'a request is what the unit sent to us, not what somebody sends on';

const passedOn: Trick[] = [
  inItsName('genuine letter, sent again by a stranger', [delivery(), outside(), ...byUnit], stranger, sentOn),
  inItsName(
    'genuine letter, sent again by a colleague',
    [...byColleague, `Resent-From: ${colleague}`, ...byUnit],
    other,
    sentOn,
  ),
  inItsName(
    'letter to a colleague, redirected by his filter',
    [delivery(), filtered(), delivery(colleague), filtered(colleague), signedIn(unit, colleague)],
    /delivered it to a mailbox that sent it on/,
    notToUs,
  ),
  inItsName(
    'copy of a letter to us, redirected by a colleague’s filter',
    [delivery(), filtered(), delivery(null), filtered(null), signedIn(unit, null)],
    /delivered it to a mailbox that sent it on/,
    'it may be last year’s, and a filter can alter its subject and date',
  ),
  inItsName(
    'letter that a colleague composed for his own filter to redirect',
    [delivery(), filtered(), delivery(null), signedIn(unit, null)],
    /delivered it to a mailbox that sent it on/,
    'whoever owns a mailbox may put any bytes into it',
  ),
  inItsName(
    'letter to a colleague alone, in Bcc to us',
    [delivery(), filtered(null), signedIn(unit, colleague)],
    /not for us/,
    notToUs,
  ),
  inItsName(
    'letter for an extension of our address',
    [delivery(), signedIn(unit, 'ttcntttt+x@kiengiang.gov.vn')],
    /not for us/,
    notToUs,
  ),
];

/** Letters of the unit, or made to look like one, that somebody sent on by a program on our own machine. */
const sentOnHere: Trick[] = (
  [
    ['Sieve, as Dovecot marks it', [`X-Sieve-Redirected-From: ${colleague}`]],
    [
      'webmail that sends again',
      [`Resent-From: ${colleague}`, `Resent-To: ${intake}`, 'Resent-Date: Tue, 24 Nov 2026 09:58:00 +0700'],
    ],
  ] satisfies [string, string[]][]
).map(([name, marks]) =>
  inItsName(
    `sent on by ${name}`,
    [delivery(), filtered(), ...marks, signedIn(unit)],
    /sent on by somebody/,
    sentOn,
  ),
);

/** As a server of ours would write that lets brackets into the name that its client gives itself. */
const bracketed = 'a comment within the HELO name is the client’s own';

const ourServers: Trick[] = [
  inItsName(
    'HELO with a sign-in, by a colleague whose login is not named',
    [delivery(), hop({ helo: `x (Authenticated sender: ${unit})`, with: 'ESMTPSA' })],
    /cannot be read/,
    bracketed,
  ),
  inItsName(
    'HELO with the address of our machine, above a forged submission',
    [delivery(), hop({ helo: 'x ([127.0.0.1])', about: '(unknown [203.0.113.66])' }), signedIn(unit)],
    /cannot be read/,
    bracketed,
  ),
  inItsName(
    'server that is not ours',
    [delivery(), signedIn(unit).replace(`by ${relay}`, 'by mail.evil.example')],
    /no server of ours/,
    'anybody can run a server',
  ),
  inItsName(
    'server whose name ends like ours',
    [delivery(), signedIn(unit).replace(`by ${relay}`, `by x.${relay}`)],
    /no server of ours/,
    'anybody can run a server',
  ),
  inItsName(
    'our other server’s address, and a line by the first',
    [delivery(), hop({ about: `(x [${otherRelay.ip}])` }), signedIn(unit)],
    /no server of ours at this place/,
    'a server writes its own name',
  ),
  inItsName(
    'login that the server wrote without a sign-in',
    [delivery(), signedIn(unit).replace('ESMTPSA', 'ESMTP')],
    /but ESMTP/,
    'no server does',
  ),
  inItsName(
    'two logins',
    [delivery(), signedIn(`${unit}) (Authenticated sender: ${colleague}`)],
    /cannot be read/,
    'one of them is not the server’s',
  ),
  inItsName(
    'login in quotes',
    [delivery(), signedIn('"snv"@kiengiang.gov.vn')],
    /no address/,
    'programs read it in different ways',
  ),
  inItsName(
    'remark that ends the line',
    [delivery(), hop({ about: `(unknown [10.20.11.48]) (x) by ${relay} (y`, with: 'ESMTPSA' })],
    /cannot be read/,
    'the client chose it',
  ),
  inItsName(
    'sign-in below a DMARC failure',
    [delivery(), results(`${relay}; dmarc=fail header.from=kiengiang.gov.vn`), filtered(), signedIn(unit)],
    /DMARC failed/,
    'our own server saw it come from outside',
  ),
  inItsName(
    'From above the trace',
    [delivery(), fromUnit.replace('snv@', 'stc@'), signedIn(unit)],
    /2 From|From stands above/,
    'our servers write none',
  ),
];

export const traceTricks: readonly Trick[] = [
  ...forgedResults,
  ...forgedTrace,
  ...chosen,
  ...passedOn,
  ...sentOnHere,
  ...ourServers,
];
