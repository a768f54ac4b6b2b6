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

const asks = '(?:nhờ|đề nghị|xin(?! (?:gửi|cảm|trân trọng|báo|thông báo))|giúp|giùm|mong|vui lòng|hỗ trợ)';
/** Where a sentence asks for something, or for more than the form does. */
export const asking = phrase(
  'nhờ|đề nghị|xin(?! (?:cảm|thông|báo|gửi))|mong|(?:quên|chưa|ghi) (?:ghi|thiếu)|thiếu|sót|vui lòng|giúp|giùm|dùm|hộ(?! (?:khẩu|tịch|sinh))|nhé|nha|nghen|luôn|(?:nhân|sẵn|luôn) tiện|nhân đây|cũng (?:cần|muốn)|(?:cần|muốn) (?:cấp|đổi|hủy|khóa|mở)|yêu cầu (?:cấp|đổi|hủy|khóa|mở)',
);
export const adding = phrase(
  'luôn(?! luôn)|cũng|thêm|(?:nhân|sẵn|luôn) tiện|tiện thể|(?:nhân|sẵn) đây|thì (?:nhờ|xin|đề nghị|mong)|ngoài ra|bên cạnh đó|đồng thời|riêng|còn(?! (?:công tác|làm|dùng|sử dụng|lại))|bổ sung|kể cả',
);

const mailbox = '(?:hộp thư|hòm thư|email|e mail|mail|tài khoản|mật khẩu|mk|pass)';
const taking = '(?:hủy|hủy bỏ|xóa|xóa bỏ|khóa|tạm khóa|thu hồi|cắt|đóng|ngưng|ngừng|vô hiệu hóa|gỡ)';
const making =
  '(?:(?<! (?:cung|nâng|cao|thứ|phân) )cấp(?! (?:trên|dưới|xã|huyện|tỉnh|sở|cứu|có thẩm|ủy|độ))|tạo(?! điều kiện)|lập(?! (?:phiếu|danh sách|yêu cầu))|đăng ký|thêm(?: [^ ,]+){0,2} (?:hộp thư|email|mail|tài khoản))';
const changing =
  '(?:mở(?! rộng)|khôi phục|phục hồi|kích hoạt|reset|đặt lại|đổi(?! (?:với|ý))|thay đổi|cập nhật|bổ sung|sửa|điều chỉnh|đính chính|tăng|nâng|gia hạn|lấy lại)';
