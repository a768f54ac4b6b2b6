/** What the regulation prints on its form (Quyết định 2639/QĐ-UBND, PHIẾU YÊU CẦU). */
export const words = {
  unit: 'Tên cơ quan, đơn vị',
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  title: 'PHIẾU YÊU CẦU',
  to: 'Kính gửi: Sở Thông tin và Truyền thông',
  requester: 'Họ và tên:',
  position: 'Chức vụ:',
  phone: 'Điện thoại liên lạc:',
  content: 'Nội dung yêu cầu:',
  list: 'Liệt kê cụ thể các yêu cầu (nếu có):',
  headings: ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư...'],
  head: ['CHÁNH VĂN PHÒNG', 'CƠ QUAN ĐƠN VỊ'],
  writer: 'NGƯỜI LẬP YÊU CẦU',
  /** Of a form that comes back: what became of each row, and why. */
  result: 'Kết quả',
  told: 'Lý do',
} as const;

/** What the last column offers to choose from; other words may be written. */
export const wishChoices = [
  'Cấp mới hộp thư',
  'Cấp lại mật khẩu',
  'Thay đổi tên truy cập',
  'Thay đổi thông tin',
  'Chuyển đơn vị',
  'Hủy bỏ hộp thư',
  'Cấp lại hộp thư đã thu hồi',
  'Mở khóa',
  'Tạm khóa',
] as const;
