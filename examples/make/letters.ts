import { type Client, type Letter, outlook, thunderbird, webmail } from './clients.ts';
import * as requests from './requests.ts';
import { intakeAddress, trace, type Way, webmailComputer } from './trace.ts';

const { keepers } = requests;

type Keeper = { requester: string; position: string; unitName: string; phone: string };

/** How offices write: greeting, wish, thanks, signature. */
const words = (wish: string, { requester, position, unitName, phone }: Keeper): string =>
  `Kính gửi: Trung tâm Công nghệ thông tin và Truyền thông,

${wish}

Trân trọng.

--
${requester}
${position}, ${unitName}
Điện thoại: ${phone}
`;

type Example = Omit<Letter, 'to' | 'sentAt' | 'from'> & {
  client: Client;
  from: readonly [name: string, local: string];
  /** By Vietnam's clock, `DD HH:MM` of November 2026. */
  at: string;
  cc?: readonly string[];
  way: Partial<Way> & Pick<Way, 'computer'>;
};

function rawLetter({ client, from: [name, local], at, way, cc = [], ...rest }: Example): Buffer {
  const address = `${local}@kiengiang.gov.vn`;
  const sentAt = new Date(`2026-11-${at.replace(' ', 'T')}:17+07:00`);
  const letter = client({ ...rest, cc, from: { name, address }, to: [intakeAddress], sentAt });
  return Buffer.from(trace({ login: address, recipients: 1 + cc.length, sentAt, ...way }) + letter);
}

const office = (helo: string, ip: string) => ({ computer: { helo, ip } });
const atWebmail = { computer: webmailComputer };
const copyAddress = 'sttt@kiengiang.gov.vn';

const passwordResets = async (way: Partial<Way> = {}): Promise<Buffer> =>
  rawLetter({
    client: thunderbird,
    from: ['Sở Nội vụ', 'snv'],
    at: '23 08:05',
    subject: 'Phiếu yêu cầu cấp lại mật khẩu hộp thư điện tử công vụ',
    text: words('Sở Nội vụ đề nghị cấp lại mật khẩu cho 03 công chức theo phiếu đính kèm.', keepers.snv),
    attachments: [await requests.passwordResets()],
    way: { ...office('[10.20.11.35]', '10.20.11.35'), ...way },
  });

const forgery = async (): Promise<Buffer> =>
  rawLetter({
    client: thunderbird,
    from: ['Sở Tài chính', 'stc'],
    at: '23 10:20',
    subject: 'Phiếu yêu cầu cấp lại mật khẩu',
    text: words('Sở Tài chính đề nghị cấp lại mật khẩu theo phiếu đính kèm, xin gửi gấp.', keepers.stc),
    attachments: [await requests.forged()],
    // A colleague of another department signed in, and wrote this unit's name into From.
    way: { ...office('[10.20.11.48]', '10.20.11.48'), login: 'nvhung.snv@kiengiang.gov.vn' },
  });

const automaticReply = (): Buffer =>
  rawLetter({
    client: outlook,
    from: ['Sở Giáo dục và Đào tạo', 'sgddt'],
    at: '23 10:41',
    subject: 'Trả lời tự động: Thông báo bảo trì hệ thống thư điện tử',
    text: 'Sở Giáo dục và Đào tạo đã nhận được thư của quý cơ quan và sẽ trả lời trong giờ làm việc.\n',
    attachments: [],
    extra: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
    way: { ...office('PC-SGDDT', '10.20.14.9'), returnPath: '' },
  });

const withoutForm = (): Buffer =>
  rawLetter({
    client: webmail,
    from: ['Sở Ngoại vụ', 'sngv'],
    at: '23 13:32',
    subject: 'Đề nghị cấp mới hộp thư điện tử',
    text: words(
      'Sở Ngoại vụ vừa tiếp nhận bà Phan Thị Yến Nhi, Chuyên viên. Kính đề nghị Trung tâm cấp mới hộp thư điện tử cho bà Yến Nhi.',
      {
        requester: 'Quách Tuấn Kiệt',
        position: 'Chánh Văn phòng',
        unitName: 'Sở Ngoại vụ',
        phone: '0297 3 000 115',
      },
    ),
    attachments: [],
    way: atWebmail,
  });

const ordinaryMail = async (): Promise<Buffer> =>
  rawLetter({
    client: outlook,
    from: ['Sở Kế hoạch và Đầu tư', 'skhdt'],
    at: '24 09:30',
    subject: 'Báo cáo tình hình giải ngân vốn đầu tư công tháng 11',
    text: 'Kính gửi: Các sở, ban, ngành tỉnh,\n\nSở Kế hoạch và Đầu tư gửi báo cáo tình hình giải ngân vốn đầu tư công (phụ lục đính kèm).\n\nTrân trọng.\n',
    attachments: [await requests.figures()],
    way: office('PC-KHDT-02', '10.20.16.21'),
  });

