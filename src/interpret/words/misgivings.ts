import { phrase, phraseAnywhere } from '../../text/spoken.ts';
import { soMany } from '../../text/taking-back.ts';

/*
 * A letter's sentence that nobody here understands and that has a word of refusing, waiting or mistaking may call the form off in words
 * that no table has. What is harmless with such words is listed instead: it is the state of people, mailboxes and papers, not of the request.
 */

/** Words that may turn a request. Accents are kept where a word without them is another one: `dùng`, `đổi`. */
export const turning = phrase(
  '!không|khong|!hông|chưa|!đừng|(?<! tai )!khoan|!thôi|!dừng|!ngừng|!ngưng|!hoãn|!chờ|!đợi|!rút(?! (?:gọn|kinh|ngắn))|nhầm|!lộn|!nháp|!thử|!tạm|!khỏi|từ chối|!miễn(?! phí)|!gác|!lùi|!dời|minh họa|(?<! theo )!mẫu (?:cho|thôi|để)|trước khi (?:tiến hành|thực hiện|làm|xử lý|giải quyết|hủy|khóa|xóa|thu hồi|cấp|đổi)|sau khi(?: [^ ,]+){0,8} (?:phê duyệt|thông qua|ban hành)|năm (?:ngoái|trước)|đang (?:sửa|chỉnh|rà soát|bổ sung|hoàn thiện|trình)|hủy bỏ (?:công văn|văn bản|phiếu)|(?<! sẽ )bị thu hồi|!hay (?:phải|nên|là|vẫn|giữ|không)|dự kiến(?: [^ ,]+){0,6} (?:sẽ|biến động|tới|sau)|ngược|hoán đổi|đổi chỗ|!e (?:rằng|là|ngại)|sẽ là|dự kiến nhu cầu|(?:chừng|khi|bao giờ|hồi) nào|do (?:cơ quan|đơn vị|nơi)(?: [^ ,]+){0,2} (?:mới )?(?:đề nghị|thực hiện|lập)|hỏi lại|(?:anh|chị|ông|bà|người|ai|đồng chí) nào|(?:rồi|hãy) (?:hãy )?tính|tính sau|xem sao|từ từ|(?:khi|lúc) (?:đó|ấy) mới|vẫn còn tên|lập trước khi|khiếu nại|khiếu kiện|tố cáo|thụ lý|tranh chấp|hiểu (?:nhầm|lầm|sai)|tự xưng|xác minh|nếu được(?: [^ ,]+){0,3} ký|để em gửi đi',
);

const no = '(?:không|chưa|hông|chẳng)';
const mailbox = '(?:(?:hộp|hòm) thư|email|mail|thư|tài khoản|địa chỉ)';
const thing = `(?:${mailbox}|mật khẩu|mk|pass|mã|tin nhắn|tin|máy|mạng|điện thoại|thông báo|phản hồi|trả lời|kết quả|hồi âm|văn bản)`;
const use =
  '(?:đăng nhập|vào|vô|mở|truy cập|sử dụng|dùng|xài|nhớ|đọc|gửi|gởi|nhận|đổi|kích hoạt|tải|in|xem|coi|lấy|gõ|liên lạc|liên hệ|gọi|nghe|thấy(?! ghi))';
const does =
  '(?:thực hiện|làm|xử lý|giải quyết|cấp|hủy|khóa|xóa|duyệt|ký|phê duyệt|thông qua|đồng ý|lãnh đạo|giám đốc)';
const tell =
  '(?:liên hệ|gọi|báo|phản hồi|trao đổi|nhắn|alo|thông báo|cho biết|hướng dẫn|bổ sung|điều chỉnh|thông cảm|chỉ)';
const earlier =
  '(?:lần|hôm|bữa|thư|phiếu|đợt|tuần|tháng)(?: [^ ,]+){0,2} (?:trước|qua|rồi|kia|cũ)|trước đây|trước giờ|hồi đó';

/**
 * Words that begin something else, ask for it or put it off: what is harmless goes on over none of them but those that it names itself.
 */
