import { type Attachment, kindOf } from './attachment.ts';
import { Unreadable } from './unreadable.ts';
import { openZip } from './zip.ts';

/** More files than an office sends at once. */
const maxFiles = 20;
/** All files of a letter's zips, unpacked, in bytes. */
export const maxUnpacked = 60 * 1024 * 1024;
/** How many bytes may still be unpacked of a letter; what was is charged, though its zip stays closed. */
export type Budget = { left: number };

/** What systems put beside the files: lists of a folder, and marks of who has a file open. */
const ofSystems = /^(?:\._|~\$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a zip as attachments of their own, named without their folders; a zip in it stays one. Null where it is no such zip, or is to
 * stay closed: damaged, locked by a password, without anything that may be a form, of too many files, or of more than the budget.
 */
export async function unpackZip(
  zipped: Attachment,
  content: Buffer,
  limits: { attachmentBytes: number; budget: Budget },
): Promise<Attachment[] | null> {
  const kind = await kindOf(zipped, content);
  if (kind.is !== 'document' || kind.what !== 'zip') return null;
  try {
    const files = await filesOf(content, limits);
    return files && (await hasSome(files)) ? files : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

async function filesOf(
  content: Buffer,
  { attachmentBytes, budget }: { attachmentBytes: number; budget: Budget },
): Promise<Attachment[] | null> {
  const zip = await openZip(content);
  const parts = zip.names
    .map((part) => ({ part, name: part.slice(part.lastIndexOf('/') + 1) }))
    .filter(({ name }) => name !== '' && !ofSystems.test(name));
  if (parts.length > maxFiles) return null;
  const files: Attachment[] = [];
  for (const { part, name } of parts) {
    if (budget.left < 0) return null;
    const bytes = Buffer.concat(await Array.fromAsync(zip.part(part) ?? []));
    budget.left -= bytes.length;
    if (budget.left < 0) return null;
    files.push({
      ...{ name, contentType: 'application/octet-stream', inline: false, size: bytes.length },
      content: bytes.length <= attachmentBytes ? bytes : null,
    });
  }
  return files;
}

/** Whether a file may be a form, or is one that the office is told of. */
async function hasSome(files: readonly Attachment[]): Promise<boolean> {
  for (const file of files)
    if (file.content === null || (await kindOf(file, file.content)).is !== 'other') return true;
  return false;
}
