/**
 * Counts how many of the tables of make-tables.py are read exactly, not read, and read otherwise than they are:
 * node test/score/tables.ts FOLDER [-v]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../../src/form/pdf.ts';
import type { FormRow } from '../../src/model/form.ts';

const kinds = ['number', 'fullName', 'position', 'unit', 'phone', 'wish', 'note'] as const;
type Row = Partial<Record<(typeof kinds)[number], string>>;
type Table = {
  file: string;
  program: string;
  lines: boolean;
  columns: readonly string[];
  rows: readonly Row[];
};

const [folder = '.', verbose] = process.argv.slice(2);
const tables = JSON.parse(readFileSync(join(folder, 'tables.json'), 'utf8')) as Table[];
const counts = new Map<string, Record<'exact' | 'refused' | 'short' | 'wrong', number>>();
/** Narrow columns break words. */
const plain = (text: string): string => text.replace(/\s+/g, '');

for (const table of tables) {
  const told = await tellOf(table);
  const key = `${table.program.padEnd(9)} ${table.lines ? 'lines   ' : 'no lines'} ${table.columns.includes('number') ? 'STT   ' : 'no STT'}`;
  const count = counts.get(key) ?? { exact: 0, refused: 0, short: 0, wrong: 0 };
  count[told.is] += 1;
  counts.set(key, count);
  if (told.is === 'wrong' || told.is === 'short' || verbose) console.log(told.is, table.file, told.why);
}
for (const [key, count] of [...counts].toSorted()) console.log(key, JSON.stringify(count));

/** `short`: cells are blank that are not, and nothing stands where it does not belong. */
async function tellOf(table: Table): Promise<{ is: 'exact' | 'refused' | 'short' | 'wrong'; why: string }> {
  try {
    const read = await readPdf(readFileSync(join(folder, table.file)), table.file);
    if ('scanned' in read || read.secret) return { is: 'refused', why: 'no words' };
    const rows = read.forms.flatMap((form) => form.rows);
    if (rows.length === 0) return { is: 'refused', why: 'no rows' };
    if (rows.length !== table.rows.length)
      return { is: 'wrong', why: `${rows.length} of ${table.rows.length} rows` };
    const differing = rows.flatMap((row, at) => differences(table.rows[at] ?? {}, row));
    const wrong = differing.find(({ read: text }) => text !== '');
    if (wrong) return { is: 'wrong', why: JSON.stringify(wrong) };
    return differing.length > 0
      ? { is: 'short', why: JSON.stringify(differing[0]) }
      : { is: 'exact', why: '' };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Unreadable') throw error;
    return { is: 'refused', why: error.message };
  }
}

function differences(row: Row, read: FormRow): { kind: string; written: string; read: string }[] {
  return kinds.flatMap((kind) => {
    const written = plain(row[kind] ?? '');
    const text = kind === 'number' ? String(read.number) : plain(read[kind]?.text ?? '');
    if (kind === 'number' && row.number === undefined) return [];
    return written === text ? [] : [{ kind, written, read: text }];
  });
}
