import { simpleParser } from 'mailparser';
import addressparser from 'nodemailer/lib/addressparser';

type Entry = { address?: string | undefined };

const readsAs = (entries: readonly Entry[], address: string): boolean =>
  entries.length === 1 && entries[0]?.address?.toLowerCase() === address;

const mailparserReads = async (headerBlock: Buffer, address: string): Promise<boolean> => {
  try {
    const { from } = await simpleParser(headerBlock);
    return from !== undefined && readsAs(from.value, address);
  } catch {
    // It refuses blocks that are too large for it; what it cannot read it does not confirm.
    return false;
  }
};

/**
 * Whether the libraries that read this letter elsewhere find the same one address in From: the name of the first that
 * does not, or null. `headerBlock` is the raw block with its blank line, `value` the unfolded From, `address` our reading.
 */
export const disagreeingReader = async (
  headerBlock: Buffer,
  value: string,
  address: string,
): Promise<'nodemailer' | 'mailparser' | null> => {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  if (!readsAs(addressparser(text), address)) return 'nodemailer';
  return (await mailparserReads(headerBlock, address)) ? null : 'mailparser';
};
