import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TemporaryFailure } from './failure.ts';
import type { Letter, Sender } from './send.ts';

/**
 * Writes each letter as a file that any mail program opens, `2027-02-05-result-PYC-2027-000123-9f86d081884c.eml`. The
 * name follows from the letter alone, so that a repeat writes the same file again.
 */
export function openFileOutbox(folder: string): Sender {
  return {
    send: async (letter) => {
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(folder, fileName(letter), letter.eml);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new TemporaryFailure(
          `Không ghi được thư vào thư mục ${folder}: ${why}`,
          noneSent(letter),
          error,
        );
      }
    },
    close: async () => {},
  };
}

const noneSent = (letter: Letter) => ({ accepted: [], rejected: letter.to });

/** Kind and number stand at the head of our Message-IDs. The token after them may be a key and stays out of the name. */
function fileName({ messageId, eml }: Letter): string {
  const [kind = '', number = ''] = messageId.replace(/^</, '').split('@')[0]?.split('.') ?? [];
  const mark = createHash('sha256').update(messageId).digest('hex').slice(0, 12);
  const words = [day(eml), kind, number === 'r' ? '' : number]
    .map((word) => word.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40))
    .filter(Boolean);
  return `${[...words, mark].join('-')}.eml`;
}

/** The letter's own day by Vietnam's clock, `YYYY-MM-DD`; empty where it has no Date. */
function day(eml: Buffer): string {
  const written = /^Date: (.+)$/im.exec(eml.toString('latin1').split('\r\n\r\n')[0] ?? '')?.[1] ?? '';
  const date = new Date(written);
  return Number.isNaN(date.getTime())
    ? ''
    : new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(date);
}

/** The whole file or none of it, also after a power cut. */
async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  const draft = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await synced(draft, 'wx', (file) => file.writeFile(content));
    await rename(draft, join(folder, name));
    await synced(folder, 'r', async () => {});
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function synced(
  path: string,
  flags: string,
  write: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