const firm =
  '(?:đề nghị|xin|nhờ|riêng|còn|nhưng|mà|nên|thì|chưa|không|khoan|đừng|hãy|mới|rồi|trừ|ngoài|chờ|đợi|hoãn|dừng|ngưng|tạm|rút|bỏ|khỏi|thôi|hủy|cấp|khóa|xóa|thu hồi|thực hiện|xử lý|giải quyết|duyệt|ký|phê duyệt|ý kiến|vẫn|phiếu này|danh sách)';
const bounded = (frame: string): string => frame.replaceAll(/\[\^ ,?\]\+/g, `(?!${firm} )$&`);

/** What is cut out of a sentence before anything is looked for in it, so that it must never hold what puts a row off. */
const harmlessAnywhere: readonly string[] = [
  // What programs and offices add to all their letters; how many there are.
  `(?:không|đừng) được(?: [^ ,]+){0,2} (?:sao chép|phát tán|tiết lộ|chuyển tiếp)(?: [^ ,]+){0,6} (?:khi|nếu) chưa (?:có|được)(?: sự)? (?:đồng ý|cho phép|chấp thuận)(?: [^ ,]+){0,4}`,
  `${soMany} thôi`,
  `nếu(?: [^ ,]+){0,4} không phải(?: là)? (?:người nhận|người được gửi)(?: (?:,|vui lòng|xin|hãy|thì|không sao chép|không thực hiện theo nội dung|không sử dụng|không phổ biến|xóa thư này|xóa thư|xóa mail|hủy thư này|hủy thư|báo lại|thông báo|báo|cho|người gửi|biết|và|đồng thời|ngay))*`,
  // Names that are told from others, and names of mailboxes that are to be mended.
  `tên (?:hộp thư|email|đăng nhập|tài khoản)(?: (?:cũ|hiện nay|hiện tại|bị))* (?:(?:gõ|viết|ghi|đặt|tạo|đánh|nhập) (?:sai|nhầm|thiếu)(?! (?:vào|trong))|(?:chưa|không) đúng)(?: (?:tên|dấu|chữ|họ))*`,
  `(?:hộp thư|email|tài khoản)(?: (?:cũ|hiện nay|hiện tại|bị))* (?:gõ|viết|ghi|đặt|tạo|đánh|nhập) (?:sai|nhầm|thiếu)(?: (?:tên|dấu|chữ|họ))+(?! (?:vào|trong))`,
  `(?:nhập|gõ|ghi|viết|tạo|đặt) (?:nhầm|sai)(?: (?:tên|dấu|chữ|họ))* (?:trước đây|từ trước|hồi trước|lúc trước|ban đầu)`,
  `(?:đừng|tránh|khỏi|kẻo) (?:bị )?(?:nhầm|lộn)(?: lẫn)?(?: (?:là|với|giữa|sang))?(?: [^ ,]+){0,4}`,
  `không phải(?: là)? (?:thiếu|sai|lỗi)(?: [^ ,]+){0,3}|không phải như (?:lần|bữa|đợt) (?:trước|rồi)(?: [^ ,]+){0,8}|không thuộc (?:danh mục|diện|phạm vi)(?: [^ ,]+){0,3} mật(?: nhà nước)?`,
  `(?:nếu|trường hợp)(?: [^ ,]+){0,8} trùng(?: [^ ,]+){0,6}(?: ,)?(?: (?:thì|đề nghị|xin|nhờ|trung tâm|cứ|quý))* (?:đánh số|đặt thêm|thêm số|cấp theo số|cấp số)(?: [^ ,]+){0,6}`,
  `không (?:thiếu|thừa|sai)(?! sót)(?: [^ ,]+){0,2}|không có (?:đề nghị|yêu cầu)(?: gì)? (?:thêm|khác)`,
  `không để (?:lộ|mất|ai|người khác|bị khóa|bị thu hồi)(?: [^ ,]+){0,5}|(?:trả lời|tiêu đề) nhầm(?: [^ ,]+){0,3}|khi nào (?:tiện|rảnh)(?: thì)? (?:làm|xử lý)`,
  `không còn nhu cầu(?: sử dụng)?(?: ,)?(?: nên)? (?:đề nghị|xin|nhờ)(?= (?:trung tâm |quý )*(?:hủy|thu hồi|khóa|xóa))`,
  `đã (?:nghỉ|chuyển)(?: [^ ,]+){0,4} chưa được (?:hủy|thu hồi|khóa|xóa)(?= ,)`,
  `(?:chứ|chớ) không phải(?: là)? ,(?: [^ ,]+){1,3} ,`,
  // What need not be waited for, and what waits for us.
  `không (?:cần|phải) (?:đợi|chờ)(?: [^ ,]+){0,5}|(?:chờ|đợi) có (?:mail|email|hộp thư|tài khoản|mật khẩu) (?:để|mà) (?:dùng|làm việc|nộp|gửi|nhận|sử dụng|xài|liên hệ)|miễn(?: là| sao)? (?:trong|kịp|trước) (?:tuần|tháng|ngày|thứ|hạn|giờ)`,
  // The next time, and what comes besides.
  `(?:lần|dịp) (?:sau|tới)(?: [^ ,]+){1,8} (?:tốt|đúng|kinh nghiệm|chuẩn|hoàn chỉnh|chu đáo|cẩn thận|kỹ)(?: hơn)?`,
  `(?:gửi|lập) (?:phiếu|danh sách|bổ sung)(?: [^ ,]+){0,2} (?:đợt|lần) (?:2|hai|3|ba|tiếp theo)(?: sau)?`,
  `(?<= (?:các|những)(?: \\S+){1,16} )đang tổng hợp(?: và| ,|\\s)*(?: sẽ)? gửi thành phiếu khác(?: [^ ,]+){0,4}|trong (?:năm|quý|thời gian) (?:tới|sau)(?: ,)?(?: [^ ,]+){0,3} sẽ (?:rà soát định kỳ|tăng cường|quán triệt|nhắc nhở|báo cáo)(?: [^ ,]+){0,6}`,
  `(?<! thì )(?:trong|đầu) tuần (?:này|sau)(?: hoặc đầu tuần sau)?(?: (?:đều|cũng|là))+ được|cũng được(?= (?:, )?$)`,
  `nếu cần(?: thêm)? (?:bản|giấy|thông tin|hồ sơ|văn bản)(?: [^ ,]+){0,8}(?: ,)?(?: (?:xin|đề nghị|nhờ|trung tâm|vui lòng|quý))* (?:cho biết|báo|thông báo|liên hệ)(?: [^ ,]+){0,3}(?: ,(?: [^ ,]+){0,3} sẽ gửi(?: bổ sung)?(?: sau)?)?`,
  `không cần (?:gọi|điện|xác nhận|hỏi|liên hệ)(?: lại)?(?: [^ ,]+){0,3}`,
  `(?:nếu|trường hợp) phiếu(?: [^ ,]+){0,4} (?:chưa|không) (?:đúng|đủ|hợp lệ|rõ)(?: [^ ,]+){0,3}(?: ,)?(?: (?:đề nghị|xin|nhờ|mong|trung tâm|quý))* (?:hướng dẫn|báo|thông báo|phản hồi|cho biết)(?: [^ ,]+){0,6}`,
  `(?:phát sinh|bổ sung|thêm)(?: ,)?(?: nếu có)?(?: ,)?(?: [^ ,]+){0,6} (?:lập )?(?:phiếu|văn bản) (?:khác|riêng|tiếp theo|bổ sung)(?: gửi)?(?: sau)?`,
  `(?:phiếu|công văn|văn bản)(?: [^ ,]+){0,4} trước(?: đó| đây)? (?:chưa có|thiếu|ghi sai|sai|nhầm)(?: [^ ,]+){0,8}`,
  // What was asked before, and why this comes so late.
  `(?:${earlier})(?: [^ ,]+){0,4} hỏi(?: [^ ,]+){0,4}(?: nên)? (?:khóa|hủy|cấp) hay (?:khóa|hủy|cấp)(?: lại)?`,
  `(?:đáng lẽ|lẽ ra)(?: phiếu này)? gửi(?: [^ ,]+){0,6} (?:trước|qua|rồi)(?: ,)? nhưng (?:phải )?chờ quyết định(?: [^ ,]+){0,6}`,
  // The same letter twice.
  `nếu(?: [^ ,]+){0,4} nhận được (?:hai|2) (?:thư|phiếu|bản|mail)(?: [^ ,]+){0,3} (?:giống|trùng)(?: nhau)?(?: ,)?(?: (?:thì|xin|nhờ|đề nghị|trung tâm))* bỏ qua (?:một|1|bớt)(?: [^ ,]+){0,2}`,
  // Data and passwords that somebody does not want.
  `không (?:yêu cầu|cần|đề nghị|phải)(?: [^ ,]+){0,2} (?:giữ|lưu|sao lưu)(?: lại)?(?: toàn bộ| các)? (?:dữ liệu|thư|nội dung|gì)|không cần (?:biết|giữ|nhận) mật khẩu|không có nhu cầu (?:khôi phục|lưu|giữ|sao lưu)(?: [^ ,]+){0,4}`,
  `không còn(?: [^ ,]+){0,3} (?:cần|phải) (?:giữ|lưu)(?: lại)?|đã (?:được )?sao lưu(?: [^ ,]+){0,6}`,
  // What somebody does not manage, and what is still left undone.
  `không (?:mở|vào|vô|đăng nhập|truy cập|đọc|gửi|nhận)(?: [^ ,]+){0,3} được`,
  `(?:nhiều|một số|có) (?:hộp thư|người|cán bộ)(?: của người)?(?: đã)? (?:nghỉ|chuyển)(?: [^ ,]+){0,3} (?:mà|nhưng)(?: vẫn)? chưa(?: được)? (?:đề nghị|báo|kịp)(?: hủy| thu hồi)?`,
  `nhưng (?:hộp thư|email|tài khoản) chưa được (?:thu hồi|hủy|cập nhật|xóa|khóa)(?= (?:, )*$)`,
  `(?<! (?:hủy|thu hồi|xóa|nghỉ)(?: \\S+){0,12} )giữ(?: lại| nguyên)?(?: các| toàn bộ)? (?:thư cũ|dữ liệu|nội dung|thư từ|danh bạ)`,
  // What follows from the rules, what is avoided, and days of rest.
  `sau khi nhận (?:được )?(?:hộp thư|mật khẩu|tài khoản)(?: [^ ,]+){0,3} phải (?:đổi|thay đổi) mật khẩu(?: [^ ,]+){0,3}|nếu không(?: [^ ,]+){0,6} sẽ bị (?:khóa|thu hồi|hủy)(?: [^ ,]+){0,3}|tránh (?:để|việc|tình trạng|trường hợp|bị)(?! (?:xóa|hủy|thu hồi|khóa|cấp|đổi))(?: [^ ,]+){0,12}|(?:này|cũng) không gấp`,
  `(?:thứ bảy|chủ nhật|cuối tuần|ngày nghỉ|ngày lễ)(?: [^ ]+){0,5} không làm việc|(?:nếu qua tuần mới xong thì(?: [^ ,]+){0,5} )?(?:cũng )?không sao(?: đâu)?|từ (?:năm|tháng|tuần) (?:ngoái|trước|rồi)`,
  `do sơ suất(?= ,(?: [^ ,]+){0,4} (?:chậm|quên|thiếu|trễ) )|chưa(?: được)?(?: [^ ,]+){0,2} kịp thời`,
  // Rows that are named to be done.
  `(?:không|chưa)(?: (?:có|thấy))?(?: gì)? (?:vướng mắc|vướng|trở ngại|khó khăn|thay đổi gì)(?: gì)?`,
  `thì (?:cứ )?(?:làm|cấp|thực hiện|xử lý) được(?: rồi| luôn| ngay)+`,
];

