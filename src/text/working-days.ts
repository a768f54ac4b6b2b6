/**
 * Public holidays that fall on the same day each year, `MM-DD` (Bộ luật Lao động 2019, article 112). Tết, the day of the
 * Hùng kings and the days that the government moves are not among them: a delay over these ends earlier than it should.
 */
const fixedHolidays = new Set(['01-01', '04-30', '05-01', '09-02']);

const isWorkingDay = (day: Date): boolean =>
  ![0, 6].includes(day.getUTCDay()) && !fixedHolidays.has(day.toISOString().slice(5, 10));

/** The calendar day (`YYYY-MM-DD`) that is the `count`-th working day after `day`. */
export const workingDaysAfter = (day: string, count: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date.toISOString().slice(0, 10);
};

/** The instant at which a calendar day (`YYYY-MM-DD`) is over in Vietnam. */
export const endOfVietnamDay = (day: string): Date => new Date(`${day}T24:00:00+07:00`);
