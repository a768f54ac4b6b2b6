import { list } from '../../text/list.ts';
import { phrase } from '../../text/spoken.ts';

/** Letters of these kinds tell or regulate; what they say about mailboxes is no request. */
export const otherLetters: readonly string[] = list(`
    thông báo | giấy mời | thư mời | kính mời | báo cáo | góp ý | lấy ý kiến | dự thảo | quy chế | quyết định ban hành | tập huấn |
    hướng dẫn | tuyên truyền | triển khai | kế hoạch | công bố | chỉ thị | kết quả | khuyến cáo | cảnh báo | trả lời |
    phúc đáp | các đơn vị | các cơ quan | quý đơn vị | các sở | toàn thể | nhắc nhở | đôn đốc | khảo sát | danh mục | mua sắm`);

const byPrograms = '(?:liên hệ|liên lạc|gọi|không|đừng|xem xét|cân nhắc|bảo vệ|xóa|hủy|thông báo|báo)';
/**
 * What an answer to a letter of ours asks for, whatever it is: also what somebody does not manage or wants to know, for he must not wait in
 * vain; none of those that thank, or that programs add: whom to call, not to print.
 */
export const asksForAnything = phrase(
  `(?<!(?:không|chưa)(?: [^ ,]+){0,3} )(?:đề nghị|yêu cầu|nhờ|vui lòng(?! ${byPrograms})|bổ sung|đính chính|điều chỉnh|sửa lại|(?:xem|kiểm tra|rà soát) lại|giúp(?! đỡ))
|xin(?! ${byPrograms}| (?:(?:trân trọng|chân thành|thành thật) )?(?:cảm|cám) ơn| (?:trân trọng|chào|thông báo|báo|ghi nhận|tiếp thu|xác nhận))
|mong(?! (?:tiếp tục|nhận được sự))|(?:chưa|không) (?:đăng nhập|vào|nhận|truy cập|sử dụng|đúng)|tại sao|vì sao|khi nào|bao giờ`.replaceAll(
    '\n',
    '',
  ),
);

/**
 * What a sentence asks for somebody whom no form has, where it names the wish as well: fewer words do, and also those that only press
 * ("hủy luôn"); troubles and questions ask for no such thing, and what is told or sent was done.
 */
export const asksForSomebody = phrase(
  'nhờ|đề nghị|xin(?! (?:cảm|thông|báo|gửi))|giúp|giùm|dùm|luôn|(?:nhân|sẵn) tiện',
);

const asks = '(?:nhờ|đề nghị|xin(?! (?:gửi|cảm|trân trọng|báo|thông báo))|giúp|giùm|mong|vui lòng)';
const some = '(?: [^ ,]+){0,6}';
/**
 * What the centre is asked for that no form can ask: lists, advice, how something is done, a mailbox of a whole room, help with letters.
 */
export const asksForService = phrase(
  [
    `${asks}${some} (?:gửi|cung cấp|xuất|cho)(?: [^ ,]+){0,3} danh sách(?: [^ ,]+){0,2} (?:hộp thư|e ?mail|mail|tài khoản|địa chỉ)`,
    `${asks}${some} (?:hướng dẫn|chỉ)(?: [^ ,]+){0,3} (?:cách|sử dụng|dùng|đăng nhập|cài|cấu hình|đổi|thêm|kỹ)`,
    `${asks}${some} (?:cài|cài đặt|cấu hình|chuyển tiếp|lọc)(?: [^ ,]+){0,3} (?:thư|e ?mail|mail|outlook|phần mềm|máy|điện thoại)`,
    `${asks}${some} (?:tạo|lập|cấp|mở)(?: [^ ,]+){0,2} (?:hộp thư|e ?mail|mail|địa chỉ|nhóm thư|nhóm)(?: [^ ,]+){0,2} (?:chung|nhóm|cho (?:phòng|ban|bộ phận|tổ|khoa|đội|đoàn thanh niên|công đoàn))(?! .*(?:danh sách|phiếu|kèm|như sau))`,
    `${asks}${some} (?:khôi phục|lấy|tìm)(?: [^ ,]+){0,2} (?:thư|e ?mail|mail|dữ liệu)(?: [^ ,]+){0,2} (?:đã|bị|cũ|mất)`,
    `(?:đầy|thư rác|spam|không (?:nhận|gửi)(?: [^ ,]+){0,2} được)(?: [^,]+){0,2}… ${asks}${some} (?:kiểm tra|khắc phục|xử lý|xem)`,
    'cho(?: [^ ,]+){0,3} hỏi(?! .*được không)',
  ].join('|'),
);

/** A question that wants to know something: none that only presses. */
export const asksHow = phrase('thế nào|làm sao|ra sao|cách nào|tại sao|vì sao|có phải|bao nhiêu|ở đâu');

/** A password that is to go somewhere, and no warning of it. */
export const passwordElsewhere = phrase(
  '(?<! (?:không|đừng|tránh|chớ) .*)(?:mật khẩu|mk|pass)(?: [^ ,]+){0,6} (?:gửi|chuyển|nhắn|báo|cấp)(?! .*(?:không|đừng) )(?: [^ ,]+){0,3} (?:về|qua|đến|tới|vào|cho|theo|sang)|(?<! (?:không|đừng|tránh|chớ) .*)(?:gửi|chuyển|nhắn|báo)(?: [^ ,]+){0,3} (?:mật khẩu|mk|pass)(?: [^ ,]+){0,4} (?:về|qua|đến|tới|vào|cho|theo|sang)',
);