/** What such words harmlessly stand in, looked for from the first to the last and taken out of the sentence. */
const harmlessBeside: readonly string[] = [
  // Mistakes of earlier letters, and what came of them.
  `(?:${earlier})(?: [^ ,]+){0,6} (?:nhầm|lộn|sai|quên|${no})(?: [^ ,]+){0,6}`,
  // Who finds something unclear is to ask.
  `(?:nếu|trường hợp(?! (?:này|đó|ấy|trên))|khi|chỗ nào|có gì|gì)(?: [^ ]+){0,10}? (?:${no}|nhầm|sai|thiếu|lộn)(?: [^ ]+){0,8}? ${tell}`,
  `${no} (?:rõ|hiểu|hợp lệ|đúng|đầy đủ|phù hợp)(?: [^ ]+){0,6}? ${tell}`,
  `(?:nhận|gửi)(?: [^ ,]+){0,2} nhầm(?: [^ ,]+){0,4} (?:xóa|${tell})|không phải(?: là)? (?:người nhận|quan điểm)`,
  // What was not done before and is asked for now; what every form is told.
  `${no}(?: [^ ,]+){0,8}(?: ,)?(?: [^ ,]+){0,3} nay(?: [^ ,]+){0,2} (?:đề nghị|xin|gửi)|chưa (?:cấp lại|trả|gửi)(?: [^ ,]+){0,3} (?:cho|về)`,
  `(?:không (?:ghi rõ|có)(?: [^ ]+){0,12}? )?(?:sẽ|thì) không được (?:giải quyết|thực hiện|xem xét)`,
  // What somebody does not have, know or manage.
  `(?:không|chưa)(?: còn)?(?: cần)? (?:giữ|lưu)(?: lại)?(?= (?:, )?(?:$|${thing}))`,
  `${no}(?: (?:được|thể|có|còn|bao giờ|từng|ai|hề|thấy|tự|kịp))* (?:(?:cấp|nhận|có|được|tạo|lập|đăng ký) )*(?:một )?${thing}`,
  `${no}(?: (?:được|thể|còn|thấy|tự|biết|hề|sao|cách nào|ai|thực hiện|tiến hành))* ${use}(?! (?:chức|công tác|nhiệm|quyết|việc|lại phiếu))`,
  `không(?: [^ ,]+){0,4} được(?! ${does})|${no} (?:quen|rành|biết cách|biết sử dụng|biết dùng|lần nào|từng|nhất thiết)`,
  `không (?:còn )?(?:công tác|làm việc|làm (?:ở|tại)|phù hợp|phụ trách|bàn giao)|không(?: còn)? (?:trùng|quá|kịp thời|bị|sai sót)|không (?:để )?ảnh hưởng`,
  `không(?: có)? ai ${use}|không có(?! (?:nhu cầu|yêu cầu|chữ ký|quyết định|tên|trong|thẩm quyền|chủ trương|dấu|con dấu|căn cứ|người này))`,
  `chưa có (?:cán bộ|văn thư|chuyên trách|người|ai|điều kiện)|(?<! (?:quyết định|chữ ký|văn bản|ý kiến|chủ trương) .*)chưa có(?= (?:, )?$)|(?:tới|đến|nhận|nhận được) chưa`,
  `không(?: có)? (?:gấp|vội)(?: gì)? (?:lắm|đâu|gì)|sau (?:một )?(?:thời gian|đợt|kỳ)(?: [^ ,]+){0,6}|sau khi (?:nghỉ|điều trị|đi học|sinh)(?: [^ ,]+){0,6}`,
  `không (?:cử|đến|lên|gửi|nộp|mang|chuyển)(?: [^ ,]+){0,8} được|không biết (?:thư|mail|có)(?: [^ ,]+){0,5} chưa|chưa(?: được)?(?: [^ ,]+){0,2} (?:thường xuyên|kịp thời|đầy đủ|kịp|sát sao|chặt chẽ|tốt)`,
  `trước khi (?:đi|nghỉ|chuyển|về hưu|thôi việc)`,
  `không biết(?: có)?(?: bị)? (?:lạc|thất lạc|tới|đến|nhận)(?: [^ ,]+){0,4} (?:không|chưa)|(?:anh|chị|bác|chú|quý vị)(?: [^ ,]+){0,3} (?:khỏe|rảnh) không|không gặp`,
  `(?<= hộp thư(?: [^ ,]+){0,6} )sau khi (?:hủy|xóa|thu hồi)|(?:lưu ý|chú ý) khi(?: [^ ,]+){0,5}|khi (?:đổi|sửa|đặt) (?:tên|mật khẩu)|sau thai sản`,
  `ai cũng|không có ai`,
  // What somebody holds, who comes after another, and what was before.
  `giữ (?:chức|vị trí)(?: vụ)?|(?:người|trường hợp|đồng chí|dòng) sau|(?:lần|hôm|tuần|đợt|tháng|năm) trước(?: đây)?|trước đây`,
  // Who has gone, and what has had its day, needs an end.
  `(?:hưu|nghỉ|thôi việc|chuyển)(?: [^ ,]+){0,8} không còn (?:nhu cầu|cần)|không còn (?:cần thiết|hoạt động)(?: ,)?(?: nên)? (?:đề nghị|xin) (?:hủy|thu hồi|khóa)`,
  `(?:không|đừng)(?: [^ ,]+){0,3} (?:báo|đọc|gửi|cung cấp|cho) mật khẩu(?: [^ ,]+){0,8}`,
  `không (?:công khai|đăng|hiển thị|đưa)(?: [^ ,]+){0,8} (?:danh bạ|mạng|trang|công khai)`,
  // How to write, to send and to answer.
  `(?:không|đừng)(?: (?:cần|phải))* (?:gửi|gởi|gọi|trả lời|nhắn|chuyển|in|photo|phúc đáp|cung cấp|tiết lộ|chia sẻ|để lộ|cho)(?: [^ ,]+){0,3} (?:bản giấy|giấy|qua|vào|từng|cá nhân|mà|tin nhắn|zalo|số|điện thoại|này|người|riêng|bưu điện|mượn)`,
  `(?:thư này(?: [^ ,]+){0,2} )?không cần (?:trả lời|phúc đáp)|đừng (?:lo|ngại|buồn|la|rầy|phiền|giận|quên|bỏ sót)|không (?:viết|ghi|dùng|sử dụng)(?! rõ)|không cần (?:bản|giấy)`,
  `không (?:yêu cầu|đề nghị|thay đổi)(?: [^ ,]+){0,6} (?:gì|khác|thêm)|không(?: thể)? (?:lên|xuống|đến|tới|qua|gia hạn|kéo dài|chậm trễ|trễ|mong|tiện)`,
  `(?:chừng|khi|bao giờ) nào(?: [^ ,]+){0,5} (?:xong|có|được|rảnh|cấp|làm|tiện)(?: [^ ,]+){0,3}(?: ,)?(?: [^ ,]+){0,6} (?:báo|nhắn|gọi|alo|cho|gửi|hú|thông báo)`,
  // Waiting for us.
  `(?:chờ|đợi|mong)(?: [^ ,]+){0,2} (?:tin|phản hồi|kết quả|hồi âm|trả lời|giải quyết|hỗ trợ|lâu|mãi|hoài)|đợi (?:bản giấy|thư giấy)`,
  // Trials and slips of people at their machines.
  `thử(?: [^ ,]+){0,4} (?:lần|hoài|mãi|bấm|vào|vô|đăng nhập|mật khẩu|pass|mk|lại)|thử (?:bấm|vào|vô|đăng nhập|việc|thách|mật khẩu|lại)`,
  `(?:nhập|gõ|bấm|ghi|viết)(?: [^ ,]+){0,2} (?:nhầm|lộn|sai)(?: [^ ,]+){0,4} (?:mật|pass|mk|lần|tên|họ|dấu|số)|(?:bị|báo|hệ thống)(?: [^ ,]+){0,2} từ chối`,
  `mật khẩu tạm|tạm (?:thời )?(?:dùng|xài|sử dụng|phụ trách|đóng)|tạm thời(?: [^ ,]+){0,3} (?:dùng|xài|sử dụng)|tạm (?:biệt|thời)(?= (?:, )?$)|thôi (?:việc|học|giữ chức)|nghỉ thôi`,
];

/** What letters speak of beside the request, and what those speak of that are about it. */
export const elsewhere = phrase(
  'bàn phím|bộ gõ|tiếng việt|không dấu|đường truyền|mạng|internet|webmail|(?:!máy|may (?:cua|em|tinh|in|co))|báo cáo(?! trung tâm)|kinh phí|hội nghị|tập huấn|thời tiết|mưa|bão|tàu|phà|dịch bệnh|sức khỏe|hợp đồng thuê',
);
export const ofRequest = phrase(
  'phiếu|danh sách|tệp|file|bảng|biểu mẫu|trường hợp|hộp thư|hòm thư|tài khoản|mật khẩu|đề nghị này|yêu cầu này|cấp|hủy|khóa|xóa|thu hồi|thực hiện|tiến hành',
);

/** What is cut out of every sentence. */
export const harmless = harmlessAnywhere.map(bounded).map(phraseAnywhere);
/** What is cut out after that where words may turn a sentence that no table has. */
export const harmlessTurns = harmlessBeside.map(phraseAnywhere);
