import { beyondQuota } from './findings.ts';
import type { Rule } from './rule.ts';

const gigabyte = 1024 ** 3;

/** Size of a personal mailbox in bytes. A unit's, of 5 GB, is never changed by a form without staff. */
export const personalQuota = gigabyte;

/** The size is fixed, and the regulation lets nobody grant more: there is nothing for staff to decide. */
export const quotaRule: Rule = {
  id: 'quota',
  clause: 'Điều 10 khoản 1',
  governs: 'all',
  check({ item: { wish } }) {
    if (wish.quotaBytes === null || wish.quotaBytes <= personalQuota) return [];
    return [beyondQuota({ asked: inWords(wish.quotaBytes), limit: inWords(personalQuota) })];
  },
};

const inWords = (bytes: number): string =>
  `${(bytes / gigabyte).toLocaleString('vi', { maximumFractionDigits: 2 })} GB`;
