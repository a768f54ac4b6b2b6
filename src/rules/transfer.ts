import { needsStaff } from './findings.ts';
import type { Rule } from './rule.ts';

/** A transfer changes the address and concerns two units, of which only one has asked. */
export const transferRule: Rule = {
  id: 'transfer',
  clause: 'Điều 5 khoản 2',
  governs: ['transfer'],
  check: () => [needsStaff({ why: 'chuyển hộp thư sang đơn vị khác liên quan đến hai đơn vị' })],
};
