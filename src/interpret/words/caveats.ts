/*
 * How offices write outside the table that something in it is not to be done. With accents; a sentence is in lower case.
 */

const start = '(?<!\\p{L})';
const end = '(?!\\p{L})';
const carrying = 'thực hiện|làm|xử lý|xử lí|giải quyết|tiến hành';
const doing = `(?:${carrying}|cấp|hủy|huỷ|khóa|khoá|đổi|xóa|xoá|chuyển)`;
const dropping = '(?:bỏ|xóa|xoá|gạch|gạch bỏ|loại|loại bỏ|hủy|huỷ|rút|thôi)';
/** Not of what is asked now: "hủy phiếu đã gửi ngày 20/11". */
const notEarlier = '(?! (?:cũ|trước|lần trước|(?:đã )?gửi (?:ngày|lúc|hôm|lần|sáng|chiều)))';
const wishing = '(?:đề nghị|yêu cầu|có nhu cầu|cần)';

/** In a folded sentence: numbers after words that mean rows. A bare "trường hợp 3" may count people. */
export const linePointer =
  /(?<! theo) (?:(?:dong|hang|stt|so thu tu|so tt|tt)(?: (?:so|thu))?|(?:muc|truong hop|dong chi|d c|nguoi|can bo|ca nhan) (?:so|thu|stt|so thu tu)) ((?:(?:(?:va|den|so) )*\d{1,4} ?)+)/g;

/** "Bỏ dòng số 2", "chưa thực hiện", "không đề nghị nữa", "xin rút". */
export const callingOff = new RegExp(
  [
    `(?<!đã (?:được )?)${start}${dropping}(?: \\p{L}+){0,2} (?:dòng|hàng|stt|số thứ tự|trường hợp|tên|khỏi danh sách|ra khỏi danh sách)${end}`,
    `${start}${dropping}(?: (?:bỏ|lại|các|toàn bộ))? (?:phiếu|danh sách|yêu cầu|đề nghị)${end}${notEarlier}`,
    `${start}(?:dòng|hàng|stt|số thứ tự|số tt)(?:[,:\\s]+(?:số|và|đến|cuối|đầu|trên|dưới|này|cùng|thì|đề nghị|xin|\\d{1,4}))+[,:\\s]+${dropping}${end}(?! hộp| email| thư| tài khoản)`,
    `${start}chưa(?: \\p{L}+){0,2} (?:${carrying}|${wishing})${end}(?! (?:được|việc|đổi|đăng nhập|tốt|nên))`,
    `${start}(?:đừng|khoan|khoan hãy|tạm hoãn|tạm dừng|tạm ngưng|hoãn|tạm thời không)(?: \\p{L}+){0,2} (?:${doing}|${wishing})${end}`,
    `${start}(?:chờ|đợi) .{1,80} (?:mới|hãy|rồi|sẽ)(?: \\p{L}+)? ${doing}${end}`,
    `${start}không(?: \\p{L}+){0,2} (?:${carrying})(?: (?:đối với|cho|với))? (?:dòng|trường hợp (?:này|trên|sau|số)|các trường hợp (?:này|trên|sau|dưới đây)|danh sách|phiếu|đồng chí|đ/c|ông|bà)${end}`,
    `${start}(?:không|thôi|khỏi)(?: \\p{L}+){0,3} (?:${doing}|${wishing})(?: \\p{L}+){0,3} nữa${end}`,
    `${start}(?:thôi|khỏi) (?:${doing}|${wishing})${end}`,
    `${start}(?:xin|đề nghị|cho) (?:rút|rút lại|thu hồi|hủy|huỷ|hủy bỏ|huỷ bỏ) (?:lại )?(?:phiếu|danh sách|yêu cầu|đề nghị|văn bản|công văn)${end}${notEarlier}`,
    `${start}(?:dừng|ngừng|ngưng)(?: \\p{L}+){0,1} (?:${doing})${end}`,
    `${start}bỏ qua(?: \\p{L}+)? (?:phiếu|danh sách|thư này|yêu cầu này)${end}${notEarlier}`,
    `${start}(?:hết|không còn) (?:hiệu lực|giá trị)${end}`,
    `${start}không (?:${carrying})\\P{L}*$`,
  ].join('|'),
  'u',
);

/** "Trừ các đồng chí đã nghỉ", "không bao gồm …". */
export const exceptions = new RegExp(
  `${start}(?:ngoại trừ|loại trừ|trừ ra|không bao gồm|không kể)${end}|(?:^|[,(;:–-]\\s*|\\s)trừ (?:các |những )?(?:trường hợp|đồng chí|đ/c|ông|bà|người|dòng|hàng|stt|cán bộ)${end}`,
  'u',
);

