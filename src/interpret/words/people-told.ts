import { type Action, actions } from '../../model/request.ts';
import { phrase } from '../../text/spoken.ts';

/*
 * What sentences and notes say of people and their mailboxes, which may speak against what the rows ask. All are for `spoken` ones.
 */

/** Who is no longer there needs nothing but an end. */
export const gone = phrase(
  'không còn (?:công tác|làm việc)|(?:đã|vừa) (?:nghỉ|thôi việc|qua đời|mất)|từ trần',
);

/** Somebody comes in the place of another, who may be the one that leaves. */
export const instead = phrase('thay|thay thế|kế nhiệm');

const still =
  '(?<! (?:không|chẳng|hết|chưa|trung tâm) )(?:vẫn|còn)(?: (?:vẫn|còn|đang|hằng ngày|hàng ngày|thường xuyên))*';
const post =
  '(?:đi (?:làm|dạy|trực)|đến làm|làm(?! (?:phiền|giúp|giùm|dùm|gì|theo|thủ|hồ|lại|được|chậm|ảnh))|trực|dạy|giảng dạy|đứng lớp|phụ trách|đảm nhiệm|đảm nhận|kiêm|giữ chức|giữ nhiệm vụ|quản lý|theo dõi|điều hành|xử lý (?:công việc|văn bản)|trong biên chế|là (?:công chức|viên chức|cán bộ|nhân viên|người của))';
/** Who is to lose a mailbox needs it still. */
export const keeping = phrase(
  `${still} (?:${post}|cần(?: [^ ,]+){0,2} (?:hộp thư|email|mail|thư|tài khoản|dùng|sử dụng|xài))|` +
    '(?:tiếp tục|vẫn(?: còn| đang)?) (?:sử dụng|dùng|công tác|làm việc|giữ)|(?:dùng|sử dụng|giữ|xài)(?: (?:hộp thư|email|mail))? (?:thêm|tiếp)|giữ nguyên hiện trạng|(?<! (?:không|chẳng|hết) )còn (?:đang )?(?:công tác|làm việc|sử dụng|dùng|xài)(?! đến)|ở lại|(?:tiếp tục|gia hạn|kéo dài|ký tiếp)~ (?:hợp đồng|công tác|làm việc|tuổi)',
);

/** A note tells that what is asked was done already: "Trung tâm đã cấp lại qua điện thoại". Where it goes on ("nhưng vẫn quên") it asks again. */
export const givenBack = phrase(
  '(?:đã|vừa)(?: [^ ,]+){0,2} (?:cấp lại|đặt lại|cài lại|reset|khôi phục|mở khóa|mở lại|hỗ trợ|đổi (?:mật khẩu|mk))',
);
/** It did not help, or not for long. */
export const again = phrase(
  'nhưng|song|mà|vẫn|hết hạn|bị|quên|không|chưa|(?<! (?:sáng|trưa|chiều|hôm|tuần) )nay|tiếp',
);

/** All that a note says of somebody who is in office. */
export const inOffice = phrase(
  '(?<=^ (?:, )*)(?:(?:vẫn|còn|đang|hiện|có) )+(?:công tác|làm việc|làm|dùng|sử dụng)(?: tại (?:đơn vị|cơ quan)| ở đây| bình thường)*(?= (?:, )*$)',
);

const enters = '(?:vào|vô|mở|đăng nhập|truy cập|dùng|xài|sử dụng|gửi nhận|nhận|gửi|đọc)';
/** A sentence goes on from what works to what does not: "vào được rồi nhưng không gửi được"; or it has only been hoped for, or was so before. */
const yetNot = '(?!.* (?:nhưng|mà|song|không|chưa|quên|sai|lỗi|(?<! hết )bị) )';
const wished =
  '(?<! (?:không|chưa|chẳng|để|cho|giúp|giùm|dùm|mong|muốn|cần|sớm|nhằm|đặng|nào|sao|khi|nếu|mới|sẽ|có thể|trước đây|trước kia|hồi trước|hôm trước|lúc)(?: [^ ,]+){0,5} )';
