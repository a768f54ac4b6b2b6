import type { Notice } from '../model/notice.ts';
import type { House } from '../model/request.ts';
import { letterDayOf } from './dates.ts';
import { subjectLine } from './subject.ts';
import { fill } from './templates.ts';

/** Where all letters stand, as it is told to staff. */
type Standing = Readonly<
  Record<
    | 'received'
    | 'answered'
    | 'waiting'
    | 'held'
    | 'stuck'
    | 'failed'
    | 'ignored'
    | 'lost'
    | 'noticesLost'
    | 'commandsLost'
    | 'numbersLost',
    number
  >
>;

/** The classes of letters, as people read them. */
const lines: readonly [keyof Standing, string][] = [
  ['received', 'Thư đã nhận'],
  ['answered', 'đã trả lời'],
  ['waiting', 'đang chờ xử lý hoặc chờ gửi trả lời'],
  ['held', 'đang giữ, chờ đơn vị hoặc cán bộ xác nhận'],
  ['stuck', 'thư trả lời không đến nơi, chờ cán bộ'],
  ['failed', 'xử lý bị lỗi, chờ cán bộ'],
  ['ignored', 'không phải trả lời (thư tự động, thư khác, thư trùng)'],
  ['lost', 'KHÔNG RÕ ĐANG Ở ĐÂU'],
];

const losses: readonly [keyof Standing, string][] = [
  ['noticesLost', 'thư trả lời chờ gửi nhưng không còn trong hàng đợi'],
  ['commandsLost', 'lệnh cho máy chủ thư không còn trong hàng đợi'],
  ['numbersLost', 'số hiệu đã cấp không khớp với số phiếu đã ghi'],
];

/** The counts in short: `12 thư đã nhận = 9 đã trả lời + …`, with what is lost where something is. */
export function standingInShort(standing: Standing): string {
  const [, ...classes] = lines;
  const sum = classes
    .filter(([name]) => standing[name] > 0)
    .map(([name, words]) => `${standing[name]} ${words}`);
  const lost = losses
    .filter(([name]) => standing[name] > 0)
    .map(([name, words]) => `; ${standing[name]} ${words}`);
  return `${standing.received} thư đã nhận = ${sum.join(' + ') || '0'}${lost.join('')}`;
}

/**
 * The letter to staff, in the mailbox that they read, on the day's proof that no letter is lost. It comes in like any
 * letter, from ourselves, and so is never answered.
 */
export function alertNotice(
  standing: Standing,
  { day, house, token }: { day: string; house: House; token: () => string },
): Notice {
  const { lost, noticesLost, commandsLost, numbersLost, stuck, failed } = standing;
  const missing = lost + noticesLost + commandsLost + numbersLost;
  const what =
    missing > 0
      ? `CẢNH BÁO: đối soát thư có ${missing} mục không khớp`
      : `Cần xem: ${stuck + failed} thư đang chờ cán bộ vì xử lý hoặc trả lời không được`;
  const { text, html } = fill('alert', {
    about: what,
    day: letterDayOf(day),
    lines: [...lines, ...losses.filter(([name]) => standing[name] > 0)].map(([name, words]) => ({
      count: standing[name],
      words,
    })),
  });
  return {
    kind: 'alert',
    to: [house.intakeAddress],
    cc: [],
    subject: subjectLine('', `${what} (${day})`),
    messageId: `<alert.${day}.${token()}@${house.mailDomain}>`,
    inReplyTo: null,
    references: [],
    text,
    html,
    attachments: [],
  };
}
