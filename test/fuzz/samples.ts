import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import fc from 'fast-check';
import { fromHomeOffice } from '../flow/unit-letter.ts';
import { attached, plain } from '../form/letters.ts';
import { type Change, change, mutated } from './mutate.ts';

const kinds = [
  '.xlsx',
  '.docx',
  '.pdf',
  '.eml',
  '.dat',
  '.xls',
  '.doc',
  '.ods',
  '.odt',
  '.png',
  '.jpg',
  '.tif',
];
const root = join(import.meta.dirname, '..', '..');
export const kindOf = (path: string): string => extname(path).slice(1);

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kinds.includes(extname(entry.name)))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));

/** Real letters and files of the tests and the examples. */
const all = ['test/form/files', 'examples/letters', 'test/flow/cases'].flatMap(filesIn).sort();
/** These go through LibreOffice, or are recognised, for seconds. */
const isSlow = (path: string): boolean => /\/(?:office|scan)\/|scan[^/]*\.(?:docx|pdf)$|\/scan-/.test(path);

/** A file, and how it is changed: `inside` says that a package is changed in one of its parts. */
export type Mutant = { path: string; inside: boolean; changes: readonly Change[] };

const mutantOf = (paths: readonly string[]): fc.Arbitrary<Mutant> =>
  fc.record({
    // Of each kind as many, however many files there are of it.
    path: fc.oneof(
      ...Object.values(Object.groupBy(paths, kindOf)).map((some = []) => fc.constantFrom(...some)),
    ),
    inside: fc.boolean(),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  });

export const quickMutant = mutantOf(all.filter((path) => !isSlow(path)));
export const anyMutant = fc.oneof(
  { weight: 40, arbitrary: quickMutant },
  { weight: 1, arbitrary: mutantOf(all.filter(isSlow)) },
);

/** The changed letter; a changed file comes in a letter of Sở Nội vụ. */
export const letterOf = async ({ path, inside, changes }: Mutant): Promise<Buffer> => {
  const bytes = await mutated(readFileSync(join(root, path)), changes, inside);
  return path.endsWith('.eml')
    ? bytes
    : fromHomeOffice(plain('Gửi phiếu yêu cầu hộp thư.'), attached(basename(path), bytes));
};
