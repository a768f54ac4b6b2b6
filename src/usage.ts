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
