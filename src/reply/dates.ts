const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function parts(date: Date) {
  const value = Object.fromEntries(clock.formatToParts(date).map((part) => [part.type, part.value]));
  return {
    day: Number(value.day),
    month: Number(value.month),
    year: Number(value.year),
    hour: value.hour,
    minute: value.minute,
  };
}

/**
 * `ngày 05 tháng 02 năm 2027`, by Vietnam's clock: days under 10 and the months 1 and 2 carry a zero
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, điểm 4).
 */
export function letterDay(date: Date): string {
  const { day, month, year } = parts(date);
  return written(day, month, year);
}

/** `08 giờ 05 phút ngày 24 tháng 11 năm 2026`, by Vietnam's clock. */
export function letterTime(date: Date): string {
  const { hour, minute } = parts(date);
  return `${hour} giờ ${minute} phút ${letterDay(date)}`;
}

/** A calendar day `YYYY-MM-DD` in the same words; anything else as it stands. */
export function letterDayOf(isoDay: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDay) ?? [];
  return year && month && day ? written(Number(day), Number(month), Number(year)) : isoDay;
}

function written(day: number, month: number, year: number): string {
  const zero = (value: number, under: number) => (value < under ? `0${value}` : `${value}`);
  return `ngày ${zero(day, 10)} tháng ${zero(month, 3)} năm ${year}`;
}
