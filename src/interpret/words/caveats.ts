import { phrase } from '../../text/spoken.ts';

/*
 * What decides whether a sentence outside the table is about the rows at all, and which of them it puts off, beside the phrases that take
 * something back. All but the first are for `spoken` ones.
 */

/** What staff are to tick or to fill in: "đã thực hiện / chưa thực hiện". */
export const prompts =
  /[☐□▢◻☑☒]?\s*(?:đã|đồng ý|có)[^,;.:]{0,20}[/|☐□▢◻☑☒][\s☐□▢◻☑☒]*(?:chưa|không)[^;.:]{0,30}/giu;

/** A clause of condition with what follows after a comma. */
export const condition = phrase('nếu [^,]*(?= , [^ ])');

/** What forms tell those who fill them in: "nếu không ghi rõ sẽ không được giải quyết". */
export const instructing = phrase('nếu|bắt buộc|ghi rõ|sẽ không|không được|chịu trách nhiệm');

const change = '(?:hủy|thu hồi|khóa|xóa|cấp|đổi|giữ|thực hiện|xử lý|làm|tiến hành)';
/** "Nêu trên" is no condition where its accents are lost. */
const given = '(?:!nếu|neu(?! tren))';
const whoever =
  '(?:trung tâm|quý|anh|chị|đề nghị|xin|nhờ|mong|vui lòng|hãy|mới|chưa|không|được|tạm|tiếp tục)';
/** "Nếu được" alone is how one asks for something soon. */
const granting =
  '(?:sự|phê|duyệt|đồng ý|chấp|cho phép|thông qua|xét|xem xét|lãnh đạo|giám đốc|cấp trên|cấp có|ban|ủy ban|ubnd|sở|huyện|tỉnh|thủ trưởng|chủ tịch|cơ quan)';
/** On what some of what is asked depends: "nếu đã bàn giao thì mới hủy". */
export const conditional: readonly RegExp[] = [
  `${given}(?: [^ ]+){1,16}? (?:(?:mới|hãy)|thì(?: ${whoever})*|,(?: ${whoever})* chưa) ${change}`,
  `(?:chừng nào|khi nào|bao giờ|lúc nào|hễ)(?: [^ ]+){1,16}? thì(?: ${whoever})* ${change}`,
  `${change}(?: [^ ,]+){0,8} ${given}(?! (?:được(?! ${granting})|có thể|cần|kịp|thuận|có (?:,|$|gì|vướng|sai|thắc|lỗi)))`,
].map((source) => phrase(source));

const doing =
  '(?:thực hiện|xử lý|giải quyết|tiến hành|làm(?! (?:việc|thủ))|hủy|thu hồi|khóa|xóa|(?<! (?:cung|nâng) )cấp(?! (?:trên|xã|huyện|tỉnh|sở)))';
const decision =
  '(?:quyết định|văn bản|công văn|thông báo|ý kiến|chủ trương|chỉ đạo|kết luận|xác nhận|sự đồng ý|phê duyệt)(?! (?:này|trên|nêu trên))';
const original = 'bản (?:giấy|chính|gốc|cứng)';
const handover = '(?:bàn giao|thủ tục|hồ sơ|đối chiếu|kiểm kê)';
const over = '(?:xong|hoàn tất|hoàn thành|đầy đủ)';
/** What may still have to happen: a decision, the original of the form, the handover of somebody's work. None of it is said of what every office does. */
const event = [
  '(?<! (?:căn cứ|quy chế|quy định) .*)(?<! (?:sau|ngay|mỗi|trước|đến) )khi(?: (?!(?:cần|muốn|đăng nhập|sử dụng) )[^ ,]+){0,5}',
  `(?:(?:có|ban hành|ra)(?: [^ ,]+){0,2} (?:${decision}|${original})|(?:nhận|nhận được)(?: [^ ,]+){0,2} ${original}|(?:đồng ý|phê duyệt|chấp thuận|thống nhất|ký duyệt)|${handover}(?: [^ ,]+){0,5} ${over}|${over}(?: (?:việc|các))* ${handover})`,
].join(' ');
/** For what is asked is to wait: "thực hiện khi có quyết định", "khi bàn giao xong, đề nghị hủy". */
export const awaited: readonly RegExp[] = [
  `${doing}(?: (?!(?:và|để|nhằm|phục vụ|báo|thông báo|gửi|nhận|liên hệ|phải) )[^ ,]+){0,8} ${event}`,
  `${event}(?: (?!(?:báo|thông báo|gửi|phải) )[^ ]+){0,8}? (?:đề nghị|xin|nhờ|mong|trung tâm|thì|mới|hãy|sẽ|kính)(?: [^ ,]+){0,4} ${doing}`,
  `${doing}(?: [^ ,]+){0,3} từ (?:ngày|khi)(?: có)? quyết định`,
].map((source) => phrase(source));

