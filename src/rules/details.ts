import type { Finding } from '../model/finding.ts';
import type { Wish } from '../model/request.ts';
import { alreadyWritten, detailsMissing, needsStaff, phoneDoubtful } from './findings.ts';
import { personalQuota } from './quota.ts';
import type { Rule } from './rule.ts';
import { digits, spelling } from './spelling.ts';

/** An update must bring what is to be written: a position or a telephone. */
export const detailsRule: Rule = {
  id: 'details',
  clause: 'Điều 5 khoản 2',
  governs: ['update'],
  check({ item: { wish }, match }) {
    if (match?.kind !== 'one') return [];
    const { address, position, phone } = match.mailbox;
    if (wish.particulars.includes('name'))
      return [needsStaff({ why: 'thay đổi họ tên của người dùng hộp thư' })];
    if (wish.particulars.includes('unit'))
      return [needsStaff({ why: 'thay đổi đơn vị công tác của người dùng hộp thư' })];
    const lacks = (particular: 'position' | 'phone') =>
      wish.particulars.includes(particular) && wish[particular] === null;
    if (lacks('position') || lacks('phone')) return [detailsMissing({ address })];
    if (wish.position === null && wish.phone === null) return nothingWritten(wish, address);
    if (wish.phone !== null && !isWholePhone(wish.phone))
      return [phoneDoubtful({ address, phone: wish.phone })];
    const samePosition = wish.position === null || spelling(wish.position) === spelling(position ?? '');
    const samePhone = wish.phone === null || digits(wish.phone) === digits(phone ?? '');
    return samePosition && samePhone ? [alreadyWritten({ address })] : [];
  },
};

/** Ten digits of a mobile, eleven of a line with its area, seven of one within the province; also of several, and before an extension. */
function isWholePhone(phone: string): boolean {
  const numbers = phone
    .split(/\(|\bmáy lẻ|[;,/]|\s[-–]\s|\bhoặc\b|\bvà\b/iu)
    .map(digits)
    .filter((number) => number.length >= 6);
  return numbers.length > 0 && numbers.every((number) => /^(?:0?[35789]\d{8}|0?2\d{9}|3\d{6})$/.test(number));
}

/** A size within bounds may be asked, but only staff know why it is not there already. */
function nothingWritten({ quotaBytes }: Wish, address: string): Finding[] {
  if (quotaBytes === null) return [detailsMissing({ address })];
  return quotaBytes > personalQuota ? [] : [needsStaff({ why: 'điều chỉnh dung lượng hộp thư' })];
}
