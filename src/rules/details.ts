import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/request.ts';
import { alreadyWritten, detailsMissing, needsStaff } from './findings.ts';
import { detailsOf } from './letter.ts';
import type { Rule } from './rule.ts';
import { digits, spelling } from './spelling.ts';
import { personalQuota } from './quota.ts';

/** An update must bring what is to be written: a position or a telephone, in its words or in the row's columns. */
export const detailsRule: Rule = {
  id: 'details',
  clause: 'Điều 5 khoản 2',
  governs: ['update'],
  check({ item, match }) {
    if (match?.kind !== 'one') return [];
    const { address, position, phone } = match.mailbox;
    const written = detailsOf(item);
    if (written.position === null && written.phone === null) return nothingWritten(item, address);
    const samePosition = written.position === null || spelling(written.position) === spelling(position ?? '');
    const samePhone = written.phone === null || digits(written.phone) === digits(phone ?? '');
    return samePosition && samePhone ? [alreadyWritten({ address })] : [];
  },
};

/** A size within bounds may be asked, but only staff know why it is not there already. */
function nothingWritten({ wish }: Item, address: string): Finding[] {
  if (wish.quotaBytes === null) return [detailsMissing({ address })];
  return wish.quotaBytes > personalQuota ? [] : [needsStaff({ why: 'điều chỉnh dung lượng hộp thư' })];
}