/** Conditions that hold for every form, or that the centre knows how to meet. */
export const usual = phrase(
  '!trùng|trùng (?:tên|họ|địa)|bắt buộc|ghi rõ|ghi đầy đủ|sẽ không|không được|thiếu|chữ ký|hợp lệ|đúng mẫu|chịu trách nhiệm',
);

/**
 * Sentences that tell what became of an earlier letter or of somebody's data, or that all else stays as it is: the words in them that take
 * something back are not about the rows.
 */
export const besides: readonly RegExp[] = [
  '(?:thư|mail|phiếu)(?: [^ ,]+){0,5} bị trả(?: về| lại)?|hỏi thêm(?: [^ ]+)* (?:dung lượng|cài đặt|thủ tục|phần mềm|kinh phí|tập huấn)|(?:cho|xin)(?: [^ ,]+){0,2} hỏi(?: [^ ]+)* (?:dung lượng|cài đặt|tập huấn)',
  '(?:tại|theo|trong) (?:công văn|văn bản|phiếu) số(?: [^ ]+){1,12} đã(?: được)?(?: [^ ,]+){0,3} (?:thực hiện|giải quyết|xử lý)',
  '(?:đã|có|từng) gửi phiếu(?: [^ ]+)* (?:bị|được)(?: trung tâm)? trả(?: lại| về)?',
  '(?<! (?:đề nghị|xin|nhờ|mong|kính|để|cho|yêu cầu|nếu)(?: quý)? )trung tâm(?: (?:đã|có|cũng|lại))* (?:trả|trả lại|trả về|gửi trả|gửi lại|chuyển trả|chuyển lại|hướng dẫn|góp ý|yêu cầu|đề nghị)(?= (?:,|nên|do|vì|và|để|làm|sửa|ghi|bổ sung|lập|điền|đơn vị|sở|phòng|văn phòng|huyện|xã)| (?:, )?$)',
  '(?<=^ (?:, )?(?:(?:toàn bộ|các|mọi|những|phần) )*)(?:dữ liệu|thư cũ|thư từ|nội dung thư|danh bạ)(?: (?!(?:chưa|đang|chờ|đợi|khi|sau|nếu|đến|để|cho|tới) )[^ ]+)*? (?:đã|không (?:còn )?(?:cần|phải))(?: (?!(?:chưa|đang|chờ|đợi|khi|nếu) )[^ ]+)*(?= $)',
  '(?:công văn|phiếu|văn bản|thư)(?: [^ ]+){0,4} (?:số|ngày|trước|hôm|tuần|lần)(?: [^ ]+){1,24} (?:nên|và) (?:chưa|không) được(?: trung tâm)? (?:giải quyết|xử lý|thực hiện|chấp nhận|tiếp nhận)(?= (?:, )*$)',
  '(?:nội dung|thông tin|phần|mục) khác(?: [^ ,]+){0,8} (?:không (?:thay đổi|đổi)|giữ nguyên|như cũ)',
].map((source) => phrase(source));

/** Words that put something off or except somebody, whatever else a sentence tells. */
export const firm = phrase(
  '!riêng|trừ|ngoại trừ|!khoan|!hoãn|tạm hoãn|tạm dừng|!dừng|!ngưng|!đừng|!rút(?! kinh nghiệm)|rút lại|!chờ|!đợi|(?:chưa|không) (?:hủy|cấp|khóa|xóa|thu hồi|thực hiện|xử lý|làm|đổi|giải quyết)(?! được)|(?:mới|hãy) (?:hủy|cấp|khóa|xóa|thực hiện|làm)|bỏ (?:dòng|tên|ông|bà|anh|chị|đồng chí|số)|để sau|(?:xin|còn|tiếp tục|vẫn)~ (?:dùng|sử dụng|xài|giữ)(?! (?:lại|dữ liệu))|tạm giữ',
);
export const excepting = phrase('riêng|trừ|ngoại trừ|ngoài');

