import type { Finding } from '../model/finding.ts';
import type { Action, MailboxStatus } from '../model/request.ts';
import {
  alreadyInState,
  cancelledAskedBack,
  mailboxCancelled,
  mailboxLocked,
  mailboxReclaimed,
  notReclaimed,
} from './findings.ts';
import type { Rule } from './rule.ts';

type Changing = Exclude<Action, 'create' | 'transfer' | 'unclear'>;
type Verdict = ((a: { address: string }) => Finding) | null;

const isActive: Verdict = ({ address }) => alreadyInState({ address, state: 'active' });
const isLocked: Verdict = ({ address }) => alreadyInState({ address, state: 'locked' });

/** What stands against an action in each state of the mailbox; null where it may be done. */
const verdicts: Readonly<Record<Changing, Readonly<Record<MailboxStatus, Verdict>>>> = {
  rename: {
    active: null,
    locked: mailboxLocked,
    reclaimed: mailboxReclaimed,
    cancelled: mailboxCancelled,
  },
  'reset-password': {
    active: null,
    locked: mailboxLocked,
    reclaimed: mailboxReclaimed,
    cancelled: mailboxCancelled,
  },
  update: { active: null, locked: null, reclaimed: mailboxReclaimed, cancelled: mailboxCancelled },
  cancel: { active: null, locked: null, reclaimed: null, cancelled: mailboxCancelled },
  restore: {
    active: notReclaimed,
    locked: mailboxLocked,
    reclaimed: null,
    cancelled: cancelledAskedBack,
  },
  unlock: {
    active: isActive,
    locked: null,
    reclaimed: mailboxReclaimed,
    cancelled: mailboxCancelled,
  },
  lock: {
    active: null,
    locked: isLocked,
    reclaimed: mailboxReclaimed,
    cancelled: mailboxCancelled,
  },
};

/** A reclaimed mailbox is asked back (Điều 5 khoản 4), a locked one unlocked (Điều 10 khoản 3), before all else. */
export const stateRule: Rule = {
  id: 'state',
  clause: 'Điều 5 khoản 4',
  governs: ['rename', 'reset-password', 'update', 'cancel', 'restore', 'unlock', 'lock'],
  check({ item, match }) {
    if (match?.kind !== 'one') return [];
    const { address, status } = match.mailbox;
    const verdict = verdicts[item.wish.action as Changing][status];
    return verdict === null ? [] : [verdict({ address })];
  },
};