/** A form or letter that says of itself that it is not yet the real one. */
export const draft = new RegExp(
  [
    '^[^\\p{L}]*(?:bản )?(?:dự thảo|nháp)(?: lần \\d+)?[^\\p{L}]*$',
    `${start}(?:phiếu|danh sách|bản|văn bản)(?: \\p{L}+){0,3} (?:là |chỉ là )?(?:bản )?(?:nháp|dự thảo)${end}`,
    `${start}(?:để|chỉ) tham khảo${end}`,
    `${start}gửi (?:trước )?(?:\\p{L}+ ){0,4}(?:để )?(?:xem trước|xem xét trước|góp ý|kiểm tra trước|rà soát trước|cho ý kiến)${end}`,
    `${start}chưa (?:phải (?:là )?)?(?:bản )?chính thức${end}`,
  ].join('|'),
  'u',
);

/** What forms tell those who fill them in: "nếu không ghi rõ sẽ không được giải quyết". */
export const instructing = /(?<!\p{L})(?:nếu|bắt buộc|ghi rõ|sẽ không|không được|chịu trách nhiệm)(?!\p{L})/u;

/** Whom to ask or tell, not what to do. */
export const contact =
  /(?<!\p{L})(?:liên hệ|liên lạc|gọi|đầu mối|báo cho|thông báo|gửi (?:về|cho|qua)|trao đổi|phối hợp|hỗ trợ|người nhận|phụ trách)(?!\p{L})/u;

/** From a later day on, what is asked is to be done. "Trước ngày …" only hurries. */
export const later = new RegExp(
  `^(?!(?!.*${start}(?:chỉ|bắt đầu)${end}).*${start}(?:căn cứ|nghị quyết|quyết định|quy chế|thông báo số|kịp|chuẩn bị|hạn|chậm nhất|phản hồi|hệ thống|phần mềm)${end})(?=.*${start}(?:${carrying}|áp dụng|hiệu lực|cấp|hủy|huỷ|khóa|khoá|đổi)${end}).*${start}(?:từ|kể từ|sau|vào|bắt đầu|đến)(?: \\p{L}+){0,2} (?:ngày|tháng|năm|\\d)`,
  'u',
);

/** People leave their posts. */
export const leaving =
  /(?<!\p{L})(?:nghỉ (?:hưu|việc|công tác)|thôi việc|chuyển công tác|nghi (?:huu|viec)|thoi viec)(?!\p{L})/u;

/** Of a row: it stands there by mistake, or is put aside. */
export const setAside = /(?<!\p{L})(?:nhầm|xin bỏ|bỏ ra|loại ra|để lại|để sau|lùi lại)(?!\p{L})/u;

/** The same in a sentence without accents, whose words may be others. */
export const bareAgainst =
  /(?<![a-z])(?:bo|khong|ko|chua|hoan|khoan|thoi|xoa|gach|rut|loai|dung|cho|tru|nham)(?![a-z])/;

/** What calls all of it off without accents. Only what can be nothing else: `can bo de nghi`, `dong thoi cap`, `su dung` are everywhere. */
export const bareCallingOff = new RegExp(
  [
    'ban nhap|du thao|chua (?:phai )?(?:ban )?chinh thuc',
    '(?:rut|thu hoi) (?:lai )?(?:phieu|danh sach|yeu cau|de nghi)',
    'huy (?:bo )?(?:phieu|danh sach|yeu cau)(?: (?:nay|tren))?',
    '(?:chua|khoan|khoan hay|tam hoan|tam dung|tam ngung|tam thoi khong)(?: [a-z]+)? (?:thuc hien|xu ly|giai quyet)(?! (?:duoc|nen))',
    'khong (?:thuc hien|xu ly|giai quyet) (?:phieu|danh sach|nua)',
  ]
    .map((pattern) => `(?<![a-z])(?:${pattern})(?![a-z])`)
    .join('|'),
);

/** "Chỉ thực hiện dòng 1, 2", "chỉ làm cho anh Bảo": whom it does not name is to be left. */
export const only = new RegExp(
  `${start}chỉ (?:${doing})(?: \\p{L}+){0,2} (?:dòng|hàng|stt|số|trường hợp|cho|đối với)${end}(?!.*${start}(?:từ|kể từ|sau|khi)${end})`,
  'u',
);
