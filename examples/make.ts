import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exampleLetters, letterToTry } from './make/letters.ts';
import { exampleMailboxes } from './make/people.ts';
import { exampleUnits } from './make/units.ts';

/* Makes the example registry and letters anew: `node examples/make.ts`. The same bytes each time. */

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function csv<Column extends string>(
  columns: readonly Column[],
  records: readonly Readonly<Record<Column, string>>[],
): Buffer {
  const lines = [columns, ...records.map((record) => columns.map((column) => record[column]))];
  return Buffer.from(
    lines
      .map((line) => `${line.map(cell).join(',')}\n`)
      .join('')
      .normalize('NFC'),
  );
}

/** Every example file by its path below `examples/`. */
export async function makeExamples(): Promise<Map<string, Buffer>> {
  const units = exampleUnits().map((unit) => ({ ...unit, aliases: unit.aliases.join(';') }));
  const below = (folder: string, files: Map<string, Buffer>) =>
    [...files].map(([name, content]): [string, Buffer] => [`${folder}/${name}`, content]);
  return new Map([
    ['registry/units.csv', csv(['abbreviation', 'name', 'parent', 'kind', 'mailbox', 'aliases'], units)],
    [
      'registry/mailboxes.csv',
      csv(
        ['address', 'fullName', 'unit', 'position', 'phone', 'status', 'createdAt', 'lastAccessAt'],
        exampleMailboxes(),
      ),
    ],
    ...below('letters', await exampleLetters()),
    ['thu-them.eml', await letterToTry()],
  ]);
}

if (import.meta.main) {
  const files = await makeExamples();
  // A letter that is made no more must not stay behind.
  await rm(join(import.meta.dirname, 'letters'), { recursive: true, force: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(import.meta.dirname, path)), { recursive: true });
    await writeFile(join(import.meta.dirname, path), content);
  }
}
