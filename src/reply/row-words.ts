import type { RowCode } from '../model/finding.ts';
import type { Action } from '../model/request.ts';
import { letterDayOf, letterTime } from './dates.ts';
import { doneWords } from './done-words.ts';
import {
  type Argument,
  byCase,
  capital,
  fileNamed,
  given,
  statusInWords,
  type Wording,
  withStatuses,
} from './wording.ts';

const nothingToDo = () => null;

const firstWord = (name: string): string => name.split(' ', 1).join('').toLowerCase();

/** `cấp mới hộp thư tvnam.snv@…`; the empty string where the finding does not say what was done. */
const doneBefore = (a: Argument): string => {
  const action = a('action') as Action | '';
  if (action === '') return '';
  const words = doneWords[action](a('address'), a('newAddress'));
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
};

/** What the office may do after staff's answer. */
const afterStaff: Readonly<Record<string, string>> = {
  rejected: 'Nếu vẫn cần giải quyết, làm theo ý kiến nêu trên rồi ghi nội dung này vào phiếu mới.',
  closed: 'Nếu vẫn cần giải quyết, làm theo ý kiến nêu trên rồi gửi phiếu mới.',
};

/** What to write where the wish itself is clear. */
const adviceOnWish: Readonly<Record<string, string>> = {
  'no-new-login': 'Ghi rõ tên truy cập mới.',
  'no-details': 'Ghi rõ thông tin mới, như chức vụ hoặc số điện thoại.',
  'phone-doubtful': 'Ghi lại đủ số điện thoại mới.',
};

