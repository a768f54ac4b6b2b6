import { importMailboxes } from '../directory/import.ts';
import { type ListedMailbox, listMailboxes } from '../directory/list.ts';
import type { MailboxStatus } from '../model/request.ts';
import { inert } from '../reply/inert.ts';
import { runRegister } from './directory.ts';

const statuses: Record<MailboxStatus, string> = {
  active: 'đang dùng',
  locked: 'tạm khóa',
  reclaimed: 'đã thu hồi',
  cancelled: 'đã hủy',
};

/** `phieu mailboxes`: the directory. */
export const run = (args: string[]): Promise<number> =>
  runRegister<ListedMailbox>(
    {
      command: 'mailboxes',
      noun: 'Hộp thư',
      importFile: importMailboxes,
      list: listMailboxes,
      line: ({ address, fullName, position, status }) =>
        [address, inert(fullName), inert(position ?? ''), statuses[status]].filter(Boolean).join('  '),
    },
    args,
  );
