import { phrase } from '../../text/spoken.ts';

/*
 * Times ahead that no day of the calendar names. All are for `spoken` words.
 */

const over = '(?! (?:trước|rồi|qua|ngoái|vừa|\\d))';
const coming = [
  `(?:cuối|giữa) (?:tháng|năm|quý|kỳ|tuần)${over}`,
  `(?:cuối|giữa) (?:tháng|năm|quý|kỳ|tuần) (?:này|nay)`,
  'sang (?:năm|tháng|tuần|quý)(?! \\d)',
  '(?:tuần|tháng|quý|năm) (?:sau|tới)',
  '(?:ngày|sáng|chiều|tối) (?:mai|mốt)',
  `(?<! (?:lần|con|cháu|tầng) )!thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?! (?:tuần )?(?:trước|rồi|qua|vừa))`,
  'chủ nhật(?! (?:tuần )?(?:trước|rồi|qua|vừa))',
  'quý (?:i|ii|iii|iv|[1-4])(?! (?:[/,] )?(?:năm )?\\d)',
].join('|');

/** Work that is due by then, and no time of what is asked: "kịp quyết toán cuối năm", "trước thứ Sáu". */
const due =
  '(?<! (?:trước|kịp|phục vụ|báo cáo|tổng kết|quyết toán|kiểm tra|đánh giá|kiểm kê|chốt|hạn|chậm nhất|muộn nhất)(?: [^ ,]+){0,3} )';

/** A time that is still to come. */
export const ahead = phrase(`${due}(?:${coming})`);
const monthAlone = 'tháng (\\d{1,2})(?! (?:[/,] )?(?:năm )?\\d)';
/** A month by its number alone. */
export const inMonth = phrase(`(?:trong|(?:cuối cùng|cuối|đầu tiên) của) ${monthAlone}`);
/** Such a time and nothing else. */
export const aheadAlone = phrase(
  `(?<=^ (?:, )*(?:(?:vào|từ|kể từ|trong|đến) )*)(?:${coming})(?= (?:(?:này|nay|năm|tháng|,) )*$)`,
);

const before =
  '(?:sắp|sẽ|chuẩn bị|dự kiến|(?:đang )?(?:làm|chờ|đợi)(?: [^ ,]+){0,2} thủ tục|làm hồ sơ)(?: (?:được|đến tuổi|tới tuổi|xin))*';
/** Somebody is about to leave. */
export const leavingSoon = phrase(
  `${before} (?:nghỉ(?! (?:phép|lễ|tết|trưa|ốm|mát))|về hưu|hưu|thôi việc|thôi làm|chuyển công tác|điều động|luân chuyển)`,
);
/** Somebody is about to come. */
export const comingSoon = phrase(
  `${before} (?:(?:về )?(?:nhận (?:công tác|nhiệm vụ|việc)|công tác)|về làm|tuyển|trúng tuyển|bổ nhiệm|tiếp nhận|chuyển (?:về|đến|công tác)|điều động|đi làm|ký hợp đồng)`,
);
/** What befell somebody already. */
export const past = phrase(
  '(?:đã|vừa|mới|vừa mới)(?: được)? (?:nghỉ|thôi|chuyển|về|bàn giao|điều động|luân chuyển|nhận|đến|bổ nhiệm|tuyển)',
);

/** What is to be done at a time ahead, or holds from then: "thực hiện vào cuối tháng". */
export const doneAhead = phrase(
  `(?:thực hiện|xử lý|làm(?! (?:phiền|việc|ơn))|giải quyết|áp dụng|tiến hành|hủy|thu hồi|khóa|cấp|hiệu lực)(?: [^ ,]+){0,4} (?:vào|từ|kể từ|đến|sau)(?: (?:ngày làm việc|ngày))?(?: [^ ,]+){0,2} (?:${coming})|(?:${coming}|sang tháng \\d+)(?: [^ ,]+){0,4} (?:thực hiện|xử lý|(?<! đi )làm(?! (?:phiền|việc|ơn|lại))|hủy|thu hồi|khóa)`,
);
/** A decision that is not there yet. */
export const undecided = phrase(
  '(?:quyết định|văn bản)(?: [^ ,]+){0,3} (?:sẽ|sắp|chưa|đang)(?: [^ ,]+){0,2} (?:ban hành|ký|trình)',
);
/** A decision holds from a day on; one on which a letter only rests has no say in when its form is carried out. */
export const inForce = phrase(
  '(?<! (?:căn cứ|theo|chấp hành|nghị định|thông tư|nghị quyết|quy chế)(?: [^ ]+){0,12} )hiệu lực',
);
/** What the Centre does with a row. */
export const doing = phrase('thực hiện|xử lý|giải quyết|áp dụng|tiến hành|hủy|thu hồi|khóa');
/** Somebody is at his post until then; who is sent or on leave is not. */
export const working = phrase(
  '(?<! (?:đi|cử|nghỉ|đã|thôi)(?: [^ ,]+){0,2} )(?:công tác|làm việc|làm(?= (?:đến|tới|hết))|dạy|hợp đồng|hđ|thời hạn|tại chức|đương chức|nhiệm kỳ)(?: [^ ]+){0,8} (?:đến|tới)(?! (?:hết )?(?:nay|giờ))',
);
/** The same until the end of a time that has no number, or of a month by its number alone. */
export const workingOn = phrase(
  `(?:công tác|làm việc|làm|dạy|trực|hợp đồng)(?: [^ ]+){0,4} (?:đến|tới|hết|qua)(?: (?:khi|lúc|đến|tới|hết|qua))* (?:(?:hết|cuối|giữa|đầu) (?:năm|tháng|quý|tuần)(?! (?:trước|ngoái|rồi|\\d))|!tết|(?:(?:hết|cuối|giữa|đầu) )?${monthAlone}|(?:có|đủ|tìm được) (?:người|ai|cán bộ)~ (?:thay|mới|về|nhận)|(?:có|nhận) quyết định)`,
);
const leaves = '(?:nghỉ (?:hưu|việc|công tác)|về hưu|thôi việc|chuyển công tác)';
/** People leave their posts. */
export const leaving = phrase(leaves);
/** The time ahead at which they do: "nghỉ hưu cuối năm", "cuối năm nghỉ hưu". */
export const leavingAhead = phrase(
  `${leaves}(?: [^ ,]+){0,3} (?:${coming}|trong tháng (\\d{1,2}))|(?:${coming})(?: [^ ,]+){0,2} ${leaves}`,
);
const comesOrGoes =
  'mới(?: (?:chính thức|được|bắt đầu|xin|có quyết định))* (?:nhận|đi làm|vào làm|vô làm|về|đến|ký hợp đồng|tuyển|công tác|làm việc|bắt đầu|bổ nhiệm|nghỉ|thôi việc|chuyển|bàn giao|hết hợp đồng)';
/** Somebody comes or goes only then, as far as is said: "tháng 12 mới nhận việc". */
export const onlyThen = phrase(
  `(?:${coming}|(?:sau|qua|ra|hết|đến|tới|sang) !tết|(?:(?:đầu|giữa|cuối|sang|qua|đến|tới|từ|vào) )*(?:${monthAlone}|tháng(?! \\d)))(?: (?!(?:vừa|là|nên) )[^ ,]+){0,3} ${comesOrGoes}`,
);
/** The same of a day: "ngày 15/12 mới nhận việc". */
export const onlyOnDay = phrase(`\\d+(?: (?!(?:vừa|là|nên) )[^ ,]+){0,3} ${comesOrGoes}`);