/** What is done with somebody's mailbox. */
export const doing = phrase(`${taking}|${making}|${changing}`);
/** Nothing of it is to be done, or it was, or is asked in another letter. */
export const notDoing = phrase(
  [
    `(?:chưa|không|đừng|khoan|khỏi)(?! (?:còn|nhớ|vào|đăng|có|được|sử|dùng|biết))(?: [^ ,]+){0,4} (?:${taking}|${making}|${changing})`,
    `đã(?: được| có| cho| nhờ| đề nghị| gửi| lập)*(?: (?:trung tâm|sở|đơn vị))? (?:${taking}|${making}|${changing}|phiếu|gửi|đề nghị|nhờ|hỗ trợ|giải quyết|thực hiện|xử lý|làm|được)(?! (?:chuyển|điều động|bổ nhiệm|luân chuyển|tuyển|phân công|biệt phái))`,
    `(?:vừa|mới)(?: được| nhờ| đề nghị)+(?: trung tâm)? (?:${taking}|${making}|${changing})`,
    'từng|trước đây|sẽ(?: có)? (?:gửi|lập|đề nghị|làm|bổ sung|báo|phiếu|công văn)|(?:phiếu|danh sách|công văn) (?:riêng|khác|trước|sau)|(?:kèm|theo|tại|trong) công văn',
  ].join('|'),
);
/** The rows are what it speaks of, though none of them bears the name. */
export const ofForm = phrase(
  '(?<! (?:ghi|thiếu|sót|chưa|không|quên)(?: [^ ,]+){0,2} )(?:theo|như|trong|tại)(?: (?:nội dung|bảng))? (?:phiếu|danh sách)(?! (?:này )?(?:em|quên|chưa|không|ghi thiếu|thiếu))',
);
/** Somebody who cannot get into his mailbox, or has none. */
export const troubled = phrase(
  `(?:quên|mất|không nhớ|không còn nhớ|hết hạn|sai|lộ|bị)(?: [^ ,]+){0,2} (?:mật khẩu|mk|pass)|(?:không|chưa)(?: thể)? (?:đăng nhập|vào|truy cập|mở)(?: [^ ,]+){0,4} (?:được|thư|mail|email)|(?:không|chưa) (?:đăng nhập|vào|truy cập|mở) được|bị (?:tạm )?khóa|(?:chưa|không) có ${mailbox}|${mailbox}(?: [^ ,]+){0,4} (?:bị|hết hạn)`,
);
/** A trouble that tells why something else comes so. */
export const hence = phrase('(?:nên|do đó|vì vậy)(?! (?:đề nghị|nhờ|xin|mong|cần))');
/** Somebody leaves, or is away, and his mailbox with him; somebody comes, who has none. */
export const leaves = phrase(
  `(?:nghỉ|hưu|thôi việc|chuyển|luân chuyển|điều động|mất|qua đời|từ trần|thai sản|đi học|biệt phái|tạm hoãn)(?: [^ ]+){0,14} ${taking}`,
);
export const comes = phrase(
  `(?:mới|vừa)(?: [^ ,]+){0,1} (?:về|nhận|vào|tuyển|đến|trúng|chuyển|bổ nhiệm)(?: [^ ]+){0,14} (?:cấp|tạo|lập|mở)`,
);
/** "Còn chị Ly thì nhờ khóa hộp thư", "chị Ly muốn đổi tên hộp thư": what is to be done for who stands at the head of it. */
export const ofSubject = phrase(
  `(?:thì|cũng|cần|muốn|xin|cũng xin)(?: (?!(?:cho|của) )[^ ,]+){0,4} (?:${taking}|${making}|${changing})|(?:các anh|anh chị|trung tâm|anh|chị)(?: [^ ,]+){0,2} (?:${taking}|mở|cấp)(?: [^ ,]+){0,2} (?:giúp|giùm|dùm|luôn|hộ)`,
);
/** Somebody else does what the form asks. */
export const substituted = phrase('thay|thay thế|thế (?:cho|vị trí)|kế nhiệm');

/** The mailbox of an office, and not those of its people. */
const office =
  '(?:đơn vị|cơ quan|ban|sở|phòng|huyện|xã|phường|thị trấn|thành phố|văn phòng|vp|ủy ban|ubnd|hđnd|trường|chi cục|hội|đoàn|trung tâm mình|trạm|bệnh viện|bên|bộ phận|thanh tra|chung)';
const own = `(?:${mailbox}(?: (?:thư|hộp thư|điện tử|công vụ|chính thức|của|email|mail|mới|cũ))* ${office})`;
const renewing =
  '(?:cấp lại|đặt lại|reset|lấy lại|đổi (?:tên|mật khẩu|mk|địa chỉ)|đổi lại|mở|mở khóa|mở lại|khôi phục|kích hoạt|gia hạn)';
const larger =
  '(?:(?:nâng|tăng|mở rộng|thêm|bổ sung|cấp thêm|nới)(?: [^ ,]+){0,3} dung lượng|dung lượng… (?:tăng|nâng|thêm|mở rộng))';
export const ofOwnMailbox = phrase(
  `${renewing}(?: (?!(?:cho|các|những|cán|công|viên|gửi|về|nhận|đề) )[^ ,]+){0,4} ${own}|${own}(?: [^ ,]+){0,3} (?:bị khóa|quên|mất|hết hạn|không (?:đăng nhập|vào))|${own}… ${renewing}|${own}… ${larger}|${larger}… ${own}`,
);
/** Words of the people of an office, of whom the form is. */
export const ofItsPeople = phrase(
  'danh sách|phiếu(?! (?:này )?(?:em|quên|chưa|không))|kèm|như sau|trên đây|dưới đây|nêu trên|sau đây|các (?:hộp|cán|công|viên|đồng|cá|trường)|những|cán bộ|công chức|viên chức|nhân viên|người|cá nhân|\\d+ (?:hộp|người|cán|đồng|trường)|đồng chí|ông|bà',
);

