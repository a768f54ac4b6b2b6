import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/db.ts';
import { type ListedUnit, listUnits } from '../directory/list.ts';
import { blankForm } from '../form/blank.ts';
import { fold } from '../text/fold.ts';
import { UsageError } from '../usage.ts';
import { readArguments } from './arguments.ts';

/** How each kind of blank form is made, by the file's ending; the PDF's libraries are loaded only for a PDF. */
const makers: Record<string, (unitName: string) => Promise<Buffer>> = {
  '.xlsx': (unitName) => blankForm({ unitName }),
  '.pdf': async (unitName) => (await import('../form/blank-pdf.ts')).blankPdf(unitName),
};

/** `phieu form --unit ABBREVIATION --out FILE`: the blank form of the regulation with the unit's name filled in. */
export const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArguments('form', args, {
    unit: { type: 'string' },
    out: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError(`Không hiểu "${positionals[0]}"`, 'form');
  if (!values.unit || !values.out) throw new UsageError('Cần ghi cả --unit và --out', 'form');
  const make = makers[extname(values.out).toLowerCase()];
  if (!make) throw new UsageError(`${values.out}: tên tệp phải kết thúc bằng .xlsx hoặc .pdf`, 'form');
  const unit = await findUnit(values.unit);
  await write(values.out, await make(unit.name));
  process.stderr.write(`Đã ghi mẫu phiếu của ${unit.name} vào ${values.out}.\n`);
  return 0;
};

const findUnit = async (asked: string): Promise<ListedUnit> => {
  const database = await openDatabase(readConfig(process.env));
  try {
    const units = await Array.fromAsync(listUnits(database.db));
    const unit = units.find(({ abbreviation }) => abbreviation === asked.trim().toLowerCase());
    if (unit) return unit;
    const near = nearest(asked, units).map(({ abbreviation, name }) => `${abbreviation} (${name})`);
    const rest = near.length > 0 ? `. Có phải: ${near.join(', ')}` : '. Xem danh sách: phieu units list';
    throw new UsageError(`Không có đơn vị nào viết tắt là "${asked}"${rest}`, 'form');
  } finally {
    await database.close();
  }
};

const fewest = 5;

/** Units whose abbreviation is one slip away, or whose name or aliases hold the words. */
const nearest = (asked: string, units: readonly ListedUnit[]): ListedUnit[] => {
  const words = fold(asked);
  if (words === '') return [];
  return units
    .filter(
      ({ abbreviation, name, aliases }) =>
        isSlip(words, abbreviation) || ` ${fold(`${name};${aliases ?? ''}`)} `.includes(` ${words} `),
    )
    .slice(0, fewest);
};

/** Whether one letter is missing, too many or wrong, or two were exchanged. */
const isSlip = (a: string, b: string): boolean => {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
};

const write = async (file: string, content: Buffer): Promise<void> => {
  try {
    // A form that somebody filled in is never written over.
    await writeFile(file, content, { flag: 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'EEXIST'
        ? 'đã có tệp này, hãy ghi tên khác'
        : code === 'ENOENT'
          ? 'không có thư mục này'
          : `không ghi được (${code})`;
    throw new UsageError(`${file}: ${why}`, 'form');
  }
};
