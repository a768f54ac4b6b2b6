import { dateOf, digitsOf } from './mime.ts';

export const intakeAddress = 'ttcntttt@kiengiang.gov.vn';
/** The province's one mail server, as it names itself in the trace. */
export const server = 'mail.kiengiang.gov.vn';

/** How a letter came to the server: who signed in, from where, and for how many recipients. */
export type Way = {
  login: string;
  /** The office's computer; webmail submits from the server itself. */
  computer: { helo: string; ip: string };
  /** Postfix names the recipient only where there is one. */
  recipients: number;
  returnPath?: string;
  sentAt: Date;
  /** Another delivery of the same letter has other numbers. */
  delivery?: number;
};

export const webmailComputer = { helo: server, ip: '127.0.0.1' };

/** The lines that our own server puts above a letter: delivery by LMTP, the hop behind the filter, the submission. */
export function trace({
  login,
  computer,
  recipients,
  returnPath = login,
  sentAt,
  delivery = 1,
}: Way): string {
  const seed = `${login} ${sentAt.toISOString()} ${delivery}`;
  const later = (seconds: number): string => dateOf(new Date(sentAt.getTime() + seconds * 1000));
  const queued = (n: number): string => digitsOf(`${seed} ${n}`, 11).toUpperCase();
  const recipient = recipients === 1 ? `\r\n\tfor <${intakeAddress}>` : '';
  const wait = delivery === 1 ? 4 : 7200;
  return [
    `Return-Path: <${returnPath}>`,
    `Delivered-To: ${intakeAddress}`,
    `Received: from ${server}\r\n\tby ${server} with LMTP\r\n\tid ${digitsOf(`${seed} lmtp`, 22)}\r\n\t(envelope-from <${returnPath}>)\r\n\tfor <${intakeAddress}>; ${later(wait)}`,
    `Received: from ${server} (localhost [127.0.0.1])\r\n\tby ${server} (Postfix) with ESMTP id ${queued(2)}${recipient}; ${later(wait - 1)} (+07)`,
    `Received: from ${computer.helo} (${computer.ip === '127.0.0.1' ? 'localhost' : 'unknown'} [${computer.ip}])\r\n\t(Authenticated sender: ${login})\r\n\tby ${server} (Postfix) with ESMTPSA id ${queued(1)}${recipient}; ${later(2)} (+07)`,
    '',
  ].join('\r\n');
}
