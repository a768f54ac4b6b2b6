import {
  delivery,
  filtered,
  fromUnit,
  hop,
  idOf,
  intake,
  mime,
  parts,
  rest,
  signedIn,
  unit,
} from './letter.ts';

const byWebmail = hop({
  helo: 'webmail.kiengiang.gov.vn',
  about: `(localhost [127.0.0.1])\r\n\t(Authenticated sender: ${unit})`,
  with: 'ESMTPA',
});
const outlook = [
  'From: "SO NOI VU" <SNV@kiengiang.gov.vn>',
  `To: "'Trung tam CNTT'" <${intake}>`,
  'Subject: =?utf-8?B?UGhp4bq/dSB5w6p1IGPhuqd1?=',
  'Date: Tue, 24 Nov 2026 09:58:00 +0700',
  'X-Mailer: Microsoft Outlook 16.0',
  'Thread-Index: AdxdKq4Bq3o5p0nYQ8CwE2b3xv1F0g==',
  'Content-Language: en-us',
];
const thunderbird = [
  'Content-Language: vi',
  'User-Agent: Mozilla Thunderbird',
  `To: ${intake}`,
  'From: =?UTF-8?B?U+G7nyBO4buZaSB24bul?= <snv@kiengiang.gov.vn>',
  'Subject: =?UTF-8?Q?Phi=E1=BA=BFu_y=C3=AAu_c=E1=BA=A7u?=',
  'Date: Tue, 24 Nov 2026 09:58:00 +0700',
  'X-Mozilla-Draft-Info: internal/draft; vcard=0; receipt=0; DSN=0; uuencode=0',
];
const roundcube = [
  'Date: Tue, 24 Nov 2026 09:58:00 +0700',
  `From: ${unit}`,
  `To: Trung tam <${intake}>`,
  'Subject: Phieu yeu cau',
  'User-Agent: Roundcube Webmail/1.6.9',
  `X-Sender: ${unit}`,
];

/** What the programs of offices write above a letter. */
export const programs = { outlook, thunderbird, roundcube };

/** Letters that the unit itself sent, as its programs write them and our servers take them in. */
export const genuine: readonly { name: string; write: (form: Buffer) => string }[] = (
  [
    ['Outlook, through a content filter', [delivery(), filtered(), signedIn(unit)], outlook],
    [
      'Outlook, with a copy to a colleague',
      [delivery(null), filtered(null), signedIn(unit, null)],
      [...outlook, 'Cc: "So Tai chinh" <stc@kiengiang.gov.vn>'],
    ],
    [
      'Thunderbird, through a content filter',
      [delivery(), filtered(), signedIn('SNV@KienGiang.gov.vn')],
      thunderbird,
    ],
    ['Thunderbird, at once', [delivery(), signedIn(unit)], thunderbird],
    ['webmail on the server', [delivery(), filtered(), byWebmail], roundcube],
    [
      'a program of another machine of ours',
      [delivery(), hop({ about: '(mx2 [10.1.1.7])' }), signedIn(unit).replace('by mail', 'by mx2')],
      [fromUnit, ...rest],
    ],
    [
      'a filter that speaks LMTP',
      [
        delivery(),
        hop({ about: '([127.0.0.1])' }),
        hop({ about: '([127.0.0.1])', with: 'LMTP' }),
        signedIn(unit),
      ],
      [fromUnit, ...rest],
    ],
  ] satisfies [string, string[], string[]][]
).map(([name, trace, own]) => ({
  name,
  write: (form) => `${[...trace, ...own, idOf(name), ...mime()].join('\r\n')}\r\n\r\n${parts(form)}`,
}));
