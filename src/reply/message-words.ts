import type { MessageCode } from '../model/finding.ts';
import type { Besides } from '../model/request.ts';
import { type Argument, capital, fileNamed, given, statusInWords, type Wording } from './wording.ts';

const unrecognised = (a: Argument): string =>
  `${capital(fileNamed(a('attachment')))} là bản chụp (scan), chỉ có hình ảnh; máy không nhận dạng được nội dung phiếu trong đó.`;

/** Whether each of the files is packed: `phieu.rar`, or `phieu (.zip)`, as it is written so that no program makes a link of it. */
const isPacked = (a: Argument): boolean =>
  a('attachment')
    .split(', ')
    .every((name) => /\.(?:zip|rar|7z)\)?$/i.test(name));

/** What was recognised on a picture, and each row of it. */
const scanned: Readonly<Record<string, (a: Argument) => string>> = {
  read: (a) =>
    `Trung tâm đã nhận ${fileNamed(a('attachment'))} là bản chụp (scan); nội dung do máy nhận dạng từ hình ảnh, phải được cán bộ đối chiếu với bản chụp rồi mới thực hiện.`,
  row: () => 'Nội dung dòng này do máy nhận dạng từ bản chụp, chờ cán bộ Trung tâm đối chiếu.',
};

/** What becomes of what a letter asks beside its form. */
const besides: Readonly<Record<Besides['about'], { reason: string; advice: string }>> = {
  others: {
    reason: 'nội dung này không có trong phiếu nên chưa được thực hiện',
    advice: 'Nếu cần, ghi nội dung này vào phiếu mới và gửi đến Trung tâm.',
  },
  password: {
    reason:
      'mật khẩu chỉ được giao cho đơn vị, không gửi đến địa chỉ khác, không báo qua điện thoại, tin nhắn hay cho người khác',
    advice: 'Đơn vị nhận mật khẩu theo cách Trung tâm giao rồi tự chuyển cho người sử dụng hộp thư.',
  },
  service: {
    reason: 'nội dung này nằm ngoài phiếu yêu cầu nên thông báo này không giải quyết',
    advice: 'Nếu vẫn cần, đề nghị đơn vị trao đổi trực tiếp với cán bộ Trung tâm.',
  },
};

