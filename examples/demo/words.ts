import type { Report, RequestReport } from '../../src/report.ts';
import { exampleUnits } from '../make/units.ts';

type Colour = 'green' | 'yellow' | 'red' | 'gray';

/** What became of something, in words for a newcomer. */
export type Told = { text: string; colour: Colour };

const outcomes: Record<Report['outcome'], Told> = {
  applied: { text: 'đã thực hiện', colour: 'green' },
  'partly-applied': { text: 'đã thực hiện một phần', colour: 'yellow' },
  rejected: { text: 'không thực hiện', colour: 'red' },
  review: { text: 'chờ cán bộ xem xét', colour: 'yellow' },
  unverified: { text: 'chưa xác minh được người gửi: không làm gì', colour: 'red' },
  ignored: { text: 'không phải thư yêu cầu: để nguyên', colour: 'gray' },
  duplicate: { text: 'thư đã nhận: không làm lại', colour: 'gray' },
  failed: { text: 'lỗi của chương trình', colour: 'red' },
};

const actions: Record<string, string> = {
  create: 'cấp mới',
  rename: 'đổi tên truy cập',
  'reset-password': 'cấp lại mật khẩu',
  update: 'đổi thông tin',
  transfer: 'chuyển đơn vị',
  cancel: 'hủy bỏ',
  restore: 'cấp lại hộp thư',
  unlock: 'mở khóa',
  lock: 'tạm khóa',
  unclear: 'chưa rõ việc gì',
};

const names = new Map(exampleUnits().map(({ abbreviation, name }) => [abbreviation, name]));

/** The sender's unit by its name, shortened as people do; else his address, as far as either is known. */
export function senderOf({ sender }: Report): string {
  const name = names.get(sender.unit ?? '')?.replace('Ủy ban nhân dân', 'UBND') ?? sender.address;
  if (name === null) return '(không rõ)';
  return sender.verified ? name : `tự xưng ${name}`;
}

/** What became of a letter, with how many of its rows were done where not all were. */
export function toldOf({ outcome, requests }: Report): Told {
  const items = requests.flatMap((request) => request.items);
  const done = items.filter((item) => item.outcome === 'applied').length;
  const told = outcomes[outcome];
  return outcome === 'partly-applied' ? { ...told, text: `đã thực hiện ${done}/${items.length} việc` } : told;
}

/** What a row asks, and for whom. */
export type RowTold = { person: string; action: string; result: Told };

export function rowTold(item: RequestReport['items'][number]): RowTold {
  const { fullName, action, address, newAddress, outcome, reasons } = item;
  const why = reasons.map(({ text }) => firstSentence(text)).join(' ');
  const done = newAddress ? `${address} → ${newAddress}` : (address ?? '');
  return {
    person: fullName ?? '(không có tên)',
    action: actions[action] ?? action,
    result:
      outcome === 'applied'
        ? { text: done, colour: 'green' }
        : outcome === 'review'
          ? { text: `Chờ: ${why}`, colour: 'yellow' }
          : { text: `Từ chối: ${why}`, colour: 'red' },
  };
}

/** Why a letter without a form ended as it did; empty where its outcome says it all. */
export function reasonOf({ reasons, notices }: Report): string {
  const why = reasons.map(({ text }) => firstSentence(text));
  const sent = notices.some(({ kind }) => kind === 'blank-form') ? ['Đã gửi mẫu phiếu trống.'] : [];
  return [...why, ...sent].join(' ');
}

/** Reason and clause; what to do about it is in the answer. */
const firstSentence = (text: string): string => `${text.split(/\.\s/)[0]?.replace(/\.$/, '')}.`;