const what = '(?: (?:hộp|hòm|thư|email|mail|tài|khoản|mật|khẩu|của|anh|chị|ông|bà|mình|công|vụ))*';
/** A mailbox or a password that was lost works again. */
export const works = phrase(
  [
    `${wished}(?:đã|vừa|lại|tự|đều|hiện|nay|giờ)(?: [^ ,]+){0,2} ${enters}(?: lại)? được${yetNot}`,
    `${wished}${enters}(?:${what} lại)? được${what} (?:rồi|lại|bình thường|trở lại)${yetNot}`,
    `${wished}${enters} (?:lại được|được lại)${yetNot}`,
    `${wished}hết (?:bị )?(?:lỗi|trục trặc|sự cố|khóa(?! (?:học|đào|bồi|tập))|treo)${yetNot}`,
    `${wished}(?:đã|vừa|hiện|nay|giờ)(?: (?:đã|được|tự|trung tâm|vnpt|tổ|bên|cntt|hoạt động|đều|cũng))* (?:khắc phục|sửa xong|sửa được|xử lý xong|ổn|bình thường|thông suốt)(?! hóa)${yetNot}`,
    `${wished}(?:hoạt động|dùng|sử dụng|xài|chạy)(?: (?:đã|lại|được|rất))* (?:bình thường|tốt|ổn|trở lại)${yetNot}`,
    `${wished}(?:bình thường|ổn) (?:trở lại|lại|rồi)${yetNot}`,
    `${wished}(?:(?:đã|vừa) (?:có|biết)|(?:tìm|lấy|nhớ|khôi phục)(?: (?:ra|lại))* (?:được|ra|thấy))(?: lại)? (?:mật khẩu|mk|pass)${yetNot}`,
  ].join('|'),
);
/** What is in somebody's mailbox is to stay, or to go elsewhere. */
const contents = phrase(
  [
    '(?<! (?:không|khỏi|đã)(?: [^ ,]+){0,3} )giữ(?: lại| nguyên)?(?: các| toàn bộ)? (?:thư cũ|dữ liệu|thư từ)',
    '(?<! (?:không|khỏi|đã|tự|cần)(?: [^ ,]+){0,8} )(?:sao lưu|lưu|chép|sao chép|trích|xuất|tải|chuyển)(?: (?:lại|giúp|giùm|dùm|hộ|em|hết|các|những|toàn bộ|tất cả))* (?:thư(?! (?:này|mời|ký|ngỏ|trên))|dữ liệu|nội dung thư)(?! (?:về|của) (?:quý|trung tâm))',
  ].join('|'),
);

/** What is said of somebody, and the wishes for him that it speaks against. */
export const unfit: readonly { words: RegExp; denies: readonly Action[] }[] = [
  { words: contents, denies: ['cancel'] },
  { words: works, denies: ['reset-password', 'unlock', 'restore'] },
  // He has a mailbox.
  {
    words: phrase(
      '(?<! (?:chưa|không|ai|người) )(?:(?:đã|đang|vẫn còn|vẫn) có|đã được cấp) (?:một |sẵn |1 )?(?:hộp thư|email|mail|tài khoản)(?! (?:nhưng|trùng))',
    ),
    denies: ['create'],
  },
  // It is done.
  {
    words: phrase('(?:hộp thư|email|mail)(?: [^ ,]+){0,8} đã được(?: trung tâm)? (?:cấp|tạo|lập)(?! lại)'),
    denies: ['create'],
  },
  {
    words: phrase('(?:hộp thư|email|mail)(?: [^ ,]+){0,8} đã được(?: trung tâm)? (?:hủy|xóa|thu hồi)'),
    denies: ['cancel'],
  },
  {
    words: phrase('mật khẩu(?: [^ ,]+){0,8} đã được(?: trung tâm)? (?:cấp lại|đặt lại|đổi)'),
    denies: ['reset-password'],
  },
  // He is in another office, which asks for him.
  {
    words: phrase(
      '(?:đã|vừa|mới|được)(?: [^ ,]+){0,6} (?:điều động|chuyển|luân chuyển|chuyển công tác)(?: [^ ,]+){0,2} (?:sang|qua) (?:ban|sở|huyện|ubnd|ủy ban|công an|trường|hội|thành phố|tỉnh|viện|tòa)',
    ),
    denies: ['reset-password', 'unlock', 'restore'],
  },
  // What he forgot is in use.
  {
    words: phrase(
      '(?:mật khẩu|mk|pass)(?: [^ ,]+){0,4} (?:vẫn|đang)(?: [^ ,]+){0,3} (?:dùng|sử dụng|nhớ|xài|đăng nhập)|(?:vẫn|đang)(?: (?!(?:không|chưa|chẳng) )[^ ,]+){0,2} (?:đăng nhập|vào|dùng|sử dụng|xài)(?: [^ ,]+){0,3} (?:bình thường|tốt|được)|(?:đã|vừa|mới)(?: tự)? (?:đổi|lấy|đặt|khôi phục)(?: lại)? được',
    ),
    denies: ['reset-password'],
  },
  // He wants nothing changed.
  {
    words: phrase('xin (?:được )?(?:giữ|giữ nguyên|để nguyên)(?! (?:lại|các|dữ liệu|thư|liên lạc))'),
    denies: actions,
  },
  // He may keep a locked mailbox, and needs nothing else.
  {
    words: phrase('đình chỉ (?:công tác|chức vụ)|tạm giam|bị bắt'),
    denies: actions.filter((one) => one !== 'cancel' && one !== 'lock'),
  },
];

