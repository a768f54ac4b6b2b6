import { importUnits } from '../directory/import.ts';
import { type ListedUnit, listUnits } from '../directory/list.ts';
import { inert } from '../reply/inert.ts';
import { runRegister } from './directory.ts';

/** `phieu units`: the registry of units. */
export const run = (args: string[]): Promise<number> =>
  runRegister<ListedUnit>(
    {
      command: 'units',
      noun: 'Đơn vị',
      importFile: importUnits,
      list: listUnits,
      line: ({ abbreviation, name, parent, mailbox }) =>
        [abbreviation, inert(name), parent ? `thuộc ${parent}` : '', mailbox ?? 'chưa có hộp thư']
          .filter(Boolean)
          .join('  '),
    },
    args,
  );
