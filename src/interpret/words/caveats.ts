import { type Action, actions } from '../../model/request.ts';
import { phrase } from '../../text/spoken.ts';

/*
 * What decides how a sentence outside the table is taken, beside the phrases that take something back. All but the first two are for `spoken` ones.
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
/** On what some of what is asked depends: "nếu đã bàn giao thì mới hủy". */
export const conditional: readonly RegExp[] = [
  `${given}(?: [^ ]+){1,16}? (?:(?:mới|hãy)|thì(?: ${whoever})*|,(?: ${whoever})* chưa) ${change}`,
  `(?:chừng nào|khi nào|bao giờ|lúc nào|hễ)(?: [^ ]+){1,16}? thì(?: ${whoever})* ${change}`,
  `${change}(?: [^ ,]+){0,8} ${given}(?! (?:được|có thể|cần|kịp|thuận|có (?:,|$|gì|vướng|sai|thắc|lỗi)))`,
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

/** A day beside these is that of a decision or of something else, unless the sentence limits what is asked. */
export const dated = phrase(
  'căn cứ|nghị quyết|quyết định|quy chế|thông báo số|kịp|chuẩn bị|hạn|chậm nhất|phản hồi|hệ thống|phần mềm',
);
export const limiting = phrase(
  'chỉ|bắt đầu|(?:thực hiện|xử lý|áp dụng)(?: (?!(?:để|kịp|trước|phục|sớm) )[^ ,]+){0,6} (?:kể từ|từ|vào) ngày',
);

/** People leave their posts. */
export const leaving = phrase('nghỉ (?:hưu|việc|công tác)|thôi việc|chuyển công tác');

/** Who is no longer there needs nothing but an end. */
export const gone = phrase(
  'không còn (?:công tác|làm việc)|(?:đã|vừa) (?:nghỉ|thôi việc|qua đời|mất)|từ trần',
);

/** Somebody comes in the place of another, who may be the one that leaves. */
export const instead = phrase('thay|thay thế|kế nhiệm');

/** Who is to lose a mailbox needs it still. */
export const keeping = phrase(
  '(?:tiếp tục|vẫn(?: còn| đang)?) (?:sử dụng|dùng|công tác|làm việc|giữ)|(?:dùng|sử dụng|giữ|xài)(?: (?:hộp thư|email|mail))? (?:thêm|tiếp)|giữ nguyên hiện trạng|(?<! (?:không|chẳng|hết) )còn (?:đang )?(?:công tác|làm việc|sử dụng|dùng|xài)(?! đến)|ở lại|(?:tiếp tục|gia hạn|kéo dài|ký tiếp)~ (?:hợp đồng|công tác|làm việc|tuổi)',
);

/** All that a note says of somebody who is in office. */
export const inOffice = phrase(
  '(?<=^ (?:, )*)(?:(?:vẫn|còn|đang|hiện|có) )+(?:công tác|làm việc|làm|dùng|sử dụng)(?: tại (?:đơn vị|cơ quan)| ở đây| bình thường)*(?= (?:, )*$)',
);

/** What is said of somebody, and the wishes for him that it speaks against. */
export const unfit: readonly { words: RegExp; denies: readonly Action[] }[] = [
  // What is in his mailbox is to stay.
  {
    words: phrase(
      '(?<! (?:không|khỏi|đã)(?: [^ ,]+){0,3} )giữ(?: lại| nguyên)?(?: các| toàn bộ)? (?:thư cũ|dữ liệu|thư từ)',
    ),
    denies: ['cancel'],
  },
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
      '(?:mật khẩu|mk|pass)(?: [^ ,]+){0,4} (?:vẫn|đang)(?: [^ ,]+){0,3} (?:dùng|sử dụng|nhớ|xài|đăng nhập)|(?:vẫn|đang)(?: [^ ,]+){0,2} (?:đăng nhập|vào|dùng|sử dụng|xài)(?: [^ ,]+){0,3} (?:bình thường|tốt)',
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

/** Who is in office; one who goes to another may be said to be, too, where the same sentence asks for the end of his mailbox. */
export const staying = phrase(
  'bổ nhiệm|giữ chức|trở lại (?:công tác|làm việc)|được mời(?: [^ ,]+){0,3} (?:tiếp tục|ở lại)|vẫn (?:giao dịch|trao đổi|nhận|gửi|điều hành|phụ trách)',
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

/** The others than those named before. */
export const rest = phrase(
  '(?:hai|ba|bốn|mấy|những|các|\\d+) (?:người|trường hợp|dòng|hàng|đồng chí|anh|chị|ca) (?:kia|nọ)|(?:hai|ba|bốn|mấy|\\d+) (?:người|trường hợp|dòng|hàng) (?:trên|dưới)(?! cùng)|(?:nội dung|việc|phần|mục) khác|còn lại(?! đều đã có)|(?:người|trường hợp|đồng chí|dòng|cán bộ|anh chị) khác',
);

/** What stands before it in a sentence is a reason, and asks for nothing: "đổi điện thoại nên không nhận được mã". */
export const cause = /^.*(?<!\p{L})nên(?!\p{L})/su;

/** Why something is asked for, and for what, to the end of a clause. */
export const reason = /(?<!\p{L})(?:do(?! đó| vậy)|vì(?! vậy| thế)|bởi|để|nhằm|theo)(?!\p{L})[^,;.]*/giu;

/** Who comes gets a mailbox beforehand. */
export const coming = phrase('nhận (?:công tác|việc|nhiệm vụ)|tuyển dụng|đến công tác|đi làm');

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