const some = '(?: (?!(?:đợi|chờ) )[^ ,]+){0,6}';
/** Up to some words more, none of which begins to tell why, or for what. */
const until = '(?: (?!(?:để|nhằm|phục|vì|do|kịp|theo|bằng|qua|hộp|thư|mail|email) )[^ ,]+){0,6}';
const kindly = '(?: [^ ,]+){0,8} (?:giúp|giùm|dùm|hộ|với|nhé|nha|nghen)';
/** What somebody is asked for, whether the words that ask stand before it or behind. */
const asked = (what: string): string => `${asks}${some} ${what}|${what}${kindly}`;
const letters = '(?<! (?:hộp|hòm) )(?:thư|mail|email|e mail|dữ liệu)';
/** What is in somebody's mailbox is to be kept, or go elsewhere. */
export const asksForLetters = phrase(
  asked(
    `(?:chuyển|sao|sao lưu|lưu(?! ý)|lưu lại|backup|xuất|trích)(?: (?!(?:phiếu|hộp|công) )[^ ,]+){0,3} ${letters}(?! (?:điện tử|công vụ|mời))(?: [^ ,]+){0,6} (?:sang|qua|ra|vào|về|cho|trước|lại)`,
  ),
);
const systems = list(
  'chữ ký số | ký số | chứng thư số | token | ioffice | i office | qlvb | quản lý văn bản | một cửa điện tử | dịch vụ công | egov | vpn | họp trực tuyến | hội nghị truyền hình | wifi | máy tính | máy in | máy scan | website | cổng thông tin',
).join('|');
/**
 * What the centre is asked for that no form can ask: lists, advice, how something is done, a mailbox of a whole room, help with letters, an answer
 * on paper, accounts of other systems.
 */
export const asksForService = phrase(
  [
    asked(
      '(?:gửi|cung cấp|xuất|cho)(?: [^ ,]+){0,3} danh sách(?: [^ ,]+){0,2} (?:hộp thư|email|e mail|mail|tài khoản|địa chỉ)',
    ),
    asked(`(?:gửi|cung cấp|cho)${until} (?:danh bạ|sổ địa chỉ|tài liệu hướng dẫn|mẫu phiếu)`),
    `cho(?: [^ ,]+){0,3} xin${until} (?:danh bạ|sổ địa chỉ|tài liệu|mẫu phiếu)|xin (?:lại |thêm |file |bản )*(?:danh bạ|sổ địa chỉ|tài liệu|mẫu phiếu)`,
    `${asks}${some} (?:hướng dẫn(?: [^ ,]+){0,3} thêm|(?:hướng dẫn|chỉ)(?: [^ ,]+){0,3} (?:cách|sử dụng|dùng|đăng nhập|cài|cấu hình|đổi|kỹ))`,
    asked(
      '(?:cài|cài đặt|cấu hình|chuyển tiếp|lọc|chặn)(?: [^ ,]+){0,3} (?:thư|email|e mail|mail|outlook|phần mềm|máy|điện thoại)',
    ),
    `${asks}${some} (?:tạo|lập|cấp|mở)(?: [^ ,]+){0,2} (?:hộp thư|email|e mail|mail|địa chỉ|nhóm thư|nhóm)(?: [^ ,]+){0,2} (?:chung|nhóm|cho (?:phòng|ban|bộ phận|tổ|khoa|đội|đoàn thanh niên|công đoàn))(?! .*(?:danh sách|phiếu|kèm|như sau))`,
    asked(`(?:khôi phục|lấy|tìm)(?: [^ ,]+){0,2} ${letters}(?: [^ ,]+){0,2} (?:đã|bị|cũ|mất)`),
    asked(`(?:thu hồi|gỡ|xóa) ${letters}(?: [^ ,]+){0,3} (?:đã|gửi|rác)`),
    `(?:đầy|thư rác|spam|không (?:nhận|gửi)(?: [^ ,]+){0,2} được|bị trả|chậm|lỗi)(?: [^,]+){0,2}… ${asks}${some} (?:kiểm tra|khắc phục|xử lý|xem)`,
    asked(
      `(?:kiểm tra|xem|xem lại|khắc phục|xử lý)(?: [^ ,]+){0,4} (?:vì sao|tại sao|thư rác|spam|sự cố|đường truyền|${own}(?= (?:vì|do|hay|bị|không|xem|có|,|$)))`,
    ),
    asked(
      `(?:cấp|gia hạn|thu hồi|hủy|cài|mở|khóa|tạo|lập|sửa|bảo trì|đăng ký|hỗ trợ)${until} (?:${systems})`,
    ),
    `${asks}${some} (?:cử|bố trí)(?: [^ ,]+){0,3} (?:cán bộ|người|kỹ thuật|nhân viên|kỹ sư)`,
    asked(
      '(?:gửi|trả|trả lời|xác nhận|phúc đáp|thông báo)(?: [^ ,]+){0,5} (?:bằng (?:văn bản|giấy|công văn|bản giấy)|(?:văn bản|bản) (?:giấy|cứng)|qua (?:đường )?(?:bưu điện|công văn))',
    ),
    asked('(?:tổ chức|mở|tham dự|đăng ký)(?: [^ ,]+){0,3} (?:tập huấn|lớp)'),
  ].join('|'),
);

