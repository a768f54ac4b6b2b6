import { phrase, phraseAnywhere } from '../../text/spoken.ts';

/*
 * A letter's sentence that nobody here understands and that has a word of refusing, waiting or mistaking may call the form off in words
 * that no table has. What is harmless with such words is listed instead: it is the state of people, mailboxes and papers, not of the request.
 */

/** Words that may turn a request. Accents are kept where a word without them is another one: `dùng`, `đổi`. */
export const turning = phrase(
  '!không|khong|!hông|chưa|!đừng|(?<! tai )!khoan|!thôi|!dừng|!ngừng|!ngưng|!hoãn|!chờ|!đợi|!rút(?! (?:gọn|kinh|ngắn))|nhầm|!lộn|!nháp|!thử|!tạm|!khỏi|từ chối|!miễn(?! phí)|!gác|!lùi|!dời|minh họa|!mẫu (?:cho|thôi|để)|trước khi (?:tiến hành|thực hiện|hủy|khóa|xóa|thu hồi|cấp|đổi)|sau khi(?: [^ ,]+){0,8} (?:phê duyệt|thông qua|ban hành)|năm (?:ngoái|trước)|đang (?:sửa|chỉnh|rà soát|bổ sung|hoàn thiện|trình)|hủy bỏ (?:công văn|văn bản|phiếu)|(?<! sẽ )bị thu hồi',
);

const no = '(?:không|chưa|hông|chẳng)';
const mailbox = '(?:(?:hộp|hòm) thư|email|mail|thư|tài khoản|địa chỉ)';
const thing = `(?:${mailbox}|mật khẩu|mk|pass|mã|tin nhắn|tin|máy|mạng|điện thoại|thông báo|phản hồi|trả lời|kết quả|hồi âm|văn bản)`;
const use =
  '(?:đăng nhập|vào|vô|mở|truy cập|sử dụng|dùng|xài|nhớ|đọc|gửi|gởi|nhận|đổi|kích hoạt|tải|in|xem|coi|lấy|gõ|liên lạc|liên hệ|gọi|nghe|thấy)';
const does =
  '(?:thực hiện|làm|xử lý|giải quyết|cấp|hủy|khóa|xóa|duyệt|ký|phê duyệt|thông qua|đồng ý|lãnh đạo|giám đốc)';
const tell =
  '(?:liên hệ|gọi|báo|phản hồi|trao đổi|nhắn|alo|thông báo|cho biết|hướng dẫn|bổ sung|điều chỉnh|thông cảm|chỉ)';
const earlier =
  '(?:lần|hôm|bữa|thư|phiếu|đợt|tuần|tháng)(?: [^ ,]+){0,2} (?:trước|qua|rồi|kia|cũ)|trước đây|trước giờ|hồi đó';

