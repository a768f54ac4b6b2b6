/** How a day was written: `2026-12-01`, `01/12/2026`, `1 tháng 12 năm 2026`, `12/2026`, `quý I/2027`, `tháng 12`, `1/12`, `năm 2026`, `năm học 2026 - 2027`. */
export type Writing = 'iso' | 'date' | 'spoken' | 'month' | 'quarter' | 'named' | 'short' | 'year' | 'school';

/**
 * The calendar day `YYYY-MM-DD` that the words name; null for one that does not exist. A month, quarter or school year is its first day; a day without a
 * year is the one nearest to `today` (`YYYY-MM-DD`).
 */
export function calendarDay(text: string, writing: Writing, today: string): string | null {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const [first = 0, second = 0, third] = numbers;
  switch (writing) {
    case 'iso':
      return existing(first, second, third ?? 0);
    case 'year':
      return yearDay(first, today);
    case 'school':
      return existing(first, 9, 1);
    case 'month':
      return existing(second, first, 1);
    case 'quarter':
      return quarterDay(text);
    case 'named':
      return nearest(first, 1, today);
    default:
      return third === undefined
        ? nearest(second, first, today)
        : existing(withCentury(third), second, first);
  }
}

/** Of the present year its last day: whether the day has come is not said. Of any other its first. */
const yearDay = (year: number, today: string): string =>
  `${year}-${today.startsWith(String(year)) ? '12-31' : '01-01'}`;

const withCentury = (year: number): number => (year < 100 ? 2000 + year : year);

/** First months of quarters, by Roman and Arabic numbers. */
const quarters: Readonly<Record<string, number>> = { i: 1, ii: 4, iii: 7, iv: 10, 1: 1, 2: 4, 3: 7, 4: 10 };

function quarterDay(text: string): string | null {
  const [, quarter = '', year = ''] = /\s(iv|i{1,3}|[1-4])\D*(\d{4})/i.exec(text) ?? [];
  return existing(Number(year), quarters[quarter.toLowerCase()] ?? 0, 1);
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

function nearest(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const now = Date.parse(today);
  const distance = (candidate: string): number => Math.abs(Date.parse(candidate) - now);
  return (
    [year - 1, year, year + 1]
      .map((candidate) => existing(candidate, month, day))
      .filter((candidate) => candidate !== null)
      .toSorted((a, b) => distance(a) - distance(b))[0] ?? null
  );
}
