import type { MailServer } from './mailserver.ts';

/** No server attached: the directory is the record, and every command waits as a task for staff. */
export const directoryOnly: MailServer = { perform: async () => 'staff' };
