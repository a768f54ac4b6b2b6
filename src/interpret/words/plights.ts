import { list, product } from '../../text/list.ts';

/*
 * What befell somebody who cannot get into his mailbox, and what he needs it for: words of circumstances, which say nothing of a wish and
 * count only where they fill a clause of their own. A word that can turn a wish round, or be what is asked for, must never stand here.
 */

/** What can break or get lost. */
export const matters: readonly string[] = list(`
  máy | máy tính | máy vi tính | máy tính bàn | máy bàn | máy tính bảng | máy tính xách tay | laptop | điện thoại | ổ cứng | ổ đĩa | trình duyệt |
  hệ thống | màn hình | sổ | sổ tay | sổ ghi | sổ ghi chép | sổ ghi mật khẩu | sổ tay ghi mật khẩu | giấy ghi mật khẩu | tờ giấy ghi mật khẩu | giấy | windows | win |
  hệ điều hành | virus | vi rút | mã độc`);

/** What befalls it. */
export const faults: readonly string[] = [
  ...list(`
  hư | hư hỏng | hỏng | hỏng hóc | lỗi | cháy | treo | đơ | nhiễm | dính | mất trộm | mất cắp | bị mất | bị mất trộm | bị mất cắp | làm mất | đánh mất | bị rơi mất | làm rơi mất |
  đánh rơi | rơi | thất lạc | hư ổ cứng | hỏng ổ cứng`),
  ...product(['bị', 'nhiễm', 'bị nhiễm', 'bị dính'], ['virus', 'vi rút', 'mã độc']),
];

/** What is done to a computer; to a password it is what is asked for. */
export const works: readonly string[] = list(`cài lại | cài mới | cài đặt lại | format`);

/** Losses that name what was lost. What else is changed ("đổi điện thoại") may be what is asked for. */
export const losses: readonly string[] = [
  ...product(['mất', 'thay', 'đổi'], ['máy', 'máy tính']),
  ...product(
    ['mất', 'làm mất', 'đánh rơi'],
    ['điện thoại', 'sổ', 'sổ tay', 'sổ ghi mật khẩu', 'sổ tay ghi mật khẩu', 'giấy ghi mật khẩu'],
  ),
];

/** Troubles that are told whole. */
export const plights: readonly string[] = [
  ...product(
    ['báo', 'thông báo', 'báo là', 'hiện thông báo', 'hệ thống báo'],
    [
      'sai',
      'lỗi',
      'sai mật khẩu',
      'mật khẩu sai',
      'không đúng',
      'mật khẩu không đúng',
      'sai tên đăng nhập hoặc mật khẩu',
    ],
  ),
  ...product(
    ['không', 'ít', 'không thường xuyên', 'lâu mới'],
    ['vào', 'dùng', 'xài', 'sử dụng', 'đăng nhập', 'truy cập', 'mở'],
  ).filter((phrase) => !/^không (?!thường xuyên)/.test(phrase)),
  ...product(
    ['lâu', 'lâu ngày', 'lâu quá', 'đã lâu', 'quá lâu'],
    [
      'không vào',
      'không mở',
      'không dùng',
      'không xài',
      'không đăng nhập',
      'không sử dụng',
      'không truy cập',
    ],
  ),
  ...list(`
    không nhớ | không nhớ rõ | nhớ không rõ | không còn nhớ | hay quên | lớn tuổi | tuổi cao | bận | bận công tác | bận nhiều việc |
    không lưu mật khẩu | không lưu lại mật khẩu | không ghi lại mật khẩu | không ghi lại | không lưu lại | không vô được | vô không được | không mở được |
    đăng nhập hoài không được | bị đăng xuất | tự đăng xuất | bị thoát ra | nằm viện | mới xuất viện | điều trị bệnh`),
];

/** What may stand beside them: when, how often, whose, how. */
export const besides: readonly string[] = list(`
  lâu | lâu ngày | đã lâu | lâu nay | nhiều lần | thường xuyên | liên tục | hôm qua | sáng nay | chiều qua | tuần trước | tuần qua | tháng trước | tháng qua | vừa rồi | mới đây | gần đây | vừa qua |
  cũng | rất | quá | hơi | hơn | cũ | mới | lại | phải | hoài | cơ quan | của cơ quan | ở cơ quan | tại cơ quan | làm việc | của mình | trong lúc | lúc | được | có | có thể | tiếp tục | thuận tiện | thuận lợi | kịp thời |
  dễ dàng | nhanh chóng | đúng quy định | theo quy định | cho | việc | trong | hộp thư | mail | email`);

/** What somebody does with a mailbox, after "để". */
export const goals: readonly string[] = list(`
  truy cập | đăng nhập | sử dụng | dùng | làm việc | xử lý công việc | xử lý văn bản | nhận văn bản | nhận công văn | nhận thư | nhận tài liệu | nhận thông tin | gửi thư | gửi văn bản |
  gửi báo cáo | gửi nhận thư | gửi nhận tài liệu | gửi và nhận văn bản | gửi nhận văn bản | gửi nhận công văn | trao đổi thông tin | trao đổi công việc | trao đổi văn bản | liên hệ công tác |
  theo dõi văn bản | thực hiện nhiệm vụ | thực hiện nhiệm vụ được giao | hoàn thành nhiệm vụ được giao | thực hiện công việc | thực hiện công việc được giao | hoàn thành nhiệm vụ | phục vụ công tác | phục vụ công việc | vào hộp thư | vào mail | vào email`);