/** What a note says beside a wish that it speaks against. */
export const unfitBeside: readonly { words: RegExp; denies: readonly Action[] }[] = [
  { words: contents, denies: ['cancel'] },
  { words: works, denies: ['reset-password', 'unlock', 'restore'] },
  {
    words: phrase(
      '(?<=^ (?:, )*)(?:(?:bình thường|ổn)|(?:không|hết|thôi)(?: còn)? (?:dùng|sử dụng|xài|cần)(?: (?:nữa|đến|tới))*)(?= (?:, )*$)',
    ),
    denies: ['reset-password', 'unlock', 'restore'],
  },
  {
    words: phrase('(?<=^ (?:, )*)(?:dùng|sử dụng|xài) chung (?:với|hộp|mail|email|thư)'),
    denies: ['create'],
  },
];

/** Who is in office; one who goes to another may be said to be, too, where the same sentence asks for the end of his mailbox. */
export const staying = phrase(
  'bổ nhiệm|giữ chức|trở lại (?:công tác|làm việc)|(?:rồi|sẽ|sau đó|xong|lại)(?: (?:thì|sẽ|lại|mới))* (?:về lại|về (?:cơ quan|đơn vị|làm|công tác)|quay lại|quay về|trở lại|trở về)|được mời(?: [^ ,]+){0,3} (?:tiếp tục|ở lại)|vẫn (?:giao dịch|trao đổi|nhận|gửi|điều hành|phụ trách)',
);

/** Mailboxes are not to be taken away: whose is not said, so that it may be anybody's. */
export const kept = phrase('(?<! (?:nhưng|mà|vẫn|do) )(?:chưa|không|đừng|khoan)~ (?:hủy|thu hồi|xóa)');

/** Somebody is called otherwise than before. */
export const renaming = phrase('nay là|hiện là|tên (?:mới|cũ|thật|khai sinh)|đổi tên|tức');

/** A mailbox that is to be made is there: "hộp thư của cán bộ này đã được cấp tuần trước". */
export const granted = phrase(
  '(?:hộp thư|email|mail|tài khoản)(?: (?!(?:chưa|không|mà) )[^ ,]+){0,5} (?:đã|vừa)(?: được)? (?:cấp|tạo|có|mở)(?! (?:lại|phép))',
);

/** The mailboxes that are to be closed are to stay. */
export const holding = phrase(
  '(?:hộp thư|email|tài khoản)… (?:giữ|duy trì)(?! (?:chức|vị trí|liên lạc|mật|bí|gìn))',
);

/** Somebody does another's work, and nothing is to be changed. */
export const substitute = phrase(
  '(?:làm|người|về|vào|ngồi|nhận) thay|thay (?:cho|thế|ông|bà|anh|chị|vị trí)',
);

/** Who comes gets a mailbox beforehand. */
export const coming = phrase('nhận (?:công tác|việc|nhiệm vụ)|tuyển dụng|đến công tác|đi làm');
