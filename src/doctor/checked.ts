/** The parts of the house that are looked at, in the order in which they are told. */
export type Area =
  | 'Cấu hình'
  | 'Máy'
  | 'Chữ ký số'
  | 'Cơ sở dữ liệu'
  | 'Đơn vị'
  | 'Người gửi'
  | 'IMAP'
  | 'SMTP'
  | 'DNS';

/** What was found out about one thing. */
export type Checked = {
  area: Area;
  /** `warning`: it works, but not all of it or not for long. */
  status: 'ok' | 'warning' | 'failed';
  /** What mends what failed: another try, or other words in the configuration. */
  mendedBy: 'retry' | 'configuration' | null;
  /** In Vietnamese, one line, without a password. */
  text: string;
  /** What to do, in Vietnamese; null where there is nothing to do. */
  mend: string | null;
};

/** Ways to tell what was found in one area. */
export const tell = (area: Area) => ({
  ok: (text: string): Checked => ({ area, status: 'ok', mendedBy: null, text, mend: null }),
  warn: (text: string, mend: string): Checked => ({ area, status: 'warning', mendedBy: null, text, mend }),
  fail: (mendedBy: 'retry' | 'configuration', text: string, mend: string): Checked => ({
    ...{ area, status: 'failed', mendedBy, text, mend },
  }),
});

/** The exit status of all: 0 nothing is wrong, 1 a retry may mend it, 2 the configuration must be mended. */
export const exitStatus = (all: readonly Checked[]): 0 | 1 | 2 => {
  const failed = all.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return 0;
  return failed.some(({ mendedBy }) => mendedBy === 'configuration') ? 2 : 1;
};

/**
 * What `look` finds, or that it took longer than `milliseconds`; then its end is not waited for. A throw is told too:
 * a check that breaks must not hide what the others found.
 */
export const within = async (
  area: Area,
  milliseconds: number,
  look: () => Promise<Checked[]>,
): Promise<Checked[]> => {
  const late = Promise.withResolvers<Checked[]>();
  const { fail } = tell(area);
  const timer = setTimeout(
    () =>
      late.resolve([
        fail(
          'retry',
          `không có kết quả sau ${milliseconds / 1000} giây`,
          'Kiểm tra mạng và máy chủ rồi thử lại',
        ),
      ]),
    milliseconds,
  );
  try {
    return await Promise.race([look(), late.promise]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [
      fail('retry', `không kiểm tra được: ${why}`, 'Thử lại; nếu vẫn vậy, gửi dòng này cho người bảo trì'),
    ];
  } finally {
    clearTimeout(timer);
  }
};
