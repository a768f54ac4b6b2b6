import type { AttachmentStream } from 'mailparser';
import type { Bounce } from '../model/bounce.ts';
import { parse } from './parts.ts';

/** To read a letter as a bounce. */
export type BounceTask = { bounce: true };

const mostFound = 20;
/** Bytes of a part that are read: the head of the enclosed letter is what counts. */
const partBytes = 128 * 1024;

/** What is enclosed: the letter that came back, or its header block alone (RFC 3462, 2), also in UTF-8 (RFC 6533). */
const enclosed = /^(?:message\/(?:rfc822|global|rfc822-headers|global-headers)|text\/rfc822-headers)$/;

/**
 * Reads a report on a letter that did not arrive (RFC 3464): the Message-IDs of the letters that it encloses, and what it says
 * of recipients.
 */
export async function readBounce(raw: Buffer): Promise<Bounce> {
  const heads: string[] = [];
  const reports: string[] = [];
  const words = await parse(raw, async (part) => {
    const text = await beginning(part);
    if (enclosed.test(part.contentType.toLowerCase())) heads.push(text.split(/\r?\n\r?\n/, 1)[0] ?? '');
    else if (part.contentType.toLowerCase() === 'message/delivery-status') reports.push(text);
  });
  // The parser puts a delivery report among the words, under those for people.
  reports.push((words.text ?? '').slice(0, partBytes));
  return { messageIds: heads.flatMap(messageIdOf).slice(0, mostFound), recipients: recipientsIn(reports) };
}

async function beginning(part: AttachmentStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // To its end, or the parser waits.
  for await (const chunk of part.content as AsyncIterable<Buffer>) {
    if (size < partBytes) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks).toString('latin1', 0, partBytes);
}

const messageIdOf = (head: string): string[] => {
  const [, id] = /^message-id:\s*(<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>)/im.exec(head) ?? [];
  return id === undefined ? [] : [id];
};

const field = (block: string, name: string): string | null => {
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(block)?.[1];
  return found === undefined ? null : found.replace(/[^\x21-\x7e\xa1-\xff]+/g, ' ').trim();
};

/** `rfc822; snv@kiengiang.gov.vn`, and with less care `<snv@kiengiang.gov.vn>`. */
const addressIn = (value: string | null): string | null =>
  /([^\s;<>"]{1,64}@[^\s;<>"]{1,253})/.exec(value ?? '')?.[1]?.toLowerCase() ?? null;

/** The groups of fields about a recipient each (RFC 3464, 2.3). */
const actionOf = (said: string | null): Bounce['recipients'][number]['action'] => {
  const word = /^[a-z]+/.exec(said?.toLowerCase() ?? '')?.[0];
  return word === 'failed' || word === 'delayed' ? word : 'other';
};

function recipientsIn(reports: readonly string[]): Bounce['recipients'] {
  const blocks = reports.flatMap((report) => report.split(/\r?\n[ \t]*\r?\n/));
  const found = blocks.flatMap((block) => {
    const address =
      addressIn(field(block, 'final-recipient')) ?? addressIn(field(block, 'original-recipient'));
    if (address === null) return [];
    const action = actionOf(field(block, 'action'));
    const why = [field(block, 'status'), field(block, 'diagnostic-code')].filter(Boolean).join(' ');
    return [{ address, action, why: why.slice(0, 400) }];
  });
  return found.slice(0, mostFound);
}
