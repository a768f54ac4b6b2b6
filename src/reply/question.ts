import type { Action, Item } from '../model/request.ts';
import type { AnsweredLetter, Question, Settlement } from '../model/settlement.ts';
import { actionNames } from '../text/action-names.ts';
import { letterDayOf, letterTime } from './dates.ts';
import { inert } from './inert.ts';
import { type Context, type Frame, frame } from './letters.ts';

/** The letter that asks a unit whether it sent a letter that bears its address. */
type QuestionLetter = Frame & {
  address: string;
  /** Of the letter that is held: its subject, in quotation marks, and when it came. */
  title: string;
  time: string;
  asks: readonly string[];
  /** What to do where the unit sent it, and where it did not. */
  sent: readonly string[];
  notSent: readonly string[];
  remarks: readonly string[];
};

/** More are counted by what they ask: the office must be able to read the list. */
const rowsListed = 100;

/**
 * Of the letter that is held only its subject is quoted, and only the names and actions that we read ourselves are told: its
 * author may be a forger, and this letter bears our name.
 */
export function questionLetter(
  settlement: Settlement,
  question: Question,
  mailbox: string,
  context: Context,
): QuestionLetter {
  const { letter } = settlement;
  return {
    ...frame(settlement, context, 'xác nhận thư mang tên hộp thư của đơn vị', false),
    address: inert(mailbox),
    title: titleOf(letter),
    time: letterTime(letter.receivedAt),
    asks: asksOf(question),
    sent: [
      `Trả lời (Reply) thư này, ghi XÁC NHẬN ở dòng đầu và gửi trước khi hết ${letterDayOf(question.until)} (03 ngày làm việc). Nhận được trả lời, Trung tâm sẽ giải quyết các nội dung trên theo Quy chế và thông báo kết quả.`,
      'Từ lần sau, đăng nhập hộp thư của đơn vị trên máy chủ thư của tỉnh để gửi phiếu; khi đó đơn vị không phải xác nhận.',
    ],
    notSent: [
      'Không trả lời thư này. Các nội dung trên sẽ không được thực hiện.',
      `Có thể có người mạo danh hộp thư của đơn vị: đề nghị báo cho Trung tâm bằng một thư mới gửi đến ${context.house.intakeAddress}.`,
    ],
    remarks: [
      'Thư này chỉ gửi đến hộp thư chính thức của đơn vị. Không chuyển tiếp cho người khác: ai có thư này thì có thể xác nhận thay đơn vị.',
      'Thư này không có đường dẫn hay tệp gửi kèm để mở, và Trung tâm không hỏi mật khẩu.',
      'Mỗi giờ Trung tâm chỉ hỏi đơn vị về một thư. Thư khác gửi trong giờ đó, nếu có, được giữ lại và chưa được thực hiện.',
    ],
  };
}

/** The subject of a letter whose author may be a forger, in quotation marks that it cannot leave. */
export function titleOf({ subject }: Pick<AnsweredLetter, 'subject'>): string {
  const title = inert(subject ?? '', 80).replace(/["“”„‟«»]/gu, "'");
  return title ? `"${title}"` : '(không ghi tiêu đề)';
}

function asksOf({ requests }: Question): string[] {
  if (requests.length === 0)
    return ['Thư không có phiếu nào đọc được. Nếu đơn vị xác nhận, Trung tâm sẽ trả lời về cách lập phiếu.'];
  const items = requests.flatMap((request) => request.items);
  if (items.length === 0) return ['Phiếu không có dòng nào ghi người cần giải quyết.'];
  const named = items.flatMap(({ name, wish }) => (name ? [{ name, action: wish.action }] : []));
  const listed = named.slice(0, rowsListed);
  return [
    ...listed.map(({ name, action }) => `${inert(name.fullName, 80)}: ${actionNames[action]}`),
    ...counted('dòng khác', named.slice(rowsListed)),
    ...counted('dòng không đọc được họ và tên', items.filter(({ name }) => name === null).map(actionOf)),
  ];
}

const actionOf = ({ wish }: Item): { action: Action } => ({ action: wish.action });

/** `2 dòng khác: hủy bỏ hộp thư (1), cấp mới hộp thư (1)`; empty where there are no rows. */
function counted(what: string, rows: readonly { action: Action }[]): string[] {
  if (rows.length === 0) return [];
  const actions = [...new Set(rows.map(({ action }) => action))];
  const counts = actions.map(
    (action) => `${actionNames[action]} (${rows.filter((row) => row.action === action).length})`,
  );
  return [`${rows.length} ${what}: ${counts.join(', ')}`];
}
