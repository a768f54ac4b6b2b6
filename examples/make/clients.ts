import { base64Lines, dateOf, digitsOf, encodedWords, parameter, withCrlf } from './mime.ts';

export type Attachment = { name: string; type: string; content: Buffer };

/** A letter as its writer made it. */
export type Letter = {
  from: { name: string; address: string };
  to: readonly string[];
  cc?: readonly string[];
  subject: string;
  sentAt: Date;
  text: string;
  attachments: readonly Attachment[];
  /** Further header lines. */
  extra?: readonly string[];
};

/** The mail programs that the offices use (Điều 2 khoản 3), each with its own habits. */
export type Client = (letter: Letter) => string;

type Part = { headers: readonly string[]; body: string };

const render = ({ headers, body }: Part): string => `${headers.join('\r\n')}\r\n\r\n${body}`;

function multipart(type: string, boundary: string, parts: readonly Part[], parameters = ''): Part {
  const inner = parts.map((part) => `--${boundary}\r\n${render(part)}\r\n`).join('');
  return {
    headers: [`Content-Type: multipart/${type};${parameters}\r\n boundary="${boundary}"`],
    body: `${inner}--${boundary}--\r\n`,
  };
}

const seedOf = ({ from, sentAt, subject }: Letter): string =>
  `${from.address} ${sentAt.toISOString()} ${subject}`;

const copies = ({ cc = [] }: Letter): string[] => (cc.length > 0 ? [`Cc: ${cc.join(', ')}`] : []);

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Outlook: text and HTML in base64, file names as encoded words. */
export const outlook: Client = (letter) => {
  const seed = digitsOf(seedOf(letter), 32).toUpperCase();
  const boundary = (n: number) => `----=_NextPart_000_000${n}_${seed.slice(0, 8)}.${seed.slice(8, 16)}`;
  const word = (text: string) => encodedWords(text, 'utf-8', 'B');
  const paragraphs = letter.text.split('\n').map((line) => `<p class=MsoNormal>${escapeHtml(line)}</p>`);
  const html = `<html><body lang=VI>\n${paragraphs.join('\n')}\n</body></html>\n`;
  const inBase64 = (type: string, content: string): Part => ({
    headers: [`Content-Type: ${type};\r\n\tcharset="utf-8"`, 'Content-Transfer-Encoding: base64'],
    body: base64Lines(withCrlf(content)),
  });
  const words = multipart('alternative', boundary(1), [
    inBase64('text/plain', letter.text),
    inBase64('text/html', html),
  ]);
  const files = letter.attachments.map(({ name, type, content }) => ({
    headers: [
      `Content-Type: ${type};\r\n\tname="${word(name)}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment;\r\n\tfilename="${word(name)}"`,
    ],
    body: base64Lines(content),
  }));
  const whole = files.length > 0 ? multipart('mixed', boundary(0), [words, ...files]) : words;
  return render({
    headers: [
      `From: ${word(letter.from.name)} <${letter.from.address}>`,
      `To: ${letter.to.map((address) => `<${address}>`).join(', ')}`,
      ...copies(letter),
      `Subject: ${word(letter.subject)}`,
      `Date: ${dateOf(letter.sentAt)}`,
      `Message-ID: <0004${seed.slice(0, 12).toLowerCase()}$${seed.slice(12, 20).toLowerCase()}$@kiengiang.gov.vn>`,
      'MIME-Version: 1.0',
      'X-Mailer: Microsoft Outlook 16.0',
      'Content-Language: vi',
      ...(letter.extra ?? []),
      ...whole.headers,
    ],
    body: `This is a multipart message in MIME format.\r\n\r\n${whole.body}`,
  });
};

const plainText = (text: string, parameters = ''): Part => ({
  headers: [`Content-Type: text/plain; charset=UTF-8${parameters}`, 'Content-Transfer-Encoding: 8bit'],
  body: withCrlf(text),
});

/** A file whose name stands in both ways, as new programs write it for old ones. */
const attached = ({ name, type, content }: Attachment): Part => ({
  headers: [
    `Content-Type: ${type};\r\n name="${encodedWords(name, 'UTF-8', 'B')}"`,
    `Content-Disposition: attachment;\r\n${parameter('filename', name)}`,
    'Content-Transfer-Encoding: base64',
  ],
  body: base64Lines(content),
});

const mixed = (boundary: string, words: Part, { attachments }: Letter): Part =>
  attachments.length > 0 ? multipart('mixed', boundary, [words, ...attachments.map(attached)]) : words;

/** Thunderbird: plain text, file names in pieces. */
export const thunderbird: Client = (letter) => {
  const seed = digitsOf(seedOf(letter), 32);
  const id = seed.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const whole = mixed(`------------${seed.slice(0, 24)}`, plainText(letter.text, '; format=flowed'), letter);
  const word = (text: string) => encodedWords(text, 'UTF-8', 'B');
  return render({
    headers: [
      ...whole.headers,
      `Message-ID: <${id}@kiengiang.gov.vn>`,
      `Date: ${dateOf(letter.sentAt)}`,
      'MIME-Version: 1.0',
      'User-Agent: Mozilla Thunderbird',
      'Content-Language: vi',
      `To: ${letter.to.join(', ')}`,
      ...copies(letter),
      `From: ${word(letter.from.name)} <${letter.from.address}>`,
      `Subject: ${word(letter.subject)}`,
      ...(letter.extra ?? []),
    ],
    body: whole.body,
  });
};

/** The province's webmail. */
export const webmail: Client = (letter) => {
  const seed = digitsOf(seedOf(letter), 32);
  const whole = mixed(`=_${seed}`, plainText(letter.text, '; format=flowed'), letter);
  const word = (text: string) => encodedWords(text, 'UTF-8', 'Q');
  return render({
    headers: [
      'MIME-Version: 1.0',
      `Date: ${dateOf(letter.sentAt)}`,
      `From: ${word(letter.from.name)} <${letter.from.address}>`,
      `To: ${letter.to.join(', ')}`,
      ...copies(letter),
      `Subject: ${word(letter.subject)}`,
      'User-Agent: Roundcube Webmail/1.6.9',
      `Message-ID: <${seed}@kiengiang.gov.vn>`,
      `X-Sender: ${letter.from.address}`,
      ...(letter.extra ?? []),
      ...whole.headers,
    ],
    body: whole.body,
  });
};
