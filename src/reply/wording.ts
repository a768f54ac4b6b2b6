/** An argument of a finding made inert; the empty string where the finding does not carry it. */
export type Argument = (name: string) => string;

/** The words for one code. */
export type Wording = {
  /** Why, as one or more full sentences. */
  reason: (a: Argument) => string;
  /** What the office is to do now where it is refused, as full sentences; null where there is nothing to do. */
  advice: (a: Argument) => string | null;
  /** For subjects: completes "Chưa thực hiện: …". */
  inShort?: string;
  /** The office mends the row and sends it again; false where sending it again would change nothing. */
  resend: boolean;
  /** The advice holds also while the matter waits for staff. */
  adviceHolds?: true;
  /** The column of the row that the finding is about. */
  column?: 'fullName' | 'unit' | 'wish' | 'address' | 'newAddress';
};

/** For codes that stand for several situations: the words by the finding's `case`. An unknown one is our own bug. */
export function byCase(cases: Readonly<Record<string, (a: Argument) => string>>): (a: Argument) => string {
  return (a) => {
    const words = cases[a('case')];
    if (!words) throw new TypeError(`no words for the case "${a('case')}"`);
    return words(a);
  };
}

/** `before` + value + `after` where there is a value, else nothing. */
export const given = (value: string, before: string, after = ''): string =>
  value === '' ? '' : `${before}${value}${after}`;

/** `tệp "phieu.xlsx"`, or `tệp gửi kèm` where no name is known. */
export const fileNamed = (attachment: string): string =>
  attachment === '' ? 'tệp gửi kèm' : `tệp "${attachment}"`;

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const statuses: Readonly<Record<string, string>> = {
  active: 'đang hoạt động',
  locked: 'đang tạm khóa',
  reclaimed: 'đã bị thu hồi',
  cancelled: 'đã hủy bỏ',
};

/** A mailbox's status in words: `đang tạm khóa`. */
export const statusInWords = (status: string): string => statuses[status] ?? 'không hoạt động';

/** `a@… (active), b@… (cancelled)` with the statuses in words. */
export const withStatuses = (addresses: string): string =>
  addresses.replace(
    /\((active|locked|reclaimed|cancelled)\)/g,
    (_, status: string) => `(${statusInWords(status)})`,
  );
