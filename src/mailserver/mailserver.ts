/** What a mail server is told to do, each once for a change that was committed. Addresses are bare and lower-case. */
export type Command =
  | { kind: 'create'; address: string; fullName: string; quotaBytes: number }
  | { kind: 'rename'; address: string; newAddress: string }
  | { kind: 'set-password'; address: string }
  | { kind: 'set-quota'; address: string; quotaBytes: number }
  | { kind: 'lock' | 'unlock' | 'restore' | 'remove'; address: string };

/** `done`: the server has carried it out. `staff`: it waits on the task list for a person. */
export type Carried = 'done' | 'staff';

/**
 * A mail server behind a narrow face. Carrying a command out twice must be the same as once, because a job may be
 * repeated after a crash. Throws where a later try may succeed.
 */
export type MailServer = { perform(command: Command): Promise<Carried> };
