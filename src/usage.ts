/** The command's words are wrong: the message is one Vietnamese line that says what is wrong. */
export class UsageError extends Error {
  override name = 'UsageError';
  readonly command: string | undefined;
  constructor(message: string, command?: string) {
    super(message);
    this.command = command;
  }
}

type Help = { words: string; does: string; options?: readonly string[]; examples: readonly string[] };

const help: Record<string, Help> = {
  process: {
    words: 'process [--json] [--dry-run] TỆP…',
    does: 'Xử lý các thư yêu cầu (.eml) như thư nhận từ hộp thư của Trung tâm rồi gửi trả lời. Dấu - là đầu vào chuẩn.',
    options: [
      '--json      in mỗi thư một dòng JSON',
      '--dry-run   chỉ xem sẽ làm gì: không thay đổi, không gửi gì',
    ],
    examples: ['phieu process thu.eml', 'phieu process --dry-run --json thu1.eml thu2.eml'],
  },
  start: {
    words: 'start [--since NGÀY [--apply]]',
    does: 'Theo dõi hộp thư IMAP_URL, xử lý thư yêu cầu và gửi trả lời, cho đến khi được dừng (Ctrl+C). Lần chạy đầu chỉ nhận thư đến từ lúc đó.',
    options: [
      '--since NGÀY  xem cả thư đến từ ngày đó (2026-11-01); chỉ xem sẽ làm gì, không thay đổi, không gửi gì',
      '--apply       cùng với --since: xử lý thật những thư đó',
    ],
    examples: ['phieu start', 'DRY_RUN=true phieu start', 'phieu start --since 2026-11-01'],
  },
  units: {
    words: 'units import TỆP | units list [--json]',
    does: 'Nạp hoặc xem danh sách đơn vị. Tệp .csv hoặc .xlsx có các cột: abbreviation, name, parent, kind, mailbox, aliases.',
    examples: ['phieu units import don-vi.csv', 'phieu units list --json'],
  },
  mailboxes: {
    words: 'mailboxes import TỆP | mailboxes list [--json]',
    does: 'Nạp hoặc xem danh bạ hộp thư. Tệp .csv hoặc .xlsx có các cột: address, fullName, unit, position, phone, status, createdAt, lastAccessAt.',
    examples: ['phieu mailboxes import hop-thu.csv', 'phieu mailboxes list'],
  },
  requests: {
    words:
      'requests list [--waiting] [--outcome KẾT_QUẢ] [--json] | requests show SỐ_PHIẾU [--json] | requests decide SỐ_PHIẾU DÒNG apply|reject --because "LÝ DO" | close SỐ_PHIẾU --because "LÝ DO"',
    does: 'Xem các phiếu đã nhận, quyết định những dòng chờ cán bộ và trả lời những phiếu không đọc được dòng nào. Mỗi quyết định được xét lại theo Quy chế với danh bạ hôm nay, ghi nhật ký, và trả lời đơn vị (đồng gửi Sở) bằng lời sau --because.',
    options: [
      'list      phiếu có dòng chờ đứng trước, chờ lâu nhất trên cùng; rồi đến các phiếu khác, mới nhất trước',
      '  --waiting          chỉ các phiếu chờ cán bộ: có dòng chờ quyết định, hoặc chờ cả phiếu',
      '  --outcome KẾT_QUẢ  chỉ các phiếu có kết quả này: applied (đã thực hiện), partly-applied (một phần; có thể còn dòng chờ),',
      '                     rejected (không thực hiện), review (chưa dòng nào xong, có dòng chờ)',
      'show      thư, phiếu, từng dòng với ô trong tệp, lý do, thư đã gửi và nhật ký',
      'decide    DÒNG là số thứ tự ghi trong phiếu; thu-2 là dòng thứ hai khi các số trùng nhau',
      '  apply              thực hiện: điều chỉ cần cán bộ xem xét thì bỏ qua, điều Quy chế không cho thì vẫn từ chối',
      '  reject             không thực hiện',
      'close     trả lời và kết thúc phiếu mà không dòng nào đọc được (bản chụp không nhận dạng được, các bản phiếu khác nhau)',
      '  --because "LÝ DO"  lời cho đơn vị, đứng nguyên trong thư trả lời; bắt buộc',
      '  --as VIỆC          việc mà dòng chưa rõ muốn nói: create (cấp mới), rename (đổi tên truy cập), reset-password',
      '                     (cấp lại mật khẩu), update (sửa thông tin), transfer (chuyển đơn vị), cancel (hủy bỏ),',
      '                     restore (cấp lại hộp thư bị thu hồi), unlock (mở khóa), lock (tạm khóa)',
      '  --name "HỌ VÀ TÊN" họ và tên đúng, khi máy nhận dạng sai từ bản chụp',
      '  --unit VIẾT_TẮT    đơn vị của dòng; với transfer là đơn vị đến',
      '  --mailbox ĐỊA_CHỈ  hộp thư đang có mà dòng muốn nói',
      '  --address ĐỊA_CHỈ  địa chỉ cho hộp thư mới hoặc đổi tên, theo Điều 4 khoản 2',
      '  --accept MÃ        cho phép cả điều phát sinh sau mà lệnh vừa nêu, ghi bằng mã của điều đó',
      '  --by TÊN           người quyết định, ghi vào nhật ký; mặc định là người dùng của máy',
      '  --dry-run          xem sẽ làm gì: không thay đổi, không gửi gì',
    ],
    examples: [
      'phieu requests list --waiting',
      'phieu requests show PYC-2026-000123',
      'phieu requests decide PYC-2026-000123 2 apply --because "Đơn vị xác nhận là người khác, trùng tên."',
      'phieu requests decide PYC-2026-000123 3 apply --as reset-password --because "Đã trao đổi qua điện thoại."',
      'phieu requests decide PYC-2026-000123 4 reject --because "Người này không còn công tác tại đơn vị."',
      'phieu requests close PYC-2026-000124 --because "Hai bản phiếu khác nhau, đề nghị gửi một bản đúng."',
    ],
  },
  outbox: {
    words: 'outbox list [--json] | outbox retry SỐ --because "LÝ DO" | outbox close SỐ --because "LÝ DO"',
    does: 'Xem các thư của Trung tâm chưa đến nơi: không gửi được, bị trả lại, hoặc còn chờ gửi lại; gửi lại hay kết thúc từng thư.',
    options: [
      'list      thư cần cán bộ (không gửi được, bị trả lại) đứng trước, rồi đến thư sẽ tự gửi lại; đầu dòng là số của thư',
      'retry     gửi lại',
      'close     không gửi nữa: đã báo cho đơn vị bằng cách khác',
      '  --because "LÝ DO"  ghi vào nhật ký; bắt buộc',
      '  --by TÊN           người quyết định, ghi vào nhật ký; mặc định là người dùng của máy',
    ],
    examples: ['phieu outbox list', 'phieu outbox retry 57 --because "Đơn vị đã dọn hộp thư."'],
  },
  doctor: {
    words: 'doctor [--json]',
    does: 'Kiểm tra cấu hình, máy, cơ sở dữ liệu, danh mục đơn vị, IMAP, SMTP và DNS; mỗi mục một dòng, với cách sửa. Không thay đổi, không gửi gì.',
    options: [
      '✓ đúng   ! chạy được nhưng cần lưu ý   ✗ hỏng',
      '--json   in mỗi mục một dòng JSON: area, status (ok, warning, failed), mendedBy, text, mend',
      'Kết thúc với mã 0 khi không mục nào hỏng, 1 khi chờ hoặc thử lại có thể hết, 2 khi phải sửa cấu hình.',
    ],
    examples: ['phieu doctor', 'phieu doctor --json'],
  },
  form: {
    words: 'form --unit VIẾT_TẮT --out TỆP',
    does: 'Ghi mẫu phiếu yêu cầu của Quy chế, đã điền tên đơn vị, vào một tệp mới .xlsx hoặc .pdf (điền được trên máy).',
    examples: ['phieu form --unit snv --out phieu-snv.xlsx', 'phieu form --unit snv --out phieu-snv.pdf'],
  },
};

/** Help on one command, or on all. */
export const helpText = (command?: string): string => {
  const one = command === undefined ? undefined : help[command];
  if (!one)
    return [
      'phieu: nhận phiếu yêu cầu hộp thư điện tử qua thư, thực hiện và trả lời.',
      '',
      ...Object.values(help).map(({ words, does }) => `  phieu ${words}\n      ${does}`),
      '',
      'Cấu hình bằng biến môi trường hoặc tệp .env (xem .env.example). Xem cách dùng một lệnh: phieu LỆNH --help',
      '',
    ].join('\n');
  return [
    `phieu ${one.words}`,
    `    ${one.does}`,
    ...(one.options ? ['', ...one.options.map((option) => `    ${option}`)] : []),
    '',
    'Ví dụ:',
    ...one.examples.map((example) => `    ${example}`),
    '',
  ].join('\n');
};

/** One line: what is wrong and which words are right. */
export const explainUsage = ({ message, command }: UsageError): string => {
  const one = command === undefined ? undefined : help[command];
  return `phieu: ${message}. ${one ? `Cách dùng: phieu ${one.words}` : 'Xem các lệnh: phieu --help'}\n`;
};
