import type { LateAnswer, Settlement } from '../model/settlement.ts';
import { letterDay, letterTime } from './dates.ts';
import { inert } from './inert.ts';
import { type Context, type Frame, frame } from './letters.ts';
import { titleOf } from './question.ts';

/** The letter that tells a unit that its answer to our question came too late, and what to do instead. */
type LateLetter = Frame & {
  /** When the answer came, and why it does nothing. */
  answered: string;
  because: string;
  /** Of the letter that it was asked about: its subject, in quotation marks, and when it came. */
  title: string;
  time: string;
  /** What to do where the unit still wants it done, and where it does not. */
  wanted: readonly string[];
  unwanted: readonly string[];
  remarks: readonly string[];
};

/** Of the answer nothing is quoted: who sent it is not known. */
export function lateLetter(
  settlement: Settlement,
  { unit, held, overAt }: LateAnswer,
  mailbox: string,
  context: Context,
): LateLetter {
  const { intakeAddress } = context.house;
  const address = inert(mailbox);
  const told = { ...settlement, verdict: { ...settlement.verdict, unit } };
  return {
    ...frame(told, context, 'xác nhận không còn hiệu lực', false),
    isPaper: false,
    answered: letterTime(settlement.letter.receivedAt),
    because:
      overAt === null
        ? 'trước đó đơn vị đã trả lời là không xác nhận thư được hỏi'
        : `thời hạn trả lời (03 ngày làm việc) đã hết vào cuối ${letterDay(new Date(overAt.getTime() - 1))}`,
    title: titleOf(held),
    time: letterTime(held.receivedAt),
    wanted: [
      `Đăng nhập hộp thư ${address} trên máy chủ thư của tỉnh, soạn thư mới gửi đến ${intakeAddress}, ghi tiêu đề "Phiếu yêu cầu về hộp thư điện tử" và gửi kèm lại tệp phiếu. Gửi như vậy thì đơn vị không phải xác nhận.`,
      `Nếu chưa gửi được qua máy chủ thư của tỉnh: vẫn gửi thư mới kèm phiếu từ hộp thư ${address}. Khi Trung tâm gửi thư hỏi về thư mới đó, trả lời XÁC NHẬN trong 03 ngày làm việc.`,
    ],
    unwanted: [
      'Đơn vị không phải làm gì thêm.',
      `Nếu đơn vị không gửi thư được hỏi hoặc thư trả lời nói trên, có thể có người mạo danh: đề nghị báo cho Trung tâm bằng một thư mới gửi đến ${intakeAddress}.`,
    ],
    remarks: [
      'Trả lời thư này, hoặc trả lời lại thư hỏi trước đây, bằng lời XÁC NHẬN thì không có nội dung nào được thực hiện. Về mỗi thư được hỏi, Trung tâm chỉ gửi thông báo này một lần.',
      'Thư này chỉ gửi đến hộp thư chính thức của đơn vị, không có đường dẫn hay tệp gửi kèm để mở, và Trung tâm không hỏi mật khẩu.',
    ],
  };
}