/** The words for findings about a message or a form as a whole. */
export const messageWords: Readonly<Record<MessageCode, Wording>> = {
  'sender-unverified': {
    reason: (a) => `Chưa xác minh được thư do chính hộp thư${given(a('address'), ' ')} gửi.`,
    advice: () => 'Đăng nhập hộp thư chính thức của đơn vị trên máy chủ thư của tỉnh rồi gửi lại phiếu.',
    inShort: 'chưa xác minh được người gửi',
    resend: true,
  },
  'confirmation-refused': {
    reason: (a) =>
      a('numbers')
        ? `Đơn vị trả lời không gửi thư mang tên hộp thư của đơn vị, nhưng thư đó đã được xử lý theo phiếu số ${a('numbers')}; có thể có người mạo danh đơn vị, cần xác minh với đơn vị.`
        : 'Đơn vị trả lời không xác nhận thư mang tên hộp thư của đơn vị; thư đó không được thực hiện.',
    advice: () => null,
    inShort: 'đơn vị không xác nhận thư',
    resend: false,
  },
  'confirmation-unclear': {
    reason: () =>
      'Thư trả lời đề nghị xác nhận nhưng không ghi rõ XÁC NHẬN hay không; chưa có nội dung nào được thực hiện.',
    advice: () => null,
    inShort: 'chưa rõ đơn vị có xác nhận hay không',
    resend: true,
  },
  'confirmation-lapsed': {
    reason: () =>
      'Đơn vị xác nhận khi lời đề nghị xác nhận không còn hiệu lực; thư được hỏi đến không được thực hiện.',
    advice: () => 'Gửi lại phiếu từ hộp thư chính thức của đơn vị.',
    inShort: 'xác nhận khi không còn hiệu lực',
    resend: true,
  },
  'confirmation-doubted': {
    reason: (a) =>
      a('numbers')
        ? `Đơn vị đã trả lời về thư mang tên hộp thư của đơn vị, và thư đó đã được xử lý theo phiếu số ${a('numbers')}; nay đơn vị trả lời thêm, chưa rõ ý, cần hỏi lại đơn vị.`
        : 'Đơn vị đã trả lời về thư mang tên hộp thư của đơn vị, và thư đó không được thực hiện; nay đơn vị trả lời thêm, chưa rõ ý, cần hỏi lại đơn vị.',
    advice: () => null,
    inShort: 'đơn vị trả lời thêm sau khi đã xác nhận hoặc từ chối',
    resend: false,
  },
  'sender-not-unit-mailbox': {
    reason: (a) =>
      `Thư được gửi từ ${a('address') || 'một hộp thư'}, không phải là hộp thư chính thức của đơn vị nào trong danh mục.`,
    advice: () => 'Đề nghị Chánh Văn phòng gửi phiếu này từ hộp thư chính thức mang tên cơ quan, đơn vị.',
    inShort: 'không gửi từ hộp thư chính thức của đơn vị',
    resend: true,
  },
  'unit-mailbox-inactive': {
    reason: (a) =>
      `Hộp thư chính thức${given(a('address'), ' ')} của đơn vị ${statusInWords(a('status'))}, nên chưa dùng để gửi yêu cầu được.`,
    advice: () =>
      'Đơn vị có văn bản gửi Sở Thông tin và Truyền thông đề nghị mở lại hộp thư chính thức; sau khi hộp thư được mở lại, gửi lại phiếu này.',
    inShort: 'hộp thư của đơn vị không hoạt động',
    resend: true,
  },
  'no-form': {
    reason: () => 'Thư nói đến việc hộp thư điện tử nhưng không kèm phiếu yêu cầu theo mẫu của Quy chế.',
    advice: () => 'Ghi yêu cầu vào mẫu phiếu và gửi lại từ hộp thư chính thức của đơn vị.',
    inShort: 'chưa có phiếu theo mẫu',
    resend: true,
  },
  'form-unreadable': {
    reason: (a) =>
      `${capital(fileNamed(a('attachment')))} không đọc được: tệp bị hỏng, có đặt mật khẩu, hoặc bảng trong tệp không rõ hàng và cột.`,
    advice: () =>
      'Mở tệp trên máy tính của đơn vị, bỏ mật khẩu nếu có, lưu lại thành tệp Excel (.xlsx) hoặc Word (.docx) mới rồi gửi lại; nếu tệp không mở được, ghi lại vào mẫu phiếu.',
    inShort: 'không đọc được tệp phiếu',
    resend: true,
  },
  'form-unsupported-type': {
    reason: (a) =>
      `${capital(fileNamed(a('attachment')))} ${isPacked(a) ? 'là tệp nén mà Trung tâm không mở được' : 'không thuộc loại tệp mà Trung tâm đọc được'}.`,
    advice: (a) =>
      isPacked(a)
        ? 'Giải nén tệp trên máy tính của đơn vị, rồi gửi lại chính các tệp phiếu Excel (.xlsx), Word (.docx) hoặc PDF ở trong đó, không nén và không đặt mật khẩu; hoặc ghi yêu cầu vào mẫu phiếu.'
        : 'Mở tệp trên máy tính của đơn vị, lưu lại thành tệp Excel (.xlsx) hoặc Word (.docx), không nén, rồi gửi lại; hoặc ghi yêu cầu vào mẫu phiếu.',
    inShort: 'loại tệp không đọc được',
    resend: true,
  },
  'form-too-large': {
    reason: (a) =>
      `${a('attachment') ? capital(fileNamed(a('attachment'))) : 'Thư và tệp gửi kèm'} lớn hơn mức cho phép: tệp gửi kèm tối đa ${a('limit') || '15 MB'}.`,
    advice: () => 'Bỏ hình ảnh và nội dung không thuộc phiếu, hoặc chia thành nhiều phiếu, rồi gửi lại.',
    inShort: 'tệp gửi kèm quá lớn',
    resend: true,
  },
  'form-incomplete': {
    reason: (a) =>
      a('headings')
        ? `Không đọc được bảng của phiếu, vì không rõ cột có tên ${a('headings')} ghi nội dung gì.`
        : `${a('attachment') ? capital(fileNamed(a('attachment'))) : 'Phiếu'} không có dòng nào ghi đủ họ và tên người cần giải quyết và nội dung đề nghị.`,
    advice: (a) =>
      a('headings')
        ? 'Sửa tên cột theo mẫu (STT, Họ và tên, Đơn vị công tác, Nội dung đề nghị) ngay trong phiếu của đơn vị rồi gửi lại; không phải ghi lại các dòng.'
        : 'Ghi mỗi người một dòng, đủ các cột: số thứ tự, họ và tên, đơn vị công tác, nội dung đề nghị; rồi gửi lại.',
    inShort: 'phiếu chưa ghi đủ nội dung',
    resend: true,
  },
  'forms-disagree': {
    reason: (a) => `Các bản phiếu gửi kèm có nội dung khác nhau${given(a('difference'), ': ')}.`,
    advice: () => 'Chỉ gửi một bản phiếu, với nội dung đúng.',
    inShort: 'các bản phiếu khác nhau',
    resend: true,
  },
  'form-scanned': {
    reason: (a) => scanned[a('case')]?.(a) ?? unrecognised(a),
    advice: (a) =>
      a('case') === 'row'
        ? null
        : 'Không phải gửi lại bản chụp. Nếu cần giải quyết nhanh hơn, gửi tệp Excel hoặc Word của phiếu từ hộp thư này; có thể gửi kèm cả bản chụp có chữ ký.',
    inShort: 'phiếu là bản chụp',
    resend: true,
    adviceHolds: true,
  },
  'legacy-encoding-converted': {
    reason: (a) =>
      `Phiếu dùng bộ mã chữ Việt cũ${given(a('encoding'), ' (', ')')}; Trung tâm đã chuyển sang Unicode theo TCVN 6909:2001.`,
    advice: () => 'Kiểm tra lại họ và tên ghi trong thông báo này; từ lần sau, dùng phông chữ Unicode.',
    resend: false,
  },
  'asked-besides': {
    reason: (a) =>
      `${capital(a('place') || 'trong thư')} còn ghi “${a('sentence')}”; ${besides[a('case') as Besides['about']].reason}.`,
    advice: (a) => besides[a('case') as Besides['about']].advice,
    resend: false,
  },
  'predecessor-kept': {
    reason: (a) =>
      `Dòng ${a('row')} có ghi thay “${a('name')}”; phiếu không có dòng của người này nên hộp thư của người này, nếu có, vẫn giữ nguyên.`,
    advice: () =>
      'Nếu cần hủy bỏ hoặc thay đổi hộp thư đó, ghi người này thành một dòng riêng trong phiếu mới và gửi đến Trung tâm.',
    resend: false,
  },
  'rows-lacking': {
    reason: (a) => `Phiếu chỉ có ${a('rows')} dòng như vậy, nhưng ${a('place')} có ghi “${a('sentence')}”.`,
    advice: () => 'Nếu còn thiếu, lập phiếu mới chỉ gồm những người còn thiếu và gửi đến Trung tâm.',
    resend: false,
  },
  'trial-only': {
    reason: () =>
      'Tiêu đề thư ghi [KIỂM TRA]: phiếu chỉ được kiểm tra, không có nội dung nào được thực hiện.',
    advice: () => 'Để thực hiện, gửi lại phiếu với tiêu đề không ghi [KIỂM TRA].',
    resend: true,
  },
  'secrecy-mark': {
    // Not even the file's name: it is quoted in a letter that goes to others too.
    reason: () => 'Thư hoặc tệp gửi kèm có dấu chỉ độ mật, nên Trung tâm dừng đọc và không xử lý nội dung.',
    advice: () =>
      'Văn bản mật không được gửi qua hệ thống thư điện tử này; đề nghị xử lý theo quy định về bảo vệ bí mật nhà nước. Nếu phiếu không thuộc độ mật, đề nghị bỏ dấu chỉ độ mật và gửi lại.',
    inShort: 'có dấu chỉ độ mật',
    resend: true,
    adviceHolds: true,
  },
};
