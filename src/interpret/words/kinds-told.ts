import type { Action } from '../../model/request.ts';
import { phrase } from '../../text/spoken.ts';

/*
 * Of which wishes sentences speak, and what in them asks for nothing. All but the reasons are for `spoken` ones.
 */

/** What stands before it in a sentence is a reason, and asks for nothing: "đổi điện thoại nên không nhận được mã". */
export const cause = /^.*(?<!\p{L})nên(?!\p{L})/su;

/** Why something is asked for, and for what, to the end of a clause. */
export const reason = /(?<!\p{L})(?:do(?! đó| vậy)|vì(?! vậy| thế)|bởi|để|nhằm|theo)(?!\p{L})[^,;.]*/giu;

const group =
  '(?:trường hợp|việc|người|đồng chí|cán bộ|hộp thư|email|tài khoản|yêu cầu|đề nghị|thực hiện|tiến hành)(?: (?:đề nghị|xin|cần|việc))?';
const before =
  '(?:và|,|hay|hoặc|chỉ|chưa|không|đừng|khoan|hãy|mới|hoãn|dừng|ngừng|ngưng|thôi|khỏi|thì|sẽ|trước khi|sau khi)';
const mailbox = '(?:hộp thư|email|mail|tài khoản)';
const head = '(?<=^ (?:, )?(?:(?:riêng|đối với|các|những|phần) )*)';
const [taking, making] = ['(?:hủy|hủy bỏ|thu hồi|xóa|xóa bỏ|khóa)', '(?:cấp|tạo) mới'];

type Kind = { actions: readonly Action[]; subject: RegExp; pattern: RegExp };
const kindOf = (actions: readonly Action[], verbs: string, more = ''): Kind => ({
  actions,
  subject: phrase(`${head}${group} ${verbs}`),
  pattern: phrase(`(?:${group}|${before}) ${verbs}|${verbs}(?: [^ ,]+){0,3} ${mailbox}${more}`),
});
/**
 * Kinds of wishes that sentences speak of: "các trường hợp hủy", "chưa hủy", "hủy hộp thư", "giữ lại hộp thư". `subject`: one of which it goes on to
 * speak, "việc hủy …".
 */
export const kinds: readonly Kind[] = [
  kindOf(['cancel', 'lock'], taking, `|(?:giữ|giữ lại|giữ nguyên|duy trì) (?:các |những )?${mailbox}`),
  kindOf(['create'], making),
];

/** What is said with these is said of other wishes, too. */
export const ofOthers = phrase(
  'phiếu|danh sách|file|tệp|hồ sơ|biểu mẫu|(?:văn bản|công văn|(?<! hộp )thư|mail|bản|nội dung|yêu cầu|đề nghị)~ (?:này|trên|kèm)|các (?:yêu cầu|đề nghị|nội dung)|khác|còn lại|gửi|nhầm|!nháp|dự thảo|kết quả|(?:cấp|tạo)(?! mới)|đổi|mở|mật khẩu',
);

/** What is said with these is said of all wishes, but of a subject. */
export const ofAny = phrase(
  '(?:tất cả|toàn bộ|cả)(?! (?:thư|dữ liệu))|chuyển(?! (?:dữ liệu|thư))|(?:thực hiện|làm|xử lý|giải quyết|tiến hành)(?! (?:việc )?(?:hủy|thu hồi|xóa|khóa|cấp mới|tạo mới))',
);

/** Accounts are asked for, or something about them. */
export const accounts = phrase(
  '(?:cấp|tạo|mở|thu hồi|hủy|khóa|đổi|đặt lại|cấp lại|đăng nhập|vào)(?: [^ ,]+){0,4} (?:tài khoản|mật khẩu|phần mềm|quyền|người dùng|user)',
);