/** All others than those of the form stay as they are, where nobody is named. */
export const untouched = phrase(
  '(?<! chỉ .*)(?:công chức|cán bộ|viên chức|hộp thư|tài khoản) khác(?: [^ ,]+){0,6} (?:giữ nguyên|không (?:thay đổi|đổi))|không (?:đề nghị )?(?:thay đổi|đổi)(?: [^ ,]+){0,4} (?:hộp thư|tài khoản) khác|hộp thư còn lại của (?:sở|đơn vị|cơ quan|phòng|huyện|xã|văn phòng|trường)(?: [^ ,]+){0,3} giữ nguyên',
);

/** Rows that are named only to say that they are to be done. */
export const affirmed = phrase(
  '(?:thì|xin|đề nghị|nhờ|vẫn|cứ|được|là)(?: (?:trung tâm|quý|anh|chị|các|cứ|vẫn|cần|em|xin|nhờ))* (?:làm|thực hiện|xử lý|giải quyết|tiến hành|cấp|hủy|khóa|đổi|đúng|gấp|ngay|giữ nguyên yêu cầu)(?: [^ ,]+){0,3} (?:giúp|giùm|dùm|ngay|trước|luôn|gấp|như phiếu|theo phiếu|như trong phiếu|bình thường|sớm|liền|phiếu)|(?:thì|vẫn) (?:cần (?:ngay|gấp|sớm)|(?:đúng )?(?:như|theo)(?: trong)? phiếu)',
);

/** Somebody of whom the sentence before spoke. */
export const backward = phrase(
  '(?:trường hợp|người|đồng chí|ông|bà|anh|chị|cô|việc|hộp thư) (?:này|đó|ấy|kia)|ảnh|chỉ ấy|cổ|của (?:ông|bà|anh|chị|cô)(?= (?:vẫn|đã|chưa|còn|đang|,|thì|nên|sẽ|do|cũng))',
);

/** Whom to ask or tell, not what to do. */
export const contact = phrase(
  'liên hệ|nhắn|liên lạc|gọi|đầu mối|người nhận|báo cho|gửi (?:về|cho|qua)|(?:trao đổi|phối hợp|thông báo|hỗ trợ) (?:với|qua|cho|về|cùng|trực tiếp)|phụ trách (?:nhận|liên hệ|hộp thư|đầu mối)',
);

/** From a later day on, what is asked is to be done: some word of doing, and a day. "Trước ngày …" only hurries. */
export const later: readonly RegExp[] = [
  phrase('thực hiện|làm|xử lý|giải quyết|tiến hành|áp dụng|hiệu lực|cấp|hủy|thu hồi|khóa|đổi'),
  phrase('(?:từ|kể từ|sau|vào|bắt đầu|đến)(?: [^ ,]+){0,2} (?:ngày|tháng|năm|\\d+)'),
];

/** What a day beside these is that of, in a sentence that says little else: by when, an answer, a meeting, a document. */
export const otherDay = phrase(
  [
    'hạn|chậm nhất|muộn nhất|trước|kịp|chuẩn bị|phục vụ|để|sớm|gấp',
    'kết quả|phản hồi|trả lời|phúc đáp|gửi|nộp|nhận(?! công tác)|bổ sung|báo|báo cáo|thông báo|liên hệ|gọi',
    'họp|hội nghị|hội thảo|đại hội|tập huấn|bầu cử|lễ|kỳ|đợt|kiểm tra|thanh tra|thi|khai giảng|khai trương|triển khai',
    'giá trị|căn cứ|theo|công văn|quyết định|kế hoạch số|hệ thống|phần mềm|máy|sinh',
  ].join('|'),
);

/** A day beside these is that of a decision or of something else, unless the sentence limits what is asked. */
export const dated = phrase(
  'căn cứ|nghị quyết|quyết định|quy chế|thông báo số|kịp|chuẩn bị|hạn|chậm nhất|phản hồi|hệ thống|phần mềm',
);
export const limiting = phrase(
  'chỉ|bắt đầu|(?:thực hiện|xử lý|áp dụng)(?: (?!(?:để|kịp|trước|phục|sớm) )[^ ,]+){0,6} (?:kể từ|từ|vào) ngày',
);

/** The others than those named before. */
export const rest = phrase(
  '(?:hai|ba|bốn|mấy|những|các|\\d+) (?:người|trường hợp|dòng|hàng|đồng chí|anh|chị|ca) (?:kia|nọ)|(?:hai|ba|bốn|mấy|\\d+) (?:người|trường hợp|dòng|hàng) (?:trên|dưới)(?! cùng)|(?:nội dung|việc|phần|mục) khác|còn lại(?! đều đã có)|(?:người|trường hợp|đồng chí|dòng|cán bộ|anh chị) khác',
);
