import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Notice } from '../model/notice.ts';
import type { House } from '../model/request.ts';

/** A Message-ID of printable ASCII (RFC 5322, 3.6.4) that fits on a line. */
const messageIdForm = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/;

/** References grow without end in long threads: the first letter and the latest ones are kept. */
const referencesKept = 20;

/**
 * A notice as RFC 5322 bytes with CRLF lines: the same notice, sender and date always give the same bytes, so that a
 * repeat after a crash is the same letter. `Auto-Submitted` (RFC 3834) keeps other people's robots from answering it.
 */
export function render(notice: Notice, from: { address: string; name: string }, date: Date): Promise<Buffer> {
  if (!messageIdForm.test(notice.messageId)) throw new Error('a notice without a proper Message-ID');
  const bare = (address: string) => ({ name: '', address });
  const references = notice.references.filter((id) => messageIdForm.test(id));
  const composer = new MailComposer({
    from,
    to: notice.to.map(bare),
    cc: notice.cc.map(bare),
    subject: oneLine(notice.subject),
    messageId: notice.messageId,
    date,
    inReplyTo: notice.inReplyTo && messageIdForm.test(notice.inReplyTo) ? notice.inReplyTo : undefined,
    references:
      references.length <= referencesKept
        ? references
        : [...references.slice(0, 1), ...references.slice(1 - referencesKept)],
    text: withCrlf(notice.text),
    html: withCrlf(notice.html),
    attachments: notice.attachments.map((attachment) => ({
      ...attachment,
      contentTransferEncoding: 'base64',
    })),
    headers: {
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': 'vi',
    },
    baseBoundary: createHash('sha256').update(notice.messageId).digest('hex').slice(0, 32),
    // Vietnamese takes half the room that quoted-printable would need.
    textEncoding: 'B',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The name in From of our letters. */
const ourName = 'Trung tâm Công nghệ thông tin và Truyền thông';

/** Notices of the house as the bytes that leave it. */
export function renderAll(
  notices: readonly Notice[],
  { intakeAddress }: Pick<House, 'intakeAddress'>,
  now: Date,
): Promise<{ notice: Notice; eml: Buffer }[]> {
  const from = { name: ourName, address: intakeAddress };
  return Promise.all(notices.map(async (notice) => ({ notice, eml: await render(notice, from, now) })));
}

/** Text in base64 is encoded with its line ends as they travel (RFC 2045, 6.8). */
const withCrlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

/** A line break in a subject would begin a header of its author's. */
function oneLine(subject: string): string {
  return subject.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