/** What begins one that is to be answered. */
export const questions = phrase(
  [
    'cho(?: [^ ,]+){0,3} hỏi(?! (?:trước|thăm))(?! .*được không)|xin (?:được )?hỏi(?! (?:trước|thăm|ý kiến))',
    'cho(?: [^ ,]+){0,3} biết(?: [^ ,]+){0,3} (?:bao nhiêu|dung lượng|cách|lý do|vì sao|tại sao|lịch|danh sách|số lượng)',
  ].join('|'),
);

/** A question that wants to know something: none that only presses. */
export const asksHow = phrase('thế nào|làm sao|ra sao|cách nào|tại sao|vì sao|có phải|bao nhiêu|ở đâu');

const key = '(?:mật khẩu|mk|pass|password|thông tin (?:đăng nhập|tài khoản))';
const handing = '(?:gửi|chuyển|nhắn|báo|cấp|(?<! bàn )giao|đưa|trao|đọc|thông báo|gọi)';
const whither = '(?:về|qua|đến|tới|vào|cho|theo|sang|bằng|trực tiếp|riêng)';
/** Not what somebody warns of, nor what was. */
const wanted = '(?<! (?:không|đừng|tránh|chớ|đã|vừa)(?: [^ ,]+){0,4} )';
const between = '(?: (?!(?:không|đừng|tránh|chớ) )[^ ,]+)';
/** A password that is to go somewhere. */
export const passwordElsewhere = phrase(
  `${wanted}${key}${between}{0,6} ${handing}(?! .*(?:không|đừng) )(?: [^ ,]+){0,3} ${whither}|${wanted}${handing}(?: [^ ,]+){0,3} ${key}(?: [^ ,]+){0,6} ${whither}|${wanted}${key}… ${handing} (?:zalo|tin nhắn|sms|số)|${wanted}${key}… ${wanted}${handing} ${whither}`,
);
/** A way that is not that of the centre: a telephone and what runs on it. */
export const byTelephone = phrase(
  `${wanted}${handing}(?: [^ ,]+){0,8} (?:zalo|viber|facebook|messenger|telegram|sms|tin nhắn|(?:số )?điện thoại(?! (?:mới|cũ))|số 0\\d+|0\\d{8,10})`,
);