/** The letters of the demonstration, in the order in which they came, by file name. */
export async function exampleLetters(): Promise<Map<string, Buffer>> {
  return new Map([
    [
      '01-sttt-cap-moi-trung-ten.eml',
      rawLetter({
        client: outlook,
        from: ['Sở Thông tin và Truyền thông', 'sttt'],
        at: '23 07:48',
        subject: 'V/v cấp mới hộp thư điện tử cho công chức',
        text: words(
          'Sở Thông tin và Truyền thông đề nghị cấp mới hộp thư cho 02 công chức theo phiếu đính kèm.',
          keepers.sttt,
        ),
        attachments: [await requests.namesakes()],
        way: office('VANTHU-STTT', '10.20.10.12'),
      }),
    ],
    ['02-snv-cap-lai-mat-khau.eml', await passwordResets()],
    [
      '03-stc-sau-dong-hai-dong-sai.eml',
      rawLetter({
        client: outlook,
        from: ['Sở Tài chính', 'stc'],
        at: '23 08:30',
        cc: [copyAddress],
        subject: 'Phiếu yêu cầu hộp thư điện tử của Sở Tài chính',
        text: words('Sở Tài chính gửi Trung tâm phiếu yêu cầu về hộp thư điện tử (06 người).', keepers.stc),
        attachments: [await requests.sixRows()],
        way: office('PC-VANTHU', '10.20.12.7'),
      }),
    ],
    [
      '04-mylam-xa-tu-gui.eml',
      rawLetter({
        client: webmail,
        from: ['UBND xã Mỹ Lâm', 'xamylam'],
        at: '23 09:02',
        subject: 'xin cấp email cho công chức xã',
        text: words('UBND xã Mỹ Lâm xin cấp mới hộp thư cho công chức, có phiếu gửi kèm.', keepers.xamylam),
        attachments: [await requests.communesOwn()],
        way: atWebmail,
      }),
    ],
    [
      '05-hondat-de-nghi-cho-xa.eml',
      rawLetter({
        client: outlook,
        from: ['UBND huyện Hòn Đất', 'ubndhondat'],
        at: '23 09:55',
        cc: [copyAddress],
        subject: 'V/v cấp hộp thư điện tử cho xã Mỹ Lâm và Văn phòng huyện',
        text: words(
          'Văn phòng HĐND và UBND huyện Hòn Đất chuyển phiếu yêu cầu của huyện và của UBND xã Mỹ Lâm.',
          keepers.ubndhondat,
        ),
        attachments: [await requests.ticked()],
        way: office('VP-HONDAT', '10.20.30.4'),
      }),
    ],
    ['06-mao-danh-stc.eml', await forgery()],
    ['07-sgddt-tra-loi-tu-dong.eml', automaticReply()],
    ['08-sngv-khong-kem-phieu.eml', withoutForm()],
    [
      '09-sldtbxh-phieu-nen.eml',
      rawLetter({
        client: thunderbird,
        from: ['Sở Lao động - Thương binh và Xã hội', 'sldtbxh'],
        at: '23 14:10',
        subject: 'Phiếu yêu cầu cấp lại mật khẩu hộp thư',
        text: words('Sở gửi phiếu yêu cầu cấp lại mật khẩu hộp thư (tệp nén đính kèm).', {
          requester: 'Hồ Thị Ngọc Ánh',
          position: 'Trưởng phòng',
          unitName: 'Sở Lao động - Thương binh và Xã hội',
          phone: '0297 3 000 132',
        }),
        attachments: [requests.packed()],
        way: office('[10.20.15.18]', '10.20.15.18'),
      }),
    ],
    [
      '10-vpubnd-huy-bo-nghi-huu.eml',
      rawLetter({
        client: outlook,
        from: ['Văn phòng UBND tỉnh', 'vpubnd'],
        at: '23 15:25',
        subject: 'Hủy bỏ hộp thư của người nghỉ hưu, thôi việc',
        text: words('Đề nghị hủy bỏ các hộp thư theo danh sách đính kèm.', keepers.vpubnd),
        attachments: [await requests.retirements()],
        way: office('VPUBND-TH', '10.20.1.44'),
      }),
    ],
    [
      '11-phuquoc-chua-ro.eml',
      rawLetter({
        client: webmail,
        from: ['UBND thành phố Phú Quốc', 'ubndphuquoc'],
        at: '24 07:50',
        subject: 'Yêu cầu xử lý hộp thư',
        text: words('Kính đề nghị Trung tâm xử lý các hộp thư theo phiếu gửi kèm.', keepers.ubndphuquoc),
        attachments: [await requests.unclear()],
        way: atWebmail,
      }),
    ],
    // The server delivers the letter of yesterday once more.
    ['12-snv-thu-giao-lai.eml', await passwordResets({ delivery: 2 })],
    ['13-skhdt-thu-cong-vu.eml', await ordinaryMail()],
  ]);
}

/** A letter that the demonstration leaves to the reader. */
export async function letterToTry(): Promise<Buffer> {
  return rawLetter({
    client: outlook,
    from: ['Sở Tư pháp', 'stp'],
    at: '24 10:15',
    subject: 'Phiếu yêu cầu về hộp thư điện tử của Sở Tư pháp',
    text: words('Sở Tư pháp gửi phiếu yêu cầu về hộp thư điện tử.', keepers.stp),
    attachments: [await requests.renameAndUnlock()],
    way: office('PC-STP', '10.20.17.5'),
  });
}
