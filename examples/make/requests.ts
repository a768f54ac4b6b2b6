import type { Attachment } from './clients.ts';
import { ownForm, type Requester, rarArchive, regulationForm, richTextForm } from './forms.ts';

/*
 * The forms that the example letters bring: the regulation's own, and what offices make of it in workbooks of their own.
 */

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const xlsx = (name: string, content: Buffer): Attachment => ({ name, type: workbook, content });

export const keepers = {
  sttt: {
    unitName: 'Sở Thông tin và Truyền thông',
    requester: 'Nguyễn Thị Hồng Nhung',
    position: 'Chánh Văn phòng',
    phone: '0297 3 000 103',
  },
  snv: {
    unitName: 'Sở Nội vụ',
    requester: 'Huỳnh Thị Kim Ngân',
    position: 'Chánh Văn phòng',
    phone: '0297 3 000 109',
  },
  stc: {
    unitName: 'Sở Tài chính',
    requester: 'Nguyễn Thị Lan Anh',
    position: 'Kế toán trưởng',
    phone: '0297 3 000 117',
  },
  xamylam: {
    unitName: 'Ủy ban nhân dân xã Mỹ Lâm',
    requester: 'Danh Thị Ngọc Hân',
    position: 'Văn phòng - Thống kê',
    phone: '0297 3 000 143',
  },
  ubndhondat: {
    unitName: 'Văn phòng HĐND và UBND huyện Hòn Đất',
    requester: 'Nguyễn Minh Đăng',
    position: 'Chánh Văn phòng',
    phone: '0297 3 000 140',
  },
  vpubnd: {
    unitName: 'Văn phòng Ủy ban nhân dân tỉnh',
    requester: 'Đinh Công Thắng',
    position: 'Phó Chánh Văn phòng',
    phone: '0297 3 000 127',
  },
  ubndphuquoc: {
    unitName: 'Ủy ban nhân dân thành phố Phú Quốc',
    requester: 'Huỳnh Thị Mộng Thúy',
    position: 'Chánh Văn phòng',
    phone: '0297 3 000 149',
  },
  stp: {
    unitName: 'Sở Tư pháp',
    requester: 'Mai Thị Cẩm Vân',
    position: 'Chánh Văn phòng',
    phone: '0297 3 000 124',
  },
} as const satisfies Record<string, Requester>;

/** Two people of one name, the junior first; a third has the mailbox already. */
export const namesakes = async (): Promise<Attachment> => {
  const unit = 'Sở Thông tin và Truyền thông';
  const wish = 'Cấp mới hộp thư; là người khác, trùng tên với ông Nam, Trưởng phòng Bưu chính - Viễn thông';
  const form = await regulationForm(
    {
      ...keepers.sttt,
      content: 'Cấp mới hộp thư điện tử cho công chức mới nhận công tác',
      rows: [
        { fullName: 'Trần Văn Nam (Chuyên viên)', unit, wish },
        { fullName: 'Trần Văn Nam (Phó Giám đốc)', unit, wish },
      ],
    },
    'Nguyễn Thị Hồng Nhung',
  );
  return xlsx('PHIEU YEU CAU - So TTTT.xlsx', form);
};