/** The words for findings about one row. Where a row waits for staff only the reason is told. */
export const rowWords: Readonly<Record<RowCode, Wording>> = {
  'unit-unknown': {
    reason: byCase({
      unknown: (a) =>
        `Không tìm thấy đơn vị "${a('unit')}" trong danh mục đơn vị sử dụng thư điện tử của tỉnh.`,
      blank: (a) =>
        `Dòng này chưa ghi đơn vị công tác, nên có thể thuộc một trong các đơn vị: ${a('candidates')}.`,
      ambiguous: (a) => `"${a('unit')}" có thể là một trong các đơn vị: ${a('candidates')}.`,
    }),
    advice: (a) =>
      `Ghi đầy đủ tên đơn vị, hoặc tên viết tắt của đơn vị dùng trong địa chỉ thư.${given(a('body'), ' Nếu là phòng, ban của ', `, ghi "${a('body')}" ở cột đơn vị.`)}`,
    resend: true,
    column: 'unit',
  },
  'unit-not-in-scope': {
    reason: (a) => `${a('unit')} không thuộc ${a('asking')}, nên ${a('asking')} không đề nghị thay được.`,
    advice: (a) => `Đề nghị ${a('manager') || 'cơ quan quản lý đơn vị đó'} lập phiếu và gửi.`,
    resend: false,
    column: 'unit',
  },
  'request-through-manager': {
    reason: byCase({
      manager: (a) => `Yêu cầu về hộp thư của ${a('unit')} phải do ${a('manager')} đề nghị.`,
      'district-office': (a) => `${a('unit')} thuộc ${a('manager')}; cần xem xét việc đơn vị tự gửi phiếu.`,
      'manager-unknown': (a) => `Cần xác định cơ quan quản lý của ${a('unit')} để đề nghị theo quy định.`,
      'passed-on': (a) => `Phiếu do ${a('asking')} chuyển đến, đề nghị cho ${a('unit')}.`,
    }),
    advice: (a) =>
      `Chuyển yêu cầu này cho ${a('manager')}${given(a('managerAddress'), ' (', ')')} để Chánh Văn phòng lập phiếu và gửi.`,
    resend: false,
  },
  'name-invalid': {
    reason: byCase({
      missing: () => 'Dòng này chưa ghi họ và tên.',
      'not-a-name': (a) => `"${a('name')}" không phải họ và tên đầy đủ của một người.`,
      several: (a) =>
        `Dòng này ghi nhiều người ("${a('name')}"); cần xác định nội dung đề nghị của từng người, mỗi người một dòng.`,
      unfinished: (a) => `Họ và tên "${a('name')}" có vẻ còn thiếu tên; cần xác định đã ghi đủ hay chưa.`,
      sample: (a) =>
        `Họ và tên "${a('name')}" giống tên ghi làm ví dụ trong mẫu phiếu; cần xác định có phải là tên thật hay không.`,
      title: (a) =>
        `"${a('name')}" có thể là đủ họ và tên, hoặc là cách gọi "${firstWord(a('name'))}" kèm tên riêng; cần xác định.`,
      'one-word': (a) => `Họ và tên "${a('name')}" chỉ có một từ; cần xác định đã ghi đủ hay chưa.`,
    }),
    advice: () => 'Ghi đủ họ, tên lót và tên của một người, bằng chữ Việt có dấu.',
    resend: true,
    column: 'fullName',
  },
  'action-unclear': {
    reason: byCase({
      missing: () => 'Dòng này chưa ghi nội dung đề nghị.',
      words: (a) =>
        a('doubt')
          ? capital(`${given(a('wish'), 'với nội dung "', '", ')}chưa rõ ${a('doubt')}.`)
          : `Nội dung "${a('wish')}" chưa rõ.`,
      'rows-differ': (a) =>
        `Dòng này và dòng ${a('rows')} đề nghị những việc khác nhau cho ${a('name')}${given(a('address'), ' (', ')')}. Cần xác định thực hiện việc nào, hoặc đây là những người khác nhau trùng họ tên.`,
      'no-new-login': (a) => `Chưa ghi tên truy cập mới; địa chỉ ${a('address')} đang đúng quy định.`,
      'no-details': (a) => `Chưa ghi thông tin mới cần cập nhật cho hộp thư ${a('address')}.`,
      'phone-doubtful': (a) =>
        `Số điện thoại mới ${a('phone')} của hộp thư ${a('address')} thiếu hoặc thừa chữ số.`,
      'not-reclaimed': (a) =>
        `Đề nghị cấp lại hộp thư, nhưng ${a('address')} chưa bị thu hồi; có thể đơn vị cần cấp lại mật khẩu.`,
    }),
    advice: (a) =>
      adviceOnWish[a('case')] ??
      'Ghi rõ việc cần làm: cấp mới, thay đổi tên truy cập, cấp lại mật khẩu, thay đổi thông tin, chuyển đơn vị, hủy bỏ, cấp lại hộp thư bị thu hồi, mở khóa hoặc tạm khóa.',
    resend: true,
    column: 'wish',
  },
  'same-name-exists': {
    reason: byCase({
      directory: (a) =>
        `Ở ${a('unit')} đã có hộp thư mang họ và tên ${a('name')}: ${withStatuses(a('addresses'))}. Cần xác định có phải người khác trùng tên hay không.`,
      rows: (a) =>
        `Họ và tên ${a('name')} ở ${a('unit')} còn được ghi ở dòng ${a('rows')}. Cần xác định là một hay nhiều người.`,
    }),
    advice: () => 'Nếu là người khác trùng tên, ghi rõ "người khác, trùng tên" và chức vụ của người đó.',
    resend: true,
    column: 'fullName',
  },
  'mailbox-not-found': {
    reason: byCase({
      name: (a) => `Không tìm thấy hộp thư của ${a('name')} ở ${a('unit')}.`,
      address: (a) => `Không có hộp thư ${a('address')} trong danh bạ thư điện tử của tỉnh.`,
      'near-address': (a) =>
        `Không có hộp thư ${a('address')}. Hộp thư mang tên ${a('name')} ở ${a('unit')}: ${a('near')}.`,
      'near-name': (a) =>
        `Không tìm thấy hộp thư của ${a('name')} ở ${a('unit')}; tên gần giống: ${a('near')}.`,
      'other-name': (a) => `Hộp thư ${a('address')} không mang họ và tên ${a('name')}.`,
      'other-unit': (a) => `Hộp thư ${a('address')} không thuộc ${a('unit')}.`,
    }),
    advice: () => 'Kiểm tra lại họ và tên, đơn vị công tác, hoặc ghi rõ địa chỉ hộp thư.',
    resend: true,
    column: 'fullName',
  },
  'several-mailboxes-match': {
    reason: (a) =>
      `Ở ${a('unit')} có nhiều hộp thư mang họ và tên ${a('name')}: ${withStatuses(a('addresses'))}. Cần xác định hộp thư nào.`,
    advice: () => 'Ghi rõ địa chỉ hộp thư cần giải quyết.',
    resend: true,
    column: 'fullName',
  },
  'address-format': {
    reason: byCase({
      rename: (a) =>
        `Địa chỉ "${a('asked')}" không đúng định dạng quy định; địa chỉ đúng là ${a('proposed')}.`,
      create: (a) =>
        `Đề nghị địa chỉ "${a('asked')}", nhưng theo quy định địa chỉ là ${a('proposed')}; cần đơn vị thống nhất.`,
      present: (a) =>
        `Chưa ghi tên truy cập mới. Địa chỉ ${a('address')} chưa đúng định dạng; địa chỉ đúng là ${a('proposed')}.`,
    }),
    advice: (a) => `Ghi địa chỉ mới là ${a('proposed')}.`,
    resend: true,
    column: 'newAddress',
  },
  'address-taken': {
    reason: byCase({
      rename: (a) => `Địa chỉ ${a('asked')} đã được cấp trước đây, không cấp lại cho người khác.`,
      create: (a) => `Địa chỉ ${a('asked')} đã được cấp trước đây; cần đơn vị thống nhất địa chỉ khác.`,
      'own-former': (a) => `Địa chỉ ${a('asked')} là địa chỉ trước đây của chính hộp thư này.`,
      rows: (a) => `Địa chỉ ${a('asked')} còn được đề nghị ở dòng ${a('rows')}.`,
    }),
    advice: () =>
      'Ghi địa chỉ khác, đúng định dạng quy định tại Điều 4 khoản 2 (thêm số 1, 2, 3... sau tên).',
    resend: true,
    column: 'newAddress',
  },
  'mailbox-reclaimed': {
    reason: byCase({
      reclaimed: (a) => `Hộp thư ${a('address')} đã bị thu hồi.`,
      namesake: (a) =>
        `Hộp thư ${a('address')} mang tên này đã bị thu hồi; có thể đơn vị cần cấp lại hộp thư đó.`,
    }),
    advice: () => 'Nếu cần dùng lại, ghi nội dung đề nghị là "cấp lại hộp thư đã bị thu hồi".',
    resend: true,
  },
  'mailbox-locked': {
    reason: (a) => `Hộp thư ${a('address')} đang tạm khóa.`,
    advice: () => 'Nếu cần dùng lại, ghi nội dung đề nghị là "mở khóa hộp thư".',
    resend: true,
  },
  'mailbox-cancelled': {
    reason: byCase({
      cancelled: (a) => `Hộp thư ${a('address')} đã hủy bỏ.`,
      restore: (a) =>
        `Đề nghị cấp lại hộp thư ${a('address')}, nhưng hộp thư này đã hủy bỏ, không phải bị thu hồi.`,
    }),
    advice: () => 'Nếu người này vẫn cần hộp thư, ghi nội dung đề nghị là "cấp mới hộp thư".',
    resend: true,
  },
  'beyond-quota': {
    reason: (a) => `Dung lượng đề nghị ${a('asked')} vượt mức được cấp là ${a('limit')}.`,
    advice: () =>
      'Lưu thư cũ về máy tính làm việc (Điều 10 khoản 2) để giữ hộp thư trong mức dung lượng được cấp.',
    resend: false,
    column: 'wish',
  },
  'address-protected': {
    reason: byCase({
      system: (a) =>
        `${a('address')} là địa chỉ phục vụ vận hành hệ thống, không thay đổi theo phiếu yêu cầu.`,
      official: (a) =>
        `Đề nghị về hộp thư chính thức của đơn vị${given(a('address'), ' (', ')')} cần được xem xét riêng.`,
    }),
    advice: () => 'Nếu cần, trao đổi trực tiếp với Trung tâm.',
    resend: false,
  },
  'already-done': {
    reason: byCase({
      before: (a) =>
        `Nội dung này đã được thực hiện${given(a('time') && letterTime(new Date(a('time'))), ' lúc ')} theo phiếu số ${a('number')}${given(doneBefore(a), ' (', ')')}, nên không thực hiện lần nữa.`,
      marked: (a) =>
        `Cột "Kết quả" ghi dòng này đã được thực hiện${given(a('number'), ' theo phiếu số ')}, nên không thực hiện lần nữa. Nếu đây là đề nghị mới, xóa chữ ở cột "Kết quả" của dòng này rồi gửi lại.`,
      row: (a) =>
        `Nội dung này trùng với dòng ${a('row')}${given(a('attachment') && fileNamed(a('attachment')), ' của ')}, nên chỉ giải quyết một lần.`,
    }),
    advice: nothingToDo,
    resend: false,
  },
  'dated-ahead': {
    reason: (a) => `Đề nghị thực hiện từ ${letterDayOf(a('date'))}, chưa đến ngày thực hiện.`,
    advice: nothingToDo,
    resend: false,
    column: 'wish',
  },
  'nothing-to-do': {
    reason: byCase({
      state: (a) => `Hộp thư ${a('address')} ${statusInWords(a('state'))}, đúng như đề nghị.`,
      address: (a) => `Địa chỉ của hộp thư đã là ${a('address')}, đúng như đề nghị.`,
      details: (a) => `Thông tin của hộp thư ${a('address')} trong danh bạ đã đúng như đề nghị.`,
    }),
    advice: nothingToDo,
    resend: false,
  },
  'decided-by-staff': {
    reason: byCase({
      applied: (a) => `Cán bộ Trung tâm đã xem xét nội dung này: "${a('words')}".`,
      rejected: (a) => `Cán bộ Trung tâm đã xem xét và không thực hiện nội dung này: "${a('words')}".`,
      closed: (a) => `Cán bộ Trung tâm đã xem thư này và trả lời: "${a('words')}".`,
    }),
    advice: (a) => afterStaff[a('case')] ?? null,
    inShort: 'theo ý kiến của cán bộ Trung tâm',
    resend: true,
  },
  'needs-staff': {
    reason: (a) => `Nội dung này cần cán bộ Trung tâm xem xét: ${a('why')}.`,
    advice: nothingToDo,
    resend: false,
  },
};
