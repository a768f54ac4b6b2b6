import ExcelJS from 'exceljs';

/** One row of the regulation's table. */
export type FormRow = { name: string; unit: string; wish: string; position?: string };

/** The regulation's form, filled by an office in a spreadsheet of its own making. */
export const fillForm = async (rows: readonly FormRow[], unit = 'SỞ NỘI VỤ'): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Phiếu');
  sheet.addRow([unit, '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
  sheet.addRow(['', '', 'Độc lập - Tự do - Hạnh phúc']);
  sheet.addRow([]);
  sheet.addRow(['', 'PHIẾU YÊU CẦU']);
  sheet.addRow(['Kính gửi: Sở Thông tin và Truyền thông']);
  sheet.addRow(['Họ và tên:', 'Lê Thị Hoa']);
  sheet.addRow(['Chức vụ:', 'Chánh Văn phòng']);
  sheet.addRow(['Điện thoại liên lạc:', '0297 3862 001']);
  sheet.addRow(['Nội dung yêu cầu:', 'Đề nghị thực hiện theo danh sách']);
  sheet.addRow([]);
  sheet.addRow([
    'STT',
    'Họ và tên',
    'Đơn vị công tác',
    'Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư...',
    'Chức vụ',
  ]);
  rows.forEach(({ name, unit: place, wish, position }, at) => {
    sheet.addRow([at + 1, name, place, wish, position ?? '']);
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

export const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