/** What such words harmlessly stand in, looked for from the first to the last and taken out of the sentence. */
export const harmlessTurns: readonly RegExp[] = [
  // Mistakes of earlier letters, and what came of them.
  `(?:${earlier})(?: [^ ,]+){0,6} (?:nhầm|lộn|sai|quên|${no})(?: [^ ,]+){0,6}`,
  // Who finds something unclear is to ask.
  `(?:nếu|trường hợp|khi|chỗ nào|có gì|gì)(?: [^ ]+){0,10}? (?:${no}|nhầm|sai|thiếu|lộn)(?: [^ ]+){0,8}? ${tell}`,
  `${no} (?:rõ|hiểu|hợp lệ|đúng|đầy đủ|phù hợp)(?: [^ ]+){0,6}? ${tell}`,
  `(?:nhận|gửi)(?: [^ ,]+){0,2} nhầm(?: [^ ,]+){0,4} (?:xóa|${tell})|không phải(?: là)? (?:người nhận|quan điểm)`,
  // What was not done before and is asked for now; what every form is told.
  `${no}(?: [^ ,]+){0,8}(?: ,)?(?: [^ ,]+){0,3} nay(?: [^ ,]+){0,2} (?:đề nghị|xin|gửi)|chưa (?:cấp lại|trả|gửi)(?: [^ ,]+){0,3} (?:cho|về)`,
  `(?:không (?:ghi rõ|có)(?: [^ ]+){0,12}? )?(?:sẽ|thì) không được (?:giải quyết|thực hiện|xem xét)`,
  // What somebody does not have, know or manage.
  `${no}(?: (?:được|thể|có|còn|bao giờ|từng|ai|hề|thấy|tự|kịp))* (?:(?:cấp|nhận|có|được|tạo|lập|đăng ký) )*(?:một )?${thing}`,
  `${no}(?: (?:được|thể|còn|thấy|tự|biết|hề|sao|cách nào|ai|thực hiện|tiến hành))* ${use}(?! (?:chức|công tác|nhiệm|quyết|việc|lại phiếu))`,
  `không(?: [^ ,]+){0,4} được(?! ${does})|${no} (?:quen|rành|biết cách|biết sử dụng|biết dùng|lần nào|từng|nhất thiết)`,
  `không (?:còn )?(?:công tác|làm việc|phù hợp|phụ trách|bàn giao)|không(?: còn)? (?:trùng|quá|kịp thời|bị|sai sót)|không (?:để )?ảnh hưởng`,
  `không(?: có)? ai ${use}|không có(?! (?:nhu cầu|chữ ký|quyết định|tên|trong|thẩm quyền|chủ trương|dấu|con dấu|căn cứ|người này))`,
  `chưa có (?:cán bộ|văn thư|chuyên trách|người|ai|điều kiện)|(?<! (?:quyết định|chữ ký|văn bản|ý kiến|chủ trương) .*)chưa có(?= (?:, )?$)|(?:tới|đến|nhận|nhận được) chưa`,
  // Who has gone, and what has had its day, needs an end.
  `(?:hưu|nghỉ|thôi việc|chuyển)(?: [^ ,]+){0,8} không còn (?:nhu cầu|cần)|không còn (?:cần thiết|hoạt động)(?: ,)?(?: nên)? (?:đề nghị|xin) (?:hủy|thu hồi|khóa)`,
  // How to write, to send and to answer.
  `(?:không|đừng)(?: (?:cần|phải))* (?:gửi|gởi|gọi|trả lời|nhắn|chuyển|in|photo|phúc đáp|cung cấp|tiết lộ|chia sẻ|để lộ|cho)(?: [^ ,]+){0,3} (?:bản giấy|giấy|qua|vào|tin nhắn|zalo|số|điện thoại|này|người|riêng|bưu điện|mượn)`,
  `thư này(?: [^ ,]+){0,2} không cần (?:trả lời|phúc đáp)|đừng (?:lo|ngại|buồn|la|rầy|phiền|giận|quên|bỏ sót)|không (?:viết|ghi|dùng|sử dụng)(?! rõ)|không cần (?:bản|giấy)`,
  `không (?:yêu cầu|đề nghị|thay đổi)(?: [^ ,]+){0,6} (?:gì|khác|thêm)|không(?: thể)? (?:lên|xuống|đến|tới|qua|gia hạn|kéo dài|chậm trễ|trễ|mong|tiện)`,
  // Waiting for us.
  `(?:chờ|đợi|mong)(?: [^ ,]+){0,2} (?:tin|phản hồi|kết quả|hồi âm|trả lời|giải quyết|hỗ trợ|lâu|mãi|hoài)|đợi (?:bản giấy|thư giấy)`,
  // Trials and slips of people at their machines.
  `thử(?: [^ ,]+){0,4} (?:lần|hoài|mãi|bấm|vào|vô|đăng nhập|mật khẩu|pass|mk|lại)|thử (?:bấm|vào|vô|đăng nhập|việc|thách|mật khẩu|lại)`,
  `(?:nhập|gõ|bấm|ghi|viết)(?: [^ ,]+){0,2} (?:nhầm|lộn|sai)(?: [^ ,]+){0,4} (?:mật|pass|mk|lần|tên|họ|dấu|số)|(?:bị|báo|hệ thống)(?: [^ ,]+){0,2} từ chối`,
  `mật khẩu tạm|tạm (?:thời )?(?:dùng|xài|sử dụng|phụ trách|đóng)|tạm thời(?: [^ ,]+){0,3} (?:dùng|xài|sử dụng)|tạm (?:biệt|thời)(?= (?:, )?$)|thôi (?:việc|học|giữ chức)|nghỉ thôi`,
].map(phraseAnywhere);
