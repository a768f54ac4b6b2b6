export const intake = 'ttcntttt@kiengiang.gov.vn';
/** A unit, whom everybody here wants to be; and its colleague, who has a sign-in of his own on the same server. */
export const unit = 'snv@kiengiang.gov.vn';
export const colleague = 'lqbao.snv@kiengiang.gov.vn';

export const relay = 'mail.kiengiang.gov.vn';
export const otherRelay = { host: 'mx2.kiengiang.gov.vn', ip: '10.1.1.7' };

/** A way to be taken for somebody else, and what stands against it. */
export type Trick = {
  name: string;
  /** Why it proves nothing, in words. */
  why: string;
  /** The letter, with the form in it. */
  write: (form: Buffer) => string;
  /** Whom it proves after all; nobody without it. */
  proves?: string;
  /** What staff read about it. */
  because: RegExp;
};

type Hop = { helo?: string; about?: string; by?: string; with?: string; to?: string | null };

/** A line of the trace as Postfix writes it. */
export const hop = ({
  helo = 'may-tinh.example',
  about = '(unknown [127.0.0.1])',
  by = `${relay} (Postfix)`,
  with: protocol = 'ESMTP',
  to = intake,
}: Hop = {}): string =>
  `${[
    `Received: from ${helo}${about === '' ? '' : ` ${about}`}`,
    `by ${by} with ${protocol} id 5FE8A20C082`,
    ...(to === null ? [] : [`for <${to}>`]),
  ].join('\r\n\t')}; Tue, 24 Nov 2026 09:58:18 +0700 (+07)`;

/** As Dovecot writes it. */
export const delivery = (to: string | null = intake): string =>
  hop({ helo: relay, about: '', by: relay, with: 'LMTP', to });
/** Back from the content filter, or from whoever else speaks on the machine itself. */
export const filtered = (to: string | null = intake): string => hop({ helo: 'localhost', to });
export const signedIn = (login: string, to: string | null = intake): string =>
  hop({ about: `(unknown [10.20.11.48])\r\n\t(Authenticated sender: ${login})`, with: 'ESMTPSA', to });
export const outside = (helo = 'may-tinh.example', name = 'unknown', ip = '203.0.113.66'): string =>
  hop({ helo, about: `(${name} [${ip}])` });

/** What our servers write above a letter of the colleague, and above one from the world. */
export const byColleague = [delivery(), filtered(), signedIn(colleague)];
export const fromOutside = [delivery(), outside()];

export const fromUnit = `From: =?utf-8?q?S=E1=BB=9F_N=E1=BB=99i_v=E1=BB=A5?= <${unit}>`;
export const rest = [
  `To: ${intake}`,
  'Subject: Phieu yeu cau ve hop thu',
  'Date: Tue, 24 Nov 2026 09:58:00 +0700',
];

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');

/** The parts of a letter that carries the form. */
export const parts = (form: Buffer, boundary = 'b'): string =>
  [
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Xin gui phieu yeu cau kem theo.',
    `--${boundary}`,
    'Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name=phieu.xlsx',
    'Content-Transfer-Encoding: base64',
    '',
    base64(form),
    `--${boundary}--`,
    '',
  ].join('\r\n');

export const mime = (boundary = 'b'): string[] => [
  'MIME-Version: 1.0',
  `Content-Type: multipart/mixed; boundary=${boundary}`,
];

/** A Message-ID of the trick's own. */
export const idOf = (name: string): string =>
  `Message-ID: <${Buffer.from(name).toString('hex').slice(0, 120)}@may-tinh.example>`;

/** Header lines from the top, and what stands below them: fields of MIME and the form. */
export const composed =
  (
    name: string,
    head: readonly string[],
    below = (form: Buffer): string => `${mime().join('\r\n')}\r\n\r\n${parts(form)}`,
  ): Trick['write'] =>
  (form) =>
    `${[...head, idOf(name)].join('\r\n')}\r\n${below(form)}`;

/** A letter that names the unit in From, below the trace and whatever else is given. */
export const inItsName = (
  name: string,
  head: readonly string[],
  because: RegExp,
  why: string,
  below?: (form: Buffer) => string,
): Trick => ({ name, why, because, write: composed(name, [...head, fromUnit, ...rest], below) });