/** Own headings, in another order, with positions and addresses. */
export const passwordResets = async (): Promise<Attachment> => {
  const { requester, position, phone } = keepers.snv;
  const wish = 'Cấp lại mật khẩu (quên mật khẩu)';
  const form = await ownForm(
    {
      sheet: 'Danh sach',
      widths: [6, 36, 28, 20, 30, 34],
      lines: [
        ['UBND TỈNH KIÊN GIANG', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['SỞ NỘI VỤ', null, null, 'Độc lập - Tự do - Hạnh phúc'],
        [],
        ['PHIẾU YÊU CẦU'],
        ['Kính gửi: Sở Thông tin và Truyền thông'],
        [`Họ và tên người lập: ${requester}`],
        [`Chức vụ: ${position}`],
        [`Điện thoại liên lạc: ${phone}`],
        ['Nội dung yêu cầu: Cấp lại mật khẩu hộp thư điện tử công vụ'],
        [],
        ['TT', 'Nội dung yêu cầu', 'Họ tên cán bộ, công chức', 'Chức vụ', 'Đơn vị', 'Địa chỉ thư điện tử'],
        [1, wish, 'Lâm Quốc Bảo', 'Chuyên viên chính', 'Sở Nội vụ', 'lqbao.snv@kiengiang.gov.vn'],
        [2, wish, 'Đặng Thị Mỹ Duyên', 'Chuyên viên', 'Sở Nội vụ', 'dtmduyen.snv@kiengiang.gov.vn'],
        [3, wish, 'Thị Sà Phol', 'Chuyên viên', 'Sở Nội vụ', 'tsphol.snv@kiengiang.gov.vn'],
        [],
        [null, 'CHÁNH VĂN PHÒNG', null, null, 'NGƯỜI LẬP'],
      ],
      headings: [1, 2, 4, 5, 11, 16],
      table: [11, 14],
      merged: ['A1:C1', 'D1:F1', 'A2:C2', 'D2:F2', 'A4:F4', 'A5:F5', 'B16:C16', 'E16:F16'],
    },
    'Sở Nội vụ',
  );
  return xlsx('Phiếu yêu cầu cấp lại mật khẩu (Sở Nội vụ).xlsx', form);
};

/** Six wishes of every kind. One person works elsewhere, and one has no mailbox. */
export const sixRows = async (): Promise<Attachment> => {
  const unit = 'Sở Tài chính';
  const rows = [
    { fullName: 'Ngô Thị Thanh Tâm', unit, wish: 'Cấp mới hộp thư' },
    { fullName: 'Trương Minh Tuấn', unit, wish: 'Cấp lại hộp thư đã bị thu hồi' },
    { fullName: 'Lê Hoàng Sơn', unit, wish: 'Mở khóa hộp thư' },
    { fullName: 'Phan Thị Bích Liên', unit, wish: 'Thay đổi chức vụ: Phó Trưởng phòng' },
    { fullName: 'Đỗ Văn Khánh', unit: 'Sở Kế hoạch và Đầu tư', wish: 'Cấp lại mật khẩu' },
    { fullName: 'Nguyễn Thị Ngọc Lan', unit, wish: 'Cấp lại mật khẩu' },
  ];
  const content = 'Cấp mới, thay đổi hộp thư điện tử quý IV';
  return xlsx(
    'Phieu yeu cau STC.xlsx',
    await regulationForm({ ...keepers.stc, content, rows }, 'Sở Tài chính'),
  );
};

/** A commune's form for itself. */
export const communesOwn = async (): Promise<Attachment> => {
  const unit = 'UBND xã Mỹ Lâm';
  const rows = [{ fullName: 'Trần Thị Cẩm Tú', unit, wish: 'Cấp mới hộp thư' }];
  const content = 'Cấp mới hộp thư cho công chức Tư pháp - Hộ tịch';
  return xlsx(
    'phieu yeu cau xa My Lam.xlsx',
    await regulationForm({ ...keepers.xamylam, content, rows }, 'UBND xã Mỹ Lâm'),
  );
};

/** A list for the district and one of its communes, its heading in two lines, its wishes ticked. */
export const ticked = async (): Promise<Attachment> => {
  const { unitName, requester, position, phone } = keepers.ubndhondat;
  const form = await ownForm(
    {
      sheet: 'Phiếu',
      widths: [6, 30, 26, 34, 14, 20],
      lines: [
        [unitName.toUpperCase()],
        [],
        ['PHIẾU YÊU CẦU VỀ HỘP THƯ ĐIỆN TỬ'],
        [],
        ['Người lập:', null, requester, null, 'Chức vụ:', position],
        ['Điện thoại:', null, phone],
        [],
        ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Nội dung đề nghị', null],
        [null, null, null, null, 'Cấp mới', 'Cấp lại mật khẩu'],
        [1, 'Trần Thị Cẩm Tú', 'Tư pháp - Hộ tịch', 'UBND xã Mỹ Lâm', 'x', null],
        [2, 'Danh Thị Ngọc Hân', 'Văn phòng - Thống kê', 'UBND xã Mỹ Lâm', null, 'x'],
        [3, 'Võ Hoàng Khương', 'Chuyên viên', 'UBND huyện Hòn Đất', 'x', null],
      ],
      headings: [1, 3, 8, 9],
      table: [8, 12],
      merged: ['A1:F1', 'A3:F3', 'A8:A9', 'B8:B9', 'C8:C9', 'D8:D9', 'E8:F8'],
    },
    'Văn phòng UBND huyện Hòn Đất',
  );
  return xlsx('Phieu_yeu_cau_UBND_huyen_Hon_Dat.xlsx', form);
};

/** What the colleague who writes in another's name would have done. */
export const forged = async (): Promise<Attachment> => {
  const rows = [{ fullName: 'Nguyễn Hữu Tài', unit: 'Sở Tài chính', wish: 'Cấp lại mật khẩu' }];
  const content = 'Cấp lại mật khẩu';
  return xlsx('Phieu yeu cau.xlsx', await regulationForm({ ...keepers.stc, content, rows }, 'Admin'));
};

/** The form as Word saved it, packed into an archive, which is not read. */
export const packed = (): Attachment => {
  const form = richTextForm([
    'SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI',
    'PHIẾU YÊU CẦU',
    'Kính gửi: Sở Thông tin và Truyền thông',
    'Họ và tên: Hồ Thị Ngọc Ánh',
    'Chức vụ: Trưởng phòng',
    'Điện thoại liên lạc: 0297 3 000 132',
    'Nội dung yêu cầu: Cấp lại mật khẩu hộp thư của ông Danh Út Nhỏ, Chuyên viên',
  ]);
  const content = rarArchive('Phieu yeu cau.doc', form);
  return { name: 'Phiếu yêu cầu.rar', type: 'application/x-rar-compressed', content };
};

/** Three people who have left. */
export const retirements = async (): Promise<Attachment> => {
  const { unitName, requester, position, phone } = keepers.vpubnd;
  const form = await ownForm(
    {
      sheet: 'Sheet1',
      widths: [9, 30, 36, 24, 40],
      lines: [
        ['Đơn vị:', null, unitName],
        ['Họ và tên:', null, requester],
        ['Chức vụ:', null, position],
        ['Điện thoại:', null, phone],
        ['Nội dung:', null, 'Hủy bỏ hộp thư của người đã nghỉ hưu, thôi việc'],
        [],
        ['Số TT', 'Họ và tên', 'Nơi công tác', 'Đề nghị', 'Ghi chú'],
        [1, 'LÊ VĂN ÚT', 'Văn phòng UBND tỉnh', 'Hủy bỏ hộp thư', 'Nghỉ hưu theo chế độ'],
        [2, 'NGUYỄN THỊ SÁU', 'Văn phòng UBND tỉnh', 'Hủy bỏ hộp thư', 'Nghỉ hưu theo chế độ'],
        [3, 'TRẦN QUỐC TOÀN', 'Văn phòng UBND tỉnh', 'Hủy bỏ hộp thư', 'Đã thôi việc'],
      ],
      headings: [7],
      table: [7, 10],
    },
    'Văn phòng UBND tỉnh',
  );
  return xlsx('Danh sách hủy hộp thư.xlsx', form);
};

/** A wish that says too little, and one that concerns another unit too. */
export const unclear = async (): Promise<Attachment> => {
  const unit = 'UBND thành phố Phú Quốc';
  const rows = [
    { fullName: 'Nguyễn Thị Thúy Kiều', unit, wish: 'Đề nghị xem lại giúp hộp thư' },
    { fullName: 'Trần Hải Yến', unit, wish: 'Chuyển hộp thư sang Sở Du lịch' },
  ];
  const content = 'Xử lý hộp thư điện tử';
  return xlsx(
    'Phieu yeu cau - Phu Quoc.xlsx',
    await regulationForm({ ...keepers.ubndphuquoc, content, rows }, 'UBND thành phố Phú Quốc'),
  );
};

/** For the letter that is left to the reader; the last person has a mailbox already. */
export const renameAndUnlock = async (): Promise<Attachment> => {
  const unit = 'Sở Tư pháp';
  const rows = [
    { fullName: 'Trịnh Công Danh', unit, wish: 'Mở khóa hộp thư' },
    { fullName: 'Lý Thị Hồng Gấm', unit, wish: 'Thay đổi tên truy cập từ honggam.stp thành lthgam.stp' },
    { fullName: 'Mai Thị Cẩm Vân', unit, wish: 'Cấp mới hộp thư' },
  ];
  const content = 'Mở khóa, thay đổi tên truy cập và cấp mới';
  return xlsx(
    'Phieu yeu cau STP.xlsx',
    await regulationForm({ ...keepers.stp, content, rows }, 'Sở Tư pháp'),
  );
};

/** No form: a table of figures. */
export const figures = async (): Promise<Attachment> => {
  const form = await ownForm(
    {
      sheet: 'Giai ngan',
      widths: [8, 50, 20, 20],
      lines: [
        ['TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG'],
        [],
        ['STT', 'Tên dự án', 'Kế hoạch', 'Giải ngân'],
        [1, 'Đường ven sông Cái Lớn', 125000, 98400],
        [2, 'Nâng cấp kênh Ông Hiển', 42000, 40150],
      ],
      headings: [1, 3],
      table: [3, 5],
      merged: ['A1:D1'],
    },
    'Sở Kế hoạch và Đầu tư',
  );
  return xlsx('Phu luc giai ngan.xlsx', form);
};
